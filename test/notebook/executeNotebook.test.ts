import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isCode, type CodeCell, type DisplayOutput, type ErrorOutput, type StreamOutput } from "../../src/notebook/nbformat/notebook";
import { executeNotebook } from "../../src/notebook/run/executeNotebook";
import type { CellProgress, ExecutedNotebook } from "../../src/notebook/run/notebookRun";
import { makeFolder, writeNotebook } from "./smallNotebook";

const bundle = (text: string, id = "", update = false) =>
  `require("tslab/dist/jupyter").lastWriteDisplayData({ data: { "text/plain": ${JSON.stringify(text)}, "application/vnd.plotly.v1+json": { data: [{ y: [1, 0.5] }], b: 1, a: 2 } }, metadata: { width: 3 }, transient: { display_id: "${id}" } }, ${update});`;

const CELLS = {
  hello: `console.log("hello");\nconsole.log("again");`,
  order: `console.log("one"); console.error("two"); console.log("three"); ${bundle("figure")} process.stdout.write("fo"); process.stdout.write("ur");\nconst nothingToShow = 0;`,
  empty: "  \n",
  shown: `${bundle("first", "id-1")} ${bundle("second", "id-2")}`,
  updated: bundle("second, rewritten", "id-2", true),
  flood: `for (let i = 0; i < 20000; i++) console.log(i);`,
  throws: { code: `function broken(n: number): never {\n  throw new RangeError("n is " + n);\n}\nconsole.log("before");\nbroken(3);`, tags: ["raises-exception"] },
  mistyped: { code: `let n: number = 1;\nn = "two";`, tags: ["raises-exception"] },
  goesOn: `console.log(new Date(0).getHours(), process.cwd(), (0.1).toLocaleString(), process.env.SOJOURN_CHOICE);\nconsole.log({ a: 1, s: "x" });`,
  lateOutput: `const timer = setTimeout(() => console.log("late"), 60);`,
} as const;

describe("a notebook that runs through", () => {
  const folder = makeFolder();
  const progress: CellProgress[] = [];
  let executed: ExecutedNotebook;
  const cells = Object.keys(CELLS);
  const cell = (name: keyof typeof CELLS) => executed.notebook.cells.filter(isCode)[cells.indexOf(name)] as CodeCell;

  beforeAll(async () => {
    process.env.SOJOURN_CHOICE = "/left/over/from/elsewhere.json";
    process.env.FORCE_COLOR = "1";
    const path = writeNotebook(folder, [{ markdown: "# The *one* heading" }, ...Object.values(CELLS)]);
    executed = await executeNotebook(path, { onCell: (at) => progress.push(at), choice: "/二/sojourn.json" });
  });
  afterAll(() => {
    delete process.env.SOJOURN_CHOICE;
    delete process.env.FORCE_COLOR;
    rmSync(folder, { recursive: true, force: true });
  });

  test("joins what a cell writes to one stream", () => {
    expect(cell("hello").outputs).toEqual([{ output_type: "stream", name: "stdout", text: "hello\nagain\n" }]);
  });

  test("keeps streams and displays in the order they came", () => {
    const outputs = cell("order").outputs.map((output) => (output.output_type === "stream" ? `${output.name}: ${output.text}` : output.output_type));
    expect(outputs).toEqual(["stdout: one\n", "stderr: two\n", "stdout: three\n", "display_data", "stdout: four"]);
  });

  test("keeps a bundle of several formats, JSON as a value, and drops what is transient", () => {
    expect(cell("order").outputs[3]).toEqual({
      output_type: "display_data", metadata: { width: 3 },
      data: { "text/plain": "figure", "application/vnd.plotly.v1+json": { data: [{ y: [1, 0.5] }], b: 1, a: 2 } },
    });
  });

  test("rewrites an earlier cell's display when it is updated", () => {
    expect(cell("shown").outputs.map((output) => (output as DisplayOutput).data["text/plain"])).toEqual(["first", "second, rewritten"]);
    expect(cell("updated").outputs).toEqual([]);
  });

  test("loses none of 20,000 lines", () => {
    expect((cell("flood").outputs as StreamOutput[]).map(({ text }) => text)).toEqual([Array.from({ length: 20_000 }, (_, i) => `${i}\n`).join("")]);
  });

  test("numbers the cells that run from 1, without the empty one", () => {
    const counts = executed.notebook.cells.filter(isCode).map(({ execution_count }) => execution_count);
    expect(counts).toEqual([1, 2, null, 3, 4, 5, 6, 7, 8, 9]);
    expect(progress.map(({ n, of, heading }) => `${n}/${of} ${heading}`)).toEqual(Array.from({ length: 9 }, (_, i) => `${i + 1}/9 The one heading`));
  });

  test("makes an error output, in the notebook's own lines, of an expected exception", () => {
    const [before, error] = cell("throws").outputs as [StreamOutput, ErrorOutput];
    expect(before).toEqual({ output_type: "stream", name: "stdout", text: "before\n" });
    expect(error).toMatchObject({ output_type: "error", ename: "RangeError", evalue: "n is 3" });
    expect(error.traceback).toEqual(["RangeError: n is 3", "    at cell 6, line 2:9", "    at cell 6, line 5:1"]);
  });

  test("makes an error output of an expected complaint of the compiler", () => {
    expect(cell("mistyped").outputs).toEqual([{
      output_type: "error", ename: "TypeScriptError", evalue: "2:1 - Type 'string' is not assignable to type 'number'.",
      traceback: ["2:1 - Type 'string' is not assignable to type 'number'."],
    }]);
  });

  test("goes on after an expected error, in the notebook's folder, in one zone, language and colour everywhere, with the data chosen", () => {
    const folderWithinProject = folder.slice(folder.indexOf("build/"));
    expect(cell("goesOn").outputs).toEqual([{ output_type: "stream", name: "stdout", text: `0 ${folderWithinProject} 0.1 /二/sojourn.json\n{ a: 1, s: 'x' }\n` }]);
  });

  test("keeps output that comes after its cell has ended, and warns of it", () => {
    expect(cell("lateOutput").outputs).toEqual([{ output_type: "stream", name: "stdout", text: "late\n" }]);
    expect(executed.warnings).toEqual([expect.stringContaining("cell 9 wrote more after it had ended")]);
  });

  test("names the kernel in the metadata, so that JupyterLab opens it there", () => {
    expect(executed.notebook.metadata.kernelspec).toEqual({ display_name: "TypeScript", language: "typescript", name: "tslab" });
    expect(executed.notebook.metadata.language_info).toMatchObject({ name: "typescript", file_extension: ".ts" });
  });
});
