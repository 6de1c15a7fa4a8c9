import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BadInput } from "../../src/badInput";
import { readCodebook } from "../../src/survey/codebook";
import { dataFile } from "../../src/projectFolder";
import { readFileSync } from "node:fs";
import { folder } from "./rawFile";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const good = JSON.parse(readFileSync(dataFile("codebook.json"), "utf8")) as { [key: string]: Json };
const place = folder();
const read = (codebook: unknown) => readCodebook(place.put("codebook.json", JSON.stringify(codebook, null, 1)));
const withColumn = (i: number, change: Record<string, unknown>) => ({ ...good, columns: (good.columns as Record<string, unknown>[]).map((column, j) => (j === i ? { ...column, ...change } : column)) });

describe("a codebook is checked field by field, and refused with row, column and what was expected", () => {
  test.each<[string, unknown, RegExp]>([
    ["a list", [], /codebook\.json, row 1: \[\] \(expected an object/],
    ["without columns", { missingCodes: [] }, /no columns \(expected columns, missingCodes\)/],
    ["with a key that is unknown", { ...good, colums: [] }, /row \d+: colums: unknown key "colums"; did you mean "columns"\? \(expected about, missingCodes, columns\)/],
    ["whose column is null", { ...good, columns: [null] }, /columns › 0: null \(expected an object/],
    ["whose column has no question", withColumn(4, { question: undefined }), /row \d+: column age: no question \(expected name, label, question, type\)/],
    ["whose question lacks a language", withColumn(4, { question: { en: "How old are you?" } }), /column age, question: no zh \(expected en, zh\)/],
    ["whose label is empty", withColumn(4, { label: { en: " ", zh: "年龄" } }), /column age, label › en: " " \(expected a text that is not empty\)/],
    ["of a type that is none", withColumn(4, { type: "number" }), /column age, type: "number" \(expected "id", "label", "whole number", "choice", "ordered"\)/],
    ["whose answer lacks its label", withColumn(5, { answers: [{ code: "female", en: "female" }] }), /column gender, answers › 0: no zh \(expected code, en, zh\)/],
    ["whose code is a number", withColumn(5, { answers: [{ code: 1, en: "female", zh: "女" }] }), /column gender, answers › 0 › code: 1 \(expected a text/],
    ["whose key is a word", withColumn(4, { key: "yes" }), /column age, key: "yes" \(expected true or false\)/],
    ["whose limit is a text", withColumn(4, { least: "18" }), /column age, least: "18" \(expected a number\)/],
    ["without limits of a number", withColumn(4, { most: undefined }), /column age lacks its least and most values/],
    ["with an unknown field", withColumn(4, { colour: "red" }), /column age, colour: unknown key/],
    ["that leans on a column that is not there", withColumn(4, { oneSuffices: ["age", "agee"] }), /column age: oneSuffices names "agee", which is no column/],
  ])("%s", (_, codebook, message) => expect(() => read(codebook)).toThrow(message));

  test("what may be left out has its default", () => {
    const { columns } = read({ missingCodes: [], columns: [{ name: "id", type: "id", label: { en: "i", zh: "号" }, question: { en: "i", zh: "号" } }] });
    expect(columns[0]).toMatchObject({ missing: [], key: false, optional: false, paperSection: "" });
  });
});

/** Every value of a JSON once, by its place. */
function* places(value: Json, way: (string | number)[] = []): Generator<(string | number)[]> {
  yield way;
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* places(item, [...way, i]);
  else if (typeof value === "object" && value !== null) for (const [key, item] of Object.entries(value)) yield* places(item, [...way, key]);
}

function changed(value: Json, way: readonly (string | number)[], to: Json | undefined): Json | undefined {
  if (way.length === 0) return to;
  const copy = structuredClone(value) as Record<string | number, Json>;
  const [key, ...rest] = way;
  const inside = changed(copy[key], rest, to);
  if (inside !== undefined) copy[key] = inside;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy as Json;
}

test("damaged anywhere it is read or refused as bad input, never a defect of ours", () => {
  const small = { ...good, columns: [0, 1, 2, 4, 5, 14].map((i) => (good.columns as Json[])[i]) } as Json;
  const values: (Json | undefined)[] = [undefined, null, 0, "", "x", [], {}, true];
  let refused = 0;
  for (const way of places(small)) {
    for (const to of values) {
      writeFileSync(place.put("damaged.json", ""), JSON.stringify(changed(small, way, to) ?? null));
      try {
        readCodebook(place.put("damaged.json", JSON.stringify(changed(small, way, to) ?? null)));
      } catch (error) {
        if (!(error instanceof BadInput)) throw new Error(`${way.join("/")} = ${JSON.stringify(to)}`, { cause: error });
        refused++;
      }
    }
  }
  expect(refused).toBeGreaterThan(1000);
});
