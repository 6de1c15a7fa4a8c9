// Draws the study's data: invented answers, each row labelled synthetic. `node make-data.mjs` writes data.csv again, the same
// for the same SEED. Delete this file once data.csv holds real answers.
import { writeFileSync } from "node:fs";

const SEED = 17;
const PEOPLE = 600;

/** Numbers from 0 to 1 (mulberry32). */
let state = SEED;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

/** One of the answers, by their shares. */
function draw(shares) {
  let left = random();
  for (const [answer, share] of Object.entries(shares)) if ((left -= share) < 0) return answer;
  return Object.keys(shares).at(-1);
}

/** A standard logistic number: what a logit model leaves unexplained. */
const noise = () => {
  const u = random();
  return Math.log(u / (1 - u));
};

function person(i) {
  const town = draw({ riverside: 0.5, hillside: 0.5 });
  const age = 16 + Math.floor(random() * 65);
  const gender = draw({ female: 0.5, male: 0.48, other: 0.02 });
  const education = draw({ primary: 0.2, secondary: 0.45, tertiary: 0.32, noAnswer: 0.03 });
  const talk = draw({ never: 0.3, sometimes: 0.42, often: 0.25, noAnswer: 0.03 });
  const walk = Math.floor(random() * 60);
  const inclined = { never: 0, sometimes: 0.6, often: 1.2, noAnswer: 0.6 }[talk] + (education === "tertiary" ? 0.5 : 0) + (gender === "female" ? 0.3 : 0) - 0.015 * walk;
  const going = inclined + noise();
  return {
    id: `S${String(i + 1).padStart(3, "0")}`, source: "synthetic", town, age, gender, education, talk, walk,
    visits: going < 0 ? "never" : going < 1.4 ? "monthly" : "weekly",
    join: random() < 0.02 ? "" : inclined - 0.6 + noise() > 0 ? "yes" : "no",
  };
}

const people = Array.from({ length: PEOPLE }, (_, i) => person(i));
const lines = [Object.keys(people[0]), ...people.map((who) => Object.values(who))].map((cells) => cells.join(","));
writeFileSync(new URL("data.csv", import.meta.url), `${lines.join("\n")}\n`);
