import { describe, expect, test } from "vitest";
import { readDiagnostic, readLeftBehind, readThrown } from "../../src/notebook/run/kernelStack";

// As Node 20 prints them on tslab 1.0.22.
const DECORATED = `cell-3:5
    throw new TypeError('bad ' + a);
    ^

TypeError: bad 1
    at f (cell-3:5:11)
    at cell-7:9:5
    at sigintHandlersWrap (node:vm:280:12)
    at Object.execute (/home/x/node_modules/tslab/dist/executor.js:160:38)
`;
const FROM_NODE = `node:internal/modules/cjs/loader:1210
  throw err;
  ^

Error: Cannot find module 'nothere'
Require stack:
- /home/x/notebooks/src.js
    at Module._resolveFilename (node:internal/modules/cjs/loader:1207:15)
    at cell-15:3:11 {
  code: 'MODULE_NOT_FOUND'
}
`;

describe("what the kernel prints of something thrown", () => {
  test.each([
    ["an error with the line that threw it", DECORATED, "TypeError", "bad 1", [[3, 5, 11], [7, 9, 5]]],
    ["an error of Node, with the modules that asked", FROM_NODE, "Error", "Cannot find module 'nothere'", [[15, 3, 11]]],
    ["a message of two lines", "Error: one\ntwo\n    at cell-1:3:7\n    at async Object.execute (x.js:1:1)\n", "Error", "one\ntwo", [[1, 3, 7]]],
    ["an asynchronous frame", "RangeError: no\n    at async deep (cell-2:4:3)\n", "RangeError", "no", [[2, 4, 3]]],
    ["an error with a code", "TypeError [ERR_INVALID_ARG_TYPE]: The path\n    at cell-1:1:1\n", "TypeError", "The path", [[1, 1, 1]]],
    ["an error with properties", "BadInput: mine.csv, row 3: x\n    at cell-1:2:3 {\n  place: { file: 'mine.csv' }\n}\n", "BadInput", "mine.csv, row 3: x", [[1, 2, 3]]],
    ["an error without a message", "Error\n    at cell-1:1:1\n", "Error", "", [[1, 1, 1]]],
    ["a text", "only a text\n", "Error", "only a text", []],
    ["an object", "{ a: 1 }\n", "Error", "{ a: 1 }", []],
  ])("is taken apart: %s", (_, text, name, message, frames) => {
    expect(readThrown(text)).toEqual({ name, message, frames: frames.map(([cell, line, column]) => ({ cell, line, column })) });
  });

  test("is known as left behind by its first word", () => {
    expect(readLeftBehind("UnhandledPromiseRejection: Error: floating\n    at cell-2:1:16\n")).toMatchObject({ message: "floating", frames: [{ cell: 2 }] });
    expect(readLeftBehind("UncaughtException: Error: late\n    at Timeout._onTimeout (cell-10:3:26)\n")).toMatchObject({ message: "late" });
    expect(readLeftBehind("Error: not late\n")).toBeUndefined();
  });
});

test("a complaint of the compiler has a place, in the cell or in a file that it imports", () => {
  expect(readDiagnostic("2:7 - Type 'number' is not\nassignable.\n")).toEqual({ file: undefined, line: 2, column: 7, message: "Type 'number' is not\nassignable." });
  expect(readDiagnostic("lib/a.ts 1:2 - No.\n")).toEqual({ file: "lib/a.ts", line: 1, column: 2, message: "No." });
  expect(readDiagnostic("12:30 is the time\n")).toBeUndefined();
});
