import { expect, test } from "vitest";
import { checkMapping, readMapping } from "../../src/survey/mapping";
import { codebook, folder } from "./rawFile";

const check = (mapping: unknown) => checkMapping(mapping, "mapping.json", codebook);

test("a mapping's parts are read, numbers as good as their digits", () => {
  const mapping = check({ columns: { age: "q3" }, values: { gender: { "1": "male", "2 ": "female" }, wave: { first: 2017 } }, wave: { "a.csv": 2018 }, missing: { age: [-9, "99"] } });
  expect(mapping.columns.get("age")).toBe("q3");
  expect([...mapping.values.get("gender")!]).toEqual([["1", "male"], ["2", "female"]]);
  expect(mapping.values.get("wave")!.get("first")).toBe("2017");
  expect((mapping.wave as Map<string, string>).get("a.csv")).toBe("2018");
  expect([...mapping.missing.within.get("age")!]).toEqual(["-9", "99"]);
});

test.each([
  ["a list", [], /the mapping is \[\] \(expected an object/],
  ["an unknown key", { column: {} }, /unknown key "column"; did you mean "columns"\? \(expected columns, values, wave, missing\)/],
  ["a column of ours that is none", { columns: { citty: "x" } }, /columns: "citty" is not a column of the codebook; did you mean "city"\?/],
  ["values of a column that is none", { values: { sex: {} } }, /values: "sex" is not a column/],
  ["missing codes of a column that is none", { missing: { sex: [] } }, /missing: "sex" is not a column/],
  ["a code that the codebook lacks", { values: { city: { "1": "guangzou" } } }, /values\.city, "1": "guangzou" is not in the codebook; did you mean "guangzhou"\?/],
  ["a number out of range", { values: { age: { old: 200 } } }, /values\.age, "old": "200" is out of range/],
  ["another year", { wave: 2020 }, /wave: "2020" is not in the codebook/],
  ["another year of a file", { wave: { "a.csv": "2020" } }, /wave, "a\.csv": "2020"/],
  ["a column called by a list", { columns: { city: ["x"] } }, /columns\.city: \["x"\]/],
  ["missing codes that are no list", { missing: { age: "-9" } }, /missing\.age is "-9" \(expected a list/],
  ["a missing id", { missing: { id: ["x"] } }, /an id can never be missing/],
  ["values for the id", { values: { id: { a: "b" } } }, /an id is taken as it stands/],
  ["a value both mapped and missing in a column", { values: { gender: { "9": "male" } }, missing: { gender: ["9"] } }, /"9" is mapped in values\.gender and listed as missing/],
  ["a value both mapped and missing everywhere", { values: { gender: { "9": "male" } }, missing: [9] }, /list missing codes by column/],
])("a mapping with %s is refused", (_, mapping, message) => {
  expect(() => check(mapping)).toThrow(message);
  expect(() => check(mapping)).toThrow(/^mapping\.json: .*Nothing was written\.$/);
});

test("a mapped missing code of ours is allowed where the question has it", () => {
  expect(check({ values: { marryChinese: { 已婚: "notApplicable" } } }).values.get("marryChinese")!.get("已婚")).toBe("notApplicable");
  expect(() => check({ values: { gender: { x: "notApplicable" } } })).toThrow(/"notApplicable" is not in the codebook/);
});

test("a mapping file that is not JSON or not there is refused by name", () => {
  const { put, path } = folder();
  expect(() => readMapping(put("m.json", "{columns}"), codebook)).toThrow(/m\.json: this is not JSON/);
  expect(() => readMapping(`${path}/none.json`, codebook)).toThrow(/none\.json: there is no such file/);
});
