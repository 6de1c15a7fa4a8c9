import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readingEntries } from "../../src/sfrc/readings";
import { cellUse } from "../src/stale/cellUse";

const ALL = readingEntries.map(({ name }) => name);
const but = (...names: string[]) => ALL.filter((name) => !names.includes(name));

test("a sample coded without naming readings takes all of them from the session, and is handed on by its name", () => {
  const use = cellUse(`import { codeSample, readSurvey } from "sojourn";\nconst survey = readSurvey();\nconst people = codeSample(survey);`);
  expect(use).toMatchObject({ takes: ALL, declares: ["codeSample", "readSurvey", "survey", "people"], imports: ["codeSample", "readSurvey"], fits: false });
});

test("a reading that the call names is not taken, however its name and value are written", () => {
  expect(cellUse(`codeSample(survey, { cumulativeCausation: "dummy" }) // or asPrinted`).takes).toEqual(but("cumulativeCausation"));
  expect(cellUse(`codeSample(survey, { "gender": chosen, 'marriage': 'larger' })`).takes).toEqual(but("gender", "marriage"));
  expect(cellUse(`codeSample(survey, mine)`).takes).toEqual(ALL);
  expect(cellUse(`codeSample(survey, { ...mine, gender: "male" })`).takes).toEqual(ALL);
});

test("a table of readings takes those it does not go through itself", () => {
  expect(cellUse(`await show(readingsEffectTable(survey, "cumulativeCausation"))`).takes).toEqual(but("cumulativeCausation"));
  expect(cellUse(`readingsEffectTable(survey, "supportUnit")`).takes).toEqual(but("supportNetwork"));
  expect(cellUse(`readingsEffectTable(readSurvey(), "education", ["education", "age"], ["O1"])`).takes).toEqual(but("education", "age"));
});

test("names in strings, comments, parameters and inner blocks are not those of other cells", () => {
  const use = cellUse(`// people\nconst f = (term: string) => { const result = 1; return g(again, term, result, "people"); };`);
  expect(use.uses.sort()).toEqual(["again", "g"]);
  expect(use.declares).toEqual(["f"]);
});

test("destructured and shorthand names count", () => {
  const use = cellUse(`const { estimate, p: probability } = coefficientOf(again, "M3", term);\ncheck("h2", { estimate, people });`);
  expect(use.declares).toEqual(["estimate", "probability"]);
  expect(use.uses).toEqual(expect.arrayContaining(["again", "people", "term"]));
  expect(use.statements.map(({ uses, shows }) => [uses.includes("estimate"), shows])).toEqual([[false, false], [true, true]]);
  expect(cellUse("people = codeSample(survey);").declares).toEqual(["people"]);
});

test("a cell that chooses the session's readings says which, where that can be read off", () => {
  expect(cellUse(`useReadings({ gender: "male" });`).chooses).toEqual({ readings: { gender: "male" } });
  expect(cellUse(`useReadings();`).chooses).toEqual({ readings: {} });
  expect(cellUse(`useReadings(mine);`).chooses).toEqual({ readings: undefined });
});

test("every cell of the walk-through is read without a name too few: what it uses, an earlier cell or a global gives", () => {
  const GLOBALS = new Set(["console", "Object", "Math", "undefined", "process", "Number", "String", "Array", "JSON", "Set", "Map"]);
  const folder = new URL("../../notebooks/", import.meta.url);
  let seen = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ipynb"))) {
    const known = new Set<string>();
    for (const cell of JSON.parse(readFileSync(new URL(file, folder), "utf8")).cells) {
      if (cell.cell_type !== "code") continue;
      const use = cellUse([cell.source].flat().join(""));
      use.declares.forEach((name) => known.add(name));
      expect(use.uses.filter((name) => !known.has(name) && !GLOBALS.has(name)), `${file} ${cell.id}`).toEqual([]);
      seen += 1;
    }
  }
  expect(seen).toBeGreaterThan(60);
});
