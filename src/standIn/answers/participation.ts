import type { Random } from "../random";

/** How many of a hundred say yes, each question by itself. */
const YES = { joinedChinaAssociation: 20, joinedChinaVolunteering: 14, votedAtHome: 42, joinedHomeAssociation: 24 } as const;
const QUESTIONS = Object.keys(YES) as (keyof typeof YES)[];

/** Answers to the four questions on taking part, among those in which China or home (ties being home) has the upper hand. */
export function participation(takesPartIn: "china" | "home", random: Random): Record<string, string> {
  const weights: Record<string, number> = {};
  for (let pattern = 0; pattern < 16; pattern++) {
    const yes = QUESTIONS.map((_, q) => (pattern >> q) % 2 === 1);
    const china = Number(yes[0]) + Number(yes[1]), home = Number(yes[2]) + Number(yes[3]);
    if ((china > home ? "china" : "home") !== takesPartIn) continue;
    weights[yes.map(Number).join("")] = QUESTIONS.reduce((product, question, q) => product * (yes[q] ? YES[question] : 100 - YES[question]), 1);
  }
  const drawn = random.pick(weights);
  return Object.fromEntries(QUESTIONS.map((question, q) => [question, drawn[q] === "1" ? "yes" : "no"]));
}
