import { expect, it } from "vitest";
import { draftMapping, isQuestion, openQuestions, question } from "../../src/survey/mappingDraft";
import type { Doubt, FileProposal } from "../../src/survey/proposeMapping";
import { withoutQuestions } from "../../src/survey/withoutQuestions";
import { small } from "./smallCodebook";

const proposal = (file: string, doubts: Partial<Doubt>[] = [], missing: string[] = []): FileProposal => ({ file, rows: 3, found: new Map(), columns: new Map(), values: new Map(), doubtful: doubts.map((doubt) => ({ file, column: "gender", count: 1, ...doubt })), missing, leftOver: [] });

it("a question mark, and the proposal where there is one", () => {
  expect([question(undefined), question("female")]).toEqual(["?", "? female"]);
  expect(["?", " ? x", "?x", "x?", "", ["?"], undefined].map(isQuestion)).toEqual([true, true, true, false, false, false, false]);
});

it("of one file, what is asked stands beside what has been said", () => {
  const before = { columns: { id: "no" }, values: { gender: { f: "female" } }, missing: ["-"] };
  const draft = draftMapping([proposal("x/y 2019.csv", [{ proposed: "sexe" }, { value: "m", proposed: "male" }, { value: "k" }, { column: "talk", value: "9" }], ["wave", "age"])], before, small);
  expect(draft).toEqual({ columns: { id: "no", gender: "? sexe", age: "?" }, values: { gender: { f: "female", m: "? male", k: "?" }, talk: { 9: "?" } }, missing: ["-"], wave: "? 2019" });
  expect(before).toEqual({ columns: { id: "no" }, values: { gender: { f: "female" } }, missing: ["-"] });
  expect(openQuestions(draft)).toBe(6);
});

it("of several, under the name of each that asks something", () => {
  const before = { files: { "a.csv": { wave: 2018 } } };
  expect(draftMapping([proposal("data/a.csv", [{ value: "m" }]), proposal("data/b.csv"), proposal("data/c.csv", [], ["wave"])], before, small)).toEqual({ files: { "a.csv": { wave: 2018, values: { gender: { m: "?" } } }, "c.csv": { wave: "?" } } });
});

it.each([["2018.csv", "? 2018"], ["2018-2019.csv", "?"], ["2019/a.csv", "?"], ["w2019x.sav", "? 2019"]])("the year of %s is %j", (file, wave) => {
  expect(draftMapping([proposal(file, [], ["wave"])], {}, small)).toEqual({ wave });
});

it("a codebook without a year proposes none", () => {
  expect(draftMapping([proposal("2018.csv", [], ["wave"])], {}, { ...small, columns: small.columns.slice(0, 2) })).toEqual({ wave: "?" });
});

it("questions are counted wherever they stand, whatever is written in them; a question mark among missing values is none", () => {
  expect(openQuestions({})).toBe(0);
  expect(openQuestions({ columns: { a: '? the "heading"', b: "c?", "?": "d" }, values: { gender: { "?": "female", m: "? male" } }, missing: ["?", "-"], wave: "?", files: { "a.csv": { wave: 2018, missing: { age: ["?"] }, columns: { a: "?" } } } })).toBe(4);
});

it("what is settled is kept, with nothing left of what is all questions", () => {
  expect(withoutQuestions({ columns: { a: "? x", b: "y" }, values: { gender: { m: "?" }, talk: { 1: "never", 2: " ? often" } }, missing: ["?", "-"], wave: "? 2018", files: { "a.csv": { columns: { c: "?" } }, "b.csv": { wave: 2019 } } })).toEqual({
    columns: { b: "y" }, values: { talk: { 1: "never" } }, missing: ["?", "-"], files: { "b.csv": { wave: 2019 } },
  });
  expect(withoutQuestions({ missing: [], columns: {} })).toEqual({ missing: [] });
});
