// @vitest-environment jsdom
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TypeQuestion } from "../../../src/site/client/types/worker";

const LIB = join(__dirname, "../../../node_modules/typescript/lib");
const answers = new Map<number, unknown>();
const original = globalThis.postMessage;

beforeAll(async () => {
  globalThis.sojournTypes = {
    ...Object.fromEntries(readdirSync(LIB).filter((file) => /^lib\.(?:es.*|decorators.*)\.d\.ts$/.test(file)).map((file) => [`/${file}`, readFileSync(join(LIB, file), "utf8")])),
    "/around.d.ts": "declare const console: { log(...values: unknown[]): void };", "/cell.ts": "export {};",
    "/node_modules/sojourn/package.json": '{ "name": "sojourn", "types": "index.d.ts" }',
    "/node_modules/sojourn/index.d.ts": "/** Doubles a number. */\nexport declare function twice(x: number): number;\nexport declare const half: number;\nexport interface Person { age: number; greet(): string }\n",
  };
  globalThis.postMessage = ((data: { id: number; answer: unknown }) => void answers.set(data.id, data.answer)) as typeof postMessage;
  await import("../../../src/site/client/types/worker.js");
});
afterAll(() => {
  globalThis.postMessage = original;
  globalThis.sojournTypes = undefined;
});

let asked = 0;
function ask<T>(kind: TypeQuestion["kind"], text: string, at = 0, ...above: string[]): T {
  const id = ++asked;
  dispatchEvent(new MessageEvent("message", { data: { id, kind, above, text, at } satisfies TypeQuestion }));
  return answers.get(id) as T;
}
interface Fault { from: number; to: number; severity: string; message: string }
const faults = (text: string, ...above: string[]) => ask<Fault[]>("diagnostics", text, 0, ...above);

describe("faults of a cell", () => {
  it("are those of its own text, by their place in it", () => {
    expect(faults('const a: number = "x";')).toEqual([{ from: 6, to: 7, severity: "error", message: "Type 'string' is not assignable to type 'number'." }]);
    expect(faults("1 + 1", 'const a: number = "x";')).toEqual([]);
    expect(faults('const b: number = "x";', "const a = 1;", "a + 1")).toMatchObject([{ from: 6, to: 7 }]);
    expect(faults("a.b", "const a = 1;")).toMatchObject([{ from: 2, to: 3, severity: "error" }]);
    expect(faults("const = 1")[0]).toMatchObject({ severity: "error" });
    expect(faults("console.log(none)")).toMatchObject([{ from: 12, to: 16, message: "Cannot find name 'none'." }]);
  });

  it("are none where a later cell declares a name again, of another type", () => {
    expect(faults("const a = 'x'; a.length", "const a = 1;")).toEqual([]);
    expect(faults("a.length", "const a = 1;", "const a = 'x';")).toEqual([]);
    expect(faults("a.toFixed(1)", "const a = 1, b = 2;", "const c = 3;")).toEqual([]);
    expect(faults("const { a, b: [c] } = { a: 'x', b: ['y'] }; a.length + c.length", "const a = 1;", "const c = 1;")).toEqual([]);
    expect(faults("function f() { return 'x'; }\nf().length", "function f() { return 1; }")).toEqual([]);
    expect(faults('import { twice } from "sojourn"; twice(1)', 'import { twice, half } from "sojourn";')).toEqual([]);
    expect(faults("half.toFixed(1)", 'import { twice, half } from "sojourn";', "const twice = 1;")).toEqual([]);
    expect(faults("twice.toFixed(1)", 'import { twice } from "sojourn";', "const twice = 1;")).toEqual([]);
    expect(faults('import * as s from "sojourn"; s.twice(1)', "const s = 1;")).toEqual([]);
  });

  it.each<string[]>([
    ["b.toFixed(1)", "const a = 1, b = 2;", "const a = 'x';"],
    ["c.toFixed(1) + d.length", "const { a, c, ...d } = { a: 1, c: 2, length: 3 }; [c].map((a) => ({ a })).at(0)?.a;", "const a = 'x';"],
    ["const a = b + 1; a.toFixed(1)", "const a = 1; const b = a + 1;"],
    ["b.length", "const a = 'x';", "const b = a;", "const a = 1;"],
    ["g().length + o.f.length + new K().f.length", "function f() { return 'x'; }", "const g = () => f(), o = { f: f() }; class K { f = o.f; }", "function f() { return 1; }"],
    ["p.age.length + q.age", "interface P { age: string } declare const p: P;", "interface P { age: number } declare const q: P; const age = 1;", "const age = 2;"],
    ["o.a.length + t(1)", 'import { twice as t, half } from "sojourn"; const a = "x"; const o = { a };', "const a = 1, half = 2;"],
    ["f().length", "const f = () => String(import.meta.url);", "const meta = 1;", "const meta = 2;"],
    ["enums.B + E.a", "const a = 1; enum E { a, B } const enums = { B: E.B };", "const a = 2, B = 3;"],
    ["none", "const none = 1;"], ["s.P.length + o.a", 'import * as s from "sojourn"; namespace N { export const P = "x" } const s2 = s; declare const o: { a: string };', "const a = 1, P = 2;", "const a = 2, P = 3, o = { a: 1 }, s = { P: 'x' };"],
    ["q.length", "const N = 1; namespace M { export type N = string } declare const q: M.N;", "const N = 2;"],
    ["b + c.toFixed(1)", "const { a: b, x: a, ...c0 } = { a: 1, x: 2, y: 3 }; const c = c0.y;", "const a = 'x';"],
    ["last.toFixed(1)", "const a = 1; const [first, a2] = [a, 2]; const last = [a2].map(([...a]: any) => 1)[0];", "const a = 'x', first = 'y';"],
    ["r.y.toFixed(1)", "const { x, ...rest } = { x: 1, y: 2 }; const r = rest;", "const rest = 'x';"],
  ])("are none in %j after %j, where what stood beside a name that is declared again, or was made with it, is used", (text, ...above) => expect(faults(text, ...above)).toEqual([]));

  it("have their places among cells whose names changed", () => {
    expect(faults("half.x", 'import { twice, half } from "sojourn";', "const twice = half;")).toMatchObject([{ from: 5, to: 6, message: "Property 'x' does not exist on type 'number'." }]);
    expect(faults("missing", "const a = 1;", "const a = 2;")).toEqual([{ from: 0, to: 7, severity: "error", message: "Cannot find name 'missing'." }]);
  });

  it("see what is declared for all cells", () => expect(faults("x.y", "declare global { var x: number }", "declare global { var z: number }")).toMatchObject([{ from: 2, to: 3 }]));

  it("call an earlier declaration by the name it has in its cell", () => {
    expect(faults("q.none", "interface P { age: string } declare const q: P;", "interface P { n: 1 }")).toMatchObject([{ message: "Property 'none' does not exist on type 'P'." }]);
    expect(ask("hover", "h(2)", 0, "const a = 1; function h(a: number) { return a; }", "const a = 2;")).toMatchObject({ signature: "function h(a: number): number" });
    expect(ask<{ label: string }[]>("completions", "", 0, "const own = 1;", "const own = 2;").filter(({ label }) => label === "own" || label.startsWith("__cell"))).toHaveLength(1);
  });


  it("are told of the package's own types", () => expect(faults('import { twice } from "sojourn"; twice("x")')).toMatchObject([{ from: 39, to: 42, message: "Argument of type 'string' is not assignable to parameter of type 'number'." }]));
});

