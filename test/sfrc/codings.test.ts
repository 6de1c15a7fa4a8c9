import { describe, expect, it } from "vitest";
import { codedCsv, columnsCsv } from "../../src/sfrc/codedCsv";
import { codings } from "../../src/sfrc/codings";
import { imputeSurvey } from "../../src/sfrc/imputeSurvey";
import { firstComponent } from "../../src/sfrc/coding/firstComponent";
import { mayBeMissing, withSilenceRead } from "../../src/sfrc/coding/nonResponse";
import { keyQuestions, lacksAll, rulesOf, selectSample } from "../../src/sfrc/sample";
import { variableOf, variables } from "../../src/sfrc/variables";
import { CODED_NUMBERS, codeSample } from "../../src/sfrc/codeSample";
import { defaultReadings } from "../../src/sfrc/readings";
import { imputeChained } from "../../src/models/imputation/chained";
import { refusalOf } from "../models/refusalOf";
import { type Answers, codebook, respondent } from "../survey/rawFile";

const survey = (people: readonly Answers[]) => ({ respondents: people.map((one, i) => respondent({ id: `SYN-${i + 1}`, ...one }, i + 2)), synthetic: true, files: ["raw.csv"], codebook, notes: [] });

const given3 = survey([{}, { city: "yiwu", age: "50" }, { gender: "male" }]);

describe("codings for a multiverse", () => {
  const coded = codings(survey([{}, { city: "changchun", wave: "2017" }, { wave: "2018" }, { age: "17" }, { workCategory: "student" }, { gender: undefined }, { city: undefined }]));
  const ids = (skips: string[], readings = {}) => coded({ readings, skips }).map(({ id }) => id.slice(4)).join("");

  it("are of the people whom the steps leave, those named not taken", () => {
    expect([ids([]), ids([], { changchunWaves: "only2019" }), ids(["wave"]), ids(["under18", "workCategory"]), ids(["missingKeyVariable"])]).toEqual(["12", "1", "123", "1245", "126"]);
    expect(coded({ readings: { gender: "male" }, skips: [] })[0].gender).toBe(0);
  });

  it("cannot be without a step that everything hangs on, or that is none", () => {
    for (const step of ["city", "rows", "gender"]) {
      expect(refusalOf(() => coded({ readings: {}, skips: ["wave", step] }))).toBe(`skips: "${step}" is no step of the sample flow that can be skipped (expected wave, under18, residenceStatus, workCategory, missingKeyVariable). Nothing was computed.`);
    }
  });

  it("with drawn answers keep everybody, and are drawn once for whoever is eligible alike", () => {
    const people = codings(survey(Array.from({ length: 24 }, (_, i) => ({
      city: ["changchun", "guangzhou"][i % 2], wave: i % 4 === 0 ? "2018" : "2019", age: String(20 + (i * 7) % 30), gender: i === 5 ? undefined : ["male", "female"][Math.floor(i / 2) % 2], education: ["college", "seniorSecondary", "master"][i % 3],
      workCategory: i === 9 ? "student" : "manager",
    }))));
    const drawn = (index: number, seed: number, skips: string[] = [], readings = {}) => people({ readings, skips, imputation: { imputations: 2, seed, index } });
    const gender = (list: readonly { readonly id: string; readonly gender: number | undefined }[]) => list.find(({ id }) => id === "SYN-6")?.gender;
    expect([drawn(0, 1).length, people({ readings: {}, skips: [] }).length, drawn(0, 1, ["workCategory"]).length]).toEqual([23, 22, 24]);
    expect(drawn(0, 1, [], { changchunWaves: "only2019" }).length).toBe(17);
    // Half of all draws are either: among eight seeds and two draws each, both are there.
    expect(new Set(Array.from({ length: 8 }, (_, seed) => [gender(drawn(0, seed)), gender(drawn(1, seed))]).flat())).toEqual(new Set([0, 1]));
  });
});

describe("a coded file", () => {
  it("has plain decimals, empty cells, and no text that would need quotes", () => {
    const people = [{ id: "a", x: 0.000001, y: undefined }, { id: "b", x: -12.5, y: 3 }];
    expect(columnsCsv(["id", "x", "y"], people as never)).toBe("id,x,y\na,0.000001,\nb,-12.5,3\n");
    expect(codedCsv({ people: [] } as never).split("\n").slice(1)).toEqual([""]);
    for (const x of [1e-7, 1e21, NaN, Infinity]) expect(refusalOf(() => columnsCsv(["x"], [{ x }] as never))).toBe(`${x} has no plain decimal, and no coded value should need one`);
    for (const x of ["a,b", 'a"b', "a\nb", "a\rb"]) expect(refusalOf(() => columnsCsv(["x"], [{ x }] as never))).toBe(`coded file: ${JSON.stringify(x)} holds a comma, a quotation mark or a line break (expected codes without them, since a coded file has no quotation marks).`);
  });
});

