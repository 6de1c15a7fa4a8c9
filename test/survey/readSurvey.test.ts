import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BadInput } from "../../src/badInput";
import { checkMapping } from "../../src/survey/readMapping";
import { readSurvey } from "../../src/survey/readSurvey";
import { type Answers, codebook, columnNames, csv, folder, rawCells, rawCsv } from "./rawFile";
import { refusedWith } from "../refusedWith";

const read = (content: string | Uint8Array, mapping?: unknown) =>
  readSurvey([folder().put("raw.csv", content)], { codebook, mapping: mapping === undefined ? undefined : checkMapping(mapping, "mapping.json", codebook) });

const refusal = (act: () => unknown): BadInput => refusedWith(BadInput, act);

test("every answer of the codebook is read as it is written", () => {
  for (const { name, answers = [] } of codebook.columns) {
    for (const { code } of answers) expect(read(rawCsv([{ [name]: code }])).respondents[0][name]).toBe(code);
  }
});

test("an empty cell and every missing code of a column are no answer", () => {
  for (const { name, type, missing } of codebook.columns) {
    if (type === "id") continue;
    for (const code of ["", ...missing]) expect(read(rawCsv([{ [name]: code }])).respondents[0][name]).toBeUndefined();
  }
});

test("rows keep their file, line and order; spaces do not count; columns may stand in any order", () => {
  const path = folder().put("raw.csv", rawCsv([{ id: " b ", age: " 40 " }, { id: "a" }], [...columnNames].reverse()));
  const { respondents, files } = readSurvey([path], { codebook });
  expect(respondents.map(({ id, age, place }) => [id, age, place])).toEqual([["b", "40", { file: path, row: 2 }], ["a", "35", { file: path, row: 3 }]]);
  expect(files).toEqual([path]);
});

test("both ends of a column's range are in it, and nothing beyond", () => {
  for (const age of ["0", "110"]) expect(read(rawCsv([{ age }])).respondents[0].age).toBe(age);
  expect(read(rawCsv([{ age: "007" }])).respondents[0].age).toBe("7");
  expect(() => read(rawCsv([{ age: "111" }]))).toThrow(/"111" is out of range/);
});

test("data are synthetic as soon as one row says so", () => {
  expect(read(rawCsv([{ source: "field" }, { source: "synthetic" }])).synthetic).toBe(true);
  expect(read(rawCsv([{ source: "field" }, { source: "" }])).synthetic).toBe(false);
  expect(read(rawCsv([{}], columnNames.filter((name) => name !== "source"))).synthetic).toBe(false);
});

test("columns that an extract may lack are undefined; a column that the codebook lacks is left out and told", () => {
  const { respondents, notes } = read(rawCsv([{ natonality: "mars" }], [...columnNames.filter((name) => name !== "nationality"), "natonality", "remark"]));
  expect(respondents[0].nationality).toBeUndefined();
  expect(Object.keys(respondents[0])).not.toContain("natonality");
  expect(notes).toHaveLength(1);
  expect(notes[0].en).toMatch(/not in the codebook, so not read: "natonality"; did you mean "nationality"\?, "remark"/);
  expect(read(rawCsv([{}])).notes).toEqual([]);
});

