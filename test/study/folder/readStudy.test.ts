/* eslint-disable @typescript-eslint/no-explicit-any -- JSON that is damaged on purpose */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataFile } from "../../../src/projectFolder";
import { codeStudy, readStudy, readStudyData } from "../../../src/study/folder/readStudy";
import { traceStudy } from "../../../src/study/folder/trace";
import { runStudy } from "../../../src/study/runStudy";


const wvs = dataFile("wvs");

/** A copy of the companion study with one file changed. */
function changed(file: string, change: (json: any) => void): string {
  const folder = mkdtempSync(join(tmpdir(), "study-"));
  cpSync(wvs, folder, { recursive: true });
  cpSync(dataFile("wvs.csv"), join(folder, "wvs.csv"));
  const path = (name: string) => join(folder, name);
  const write = (name: string, work: typeof change) => {
    const json = JSON.parse(readFileSync(path(name), "utf8"));
    work(json);
    writeFileSync(path(name), JSON.stringify(json));
  };
  write("study.json", (json) => { json.data = ["wvs.csv"]; });
  write(file, change);
  return folder;
}

describe("a study in a folder", () => {
  it("is read, coded and run like any other", () => {
    const own = readStudy(wvs);
    const coded = codeStudy(own, readStudyData(own));
    expect(coded.people[0]).toEqual({ id: "2", country: "USA", tooLittle: 1, amount: 1, male: 1, religion: 1, degree: 0, age: 44, norway: 0, sweden: 0, usa: 1, enough: 0, tooMuch: 0 });
    expect(runStudy(own.study, coded, { models: ["orderedAll"] }).fits.orderedAll.n).toBe(5381);
  });

  it("selects its sample by rules, counts who leaves, and combines columns coded before", () => {
    const folder = changed("coding.json", (json) => {
      json.sample = [{ column: "age", keep: { least: 30, most: 40 }, en: "not 30 to 40", zh: "不在30至40岁" }, { column: "country", keep: ["Norway", "Sweden"], en: "elsewhere", zh: "他国" }];
      json.columns.push({ name: "age2", from: "age", number: true, power: 2 }, { name: "both", product: ["male", "degree"] }, { name: "half", mean: ["male", "degree"] }, { name: "scored", from: "poverty", values: { "Too Little": -1, "About Right": 0, "Too Much": null } });
    });
    const own = readStudy(folder);
    const survey = readStudyData(own);
    const { people, flow, respondents } = codeStudy(own, survey);
    const expected = survey.respondents.filter((who) => Number(who.age) >= 30 && Number(who.age) <= 40 && ["Norway", "Sweden"].includes(who.country!));
    expect(respondents).toEqual(expected);
    expect(flow.map(({ dropped, left }) => dropped + left)).toEqual([5381, 5381, flow[1].left]);
    people.forEach((person, i) => {
      expect(person.age2).toBe((person.age as number) ** 2);
      expect(person.both).toBe((person.male as number) * (person.degree as number));
      expect(person.half).toBe(((person.male as number) + (person.degree as number)) / 2);
      expect(person.scored).toBe({ "Too Little": -1, "About Right": 0, "Too Much": undefined }[expected[i].poverty!]);
    });
  });

  it("traces a coefficient back to its question and the line of its rule", () => {
    const own = readStudy(wvs);
    const traced = traceStudy("orderedAll.male", own, codeStudy(own, readStudyData(own)));
    expect(traced.questions[0].answers.map(({ code, count }) => [code, count])).toEqual([["male", 2656], ["female", 2725]]);
    expect(traced.printed).toBeNull();
    expect(readFileSync(join(wvs, "coding.json"), "utf8").split("\n")[traced.rule!.line - 1]).toContain('"male"');
    expect(() => traceStudy("orderedAll.males", own, codeStudy(own, readStudyData(own)))).toThrow(/orderedAll has no term "males" \(expected one of male/);
  });

  it.each([
    ["coding.json", (json: any) => { json.columns[3].from = "gendre"; }, /coding\.json: columns?.*male.*: the codebook has no column "gendre"; did you mean "gender"\? \(expected/],
    ["coding.json", (json: any) => { json.columns[3].is = ["man"]; }, /"man" is no answer of the codebook \(expected male, female\)/],
    ["coding.json", (json: any) => { json.columns[3].rank = true; }, /it has several rules: is, rank \(expected one of is, values, /],
    ["coding.json", (json: any) => { delete json.columns[3].is; }, /column male: it has no rule/],
    ["coding.json", (json: any) => { json.columns[2] = { name: "amount", from: "poverty", values: { "Too Little": 1 } }; }, /nothing is said of About Right, Too Much/],
    ["coding.json", (json: any) => { json.columns[2] = { name: "amount", from: "poverty", values: { "Too Little": null, "About Right": null, "Too Much": null } }; }, /column amount, values: every answer has null \(expected a number for one answer at least\)|column amount.*every answer has null/],
    ["coding.json", (json: any) => { json.columns.push({ name: "years", from: "age", number: false }); }, /column years, number: false \(expected true\)/],
    ["coding.json", (json: any) => { json.columns.push({ name: "where", from: "country", text: "yes" }); }, /column where, text: "yes" \(expected true\)/],
    ["coding.json", (json: any) => { json.columns.push({ name: "one", product: [] }); }, /column one, product: fewer than two columns/],
    ["coding.json", (json: any) => { json.sample = [{ column: "age", keep: {}, en: "x", zh: "x" }]; }, /keep: \{\} \(expected a value, a list of values/],
    ["hypotheses.json", (json: any) => { json.hypotheses[0].signOpen = "yes"; }, /signOpen: "yes" \(expected true or false\)/],
    ["codebook.json", (json: any) => { delete json.columns[1].answers[0].zh; }, /codebook\.json, row \d+: column poverty, answers › 0: no zh \(expected code, en, zh\)/],
    ["coding.json", (json: any) => { json.columns.push({ name: "both", product: ["male", "later"] }); }, /no column before it has this name/],
    ["coding.json", (json: any) => { json.columns.push({ name: "male", from: "gender", is: ["male"] }); }, /a column of this name stands before it/],
    ["models.json", (json: any) => { json.models[0].group = "Austria"; }, /models\.json: model binaryAustralia.*"Austria" is not a group/],
    ["models.json", (json: any) => { json.models[0].terms.push("income"); }, /"income" is not a term of models\.json/],
    ["models.json", (json: any) => { json.models[0].outcome = "income"; }, /"income" is not a column that coding\.json makes/],
    ["models.json", (json: any) => { json.models[0].colour = "red"; }, /unknown key "colour"/],
    ["models.json", (json: any) => { json.models[1].id = json.models[0].id; }, /its id stands twice/],
    ["models.json", (json: any) => { json.groups[0].where = { land: "Norway" }; }, /coding\.json makes no column of this name/],
    ["hypotheses.json", (json: any) => { json.hypotheses[0].decidedBy[0].model = "M1"; }, /hypothesis W1.*"M1" is not a model/],
    ["hypotheses.json", (json: any) => { json.hypotheses[0].decidedBy[0].model = json.hypotheses[0].decidedBy[1].model; }, /hypothesis W1.*orderedNorway is about group Norway \(expected a model of group Australia\)/],
    ["hypotheses.json", (json: any) => { json.hypotheses[0].claim.zh = " "; }, /hypothesis W1, claim, zh: an empty text/],
    ["hypotheses.json", (json: any) => { json.hypotheses[0].term = "sweden"; }, /orderedAustralia has no term sweden/],
    ["study.json", (json: any) => { json.titel = {}; }, /study\.json: unknown key "titel"/],
  ])("a fault in %s is refused with its place (%#)", (file, change, message) => {
    expect(() => readStudy(changed(file, change))).toThrow(message);
  });

  it("a folder that is none, and a study without data, are refused by name", () => {
    expect(() => readStudy("no-such-folder")).toThrow(/no-such-folder: is no folder \(expected a study's folder/);
    expect(() => readStudyData(readStudy(changed("study.json", (json) => { delete json.data; })))).toThrow(/names no data/);
  });
});
