import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { differenceText } from "../../src/notebook/compareOutputs";
import { executeNotebook } from "../../src/notebook/run/executeNotebook";
import { keepCurrent } from "../../src/notebook/run/keepCurrent";
import { kernelOfFile } from "./oneKernel";
import { writeNotebook } from "./smallNotebook";

const { folder, next } = kernelOfFile();

/** Runs a notebook and brings its file up to date, as `sojourn run` does; gives what it says of that. */
async function run(path: string): Promise<string[]> {
  const { notebook } = await executeNotebook(path, { kernel: next() });
  return (await keepCurrent(path, notebook, "small.ipynb")).map(differenceText);
}

test("the file is written as Jupyter does, and later only the outputs that differ are replaced", async () => {
  const path = writeNotebook(folder, [{ markdown: "# 标题\nline" }, `console.log(0.1 + 0.2);`, `console.log("é\\nnew");`]);
  await run(path);
  expect(readFileSync(path, "utf8")).toBe(readFileSync(join(__dirname, "asJupyterWrites.ipynb"), "utf8"));
  const stale = readFileSync(path, "utf8").replace("0.30000000000000004", "0.3").replace("new\\n\"", "old\\n\"");
  writeFileSync(path, stale);
  expect(await run(path)).toEqual([expect.stringContaining(`cell 2 "标题", output 1, stdout, line 2: was "é old`)]);
  expect(readFileSync(path, "utf8")).toBe(stale.replace("old\\n\"", "new\\n\""));
});

test.each([
  ["its source", `.replace("const", "/* edited */ const")`],
  ["a tag", `.replace('"metadata": {}', '"metadata": {"tags": ["new"]}')`],
  ["the notebook's metadata", `.replace('"nbformat": 4', '"metadata": {"author": "me"}, "nbformat": 4').replace('"metadata": {},\\n "cells"', '"cells"')`],
  ["an attachment", `.replace('"attachments": {}', '"attachments": {"a.txt": {"text/plain": "new"}}')`],
])("an edit made while it ran is not undone, of %s", async (_, edit) => {
  const path = writeNotebook(folder, [`const { readFileSync, writeFileSync } = require("fs");\nwriteFileSync("small.ipynb", readFileSync("small.ipynb", "utf8")${edit});`, { markdown: "text" }]);
  writeFileSync(path, readFileSync(path, "utf8").replace(/"id": "cell-1",/, `"attachments": {}, $&`));
  const before = readFileSync(path, "utf8");
  await expect(run(path)).rejects.toThrow("small.ipynb: was edited while it ran (expected an unchanged file). It is left as it is: run it again.");
  expect(readFileSync(path, "utf8")).not.toBe(before);
  expect(readFileSync(path, "utf8")).not.toContain("kernelspec");
});

test("a picture that has changed is stored, though it is as large as before", async () => {
  const draw = (colour: string) => `import { display } from "tslab";\nimport { Resvg } from "@resvg/resvg-js";\nconst drawn = new Resvg('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="${colour}"/></svg>');\ndisplay.png(drawn.render().asPng());`;
  const path = writeNotebook(folder, [draw("red")]);
  await run(path);
  const red = readFileSync(path, "utf8");
  writeFileSync(path, red.replace("red", "blue"));
  expect(await run(path)).toEqual([expect.stringContaining("image/png, pixels: was 9×9, is the same size, 81 of 81 pixels another")]);
  const picture = (text: string) => JSON.parse(text).cells[0].outputs[0].data["image/png"];
  expect(picture(readFileSync(path, "utf8"))).not.toBe(picture(red));
});
