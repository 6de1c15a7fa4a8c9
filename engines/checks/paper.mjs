// @ts-check
// The paper's models on raw answers in a source: the numbers of `reproduce --data`, and every rule of coding in its SQL.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { json, PROJECT, sojourn } from "./sojourn.mjs";
import { check, holds } from "./tally.mjs";

const require = createRequire(import.meta.url);
const dist = (path) => require(join(PROJECT, "dist", path));
const STAND_IN = join(PROJECT, "data", "sfrc-synthetic.csv");
/** Estimates and all that follows from them. */
const SAME = 1e-10;
const READINGS = [[], ["contactWillingness=firstComponent", "marriage=mean"], ["nonResponse=zero", "education=level", "contactWillingness=observedRange"], ["supportNetwork=otherLeftOut", "age=withAge", "participationBehaviour=missing"]];
const NAMES = { gender: 'se"x', education: "教育 程度", reception: "select" };

/** The tables that the checks read: the stand-in, the same as somebody else writes it, and people of every answer. */
export const TABLES = ["standIn", "mapped", "answers"];

/** Writes them into a folder as CSV, with the mapping of the second. */
export function writeAnswers(folder) {
  const [header, ...rows] = readFileSync(STAND_IN, "utf8").trim().split("\n").map((line) => line.split(","));
  const place = (name) => header.indexOf(name);
  const write = (name, names, cells) => writeFileSync(join(folder, `${name}.csv`), `${[names, ...cells].map((row) => row.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")).join("\n")}\n`);
  write("standIn", header, rows);
  write("mapped", header.map((name) => NAMES[name] ?? name), rows.map((row, i) => row.map((cell, j) => {
    if (j === place("gender")) return { female: "2", male: "1" }[cell] ?? cell;
    if (j === place("education") && i % 50 === 3) return "-9";
    if (j === place("chatWithChinese") && cell === "veryWilling" && i % 2 === 0) return "非常愿意";
    return j === place("age") && i % 11 === 0 && cell.length === 2 ? `0${cell}` : cell;
  })));
  writeFileSync(join(folder, "mapping.json"), JSON.stringify({ columns: NAMES, values: { gender: { 1: "male", 2: "female" } }, missing: ["-9"] }));
  const { columns } = dist("sfrc/readSfrc.js").sfrcCodebook();
  const draw = uniform(7);
  const of = (list) => list[Math.floor(draw() * list.length)];
  const cell = ({ name, type, answers, least, missing }) => {
    if (type === "label") return "";
    if (draw() < 0.02) return of(["", ...missing]);
    if (name === "age") return String(least + 15 + Math.floor(draw() * 60));
    const likely = { city: 4, wave: 3, residenceStatus: 4, workCategory: 3 }[name];
    return of(answers.slice(0, draw() < 0.97 ? likely : undefined)).code;
  };
  write("answers", columns.map(({ name }) => name), Array.from({ length: 3000 }, (_, i) => columns.map((column) => (column.type === "id" ? `P${i}` : cell(column)))));
}

/**
 * @param {string} name of the source
 * @param {string} folder
 * @param {(table: string) => string[]} from what says where a table is
 * @param {Record<string, string>} [env]
 */
export async function checkPaper(name, folder, from, env) {
  const file = (table) => join(folder, `${table}.csv`);
  for (const readings of READINGS) {
    await check(`${name}: reproduce has the numbers of --data (${readings.join(", ") || "default readings"})`, async () => {
      const asked = readings.flatMap((reading) => ["--reading", reading]);
      same(await json(["reproduce", ...from("standIn"), ...asked], { env }), await json(["reproduce", "--data", STAND_IN, ...asked]));
    });
  }
  await check(`${name}: other names, codes and labels are understood by --mapping`, async () => {
    const mapping = ["--mapping", join(folder, "mapping.json")];
    same(await json(["reproduce", ...from("mapped"), ...mapping], { env }), await json(["reproduce", "--data", file("mapped"), ...mapping]));
  });
  await check(`${name}: an answer that the codebook does not know is refused, with its column`, async () => {
    const { exit, stderr } = await sojourn(["reproduce", ...from("mapped")], { env });
    holds(exit === 2 && /columns and answers do not fit the codebook:.*gender \(missing\)/s.test(stderr), `exit ${exit} ${stderr}`);
  });
  await check(`${name}: every rule of coding gives in SQL what it gives in a file, under every reading`, () => rules(file("answers"), from("answers"), env));
}

