import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decidingCell, isNotebookOf, tablesIn } from "../src/panel/decidingCell";

const folder = new URL("../../notebooks/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
const HYPOTHESES = ["H1", "H2", "H3a", "H3b", "H3c", "H4a", "H4b"];
const cellsOf = (name: string, { run = true } = {}) =>
  (JSON.parse(readFileSync(new URL(name, folder), "utf8")).cells as { id: string; cell_type: string; source: string | string[]; outputs: never[] }[])
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ id, source, outputs }) => ({ id, source: [source].flat().join(""), tables: run ? tablesIn(outputs) : [] }));

test("each hypothesis has one notebook of its own", () => {
  for (const hypothesis of HYPOTHESES) {
    const own = names.filter((name) => isNotebookOf(`notebooks/${name}`, hypothesis));
    expect(own, hypothesis).toHaveLength(1);
    expect(own[0]).toContain(`-${hypothesis.toLowerCase().replace(/^(h3)[abc]$/, "$1")}-`);
  }
});

test("there, the deciding cell is the one that shows the answer, run or not", () => {
  for (const hypothesis of HYPOTHESES) {
    const name = names.find((file) => isNotebookOf(file, hypothesis))!;
    const found = decidingCell(cellsOf(name), hypothesis);
    expect(found?.tables.some((table) => table.startsWith("answers-") && table.includes(hypothesis)), hypothesis).toBe(true);
    expect(decidingCell(cellsOf(name, { run: false }), hypothesis)?.id).toBe(found?.id);
  }
});

test("where all answers stand in one table, that one; where none does, none", () => {
  const [start, data] = ["01-start-here.ipynb", "02-data-and-coding.ipynb"];
  expect(decidingCell(cellsOf(start), "H2")?.tables).toEqual(["answers"]);
  expect(decidingCell(cellsOf(start, { run: false }), "H2")?.source).toContain("answersTable(");
  expect(decidingCell(cellsOf(data), "H2")).toBeUndefined();
});