describe("the first principal component", () => {
  it("of two items is their sum or difference over √2, each standardised", () => {
    const rows = [[1, 2], [2, 1], [3, 5], [4, 4], [5, 3]];
    const scale = (item: number) => { const own = rows.map((row) => row[item]); const mean = own.reduce((a, b) => a + b, 0) / 5; const sd = Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4); return own.map((value) => (value - mean) / sd); };
    const [a, b] = [scale(0), scale(1)];
    firstComponent(rows).forEach((score, i) => expect(score).toBeCloseTo((a[i] + b[i]) / Math.SQRT2, 12));
    const opposed = firstComponent(rows.map(([x, y]) => [x, 6 - y]));
    // The loadings are 1 and −1 over √2, which add up to 0; either sign will do.
    opposed.forEach((score, i) => expect(Math.abs(score)).toBeCloseTo(Math.abs(a[i] + b[i]) / Math.SQRT2, 8));
  });

  it("of patterns is that of the people they stand for; of what does not vary it is nothing", () => {
    const rows = [[1, 2, 5], [2, 1, 4], [3, 5, 1], [4, 4, 3]];
    const counts = [1, 3, 2, 4];
    const written = firstComponent(rows.flatMap((row, i) => Array<number[]>(counts[i]).fill(row)));
    firstComponent(rows, counts).forEach((score, i) => expect(score).toBeCloseTo(written[counts.slice(0, i).reduce((a, b) => a + b, 0)], 12));
    expect([firstComponent([]), firstComponent([[2, 3], [2, 3]]), firstComponent([[4, 1, 3]])]).toEqual([[], [0, 0], [0]]);
    // A constant item adds nothing to a single one that varies.
    firstComponent([[1, 7], [2, 7], [6, 7]]).forEach((score, i) => expect(score).toBeCloseTo(([1, 2, 6][i] - 3) / Math.sqrt(7), 12));
  });

  it("has loadings that add up to more than 0", () => {
    // Two items turned against the third: the correlations of the first two outweigh.
    const rows = [[1, 1, 5], [2, 3, 3], [4, 3, 3], [5, 5, 1]];
    const scores = firstComponent(rows);
    expect(scores[0]).toBeLessThan(scores[3]);
    const turned = firstComponent(rows.map((row) => row.map((value) => 6 - value)));
    expect(turned[0]).toBeGreaterThan(turned[3]);
  });
});

describe("silence", () => {
  it("is read as the answer that counts 0 where the paper says so, under that reading alone", () => {
    const silent = respondent({ immigrationConsidered: undefined, stayIntention: undefined, reception: undefined, compareOpportunity: undefined, compareFamilyTies: undefined, compareMorals: undefined, gender: undefined });
    expect(withSilenceRead(silent, "dropped")).toBe(silent);
    expect(withSilenceRead(silent, "zero")).toEqual({ ...silent, immigrationConsidered: "no", stayIntention: "leaveSoon", reception: "other", compareOpportunity: "same", compareFamilyTies: "same", compareMorals: "same" });
    const one = respondent({ compareMorals: undefined });
    expect(withSilenceRead(one, "zero")).toEqual({ ...one, compareMorals: "same" });
    expect(["stayIntention", "reception", "gender", "toString"].map((column) => [mayBeMissing(column, "zero"), mayBeMissing(column, "dropped")])).toEqual([[true, false], [true, false], [false, false], [false, false]]);
  });
});