/** The binary models by Newton steps, which are of one engine's SQL as of another's; the ordered are refused by name. */
export const checkPaperBySteps = (name, from, env) => check(`${name}: the binary models by Newton steps have the numbers of --data; the ordered are refused by name`, async () => {
  const { stdout, stderr } = await sojourn(["reproduce", ...from("standIn"), "--way", "steps", "--json"], { env });
  const [steps, whole] = [JSON.parse(stdout), await json(["reproduce", "--data", STAND_IN])];
  for (const id of ["M1", "M2", "M3", "M4"]) same(table(steps.models[id]), table(whole.models[id]), 1e-8);
  same(steps.table1, whole.table1);
  holds(["O1", "O3", "O4"].every((id) => /ordered outcomes are not fitted by steps/.test(steps.models[id].error.message)) && /by Newton steps in SQL, one query each: M1, M2, M3, M4/.test(stderr), stderr);
});

const table = ({ n, logLik, coefficients }) => [n, logLik, coefficients.map(({ term, estimate, standardError }) => [term, estimate, standardError])];

/** Everything that is told, numbers relative to their size; how the maximum was reached is another matter. */
function same(found, expected, tolerance = SAME, path = "") {
  if (/\.(certificate|iterations)$/.test(path)) return;
  if (typeof found === "number" && typeof expected === "number") {
    const gap = Math.abs(found - expected) / Math.max(Math.abs(found), Math.abs(expected), 1e-3);
    if (!(gap <= tolerance)) throw new Error(`${path}: ${found} for ${expected}`);
  } else if (found !== null && expected !== null && typeof found === "object" && typeof expected === "object") {
    for (const key of new Set([...Object.keys(found), ...Object.keys(expected)])) same(found[key], expected[key], tolerance, `${path}.${key}`);
  } else if (found !== expected) throw new Error(`${path}: ${found} for ${expected}`);
}

/** People as SQL codes them, and as a file's are coded: the same, each as often. */
async function rules(file, [, address, ...rest], env) {
  Object.assign(process.env, env);
  const engine = await dist("engines/openSource.js").openSource({ from: address, table: rest[1] });
  try {
    const codebook = dist("sfrc/readSfrc.js").sfrcCodebook();
    const survey = dist("sfrc/readSfrc.js").readSfrc(file);
    const answers = await dist("inSource/readAnswers.js").readAnswers(engine, codebook);
    for (const { name, choices } of dist("sfrc/readings.js").readingEntries) {
      for (const choice of choices) {
        const readings = dist("sfrc/readings.js").chooseReadings({ [name]: choice });
        const items = dist("inSource/codedSql.js").itemsSql(engine, answers, codebook, readings);
        const coded = { ...engine, ...dist("inSource/codedSql.js").codedRows(items, await dist("inSource/contactSql.js").contactSql(engine, items, readings), engine) };
        const columns = coded.columns.map((column) => column.name);
        const { people, counts } = await dist("inSource/countedPeople.js").countedPeople(coded, columns, 1e6);
        const key = (person) => columns.map((column) => (column === "contactWillingness" ? person[column]?.toFixed(9) : person[column])).join();
        const tallied = (list, count) => list.reduce((all, person, i) => all.set(key(person), (all.get(key(person)) ?? 0) + count(i)), new Map());
        const [found, expected] = [tallied(people, (i) => counts[i]), tallied(dist("sfrc/codeSample.js").codeUnder(survey, readings).people, () => 1)];
        const stranger = [...found, ...expected].find(([person]) => found.get(person) !== expected.get(person));
        if (stranger) throw new Error(`${name}=${choice}: ${columns.join()} = ${stranger[0]}: ${found.get(stranger[0])} for ${expected.get(stranger[0])}`);
        holds(expected.size > 500, expected.size);
      }
    }
  } finally {
    await engine.close();
  }
}

function uniform(seed) {
  let state = seed;
  return () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) + 0.5) / 2 ** 32;
}
