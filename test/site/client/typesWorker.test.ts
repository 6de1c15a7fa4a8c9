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

  it("are told of the package's own types", () => expect(faults('import { twice } from "sojourn"; twice("x")')).toMatchObject([{ from: 39, to: 42, message: "Argument of type 'string' is not assignable to parameter of type 'number'." }]));
});

it("what can be typed next is named, with its kind", () => {
  const offered = ask<{ label: string; type: string }[]>("completions", "p.", 2, 'import type { Person } from "sojourn"; declare const p: Person;');
  expect(offered).toEqual([{ label: "age", type: "property" }, { label: "greet", type: "method" }]);
  const all = ask<{ label: string; type: string }[]>("completions", "h", 1, 'import { twice, half, type Person } from "sojourn"; function own() {}');
  expect(Object.fromEntries(all.map(({ label, type }) => [label, type]))).toMatchObject({ own: "function", const: "keyword", half: "variable" });
  expect(all.length).toBeLessThanOrEqual(400);
});

it("what stands under the pointer is told, with its place and its documentation", () => {
  expect(ask("hover", "twice(2)", 2, 'import { twice } from "sojourn";')).toEqual({ from: 0, to: 5, signature: "(alias) twice(x: number): number\nimport twice", documentation: "Doubles a number." });
  expect(ask("hover", "  1", 0)).toBeUndefined();
});
