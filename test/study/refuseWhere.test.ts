import { describe, expect, it } from "vitest";
import { runInNewContext } from "node:vm";
import { inLanguage } from "../../src/faults/said";
import { refuseWhere, shown } from "../../src/study/refuseWhere";
import type { Group } from "../../src/study/study";
import { bothLanguages } from "../io/bothLanguages";

const refused = (where: unknown, id?: string) => bothLanguages(() => refuseWhere({ where: where as Group["where"], ...(id === undefined ? {} : { id }) }));

describe("what somebody gave, in few words", () => {
  it.each<[unknown, string, string]>([
    [() => 1, "a function", "一个函数"], [[], "an empty list", "空列表"], [[1], "a list", "一个列表"], [{}, "{}", "{}"],
    ["Yiwu", '"Yiwu"', '"Yiwu"'], ["x".repeat(41), `"${"x".repeat(40)}"`, `"${"x".repeat(40)}"`], [12, "12", "12"], [true, "true", "true"], [null, "null", "null"], [undefined, "undefined", "undefined"], [Number.NaN, "NaN", "NaN"],
    [{ city: "Yiwu" }, '{ city: "Yiwu" }', '{ city: "Yiwu" }'], [{ a: "y".repeat(41), b: 2, c: false }, `{ a: "${"y".repeat(40)}", b: 2, c: false }`, `{ a: "${"y".repeat(40)}", b: 2, c: false }`],
    [{ a: 1, b: 2, c: 3, d: 4 }, "{ a: 1, b: 2, c: 3, … }", "{ a: 1, b: 2, c: 3, … }"], [{ a: { b: 1 }, c: () => 1, d: undefined }, "{ a: …, c: …, d: undefined }", "{ a: …, c: …, d: undefined }"],
    [Object.create(null), "{}", "{}"], [runInNewContext("({ a: 1 })"), "{ a: 1 }", "{ a: 1 }"], [new Date(Number.NaN), "Invalid Date", "Invalid Date"],
  ])("%j", (value, en, zh) => expect([inLanguage(shown(value), "en"), inLanguage(shown(value), "zh")]).toEqual([en, zh]));
});

describe("conditions on people", () => {
  it.each<[unknown]>([
    [{}], [{ city: "Yiwu" }], [{ male: 0 }], [{ age: Infinity }], [{ city: ["Yiwu", 3, "Hangzhou"] }], [{ age: { least: 18 } }], [{ age: { most: 65 } }], [{ age: { least: 18, most: 65 }, city: [""] }], [Object.create(null)], [runInNewContext("({ age: { least: 18 } })")],
  ])("%j are some", (where) => expect(() => refuseWhere({ where: where as Group["where"] })).not.toThrow());

  it.each<[unknown, string]>([
    [undefined, "undefined"], [null, "null"], ["Yiwu", '"Yiwu"'], [["Yiwu"], "a list"], [() => true, "a function"], [new Map([["city", "Yiwu"]]), "[object Map]"],
  ])("%j are none", (where, what) => {
    const expected = 'columns with their values, such as { city: "Yiwu" }, or {} for everybody';
    expect(refused(where, "men")[0]).toBe(`group men: where is ${what} (expected ${expected}).`);
    expect(refused(where)[0]).toBe(`group: where is ${what} (expected ${expected}).`);
  });

  it.each<[unknown, string, string]>([
    [null, "null", "null"], [Number.NaN, "NaN", "NaN"], [true, "true", "true"], [[], "an empty list", "空列表"], [["Yiwu", Number.NaN, "x"], "a list", "一个列表"], [[1, [2], 3], "a list", "一个列表"], [{}, "{}", "{}"],
    [{ least: 1, min: 2, most: 3 }, "{ least: 1, min: 2, most: 3 }", "{ least: 1, min: 2, most: 3 }"], [{ least: "1" }, '{ least: "1" }', '{ least: "1" }'], [{ least: 1, most: Number.NaN }, "{ least: 1, most: NaN }", "{ least: 1, most: NaN }"], [() => 1, "a function", "一个函数"],
  ])("of a column %j is none", (condition, en, zh) => {
    expect(refused({ city: "Yiwu", age: condition, male: 1 }, "men")).toEqual([
      `group men, column age: the condition is ${en} (expected a value, a list of values, or limits such as { least: 18, most: 65 }).`,
      expect.stringContaining(`条件为 ${zh}`),
    ]);
  });
});