describe("rules of the sample", () => {
  it("read the columns they judge by, the key variables without doubles", () => {
    const rules = rulesOf(codebook, defaultReadings);
    expect(rules.slice(0, 5).map(({ reason, reads }) => [reason, ...reads].join(" "))).toEqual(["city city", "wave city wave", "under18 age", "residenceStatus residenceStatus", "workCategory workCategory"]);
    const questions = keyQuestions(codebook, "dropped");
    expect(questions.filter((columns) => columns.length > 1)).toEqual([["marryChinese", "childMarryChinese"]]);
    expect(new Set(questions.flat()).size).toBe(questions.flat().length);
    expect(rules[5].reads).toEqual(questions.flat());
    expect(questions.flat().filter((name) => !keyQuestions(codebook, "zero").flat().includes(name)).sort()).toEqual(["compareFamilyTies", "compareMorals", "compareOpportunity", "immigrationConsidered", "reception", "stayIntention"]);
    expect([lacksAll(respondent({ gender: undefined }), ["gender", "age"]), lacksAll(respondent({ gender: undefined, age: undefined }), ["gender", "age"])]).toEqual([false, true]);
  });

  it("are taken in their order, as many as are asked for, with the kinds within a step", () => {
    const people = survey([{}, { workCategory: "student" }, { workCategory: "service" }, { workCategory: undefined }, { age: "17" }, { age: "18" }]);
    const { flow, respondents } = selectSample(people);
    expect(flow.map(({ reason, dropped, left, parts }) => [reason, dropped, left, parts?.map((part) => `${part.reason} ${part.dropped}`)])).toEqual([
      ["rows", 0, 6, undefined], ["city", 0, 6, undefined], ["wave", 0, 6, undefined], ["under18", 1, 5, undefined], ["residenceStatus", 0, 5, undefined], ["workCategory", 3, 2, ["students 1", "others 2"]], ["missingKeyVariable", 0, 2, undefined],
    ]);
    expect(respondents.map(({ id }) => id)).toEqual(["SYN-1", "SYN-6"]);
    expect(flow.flatMap(({ en, zh, parts = [] }) => [[en, zh], ...parts.map((part) => [part.en, part.zh])])).toEqual([
      ["rows read", "读入的行"], ["city: not one of the four, or not told", "城市：不在四城市之列或未填"], ["wave: outside the years of the city, or not told", "年份：不在该城市所取年份之内或未填"], ["under 18", "未满18周岁"],
      ["residence status: short visit or medical treatment, or not told", "居留身份：短期旅行、就医或未填"], ["work category: not high-skilled, or not told", "工作类别：非高技术人才或未填"], ["students", "学生"], ["others", "其他"], ["missing key variable", "关键变量缺失"],
    ]);
    expect([selectSample(people, defaultReadings, 0).flow.length, selectSample(people, defaultReadings, 3).respondents.length, "parts" in flow[3]]).toEqual([1, 5, false]);
  });
});