test.each<[string, Answers, string, RegExp]>([
  ["an unknown city", { city: "Shenzhn" }, "city", /"Shenzhn" is not in the codebook \(expected changchun, guangzhou, hangzhou, yiwu, xian, lanzhou, xuzhou\)/],
  ["a misspelt city", { city: "guangzou" }, "city", /"guangzou" is not in the codebook; did you mean "guangzhou"\?/],
  ["a code in another case", { city: "GUANGZHOU" }, "city", /did you mean "guangzhou"\?/],
  ["a letter in an age", { age: "3x" }, "age", /"3x" is not a whole number \(expected a whole number from 0 to 110\)/],
  ["age 199", { age: "199" }, "age", /"199" is out of range \(expected a whole number from 0 to 110\)/],
  ["a negative age", { age: "-3" }, "age", /"-3" is not a whole number/],
  ["half a year", { age: "34.5" }, "age", /"34\.5" is not a whole number/],
  ["an age in exponents", { age: "3e1" }, "age", /"3e1"/],
  ["an answer not in the codebook", { chatWithChinese: "maybe" }, "chatWithChinese", /"maybe".*expected veryWilling, willing, neutral, unwilling, neverWilling, refused, dontKnow/],
  ["a missing code where the question always applies", { gender: "notApplicable" }, "gender", /"notApplicable"/],
  ["an unknown wave", { wave: "2020" }, "wave", /"2020"/],
  ["an unknown nationality", { nationality: "atlantis" }, "nationality", /"atlantis".*germany, usa.*all 21 are in data\/codebook\.json/],
  ["an empty id", { id: "" }, "id", /the id is empty/],
  ["an id with a quotation mark", { id: '"a""b"' }, "id", /"a\\"b" holds a comma, a quotation mark/],
  ["an answer as long as a book", { city: "x".repeat(5000) }, "city", /"x{59}…"/],
])("%s is refused with its row, column and value", (_, answers, column, message) => {
  const error = refusal(() => read(rawCsv([{}, {}, answers])));
  expect(error.place).toMatchObject({ row: 4, column });
  expect(error.message).toMatch(message);
  expect(error.message).toMatch(/raw\.csv, row 4, column .*Correct it.* Nothing was written\.$/);
  expect(error.message).not.toContain("\n");
});

test("the row named is the file line, also below a cell of several lines", () => {
  const rows = rawCells([{}, { age: "199" }], [...columnNames, "remark"]);
  rows[0][rows[0].length - 1] = '"a\nb\nc"';
  expect(refusal(() => read(csv([...columnNames, "remark"], rows))).place).toMatchObject({ row: 5, column: "age" });
});

test("an id that stands twice is refused with both rows, across files too", () => {
  // With a zero-width blank, and in full width.
  for (const id of ["x\u200b", "ｘ"]) expect(refusal(() => read(rawCsv([{ id: "x" }, {}, { id }]))).message).toMatch(/row 4, column id: .* is already the id of row 2/);
  expect(read(rawCsv([{ id: "x" }, {}, { id: "X" }])).respondents).toHaveLength(3);
  expect(refusal(() => read(rawCsv([{ id: "x" }, {}, { id: "x" }]))).message).toMatch(/row 4, column id: "x" is already the id of row 2/);
  const { put } = folder();
  const [a, b] = [put("a.csv", rawCsv([{ id: "x" }])), put("b.csv", rawCsv([{ id: "y" }, { id: "x" }]))];
  expect(refusal(() => readSurvey([a, b], { codebook })).message).toMatch(/b\.csv, row 3, column id: "x" is already the id of .*a\.csv, row 2/);
});

test("a missing column is named, with what it may have been called and what else is missing", () => {
  const lacking = (names: string[], instead: string[] = []) => refusal(() => read(rawCsv([{}], [...columnNames.filter((name) => !names.includes(name)), ...instead]))).message;
  expect(lacking(["gender"])).toMatch(/row 1, column gender: missing column gender \(expected/);
  expect(lacking(["gender"], ["gendre"])).toMatch(/missing column gender; did you mean "gendre"\?/);
  expect(lacking(["city"], ["City"])).toMatch(/missing column city; did you mean "City"\?/);
  expect(lacking(["age", "gender", "wave"])).toMatch(/3 columns and answers do not fit the codebook:\nwave \(missing\); age \(missing\); gender \(missing\)\nThe first: row 1, column wave: missing column wave/);
  expect(lacking(columnNames.slice(2))).toMatch(/(\w+ \(missing\); ){8}and \d+ columns more/);
  const inChinese = refusal(() => read(rawCsv([{}], columnNames.filter((name) => !["age", "gender"].includes(name))))).inLanguage("zh");
  expect(inChinese).toMatch(/age（缺此列）; gender（缺此列）\n第一处：第 1 行，列 age：缺少列 age（应为：/);
});

test("a column that is missing from the header alone is named, rather than the rows that are too long by it", () => {
  expect(() => read(csv(columnNames.filter((name) => name !== "reception"), rawCells([{}])))).toThrow(/row 1, column reception: missing column reception/);
});

test("every required column is missed, and no optional one", () => {
  for (const { name, optional } of codebook.columns) {
    const without = () => read(rawCsv([{}], columnNames.filter((other) => other !== name)));
    if (optional) expect(without).not.toThrow();
    else expect(without).toThrow(`missing column ${name}`);
  }
});

test("a column that stands twice is refused", () => {
  expect(refusal(() => read(rawCsv([{}], [...columnNames, "city"]))).message).toContain(`column city: the header names it twice, in cells 4 and ${columnNames.length + 1} (`);
});

test.each([
  ["an empty file", "", /the file is empty/],
  ["a header alone", csv(columnNames, []), /a header and no respondents/],
  ["the header once more", csv(columnNames, [...rawCells([{}]), [...columnNames]]), /row 3: the header is repeated/],
  ["a short row", csv(columnNames, [...rawCells([{}]), rawCells([{}])[0].slice(0, 9)]), /row 3: the row is too short: 9 cells/],
  ["a long row", csv(columnNames, [[...rawCells([{}])[0], "x"]]), new RegExp(`row 2: the row is too long: ${columnNames.length + 1} cells`)],
])("%s is refused", (_, content, message) => {
  expect(refusal(() => read(content)).message).toMatch(message);
});

test("a folder, a file that is not there and no file at all are refused", () => {
  const { path } = folder();
  mkdirSync(join(path, "sub"));
  expect(() => readSurvey([join(path, "sub")], { codebook })).toThrow(/this is a folder/);
  expect(() => readSurvey([join(path, "none.csv")], { codebook })).toThrow(/no such file/);
  expect(() => readSurvey([], { codebook })).toThrow(/no file was given/);
});

test("a mapping gives our names and codes to an extract's columns and values", () => {
  const header = columnNames.map((name) => (name === "gender" ? "sex" : name));
  const { respondents } = read(csv(header, rawCells([{ gender: "2" }, { gender: "male" }, { gender: "-9" }])), { columns: { gender: "sex" }, values: { gender: { "2": "female" } }, missing: { gender: [-9] } });
  expect(respondents.map(({ gender }) => gender)).toEqual(["female", "male", undefined]);
});

test("a missing code for all columns leaves ids alone", () => {
  const { respondents } = read(rawCsv([{ id: "99", age: "99", city: "99" }]), { missing: ["99"] });
  expect([respondents[0].id, respondents[0].age, respondents[0].city]).toEqual(["99", undefined, undefined]);
});

test("one column of the extract may serve two of ours, and a name that was given away is not taken twice", () => {
  const without = columnNames.filter((name) => name !== "childMarryChinese");
  const { respondents } = read(rawCsv([{ marryChinese: "willing" }], without), { columns: { marryChinese: "marryChinese", childMarryChinese: "marryChinese" } });
  expect([respondents[0].marryChinese, respondents[0].childMarryChinese]).toEqual(["willing", "willing"]);
  expect(() => read(rawCsv([{}]), { columns: { residenceStatus: "city" } })).toThrow(/missing column city/);
});

test("a mapped column that is not there is missed even if it is optional", () => {
  expect(() => read(rawCsv([{}]), { columns: { occupation: "job" } })).toThrow(/missing column occupation, which the mapping calls "job"/);
});

test("the wave may come from the mapping, for all files or by file name; a mapped column wins", () => {
  const noWave = columnNames.filter((name) => name !== "wave");
  expect(read(rawCsv([{}], noWave), { wave: 2018 }).respondents[0].wave).toBe("2018");
  expect(read(rawCsv([{}], noWave), { wave: { "raw.csv": 2017 } }).respondents[0].wave).toBe("2017");
  expect(() => read(rawCsv([{}], noWave), { wave: { "other.csv": 2017 } })).toThrow(/mapping\.json: wave says nothing of "raw\.csv"/);
  const year = columnNames.map((name) => (name === "wave" ? "year" : name));
  const mapped = read(csv(year, rawCells([{ wave: "2018" }, { wave: "" }])), { columns: { wave: "year" }, wave: 2019 });
  expect(mapped.respondents.map(({ wave }) => wave)).toEqual(["2018", undefined]);
});

test("a wave column that nobody mapped is not overruled in silence", () => {
  expect(read(rawCsv([{ wave: "2018" }, { wave: "" }]), { wave: 2018 }).respondents.map(({ wave }) => wave)).toEqual(["2018", "2018"]);
  expect(() => read(rawCsv([{ wave: "2018" }]), { wave: 2019 })).toThrow(/row 2, column wave: "2018" contradicts the wave 2019 of mapping\.json/);
});

test("synthetic people are said to be so though a program put an invisible sign beside the word", () => {
  for (const source of ["synthetic", "Synthetic", "synthetic\u200b", "\u2060synthetic", "ｓｙｎｔｈｅｔｉｃ"]) expect(read(rawCsv([{ source }])).synthetic).toBe(true);
  expect(read(rawCsv([{ source: "field" }])).synthetic).toBe(false);
});
