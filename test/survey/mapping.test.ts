import { expect, test } from "vitest";
import { BadInput } from "../../src/badInput";
import { type Mapping, mappingFor } from "../../src/survey/mapping";
import { checkMapping, readMapping } from "../../src/survey/readMapping";
import { codebook, folder } from "./rawFile";
import { refusedWith } from "../refusedWith";

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
  ["an unknown key", { column: {} }, /unknown key "column"; did you mean "columns"\? \(expected columns, values, wave, missing, files\)/],
  ["a column of ours that is none", { columns: { citty: "x" } }, /columns: "citty" is not a column of the codebook; did you mean "city"\?/],
  ["values of a column that is none", { values: { sex: {} } }, /values: "sex" is not a column/],
  ["missing codes of a column that is none", { missing: { sex: [] } }, /missing: "sex" is not a column/],
  ["a code that the codebook lacks", { values: { city: { "1": "guangzou" } } }, /values\.city, "1": "guangzou" is not in the codebook; did you mean "guangzhou"\?/],
  ["a number out of range", { values: { age: { old: 200 } } }, /values\.age, "old": "200" is out of range/],
  ["another year", { wave: 2020 }, /wave: "2020" is not in the codebook/],
  ["another year of a file", { wave: { "a.csv": "2020" } }, /wave, "a\.csv": "2020"/],
  ["a column called by a list", { columns: { city: ["x"] } }, /columns\.city: \["x"\]/],
  ["missing codes that are no list", { missing: { age: "-9" } }, /missing\.age: "-9" \(expected a list/],
  ["a missing id", { missing: { id: ["x"] } }, /an id can never be missing/],
  ["values for the id", { values: { id: { a: "b" } } }, /an id is taken as it stands/],
  ["a value both mapped and missing in a column", { values: { gender: { "9": "male" } }, missing: { gender: ["9"] } }, /"9" is mapped in values\.gender and listed as missing/],
  ["an unknown key of one file", { files: { "a.csv": { colums: {} } } }, /files, "a\.csv", colums: unknown key "colums"; did you mean "columns"\? \(expected columns, values, wave, missing\)/],
  ["files within a file", { files: { "a.csv": { files: {} } } }, /unknown key "files"/],
  ["a file that is a list", { files: { "a.csv": [] } }, /files, "a\.csv": \[\] \(expected an object/],
  ["a wrong code of one file", { files: { "a.csv": { values: { city: { "1": "guangzou" } } } } }, /files, "a\.csv", values\.city, "1": "guangzou" is not in the codebook/],
  ["an empty heading", { columns: { city: " " } }, /columns\.city: " " \(expected a text that is not empty or a number/],
  ["a truth value for a code", { values: { gender: { "1": true } } }, /values\.gender, "1": true \(expected a text/],
  ["values that are a list", { values: { gender: ["male"] } }, /values\.gender: \["male"\] \(expected an object/],
  ["a year that is a list", { wave: [2017] }, /wave: \[2017\] \(expected a text that is not empty or a number, or an object/],
  ["a missing code that is none", { missing: { age: ["-9", null] } }, /missing\.age, 1: null \(expected a text or a number/],
  ["missing codes of no form", { missing: "x" }, /missing: "x" \(expected a list \[ … \], or an object/],
  ["an open question", { columns: { city: "? q3" } }, /columns\.city: this is still a question: "\? q3"/],
  ["a value that stands twice but for blanks", { values: { gender: { "1": "male", " 1": "female" } } }, /values\.gender, " 1": "1" stands twice/],
  ["a value mapped in a file and missing in all", { missing: { gender: ["9"] }, files: { "a.csv": { values: { gender: { "9": "male" } } } } }, /files, "a\.csv": "9" is mapped in values\.gender and listed as missing/],
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
  expect(() => readMapping(put("m.json", "{columns}"), codebook)).toThrow(/m\.json, row 1: is no JSON/);
  expect(() => readMapping(`${path}/none.json`, codebook)).toThrow(/none\.json: there is no such file/);
});

test("a refusal names the row of the file, and says it in Chinese too", () => {
  const file = folder().put("m.json", `{\n "columns": {"age": "q3"},\n "files": {\n  "a/b.csv": {"values": {"gender": {"1": "mael"}}}\n }\n}`);
  const refused = refusedWith(BadInput, () => readMapping(file, codebook));
  expect(refused.message).toContain('m.json, row 4: files, "a/b.csv", values.gender, "1": "mael" is not in the codebook; did you mean "male"? (expected female, male, refused, dontKnow). Correct the mapping. Nothing was written.');
  expect(refused.inLanguage("zh")).toContain('m.json，第 4 行：files, "a/b.csv", values.gender, "1"：编码手册中没有 "mael"；是否指 "male"？（应为：female, male, refused, dontKnow）。请改正映射文件。没有写入任何文件。');
});

test("a wave is refused where the codebook has no such column, not a defect", () => {
  const without = { ...codebook, columns: codebook.columns.filter(({ name }) => name !== "wave") };
  expect(() => checkMapping({ wave: 2017 }, "m.json", without)).toThrow(/^m\.json: wave: the codebook has no column wave/);
});

test("what is said of one file is added to what is said of all, and wins", () => {
  const whole = checkMapping({ columns: { age: "q3", city: "c" }, missing: { age: ["-9"] }, wave: 2017, files: { "b.csv": { columns: { age: "q4" }, missing: { age: ["-8"] }, wave: 2018 } } }, "m.json", codebook);
  const own = mappingFor(whole, "somewhere/b.csv");
  expect([...own.columns]).toEqual([["age", "q4"], ["city", "c"]]);
  expect([[...own.missing.within.get("age")!], own.wave]).toEqual([["-9", "-8"], "2018"]);
  expect(mappingFor(whole, "a.csv")).toBe(whole);
});

test("what is said of a file wins over what is said of all, and the rest holds as well", () => {
  const of = (change: Partial<Mapping>): Mapping => ({ file: "m.json", columns: new Map(), values: new Map(), missing: { everywhere: new Set(), within: new Map() }, files: new Map(), ...change });
  const own = of({ columns: new Map([["city", "town"]]), values: new Map([["gender", new Map([["1", "male"], ["3", "female"]])], ["city", new Map([["X", "yiwu"]])]]), missing: { everywhere: new Set(["-"]), within: new Map([["age", new Set(["0"])], ["gender", new Set(["8"])]]) } });
  const all = of({ columns: new Map([["city", "place"], ["age", "years"]]), values: new Map([["gender", new Map([["1", "female"], ["2", "male"]])]]), wave: "2018", missing: { everywhere: new Set(["99"]), within: new Map([["gender", new Set(["9"])]]) }, files: new Map([["a.csv", own], ["b.csv", of({ wave: "2019" })]]) });
  expect(mappingFor(all, "/somewhere/a.csv")).toEqual(of({
    columns: new Map([["city", "town"], ["age", "years"]]), wave: "2018",
    values: new Map([["gender", new Map([["1", "male"], ["2", "male"], ["3", "female"]])], ["city", new Map([["X", "yiwu"]])]]),
    missing: { everywhere: new Set(["99", "-"]), within: new Map([["gender", new Set(["9", "8"])], ["age", new Set(["0"])]]) },
  }));
  expect([mappingFor(all, "b.csv").wave, mappingFor(all, "c.csv") === all, "wave" in mappingFor(of({ files: new Map([["a.csv", own]]) }), "a.csv")]).toEqual(["2019", true, false]);
});
