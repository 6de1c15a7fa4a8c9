import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Cell, Output } from "../../src/notebook/nbformat/notebook";
import { readExecutedNotebook } from "../../src/site/executedNotebook";
import { notebookText } from "../../src/notebook/nbformat/notebookText";
import { code, display, newFolder, prose, stdout } from "./exampleNotebooks";

const folder = newFolder();
function read(...cells: Cell[]) {
  const path = join(folder, "01 a.ipynb");
  writeFileSync(path, notebookText({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
  return readExecutedNotebook(path, "notebooks/01 a.ipynb", "01");
}
const failed: Output = { output_type: "error", ename: "RangeError", evalue: "p = 2\nat x", traceback: [] };
const deep = (levels: number): unknown => (levels === 0 ? "x" : { a: deep(levels - 1) });

it("an executed notebook is read with its name and as it is, empty cells and wanted errors included", () => {
  const { file, name, cells, content } = read(prose("p", "# A"), { ...code("empty", " \n"), execution_count: null }, code("a", "1", [stdout("1")]), code("b", "2", [failed], { tags: ["raises-exception"] }));
  expect([file, name, cells.length, JSON.parse(content.toString()).cells.length]).toEqual(["notebooks/01 a.ipynb", "01 a", 4, 4]);
  expect(read(prose("p", "# A")).cells.length).toBe(1);
  expect(read(code("a", "1"), code("b", "2", [stdout("2")])).cells.length).toBe(2);
});

it.each<[string, Cell[], string]>([
  ["was never run", [code("a", "1", [stdout("1")]), { ...code("b", "2"), execution_count: null }], "notebooks/01 a.ipynb, column cell b: was never run (expected an executed notebook). Run it: npx --no-install sojourn run 01."],
  ["holds no output", [code("a", "1"), code("b", "2")], "notebooks/01 a.ipynb: holds no output (expected an executed notebook). Run it: npx --no-install sojourn run 01."],
  ["ended in an error", [code("a", "1", [stdout("1"), failed], { tags: ["other"] })], 'notebooks/01 a.ipynb, column cell a: ended in an error, "RangeError: p = 2" (expected an output without errors). Mend the cell and run it again: npx --no-install sojourn run 01. An error that is wanted carries the tag raises-exception.'],
  ["is nested deeply", [code("a", "1", [display({ "application/json": deep(130) })])], "notebooks/01 a.ipynb, column cell a: its output is nested more than 120 levels deep (expected a table, a figure or a text)."],
])("a notebook that %s is refused by its cell", (_, cells, sentence) => expect(() => read(...cells)).toThrow(sentence));
