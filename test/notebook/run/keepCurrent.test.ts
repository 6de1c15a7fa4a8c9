import { readFileSync, statSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isCode, type Notebook, type Output } from "../../../src/notebook/nbformat/notebook";
import { readNotebook } from "../../../src/notebook/nbformat/readNotebook";
import { KERNELSPEC } from "../../../src/notebook/run/finishedNotebook";
import { keepCurrent } from "../../../src/notebook/run/keepCurrent";
import { temporaryFolder, writeNotebook } from "../smallNotebook";

const language_info = { name: "typescript" };
/** The notebook as it is after a run: counts, outputs of its code cells, the kernel's metadata. */
function ran(notebook: Notebook, outputs: readonly (readonly Output[])[]): Notebook {
  let n = 0;
  const cells = notebook.cells.map((cell) => (isCode(cell) ? { ...cell, execution_count: n + 1, outputs: [...outputs[n++]] } : cell));
  return { ...notebook, cells, metadata: { ...notebook.metadata, kernelspec: KERNELSPEC, language_info } };
}
const shows = (text: string): Output[] => [{ output_type: "stream", name: "stdout", text }];

it("only cells that differ get new outputs, and a file that is current is not touched", async () => {
  const path = writeNotebook(temporaryFolder(), [{ markdown: "# One" }, "a", "b", "c"]);
  const first = ran(readNotebook(path), [shows("0.1"), shows("x"), shows("y")]);
  expect((await keepCurrent(path, first, "a.ipynb")).map(({ where }) => where)).toContain("execution count");
  expect(readNotebook(path)).toEqual(first);
  const written = [readFileSync(path, "utf8"), statSync(path).mtimeMs];
  expect(await keepCurrent(path, ran(readNotebook(path), [shows("0.10000000000001"), shows("x"), shows("y")]))).toEqual([]);
  expect([readFileSync(path, "utf8"), statSync(path).mtimeMs]).toEqual(written);
  const again = ran(readNotebook(path), [shows("0.10000000000001"), shows("x"), shows("z")]);
  expect(await keepCurrent(path, again)).toEqual([{ cell: 3, heading: "One", output: 1, where: "stdout, line 1", was: '"y"', is: '"z"' }]);
  expect(readNotebook(path)).toEqual(ran(readNotebook(path), [shows("0.1"), shows("x"), shows("z")])); // the first keeps the digits it had
});

it("an edit of a source, of prose or of metadata is not undone; times that Jupyter notes are none", async () => {
  const path = writeNotebook(temporaryFolder(), [{ markdown: "# One" }, "a"]);
  const before = readFileSync(path, "utf8");
  const executed = ran(readNotebook(path), [shows("x")]);
  for (const edited of [before.replace('"# One"', '"# Two"'), before.replace('"a"', '"b"'), before.replace('"metadata": {}', '"metadata": {"mine": 1}'), before.replace('"nbformat_minor": 5,\n "metadata": {}', '"nbformat_minor": 5,\n "metadata": {"title": "t"}')]) {
    expect(edited).not.toBe(before);
    writeFileSync(path, edited);
    await expect(keepCurrent(path, executed, "a.ipynb")).rejects.toThrow("a.ipynb: was edited while it ran (expected an unchanged file). It is left as it is: run it again.");
    expect(readFileSync(path, "utf8")).toBe(edited);
  }
  writeFileSync(path, before.replace('"cell_type": "code",\n   "id": "cell-1",\n   "metadata": {}', '"cell_type": "code",\n   "id": "cell-1",\n   "metadata": {"execution": {"iopub.status.idle": "2026"}, "ExecuteTime": {}}').replace('"outputs": []', '"outputs": [{"output_type": "stream", "name": "stdout", "text": "old"}]').replace('"execution_count": null', '"execution_count": 9'));
  expect(readFileSync(path, "utf8")).not.toBe(before);
  expect(await keepCurrent(path, executed)).not.toEqual([]);
  expect(readNotebook(path)).toEqual(executed);
});

it("an older format becomes 4.5, also where nothing else differs", async () => {
  const path = writeNotebook(temporaryFolder(), ["a"]);
  await keepCurrent(path, ran(readNotebook(path), [shows("x")]));
  writeFileSync(path, readFileSync(path, "utf8").replace('"nbformat_minor": 5', '"nbformat_minor": 4').replace(/ {3}"id": "[^"]*",\n/g, ""));
  const executed = readNotebook(path);
  expect(await keepCurrent(path, executed)).toEqual([{ where: "nbformat", was: "4.4", is: "4.5" }]);
  expect(readFileSync(path, "utf8")).toContain('"nbformat_minor": 5');
});
