import { expect, test } from "vitest";
import { columnOf, rankOf, readCodebook } from "../../src/survey/codebook";
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
