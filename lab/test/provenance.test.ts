import { expect, test } from "vitest";
import { defaultReadings, type Readings } from "../../src/sfrc/readings";
import { cellUse } from "../src/stale/cellUse";
import { cellsToRun } from "../src/stale/cellsToRun";
import { Provenance } from "../src/stale/provenance";

const CELLS = {
  book: `import { codebookTable, readSurvey, show } from "sojourn";\nconst survey = readSurvey();\nconst early = codeSample(survey);\nawait show(codebookTable(survey.codebook));`,
  sample: `import { codeSample } from "sojourn";\nconst people = codeSample(survey);\nawait show(sampleFlowFigure(people));`,
  coding: `await show(codingTable(people, "gender"));`,
  fit: `const published = readPublished();\nconst result = runStudy(sfrc, people);\nawait show(coefficientsFigure(result, published));`,
  claims: `await show(claimsOf(published, readClaims(), "H1"));`,
  table: `await show(table2(result, published));`,
  own: `const again = runStudy(sfrc, codeSample(survey, { cumulativeCausation: "dummy" }));\ncheck("h1", again);`,
};
type Name = keyof typeof CELLS;
const names = Object.keys(CELLS) as Name[];
const asPrinted: Readings = { ...defaultReadings, cumulativeCausation: "asPrinted" };

function runAll(provenance: Provenance, readings: Readings, which: readonly Name[] = names) {
  for (const name of which) provenance.ran(name, cellUse(CELLS[name]), readings);
  return provenance;
}
const stale = (provenance: Provenance, now: Readings) => names.filter((name) => provenance.departuresOf(name, now).length > 0);

test("after a switch what was made from the sample is stale, and nothing else, though it stands in the same cells", () => {
  const provenance = runAll(new Provenance(), defaultReadings);
  expect(stale(provenance, defaultReadings)).toEqual([]);
  expect(stale(provenance, asPrinted)).toEqual(["sample", "coding", "fit", "table"]);
  expect(provenance.departuresOf("table", asPrinted)).toEqual([{ name: "cumulativeCausation", made: ["dummy"], now: "asPrinted" }]);
});

test("a table that is run again alone is as stale as the fit it shows", () => {
  const provenance = runAll(new Provenance(), defaultReadings);
  provenance.ran("table", cellUse(CELLS.table), asPrinted);
  expect(stale(provenance, asPrinted)).toContain("table");
  runAll(provenance, asPrinted, ["sample", "fit", "table"]);
  expect(stale(provenance, asPrinted)).toEqual(["coding"]);
});

test("switching back makes what was not run again current, and what was, stale", () => {
  const provenance = runAll(new Provenance(), defaultReadings);
  runAll(provenance, asPrinted, ["sample", "coding"]);
  expect(stale(provenance, defaultReadings)).toEqual(["sample", "coding"]);
});

test("a reading of modelling touches what is fitted, not what is only coded; the sample hands it on", () => {
  const provenance = runAll(new Provenance(), defaultReadings);
  const withAge: Readings = { ...defaultReadings, age: "withAge" };
  expect(stale(provenance, withAge)).toEqual(["fit", "table", "own"]);
  expect(provenance.departuresOf("sample", withAge, "left")).toEqual([{ name: "age", made: ["squareOnly"], now: "withAge" }]);
});

test("a new kernel has no variables, but the outputs of the old one stay stale", () => {
  const provenance = runAll(new Provenance(), defaultReadings);
  provenance.forgetVariables();
  expect(stale(provenance, asPrinted)).toContain("table");
  provenance.ran("table", cellUse(CELLS.table), asPrinted);
  expect(stale(provenance, asPrinted)).not.toContain("table");
});

const plan = (staleNames: readonly Name[], ranNames: readonly Name[]) =>
  cellsToRun(names.map((name) => ({ id: name, use: cellUse(CELLS[name]), stale: staleNames.includes(name), ran: ranNames.includes(name) })));

test("a re-run takes the stale cells in order, and those before them that a new kernel lacks", () => {
  expect(plan(["table", "sample"], names)).toEqual(["sample", "table"]);
  expect(plan(["table"], [])).toEqual(["book", "sample", "fit", "table"]);
  expect(plan(["table"], ["book"])).toEqual(["sample", "fit", "table"]);
  expect(plan([], [])).toEqual([]);
});
