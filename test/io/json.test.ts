import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJson } from "../../src/io/file";
import { parseJson } from "../../src/io/json";
import { jsonPlaces } from "../../src/io/jsonPlaces";
import { folder } from "../survey/rawFile";

describe("what is no JSON is refused with its row and character", () => {
  test.each([
    ["{\n  \"a\": 1,\n  b: 2\n}", /row 3: is no JSON: at character 3 "b: 2" stands \(expected a key in quotation marks/],
    ["{\"a\": 1,}", /row 1: is no JSON: at character 9 "}" stands/],
    ["[1, 2", /row 1: is no JSON: at character 6 the file ends \(expected a comma or \]/],
    ["[1,\r\n01]", /row 2: is no JSON: at character 1/],
    ["{\"a\" 1}", /expected a colon/],
    ["{\"a\": 'x'}", /character 7 "'x'}" stands \(expected a value/],
    ["[1] x", /expected the end of the file/],
    ["[\"a\nb\"]", /a text that ends with a quotation mark/],
    [" ", /the file is empty/],
  ])("%j", (text, message) => expect(() => parseJson(text, "t.json")).toThrow(message));

  test("exactly where JSON.parse refuses, and nothing else (property)", () => {
    const piece = fc.constantFrom("{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "1", "-0.5e3", "01", "true", "nul", " ", "\n", "\"\\u00e9\"", "\"\\x\"");
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")), (text) => {
      let valid = true;
      try { JSON.parse(text); } catch { valid = false; }
      expect(jsonPlaces(text).wrong === undefined).toBe(valid);
    }), { numRuns: 5_000 });
    fc.assert(fc.property(fc.json(), (text) => {
      expect(jsonPlaces(text).wrong).toBeUndefined();
    }));
  });
});

test("a key that stands twice in one object is refused, since the first would be lost", () => {
  expect(() => parseJson("{\"a\": {\"n\": 1,\n \"n\": 2}}", "t.json")).toThrow(/row 2: character 2: the key "\/a\/n" stands twice/);
  expect(parseJson("{\"a\": {\"n\": 1}, \"b\": {\"n\": 2}}", "t.json").value).toEqual({ a: { n: 1 }, b: { n: 2 } });
});

test("a pointer leads to the row of its value, or of the nearest around it", () => {
  const { placeOf } = parseJson("{\n \"models\": {\n  \"M/1\": [\n   {\"n\": 1},\n   {\"n\": 2}\n ]}}", "t.json");
  expect(placeOf("/models/M~11/1/n")).toEqual({ file: "t.json", row: 5 });
  expect(placeOf("/models/M~11/0/none")).toEqual({ file: "t.json", row: 4 });
  expect(placeOf("")).toEqual({ file: "t.json", row: 1 });
});

test("a text of a hundred thousand brackets is read without recursion", () => {
  expect(jsonPlaces("[".repeat(100_000) + "]".repeat(100_000)).wrong).toBeUndefined();
  expect(jsonPlaces("[".repeat(100_000)).wrong?.at).toBe(100_000);
});

test("a file is read in its encoding, and refused where that is not certain", () => {
  const { put } = folder();
  expect(readJson(put("a.json", Buffer.from("\ufeff{\"a\": \"长春\"}", "utf16le")))).toEqual({ a: "长春" });
  expect(() => readJson(put("b.json", Buffer.from("{\"a\": \"café\"}", "latin1")))).toThrow(/b\.json, row 1: it is not UTF-8; it looks like windows-1252/);
});
