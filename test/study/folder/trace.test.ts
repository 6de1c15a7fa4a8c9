import { expect, it } from "vitest";
import type { Coding } from "../../../src/study/folder/coding";
import type { CodedStudy, StudyFolder } from "../../../src/study/folder/readStudy";
import { traceStudy } from "../../../src/study/folder/trace";
import type { Respondent } from "../../../src/survey/respondent";
import { folder } from "../../survey/rawFile";
import { small } from "../../survey/smallCodebook";
import { tiny, tinyPeople } from "../tinyStudy";

const own = folder();
own.put("coding.json", ['{"columns": [', '  {"name": "xx", "from": "age", "number": true},', '  { "name" : "x", "from": "gender", "is": ["male"] },', '  {"name":"w.1", "from": "talk", "rank": true},', '  {"name":"wa1", "product": ["x", "w.1"]},', '  {"name": "w", "sum": ["w.1", "xx", "wa1"]}]}'].join("\n"));
const coding: Coding = {
  sample: [],
  columns: [{ name: "xx", from: "age", as: { kind: "number", power: 1 } }, { name: "x", from: "gender", as: { kind: "is", answers: ["male"] } }, { name: "w.1", from: "talk", as: { kind: "rank" } }, { name: "wa1", of: ["x", "w.1"], by: "product" }, { name: "w", of: ["w.1", "xx", "wa1"], by: "sum" }],
};
const coded = tinyPeople();
const respondents = coded.people.map(({ id }, i) => ({ id: String(id), place: { file: "a.csv", row: i + 2 }, age: "30", gender: "male", talk: "often" }) as unknown as Respondent);
const study: StudyFolder = { folder: own.path, study: tiny, codebook: small, coding, data: [], claims: [] };

it("a coefficient of a study's folder goes back to every question behind its column, once, and to the line of its rule", () => {
  const of = (cell: string) => {
    const { questions, rule } = traceStudy(cell, study, { ...coded, respondents, flow: [] } as CodedStudy);
    return [questions.map(({ column }) => column), rule];
  };
  const ruleAt = (line: number) => ({ file: "coding.json", line, reading: "" });
  expect([of("Ba.x"), of("Ba.w"), of("Ba.const")]).toEqual([[["gender"], ruleAt(3)], [["talk", "age", "gender"], ruleAt(6)], [[], null]]);
});
