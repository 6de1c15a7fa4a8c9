import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dataFile } from "../../src/projectFolder";
import { parsePublished, readPublished } from "../../src/published/readPublished";

const row = (change: object = {}) => ({ term: "age", coef: "-0.30", se: "0.10", stars: "***", ...change });
const model = (change: object = {}) => ({ family: "binary logit", n: 100, pseudoR2: "0.2", rows: [row()], ...change });
const table = (change: object = {}, ofModel: object = {}, ofRow: object = {}) =>
  ({ models: { A: model({ rows: [row(ofRow)], ...ofModel }) }, ...change });
const refusal = (json: unknown): string => {
  try {
    parsePublished(json, "t.json");
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("was not refused");
};

describe("a published table's file", () => {
  it("reads the paper's own table whole, every printed text as it stands", () => {
    const file = dataFile("published.json");
    expect(readPublished(file)).toEqual(JSON.parse(readFileSync(file, "utf8")));
  });

  it("does without what only names a model", () => {
    expect(parsePublished(table(), "t.json").models.A).toMatchObject({ heading: "A", group: "", table: 1 });
  });

  it("takes a count in quotes for the number it is, and a count of 0 in Table 1", () => {
    expect(parsePublished(table({}, { n: "100" }), "t.json").models.A.n).toBe(100);
    expect(parsePublished(table({ table1: { city: { X: [0, "0.0"] } } }), "t.json").table1).toEqual({ city: { X: [0, "0.0"] } });
    expect(refusal(table({}, { n: "1e2" }))).toContain('model A, n: "1e2"');
  });

  it("takes what `sojourn table` was unsure of", () => {
    const unsure = [{ model: "A", term: "age", field: "se", why: "no digit after the point" }];
    expect(parsePublished(table({ unsure }), "t.json").unsure).toEqual(unsure);
  });

  it.each([
    ["a number that is none", table({}, {}, { coef: "0.4x" }), 't.json: model A, term age, coef: "0.4x" is not a printed number'],
    ["a number not in quotes", table({}, {}, { se: 0.1 }), "t.json: model A, term age, se: 0.1 is a JSON number"],
    ["an unknown key", table({}, {}, { coefficient: "1" }), 't.json: model A, term age: unknown key "coefficient"'],
    ["a missing key", table({}, { rows: [{ term: "age", coef: "1", stars: "" }] }), "t.json: model A, term age: no se"],
    ["stars without a cut-off", table({}, {}, { stars: "†" }), 't.json: model A, term age, stars: "†"'],
    ["a negative standard error", table({}, {}, { se: "-0.1" }), "t.json: model A, term age, se: "],
    ["a term twice", table({}, { rows: [row(), row()] }), "t.json: model A, term age: stands twice"],
    ["another family", table({}, { family: "probit" }), 't.json: model A, family: "probit"'],
    ["half a respondent", table({}, { n: 10.5 }), "t.json: model A, n: 10.5"],
    ["a pool of models that are not there", table({ pooled: [{ whole: "A", parts: ["B"] }] }), 't.json: pooled 1, part 1: "B"'],
    ["categories of a term that is not there", table({ categories: { A: { sex: { one: 1, reference: 2 } } } }), "t.json: categories of model A, term sex"],
    ["a percentage not in quotes", table({ table1: { city: { X: [1, 24.1] } } }), "t.json: variable city, answer X, percentage: 24.1 is a JSON number"],
    ["a p above 1", table({ parallelLinesP: "1.2" }), "t.json: parallelLinesP"],
    ["no model", { models: {} }, "t.json: models: no model"],
    ["a list", [], "t.json: []"],
  ])("refuses %s, and says where", (_, json, message) => {
    expect(refusal(json)).toContain(message);
  });

  it("takes a table's own cut-offs and the stars they define", () => {
    const own = table({ cutoffs: { "†": "0.1", "*": "0.05" } }, {}, { stars: "†" });
    expect(parsePublished(own, "t.json").models.A.rows[0].stars).toBe("†");
  });

  it("takes a model of another kind, its scale, and the statistics that stand beside a coefficient", () => {
    const other = { family: "other", familyPrinted: "Probit regression", scale: "marginalEffect", brackets: "z" };
    const beside = { z: "-3.00", t: "-3.0", wald: "9.0", p: "<0.001", lower: "-.50", upper: "-0.1", oddsRatio: "0.74", coef: "-3.0e-01" };
    const read = parsePublished(table({}, other, beside), "t.json").models.A;
    expect(read).toMatchObject({ ...other, rows: [beside] });
    expect(refusal(table({}, {}, { p: "p<.01" }))).toContain('model A, term age, p: "p<.01" is not a printed number');
    expect(refusal(table({}, { scale: "odds" }))).toContain('model A, scale: "odds"');
  });

  it("takes what was supposed and what was not used", () => {
    const said = { supposed: [{ field: "cutoffs", value: "0.1 0.05 0.01", why: "no legend" }], unused: [{ where: "note", text: "Sources: own" }] };
    expect(parsePublished(table(said), "t.json")).toMatchObject(said);
    expect(refusal(table({ supposed: [{ field: "cutoffs" }] }))).toContain("supposed 1: no value");
  });

  it("takes names that every object knows for names like any other", () => {
    const named = JSON.parse(JSON.stringify(table()).replaceAll('"A"', '"__proto__"').replaceAll('"age"', '"constructor"')) as unknown;
    const { models } = parsePublished(named, "t.json");
    expect(Object.keys(models)).toEqual(["__proto__"]);
    expect(models["__proto__"].rows[0].term).toBe("constructor");
    expect(models.constructor).toBeUndefined();
  });

  it("names a file that is absent or no JSON", () => {
    expect(() => readPublished("/nowhere/t.json")).toThrow(/^\/nowhere\/t\.json: there is no such file/);
    expect(() => readPublished(__filename)).toThrow(/readPublished\.test\.ts, row 1: is no JSON/);
  });
});
