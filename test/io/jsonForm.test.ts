import { expect, test } from "vitest";
import { inLanguage } from "../../src/faults/said";
import { type Form, misfitOf } from "../../src/io/jsonForm";

const form: Form = {
  type: "object", required: ["n", "list"], additionalProperties: false,
  properties: { n: { type: ["number", "null"] }, list: { type: "array", minItems: 1, uniqueItems: true, items: { type: "string", minLength: 1 } }, kind: { enum: ["a", "b"] }, yes: { const: true }, one: { anyOf: [{ type: "string" }, { type: "object", additionalProperties: { type: "number" }, minProperties: 1 }] }, code: { type: "string", pattern: "^\\d+$" } },
};
const good = { n: null, list: ["x", "y"], kind: "a", yes: true, one: { k: 1 }, code: "12" };

test("a value of the form has no misfit", () => expect(misfitOf(good, form)).toBeUndefined());

test.each<[unknown, string, string, string]>([
  [[], "", "[]", "an object { … }"],
  [{ n: 1 }, "", "no list", "n, list"],
  [{ n: 1, lsit: [] }, "/lsit", 'unknown key "lsit"; did you mean "list"?', "n, list, kind, yes, one, code"],
  [{ ...good, n: "1" }, "/n", '"1"', "a number or null"],
  [{ ...good, list: [] }, "/list", "[]", "a list of at least 1"],
  [{ ...good, list: ["x", "x"] }, "/list/1", '"x" stands twice', "each once"],
  [{ ...good, list: ["x", " "] }, "/list/1", '" "', "a text that is not empty"],
  [{ ...good, kind: "c" }, "/kind", '"c"', '"a", "b"'],
  [{ ...good, yes: false }, "/yes", "false", "true"],
  [{ ...good, one: { k: "1" } }, "/one/k", '"1"', "a number"],
  [{ ...good, one: 3 }, "/one", "3", "a text, or an object { … }"],
  [{ ...good, code: "x" }, "/code", '"x"', "a text of the form ^\\d+$"],
  [{ ...good, "a/b": 1 }, "/a~1b", 'unknown key "a/b"', "n, list, kind, yes, one, code"],
])("%j is a misfit at %s", (value, pointer, found, expected) => {
  const misfit = misfitOf(value, form)!;
  expect({ pointer: misfit.pointer, found: inLanguage(misfit.found, "en"), expected: inLanguage(misfit.expected, "en") }).toEqual({ pointer, found, expected });
});

test("a long value is told by its beginning: up to sixty characters whole, of more the first fifty-seven", () => {
  const told = (letters: number): string => inLanguage(misfitOf({ ...good, code: "x".repeat(letters) }, form)!.found, "en");
  expect(told(58)).toBe(`"${"x".repeat(58)}"`);
  expect(told(59)).toBe(`"${"x".repeat(56)}…`);
});

test("a misfit is said in Chinese", () => {
  const inChinese = (value: unknown): string[] => { const { found, expected } = misfitOf(value, form)!; return [found, expected].map((text) => inLanguage(text, "zh")); };
  expect(inChinese({ ...good, list: ["x", " "] })).toEqual(['" "', "不为空的文本"]);
  expect(inChinese({ ...good, n: "1" })).toEqual(['"1"', "数字或null"]);
  expect(inChinese({ ...good, list: [] })).toEqual(["[]", "至少 1 项的列表"]);
  expect(inChinese({ n: 1, lsit: [] })).toEqual(['未知的键 "lsit"；是否指 "list"？', "n, list, kind, yes, one, code"]);
});
