import { describe, expect, it } from "vitest";
import { JsonSpot } from "../../../src/published/jsonSpot";
import { readCondition, readHypotheses, readModels } from "../../../src/study/folder/readModels";
import { readCoding } from "../../../src/study/folder/readCoding";
import { bothLanguages } from "../../io/bothLanguages";
import { small } from "../../survey/smallCodebook";

const label = { en: "l", zh: "标" };
const spot = (value: unknown, file = "models.json") => new JsonSpot(value, file);
const refusal = (work: () => unknown) => bothLanguages(work)[0];

describe("a condition", () => {
  it.each([["south"], [3], [["a", 1, "b"]], [[]], [{ least: 18 }], [{ most: 30 }], [{ least: 0, most: 0 }]])("%j is one", (value) => expect(readCondition(spot(value))).toEqual(value));

  it.each<[unknown, string]>([
    [["a", null, "b"], "value 2: null (expected a text or a number)."], [[1, 2, [3]], "value 3: [3] (expected a text or a number)."], [[true], "value 1: true (expected a text or a number)."],
    [{ least: "18" }, 'least: "18" (expected a number).'], [{ least: 1, most: null }, "most: null (expected a number)."], [{}, '{} (expected a value, a list of values, or {"least": 18}).'], [{ min: 1 }, 'unknown key "min" (expected least, most). Correct its spelling or take it out.'],
  ])("%j is none", (value, message) => expect(refusal(() => readCondition(spot(value)))).toBe(`models.json: ${message}`));
});

const group = (id: string, where: object = {}) => ({ id, label, where });
const term = (name: string) => ({ name, label });
const model = (id: string, change: object = {}) => ({ id, title: label, group: "g", outcome: "y", family: "binomial", terms: ["x"], ...change });
const file = (change: object = {}) => ({ groups: [group("f"), group("g", { x: [1, 2] })], terms: [term("x"), term("w")], models: [model("A"), model("B", { family: "ordered", terms: ["w", "x"], group: "f" }), model("C", { family: "ordered" })], ...change });
const read = (change: object = {}) => readModels(spot(file(change)), ["y", "x", "w"]);

describe("groups, terms and models of a file", () => {
  it("are as they stand there", () => {
    expect(read()).toEqual(file());
  });

  it.each<[object, string]>([
    [{ groups: [group("f"), { label, where: {} }] }, "group 2: no id (expected id, label, where)."], [{ groups: [group("f"), null] }, "group 2: null (expected an object { … })."], [{ groups: [group("f"), group("g"), group("f")] }, "group f: its id stands twice (expected each id once)."],
    [{ groups: [group("g", { x: 1, v: 2 })] }, "group g, where v: coding.json makes no column of this name (expected y, x, w)."], [{ groups: [group("g", { x: [1, false] })] }, "group g, where x, value 2: false (expected a text or a number)."],
    [{ terms: [term("x"), term("v")] }, 'term v, name: "v" is not a column that coding.json makes (expected y, x, w).'], [{ terms: [term("x"), term("w"), term("x")] }, "term x: its name stands twice (expected each name once)."], [{ terms: [{ label }] }, "term 1: no name (expected name, label)."],
    [{ models: [model("A", { terms: ["x", "y"] })] }, 'model A, term 2: "y" is not a term of models.json (expected x, w).'], [{ models: [model("A", { terms: ["x", "w", "x"] })] }, "model A, terms: a term stands twice (expected each term once)."], [{ models: [model("A", { group: "h" })] }, 'model A, group: "h" is not a group of models.json (expected f, g).'],
    [{ models: [model("A", { outcome: "z" })] }, 'model A, outcome: "z" is not a column that coding.json makes (expected y, x, w).'], [{ models: [model("A"), model("A")] }, "model A: its id stands twice (expected each id once)."], [{ models: [model("A", { family: "probit" })] }, 'model A, family: "probit" (expected "binomial" or "ordered").'],
  ])("%j is refused", (change, message) => expect(refusal(() => read(change))).toBe(`models.json: ${message}`));
});

describe("hypotheses of a file", () => {
  const hypothesis = (change: object = {}) => ({ id: "H", claim: label, term: "x", decidedBy: [{ group: "f", model: "B" }, { group: "g", model: "A", also: "C" }], signOpen: false, ...change });
  const of = (...hypotheses: object[]) => readHypotheses(spot({ hypotheses }, "hypotheses.json"), read());

  it("are as they stand there", () => expect(of(hypothesis(), hypothesis({ id: "I", signOpen: true }))).toEqual([hypothesis(), hypothesis({ id: "I", signOpen: true })]));

  it.each<[object, string]>([
    [{ decidedBy: [{ group: "g", model: "A" }, { group: "h", model: "A" }] }, 'decision 2, group: "h" is not a group of models.json (expected f, g).'], [{ decidedBy: [{ group: "g", model: "D" }] }, 'decision 1, model: "D" is not a model of models.json (expected A, B, C).'], [{ decidedBy: [{ group: "g", model: "B" }] }, "decision 1, model: B is about group f (expected a model of group g)."], [{ decidedBy: [{ group: "g", model: "A", also: "B" }] }, "decision 1, also: B is about group f (expected a model of group g)."], [{ decidedBy: [{ group: "f", model: "B", also: "A" }], term: "w" }, "decision 1, also: A has no term w (expected a model that has it)."], [{ signOpen: 1 }, "signOpen: 1 (expected true or false)."],
  ])("%j is refused", (change, message) => expect(refusal(() => of(hypothesis(change)))).toBe(`hypotheses.json: hypothesis H, ${message}`));
});

describe("a coding's rules that have no name", () => {
  const of = (coding: object) => refusal(() => readCoding(spot(coding, "coding.json"), small));

  it("are told by their place", () => {
    expect(of({ columns: [{ name: "a", from: "age", number: true }, { from: "age", number: true }] })).toBe("coding.json: column 2: no name (expected name).");
    expect(of({ columns: [{ name: "a", from: "age", number: true }, { name: "b", from: "age", number: true, power: "2" }] })).toMatch(/^coding\.json: column b, power: /);
    expect(of({ sample: [{ column: "age", keep: { least: 18 }, en: "young", zh: "年轻" }, { keep: 1, en: "x", zh: "x" }], columns: [] })).toBe("coding.json: sample rule 2: no column (expected column, keep, en, zh).");
    expect(of({ columns: [{ name: "a", from: "gender", is: ["male"], power: 2 }] })).toBe('coding.json: column a: power stands without number (expected "number": true beside it).');
    expect(of({ columns: [{ name: "a", from: "age", number: true, power: 2 }, { name: "b", from: "age", rank: true }] })).toBe("coding.json: column b, rank: age is of type whole number (expected an ordered column).");
  });
});
