import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { errorOutput, explainError } from "../../../src/notebook/run/explainError";

const folder = mkdtempSync(join(tmpdir(), "explain-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
// As tslab leaves them: a line of its own above the cell's.
writeFileSync(join(folder, "cell-1.js"), `Object.defineProperty(exports, "__esModule", { value: true });\nfunction fail(x) {\n    throw new Error(x);\n}\n`);
writeFileSync(join(folder, "cell-2.js"), `Object.defineProperty(exports, "__esModule", { value: true });\nconst a = 1;\nexports.fail("no");\n`);
writeFileSync(join(folder, "cell-9.js"), "nobody();\n");
const cells = { folder, sources: new Map([[1, `function fail(x: string) {\n  throw new Error(x);\n}`], [2, `const a = 1;\n\nfail("no");\n`], [3, "gone();"]]) };
const thrown = (frames: readonly (readonly [cell: number, line: number, column: number])[], name = "RangeError", message = "no") => ({ thrown: { name, message, frames: frames.map(([cell, line, column]) => ({ cell, line, column })) } });

describe("an error of a cell", () => {
  it("is placed in the cell's own lines", () => {
    expect(explainError(thrown([[2, 3, 1]]), 2, cells)).toEqual({ where: { cell: 2, line: 3, column: 1 }, what: "RangeError: no" });
  });

  it("that an earlier cell's function threw says so, with the line where it has one", () => {
    expect(explainError(thrown([[1, 3, 5], [1, 9, 9], [2, 3, 1], [2, 2, 1]]), 2, cells)).toEqual({ where: { cell: 2, line: 3, column: 1 }, what: "RangeError: no (thrown in cell 1, line 2)" });
    expect(explainError(thrown([[3, 1, 1], [2, 3, 1]]), 2, cells)).toEqual({ where: { cell: 2, line: 3, column: 1 }, what: "RangeError: no (thrown in cell 3)" });
    expect(explainError(thrown([[9, 1, 1]]), 2, cells)).toEqual({ where: { cell: 2 }, what: "RangeError: no (thrown in cell 9)" }); // whose source nobody knows
  });

  it("without a frame or a message is told by what there is", () => {
    expect(explainError(thrown([], "Error", ""), 2, cells)).toEqual({ where: { cell: 2 }, what: "Error" });
    expect(explainError(thrown([[2, 1, 1]]), 2, cells)).toEqual({ where: { cell: 2 }, what: "RangeError: no" }); // tslab's own line
  });

  it("is an output of its frames in cells", () => {
    expect(errorOutput(thrown([[1, 3, 5], [9, 1, 1], [2, 1, 1], [2, 3, 1]], "RangeError", "no\nmore"), cells)).toEqual({ output_type: "error", ename: "RangeError", evalue: "no\nmore", traceback: ["RangeError: no", "more", "    at cell 1, line 2:3", "    at cell 2, line 3:1"] });
  });
});

describe("the compiler's complaints", () => {
  const complaint = (line: number, column: number, message: string, file?: string) => ({ line, column, message, ...(file === undefined ? {} : { file }) });
  const explained = (...diagnostics: ReturnType<typeof complaint>[]) => explainError({ diagnostics }, 2, cells);

  it("are told by the first, and in how many other places there are some", () => {
    expect(explained(complaint(1, 7, "first"))).toEqual({ where: { cell: 2, line: 1, column: 7 }, what: "first" });
    expect(explained(complaint(1, 7, "first"), complaint(1, 7, "of the same place"))).toEqual({ where: { cell: 2, line: 1, column: 7 }, what: "first" });
    expect(explained(complaint(1, 7, "first"), complaint(1, 8, "second"), complaint(3, 1, "third")).what).toBe("first (and 2 more)");
    expect(explained(complaint(4, 2, "first", "lib.ts"), complaint(1, 8, "second"))).toEqual({ where: { cell: 2 }, what: "lib.ts 4:2 - first (and 1 more)" });
  });

  it("below the cell's last line are about its end", () => {
    expect(explained(complaint(3, 2, "in it")).where).toEqual({ cell: 2, line: 3, column: 2 });
    expect(explained(complaint(4, 2, "below")).where).toEqual({ cell: 2, line: 3, column: 12 }); // fail("no"); has eleven characters
    expect(explainError({ diagnostics: [complaint(2, 1, "below")] }, 5, cells).where).toEqual({ cell: 5, line: 1, column: 1 });
  });

  it("are an output with all of them", () => {
    expect(errorOutput({ diagnostics: [complaint(1, 7, "first"), complaint(4, 2, "second", "lib.ts")] }, cells)).toEqual({ output_type: "error", ename: "TypeScriptError", evalue: "1:7 - first", traceback: ["1:7 - first", "lib.ts 4:2 - second"] });
  });
});
