import { expect, test } from "vitest";
import { isCode } from "../../src/notebook/nbformat/notebook";
import { executeNotebook } from "../../src/notebook/run/executeNotebook";
import { kernelOfFile } from "./oneKernel";
import { writeNotebook } from "./smallNotebook";

const { folder, next } = kernelOfFile();

const FIT = `import { fitBinary, waldTest, type Fit } from "sojourn/models";
const X = [[1, 0], [1, 1], [1, 0], [1, 1], [1, 0], [1, 1], [1, 0], [1, 1]];
const fit: Fit = fitBinary(X, [0, 1, 0, 1, 1, 0, 0, 1], ["const", "x"], { link: "probit" });
console.log(fit.n, waldTest(fit, ["x"]).df);`;

test("a cell imports the package by its name", async () => {
  const { notebook } = await executeNotebook(writeNotebook(folder, [`import * as sojourn from "sojourn";\nconsole.log(Object.keys(sojourn).length > 0);`], "whole.ipynb"), { kernel: next() });
  expect(notebook.cells.filter(isCode)[0].outputs).toEqual([{ output_type: "stream", name: "stdout", text: "true\n" }]);
});

test("a cell imports from sojourn/models with its types, though tslab resolves types as if there were no exports map", async () => {
  const { notebook } = await executeNotebook(writeNotebook(folder, [FIT], "right.ipynb"), { kernel: next() });
  expect(notebook.cells.filter(isCode)[0].outputs).toEqual([{ output_type: "stream", name: "stdout", text: "8 1\n" }]);
});

test("and a wrong use of a type is told, so the types were found", async () => {
  const path = writeNotebook(folder, [`import { holm } from "sojourn/models";\nconst wrong: string = holm([0.01, 0.04]);`], "wrong.ipynb");
  await expect(executeNotebook(path, { kernel: next() })).rejects.toThrow(/Type 'number\[\]' is not assignable to type 'string'/);
});