describe("drawn answers", () => {
  const CITIES = ["changchun", "guangzhou", "yiwu"];
  const given = survey(Array.from({ length: 30 }, (_, i) => ({
    city: CITIES[i % 3], age: i === 4 ? undefined : String(20 + ((i * 7) % 30)), gender: [3, 8].includes(i) ? undefined : ["male", "female"][Math.floor(i / 3) % 2], education: i === 8 ? undefined : ["college", "seniorSecondary", "master"][i % 3],
    reception: i === 11 ? undefined : ["selfArranged", "kinFriends", "client"][Math.floor(i / 2) % 3], nationality: i === 20 ? undefined : "india",
    marryChinese: [14, 15, 16].includes(i) ? undefined : ["neutral", "willing", "unwilling"][i % 3], childMarryChinese: i === 15 || i === 17 ? undefined : "willing", workCategory: i === 29 ? "student" : "manager",
  })));

  it("are of whoever is eligible but for them, a pair as one; all else stays", () => {
    const { surveys, people, completed, drawn } = imputeSurvey(given, { imputations: 3, seed: 2, cycles: 2 });
    expect([surveys.length, people, completed, drawn]).toEqual([3, 29, 5, { age: 1, gender: 2, education: 1, reception: 1, marryChinese: 1 }]);
    for (const { respondents, codebook: own, files } of surveys) {
      expect([respondents.length, own, files]).toEqual([29, codebook, ["raw.csv"]]);
      respondents.forEach((who, i) => {
        const before = given.respondents[i];
        const changed = Object.keys(who).filter((name) => who[name] !== before[name]);
        const expected: Record<number, string[]> = { 3: ["gender"], 4: ["age"], 8: ["education", "gender"], 11: ["reception"], 15: ["marryChinese"] };
        expect(changed.sort(), `row ${i + 2}`).toEqual(expected[i] ?? []);
        if (!(i in expected)) expect(who).toBe(before);
      });
      expect(["male", "female"]).toContain(respondents[3].gender);
      expect(Number(respondents[4].age)).toBeGreaterThanOrEqual(20);
      expect(Number(respondents[4].age)).toBeLessThan(50);
      expect(["college", "seniorSecondary", "master"]).toContain(respondents[8].education);
      expect(["selfArranged", "kinFriends", "client"]).toContain(respondents[11].reception);
      expect(["neutral", "willing", "unwilling"]).toContain(respondents[15].marryChinese);
    }
    expect(imputeSurvey(given, { imputations: 3, seed: 2, cycles: 2 })).toEqual({ surveys, people, completed, drawn });
    expect(imputeSurvey(given, { imputations: 2, seed: 2, cycles: 1 }, { ...defaultReadings }, ["workCategory"]).people).toBe(30);
  });

  it("are drawn question by question, by what each is, all others and the city", () => {
    // Five cycles unless told.
    const eligible = given.respondents.slice(0, 29);
    const questions = keyQuestions(codebook, "dropped").map((names) => codebook.columns.find(({ name }) => name === names[0])!);
    const answerOf = (who: (typeof eligible)[number], name: string) => (name === "marryChinese" ? who.marryChinese ?? who.childMarryChinese : who[name]);
    const variables = questions.map(({ name, type, answers = [] }) => ({
      name, kind: type === "whole number" ? "number" as const : type === "ordered" ? "ordered" as const : answers.length === 2 ? "binary" as const : "nominal" as const, categories: answers.length,
      values: Float64Array.from(eligible, (who) => { const answer = answerOf(who, name); return answer === undefined ? NaN : type === "whole number" ? Number(answer) : answers.findIndex(({ code }) => code === answer); }),
    }));
    expect(variables.map(({ name, kind }) => `${name} ${kind}`).slice(0, 3)).toEqual(["age number", "gender binary", "education ordered"]);
    expect(new Set(variables.map(({ kind }) => kind))).toEqual(new Set(["number", "binary", "ordered", "nominal"]));
    const city = { name: "city", kind: "nominal" as const, categories: 3, values: Float64Array.from(eligible, (who) => CITIES.indexOf(who.city!)) };
    const filled = imputeChained([...variables, city], { imputations: 2, seed: 6 });
    imputeSurvey(given, { imputations: 2, seed: 6 }).surveys.forEach(({ respondents }, m) => respondents.forEach((who, i) => questions.forEach(({ name, type, answers }, q) => {
      expect(answerOf(who, name)).toBe(type === "whole number" ? String(filled[m][q][i]) : answers![filled[m][q][i]].code);
    })));
  });

  it("cannot be where nobody is eligible, or nobody has answered: the first such question is named", () => {
    expect(refusalOf(() => imputeSurvey({ ...given, respondents: [] }, { imputations: 2, seed: 1 }))).toBe("raw.csv: nobody is eligible: there is no answer to draw missing ones from (expected eligible people). Nothing was computed.");
    const without = (...names: string[]) => ({ ...given, respondents: given.respondents.map((who) => ({ ...who, ...Object.fromEntries(names.map((name) => [name, undefined])) })) as typeof given.respondents });
    const refused = (column: string) => `raw.csv, column ${column}: nobody eligible has answered this question: its missing answers cannot be drawn (expected some values to draw from). Nothing was computed.`;
    expect(refusalOf(() => imputeSurvey(without("votedAtHome", "gender", "reception"), { imputations: 2, seed: 1 }))).toBe(refused("gender"));
    expect(refusalOf(() => imputeSurvey(without("marryChinese", "childMarryChinese"), { imputations: 2, seed: 1 }))).toBe(refused("marryChinese, childMarryChinese"));
  });
});

describe("where a coded sample comes from", () => {
  it("names the readings that act on people, and no reading of modelling", () => {
    const of = (readings: object) => codeSample(given3, readings).madeFrom!.readings;
    expect(of({ pseudoR2: "mcFadden", age: "withAge" })).toEqual(of({}));
    expect(of({ gender: "male" })).toEqual({ ...of({}), gender: "male" });
    expect(Object.keys(of({})).sort()).toEqual(["changchunWaves", "consideredBefore", "contactDirection", "contactWillingness", "cumulativeCausation", "education", "gender", "inMigration", "marriage", "nonResponse", "participationBehaviour", "participationCognition", "stay", "supportNetwork"]);
  });
});

describe("where a coded column comes from", () => {
  it("each but age is given by one variable, and is found by either name", () => {
    expect(variables.flatMap(({ gives }) => gives)).toEqual(CODED_NUMBERS.filter((column) => column !== "age"));
    expect([variableOf("support").name, variableOf("supportUnit").name, variableOf("stay").file, variableOf("participationCognition").reads.length]).toEqual(["support", "support", "stay.ts", 3]);
    expect(refusalOf(() => variableOf("age"))).toMatch(/^"age" is no coded variable \(expected one of stay, stayTransnational, stayInMigration, age2, gender, education, cumulativeCausation, contactWillingness, support, participationBehaviour, participationCognition[\w, ]*\)$/);
  });
});
