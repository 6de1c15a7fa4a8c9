import { runInThisContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BadInput } from "../../../../src/badInput";
import { columnMap } from "../../../../src/site/client/kernel/columnMap";
import { emit } from "../../../../src/site/client/kernel/outputs";
import { runCell } from "../../../../src/site/client/kernel/runCell";
import { Scope } from "../../../../src/site/client/kernel/scope";

/** Scripts that a worker could load, by their address, and those that were let go. */
let loaded: Map<string, string>;
let revoked: string[];

beforeEach(() => {
  loaded = new Map();
  revoked = [];
  vi.stubGlobal("Blob", class { constructor(readonly parts: readonly string[], readonly options: object) {} });
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    const { parts, options } = blob as unknown as { parts: string[]; options: object };
    expect(options).toEqual({ type: "text/javascript" });
    const address = `blob:null/${loaded.size}`;
    loaded.set(address, parts.join(""));
    return address;
  });
  vi.spyOn(URL, "revokeObjectURL").mockImplementation((address) => void revoked.push(address));
  vi.stubGlobal("importScripts", (address: string) => runInThisContext(loaded.get(address)!, { filename: address }) as unknown);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  Reflect.deleteProperty(globalThis, "sojournCell");
});

const say = (text: unknown) => emit({ output_type: "stream", name: "stdout", text: String(text) });
const fails = () => { throw new BadInput({ file: "survey.csv" }, "it has no rows", "one or more"); };
const old = new Error("from before");
old.stack = "Error: from before\n    at somewhere else (file.js:7:9)";
const newScope = () => new Scope({ sojourn: { say, fails, old, default: "the default" } });
const HEAD = 'import { say, fails, old } from "sojourn";';
const said = (text: string) => [{ output_type: "stream", name: "stdout", text }];

describe("a cell that runs", () => {
  it("sees and changes what earlier cells declared and imported, and leaves its own to later ones", async () => {
    const scope = newScope();
    expect(await runCell(`${HEAD}\nlet a: number = 2; const add = (n: number) => { a += n; };`, scope, "en")).toEqual({ outputs: [] });
    expect(await runCell("add(3); say(a); a = 10; const b = await Promise.resolve(a); say(`, ${b}`);", scope, "en")).toEqual({ outputs: said("5, 10") });
    expect(await runCell("add(1); say([a, b]);", scope, "en")).toEqual({ outputs: said("11,10") });
    expect(await runCell('const a = "new"; say(a); add(1); say(a);', scope, "en")).toEqual({ outputs: said("newnew") });
    expect(revoked).toEqual([...loaded.keys()]);
    expect(revoked).toHaveLength(4);
  });

  it("is strict", async () => {
    expect((await runCell("undeclared = 1;", newScope(), "en")).error).toMatchObject({ name: "ReferenceError", line: 1 });
    expect(await runCell(`${HEAD}\nsay((function () { return this; })());`, newScope(), "en")).toEqual({ outputs: said("undefined") });
  });
});

describe("a cell that fails", () => {
  const failed = async (source: string, language: "en" | "zh" = "en") => runCell(source, newScope(), language);

  it("keeps what it printed, and tells where the error arose in what was written", async () => {
    const source = `${HEAD}\nconst n: Map<string, number> = new Map();\nsay(1); say(2);\n  if (n.size === 0) { say(3); throw new RangeError("empty"); }\nsay(4);`;
    const line = source.split("\n")[3];
    expect(await failed(source)).toEqual({ outputs: said("123"), error: { name: "RangeError", message: "empty", line: 4, column: line.indexOf("new") + 1 } });
  });

  it("tells the call in the cell where the package refuses, in the reader's language", async () => {
    const source = `${HEAD}\nconst x = 1; fails();`;
    const place = { line: 2, column: 14 };
    expect((await failed(source)).error).toEqual({ name: "BadInput", message: "survey.csv: it has no rows (expected one or more).", ...place });
    expect((await failed(source, "zh")).error).toMatchObject({ name: "BadInput", ...place });
  });

  it("on its first line counts columns from the line's own beginning", async () => {
    expect((await failed("throw new Error('x');")).error).toEqual({ name: "Error", message: "x", line: 1, column: 7 });
  });

  it("tells the statement that ran where nothing else says the place", async () => {
    expect((await failed(`${HEAD}\nsay(1);\n  throw old;`)).error).toEqual({ name: "Error", message: "from before", line: 3, column: 3 });
    expect((await failed("const a = 1;\nconst b = 2; throw 3;")).error).toEqual({ name: "Error", message: "thrown: 3", line: 2, column: 14 });
    expect((await failed("throw { toString: () => 'it' };", "zh")).error).toEqual({ name: "Error", message: "抛出：it", line: 1, column: 1 });
  });

  it("before its first statement has no place", async () => {
    const scope = newScope();
    await runCell("const a = 1; throw a;", scope, "en");
    expect(await runCell('import { f } from "nowhere";\nf();', scope, "zh")).toEqual({ outputs: [], error: { name: "Error", message: '本页中没有模块 "nowhere"（有 "sojourn"）' } });
    expect((await runCell('import { f } from "nowhere";', scope, "en")).error).toEqual({ name: "Error", message: 'there is no module "nowhere" in this page (there are "sojourn")' });
    expect(revoked).toHaveLength(3);
  });

  it("that is no TypeScript says line and column, prints nothing, and is not loaded", async () => {
    const scope = newScope();
    await runCell(`${HEAD}\nsay("before");`, scope, "en");
    expect(await runCell("const a = 1;\nconst b = = 2;", scope, "en")).toMatchObject({ outputs: [], error: { name: "SyntaxError", line: 2, column: 11 } });
    expect(loaded.size).toBe(1);
  });

  it("leaves what it reached, takes away what it did not, and gives back what an earlier cell declared under that name", async () => {
    const scope = newScope();
    await runCell(`${HEAD}\nconst kept = "old"; const again = "old";`, scope, "en");
    await runCell('const kept = "new"; const done = 1; say(missing); const again = "new"; const never = 2;', scope, "en");
    expect(await runCell("say([kept, done, again, typeof never]);", scope, "en")).toEqual({ outputs: said("new,1,old,undefined") });
  });

  it("uses an export that is not there: refused where it is used, in both languages", async () => {
    const source = 'import { say, Absent } from "sojourn";\nimport fallback, * as all from "sojourn";\nsay(fallback); say(Object.keys(all).length); say(Absent);';
    expect(await failed(source)).toMatchObject({ outputs: said("the default4"), error: { name: "SyntaxError", message: '"sojourn" has no export called Absent', line: 3 } });
    expect((await failed(source, "zh")).error).toMatchObject({ message: '"sojourn" 没有名为 Absent 的导出' });
    expect(await failed('import { say, type Absent } from "sojourn"; say(1);')).toEqual({ outputs: said("1") });
  });
});

it("columns are found by a source map's tokens, each counted on from the one before", () => {
  // E is +2, I is +4, F is -2, gB is +16 in two digits, hB is -16.
  const of = columnMap("AAAA,EAAI;EAAF;;gBAAgB,AAAA,gBAAhB");
  expect([[1, 1], [1, 2], [1, 3], [1, 10], [2, 1], [2, 2], [2, 3], [2, 4], [3, 5], [4, 17], [4, 18], [4, 33], [9, 3]].map(([line, column]) => of(line, column))).toEqual([1, 2, 5, 12, 1, 2, 3, 4, 5, 19, 20, 3, 3]);
});
