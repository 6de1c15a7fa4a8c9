import { expect, test } from "vitest";
import { columnOf, rankOf, readCodebook } from "../../src/survey/codebook";
import { bothLanguages } from "../io/bothLanguages";
import { codebook, columnNames, folder } from "./rawFile";

test("the shipped codebook has the columns of the raw file in their order, each with its question in both languages", () => {
  expect(columnNames).toEqual([
    "id", "source", "wave", "city", "age", "gender", "nationality", "language", "residenceStatus", "education", "workCategory", "occupation",
    "immigrationConsidered", "stayIntention", "chatWithChinese", "befriendChinese", "marryChinese", "childMarryChinese", "reception",
    "familyChinaExperience", "compareOpportunity", "compareFamilyTies", "compareMorals", "joinedChinaAssociation", "joinedChinaVolunteering",
    "votedAtHome", "joinedHomeAssociation",
  ]);
  for (const { label, question, answers = [], paperSection } of codebook.columns) {
    expect(paperSection).toMatch(/^§[1-5](\([1-5]\))?$/);
    for (const text of [label, question, ...answers]) {
      expect(text.en).toMatch(/[A-Za-z0-9]/);
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  }
});

test("only what neither selects nor codes may be absent from an extract", () => {
  expect(codebook.columns.filter(({ optional }) => optional).map(({ name }) => name)).toEqual(["source", "nationality", "language", "occupation"]);
});

test("an answer's rank counts from 1 in the order of the questionnaire", () => {
  expect(rankOf(columnOf(codebook, "education"), "primary")).toBe(1);
  expect(rankOf(columnOf(codebook, "education"), "doctorate")).toBe(6);
  expect(rankOf(columnOf(codebook, "education"), "kindergarten")).toBeUndefined();
});

const good = JSON.parse(JSON.stringify(codebook));
test.each([
  ["a column twice", { ...good, columns: [...good.columns, good.columns[4]] }, /"age" stands twice/],
  ["a code twice", { ...good, columns: good.columns.map((c: { name: string }) => (c.name === "gender" ? { ...c, missing: ["male"] } : c)) }, /code of gender "male" stands twice/],
  ["a missing code without a text", { ...good, missingCodes: [] }, /missing code refused/],
  ["no id", { ...good, columns: good.columns.slice(1) }, /type id/],
  ["answers to a number", { ...good, columns: good.columns.map((c: { name: string }) => (c.name === "age" ? { ...c, answers: [] } : c)) }, /column age/],
])("a codebook with %s is refused", (_, broken, message) => {
  expect(() => readCodebook(folder().put("codebook.json", JSON.stringify(broken)))).toThrow(message);
});

test("a codebook that is not JSON is refused by its name", () => {
  expect(() => readCodebook(folder().put("codebook.json", "{"))).toThrow(/codebook\.json, row 1: is no JSON/);
});

const texts = { en: "e", zh: "z" };
const columnLike = (name: string, change: object = {}) => ({ name, label: texts, question: texts, type: "label", ...change });
const answer = (code: string) => ({ code, ...texts });
const book = (...columns: object[]) => ({ missingCodes: [answer("refused"), answer("none")], columns: [columnLike("id", { type: "id" }), ...columns] });
const read = (json: object) => readCodebook(folder().put("codebook.json", JSON.stringify(json)));
const refusal = (json: object) => bothLanguages(() => read(json)).map((text) => text.replace(/^.*codebook\.json/, "codebook.json"));

test("what a column leaves out is none, nowhere, and no", () => {
  const { columns: [id, own] } = read(book(columnLike("a", { missing: ["none"], paperSection: "§1", key: true, optional: true, oneSuffices: ["id", "a"] })));
  expect(id).toEqual({ name: "id", label: texts, question: texts, type: "id", missing: [], paperSection: "", key: false, optional: false });
  expect(own).toMatchObject({ missing: ["none"], paperSection: "§1", key: true, optional: true, oneSuffices: ["id", "a"] });
  expect(read(book(columnLike("n", { type: "whole number", least: 3, most: 3 }))).columns[1]).toMatchObject({ least: 3, most: 3 });
});

test.each<[string, object, string]>([
  ["a column called place", book(columnLike("place")), "no column may be called place, which is where a respondent's row stands"],
  ["a choice without answers", book(columnLike("a", { type: "choice" })), "column a is of type choice but lacks answers"], ["an order without answers", book(columnLike("a", { type: "ordered" })), "column a is of type ordered but lacks answers"], ["answers to a label", book(columnLike("a", { answers: [answer("x")] })), "column a is of type label but lists answers"],
  ["a number without ends", book(columnLike("a", { type: "whole number" })), "column a lacks its least and most values"], ["a number without its most", book(columnLike("a", { type: "whole number", least: 1 })), "column a lacks its least and most values"], ["a number without its least", book(columnLike("a", { type: "whole number", most: 1 })), "column a lacks its least and most values"], ["a number whose ends are turned", book(columnLike("a", { type: "whole number", least: 3, most: 2 })), "column a lacks its least and most values"],
  ["a missing code without a text", book(columnLike("a", { missing: ["none", "other", "refused"] })), "column a has the missing code other, which missingCodes lacks"], ["answers that stand twice", book(columnLike("a", { type: "choice", answers: ["x", "y", "w", "y", "x"].map(answer) })), 'code of a "y" stands twice'], ["columns that stand twice", book(columnLike("a"), columnLike("b"), columnLike("b"), columnLike("a")), 'column "b" stands twice'],
  ["keys of which strangers suffice", book(columnLike("a", { oneSuffices: ["id", "x", "y"] })), 'column a: oneSuffices names "x", which is no column'], ["two ids", book(columnLike("a", { type: "id" })), "not exactly one column has the type id"],
])("a codebook with %s is refused in both languages", (_, json, message) => {
  const [en, zh] = refusal(json);
  expect(en).toBe(`codebook.json: ${message}. Mend the codebook.`);
  expect(zh).toMatch(/^codebook\.json：.*[\u4e00-\u9fff].*。.*。$/);
});

test("a misfit is told by the column's name, or by its place", () => {
  expect(refusal(book(columnLike("a", { label: { en: "e" } })))[0]).toMatch(/^codebook\.json, row \d+: column a, label: no zh /);
  expect(refusal(book(columnLike("", { label: { en: "e" } })))[0]).toMatch(/^codebook\.json, row \d+: columns › 1/);
  expect(refusal({ ...book(), missingCodes: [answer("x"), { code: "y" }] })[0]).toMatch(/^codebook\.json, row \d+: missingCodes › 1: no en /);
  expect(refusal({ missingCodes: [] })[0]).toMatch(/^codebook\.json, row \d+: no columns /);
});

test("a column that is asked for and not there is our mistake; a column without answers has no ranks", () => {
  expect(() => columnOf(codebook, "nothing")).toThrow(new Error("the codebook has no column nothing"));
  expect([rankOf(columnOf(codebook, "age"), "35"), rankOf(columnOf(codebook, "gender"), "male")]).toEqual([undefined, 2]);
});
