import { describe, expect, it } from "vitest";
import { codedCsv, columnsCsv } from "../../src/sfrc/codedCsv";
import { codings } from "../../src/sfrc/codings";
import { firstComponent } from "../../src/sfrc/coding/firstComponent";
import { mayBeMissing, withSilenceRead } from "../../src/sfrc/coding/nonResponse";
import { keyQuestions, lacksAll, rulesOf, selectSample } from "../../src/sfrc/sample";
import { variableOf, variables } from "../../src/sfrc/variables";
import { CODED_NUMBERS } from "../../src/sfrc/codeSample";
import { defaultReadings } from "../../src/sfrc/readings";
import { refusalOf } from "../models/refusalOf";
import { type Answers, codebook, respondent } from "../survey/rawFile";

const survey = (people: readonly Answers[]) => ({ respondents: people.map((one, i) => respondent({ id: `SYN-${i + 1}`, ...one }, i + 2)), synthetic: true, files: ["raw.csv"], codebook, notes: [] });

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
    expect([selectSample(people, defaultReadings, 0).flow.length, selectSample(people, defaultReadings, 3).respondents.length, "parts" in flow[3]]).toEqual([1, 5, false]);
  });
});

describe("where a coded column comes from", () => {
  it("each but age is given by one variable, and is found by either name", () => {
    expect(variables.flatMap(({ gives }) => gives)).toEqual(CODED_NUMBERS.filter((column) => column !== "age"));
    expect([variableOf("support").name, variableOf("supportUnit").name, variableOf("stay").file, variableOf("participationCognition").reads.length]).toEqual(["support", "support", "stay.ts", 3]);
    expect(refusalOf(() => variableOf("age"))).toBe('"age" is no coded variable (expected one of stay, stayTransnational, stayInMigration, age2, gender, education, cumulativeCausation, contactWillingness, support, participationBehaviour, participationCognition)');
  });
});