it("what can be typed next is named, with its kind", () => {
  const offered = ask<{ label: string; type: string }[]>("completions", "p.", 2, 'import type { Person } from "sojourn"; declare const p: Person;');
  expect(offered).toEqual([{ label: "age", type: "property" }, { label: "greet", type: "method" }]);
  const all = ask<{ label: string; type: string }[]>("completions", "h", 1, 'import { twice, half, type Person } from "sojourn"; function own() {}');
  expect(Object.fromEntries(all.map(({ label, type }) => [label, type]))).toMatchObject({ own: "function", const: "keyword", half: "variable" });
  expect(all.length).toBeLessThanOrEqual(400);
  const kinds = ask<{ label: string; type: string }[]>("completions", "let x: ", 7, "interface Own { a: 1 }\ntype Other = 1;\nclass Thing { get size() { return 1; } }\nconst thing = new Thing();");
  expect(Object.fromEntries(kinds.map(({ label, type }) => [label, type]))).toMatchObject({ Own: "type", Other: "type", Thing: "variable" });
  expect(ask("completions", "thing.", 6, "class Thing { get size() { return 1; } }\nconst thing = new Thing();")).toEqual([{ label: "size", type: "property" }]);
  expect(ask("completions", '"a"', 1)).toEqual([]);
  const many = Array.from({ length: 450 }, (_, i) => `p${String(i).padStart(3, "0")}: 1`).join("; ");
  expect(ask<{ label: string }[]>("completions", "many.", 5, `declare const many: { ${many} };`).map(({ label }) => label)).toEqual(Array.from({ length: 400 }, (_, i) => `p${String(i).padStart(3, "0")}`));
});

it("what stands under the pointer is told, with its place and its documentation", () => {
  expect(ask("hover", "twice(2)", 2, 'import { twice } from "sojourn";')).toEqual({ from: 0, to: 5, signature: "(alias) twice(x: number): number\nimport twice", documentation: "Doubles a number." });
  expect(ask("hover", "  1", 0)).toBeUndefined();
});
