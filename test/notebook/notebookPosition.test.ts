import { describe, expect, test } from "vitest";
import { notebookPosition } from "../../src/notebook/run/notebookPosition";

// A cell, and the JavaScript that tslab 1.0.22 made of it (from the folder where preload/namedCells.cjs leaves it),
// in a notebook where `people` and `code` come from earlier cells.
const SOURCE = `import { readFileSync } from "node:fs";
import type { Stats } from "node:fs";

/** Only a type. */
interface Wanted {
  path: string;
}

const wanted: Wanted = { path: "x" };  // a comment
function read({ path }: Wanted): string {
  return readFileSync(path, "utf8");
}
console.log(people.map((who: number) => who.toFixed(2)).length, code(people));
for (const who of people) {

  if (who > 2) read(wanted as Wanted);
}
await Promise.resolve(read(wanted))`;

const COMPILED = `(async function(exports, require) { Object.defineProperty(exports, "__esModule", { value: true });
exports.wanted = exports.readFileSync = exports.read = exports.tsLastExpr = void 0;
const node_fs_1 = require("node:fs");
Object.defineProperty(exports, "readFileSync", { enumerable: true, get: function () { return node_fs_1.readFileSync; } });
const wanted = { path: "x" }; // a comment
exports.wanted = wanted;
function read({ path }) {
    return (0, node_fs_1.readFileSync)(path, "utf8");
}
exports.read = read;
console.log(exports.people.map((who) => who.toFixed(2)).length, exports.code(exports.people));
for (const who of exports.people) {
    if (who > 2)
        read(wanted);
}
exports.tsLastExpr = await Promise.resolve(read(wanted));

})(__tslab__.exports, __tslab__.require)`;

const at = (text: string, within: string): { line: number; column: number } => {
  const lines = COMPILED.split("\n");
  const line = lines.findIndex((candidate) => candidate.includes(text));
  return { line: line + 1, column: lines[line].indexOf(within, lines[line].indexOf(text)) + 1 };
};

describe("a place in what ran is found in the cell", () => {
  test.each([
    ["in a function", at("return (0", "(0"), { line: 11, column: 10 }],
    ["where names of earlier cells became properties", at("exports.people.map", "exports.people.map"), { line: 13, column: 13 }],
    ["within such a line", at("who.toFixed", "who.toFixed"), { line: 13, column: 41 }],
    ["where one line became two", at("        read(wanted);", "read("), { line: 16, column: 16 }],
    ["in a last line that tslab gives a name", at("Promise.resolve", "read("), { line: 18, column: 23 }],
    ["in an import", at("= require(", "require"), { line: 1, column: 1 }],
  ])("%s", (_, place, expected) => {
    const found = notebookPosition(SOURCE, COMPILED, place);
    expect(found?.line).toBe(expected.line);
    expect(found?.column).toBe(expected.column);
  });

  test("and is none where the line is tslab's own", () => {
    expect(notebookPosition(SOURCE, COMPILED, at("__tslab__.exports", "__tslab__"))).toBeUndefined();
    expect(notebookPosition(SOURCE, COMPILED, { line: 999, column: 1 })).toBeUndefined();
  });
});
