import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { unstableOutputs } from "../../src/notebook/compare/unstableOutputs";
import type { MimeBundle, Notebook, Output } from "../../src/notebook/nbformat/notebook";

const notebook = (...outputs: Output[]): Notebook => ({
  nbformat: 4, nbformat_minor: 5, metadata: {},
  cells: [{ cell_type: "code", id: "a", metadata: {}, source: "x", execution_count: 1, outputs }],
});
const found = (text: string, data: MimeBundle = {}) =>
  unstableOutputs(notebook({ output_type: "stream", name: "stdout", text }, { output_type: "display_data", metadata: {}, data })).map((unstable) => `${unstable.output}: ${unstable.what}: ${unstable.found}`);

test.each([
  ["done 2024-05-01T10:00:00Z", ["1: a time: 2024-05-01T10:00"]],
  ["at 9:05:07", ["1: a time: 9:05:07"]],
  ["Wed May 01 2024 in Xi'an", ["1: a time: Wed May 01 2024"]],
  ["read /home/ada/survey.csv", ["1: a path: /home/ada"]],
  [`read ${tmpdir()}/x.csv`, [`1: a path: ${tmpdir()}/x.csv`]],
  ["C:\\Users\\ada", ["1: a path: C:\\Users"]],
  [`on ${process.version}`, [`1: a version: ${process.version}`]],
  ["Node.js 20.20", ["1: a version: Node.js 20.20"]],
])("tells what %j shows that changes", (text, expected) => expect(found(text)).toEqual(expected));

test.each(["2017–2019: 187 of 777", "ratio 1:2, see 3.2.1", "data/wvs.csv and home/ground", "https://example.org/home/x", "M1/M2, H3a, v2 of the coding"])(
  "finds nothing in %j", (text) => expect(found(text)).toEqual([]));

test("looks into JSON and HTML, not into pictures", () => {
  expect(found("", { "application/json": { a: ["/tmp/x/y"] }, "text/html": "<b>10:20:30</b>" })).toEqual(["2: a time: 10:20:30", "2: a path: /tmp/x"]);
  expect(found("", { "image/png": "/tmp/aaaa" })).toEqual([]); // base64 knows the slash
});
