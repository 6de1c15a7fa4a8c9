import { describe, expect, it } from "vitest";
import { fitBinaryLogit } from "../../src/models/binary";
import { RefusedModel } from "../../src/models/refusedModel";
import { fitOf } from "../../src/study/results";
import { runStudy } from "../../src/study/runStudy";
import type { Study } from "../../src/study/study";
import { tiny, tinyPeople } from "./tinyStudy";

describe("running a study", () => {
  it("fits each model on its own group, the constant first", () => {
    const { fits, samples } = runStudy(tiny, tinyPeople());
    const members = tinyPeople().people.filter(({ group }) => group === "b");
    const direct = fitBinaryLogit(members.map(({ x, w }) => [1, x as number, w as number]), members.map(({ y }) => y as number), ["const", "x", "w"]);
    expect(fits.Bb.coefficients).toEqual(direct.coefficients);
    expect(samples.Bb.people).toEqual(members);
    expect(fits.Ob.levels).toEqual([1, 2, 3]);
    expect(Object.keys(fits)).toEqual(["Ba", "Oa", "Bb", "Ob"]);
  });

  it("leaves people without a value out of the models that use it, and counts them by column", () => {
    const { samples, fits } = runStudy(tiny, tinyPeople((person, i) => (i < 4 ? { ...person, w: undefined } : i === 4 ? { ...person, w: undefined, y: undefined } : person)));
    expect(samples.Ba.leftOut).toEqual({ people: 5, byColumn: { y: 1, w: 5 } });
    expect(samples.Oa.leftOut).toEqual({ people: 5, byColumn: { w: 5 } });
    expect(fits.Ba.n).toBe(55);
    expect(samples.Bb.leftOut).toEqual({ people: 0, byColumn: {} });
  });

  it("tests parallel lines of ordered models only", () => {
    const { parallelLines } = runStudy(tiny, tinyPeople());
    expect(Object.keys(parallelLines)).toEqual(["Oa", "Ob"]);
    expect(parallelLines.Oa.lr).toMatchObject({ df: 2 });
    expect(parallelLines.Oa.lr.p).toBeGreaterThan(0);
  });

  it("tells a refused model by name and still runs the others", () => {
    const result = runStudy(tiny, tinyPeople((person) => (person.group === "a" ? { ...person, y: person.x } : person)));
    expect(result.refused.Ba).toBeInstanceOf(RefusedModel);
    expect(result.refused.Ba.kind).toBe("separation");
    expect(result.refused.Ba.terms).toContain("x");
    expect(Object.keys(result.fits)).toEqual(["Oa", "Bb", "Ob"]);
    expect(result.verdicts[0]).toMatchObject({ group: "a", estimate: null, p: null, supported: null, level: "" });
    expect(() => fitOf(result, "Ba")).toThrow(/^Model refused \(separation\)/);
    expect(fitOf(result, "Bb")).toBe(result.fits.Bb);
  });

  it("refuses a group in which nobody is, or nobody has every value", () => {
    const { refused } = runStudy(tiny, tinyPeople((person) => (person.group === "b" ? { ...person, group: "c" } : { ...person, y: undefined })), { models: ["Bb", "Ob"] });
    expect(refused.Bb).toMatchObject({ kind: "bad-input", message: expect.stringContaining("nobody belongs to its group") });
    const lacking = runStudy(tiny, tinyPeople((person) => (person.group === "a" ? { ...person, w: undefined } : person)));
    expect(lacking.refused.Ba.message).toContain("w: 60 without");
  });

  it("runs only the models asked for, and refuses one the study does not have", () => {
    expect(Object.keys(runStudy(tiny, tinyPeople(), { models: ["Bb"] }).fits)).toEqual(["Bb"]);
    expect(() => runStudy(tiny, tinyPeople(), { models: ["Bc"] })).toThrow(/no model Bc/);
    expect(() => fitOf(runStudy(tiny, tinyPeople(), { models: ["Bb"] }), "Ba")).toThrow(/Ba was not run/);
  });

  it("is put under the readings the people were coded with", () => {
    const under: Study = { ...tiny, readingRules: [{ reading: "w", choice: "without", drops: "w" }] };
    const terms = (readings?: Record<string, string>) => runStudy(under, { ...tinyPeople(), readings }, { models: ["Ba"] }).fits.Ba.coefficients.map(({ term }) => term);
    expect(terms({ w: "without" })).toEqual(["const", "x"]);
    expect(terms({ w: "with" })).toEqual(["const", "x", "w"]);
    expect(terms()).toEqual(["const", "x", "w"]);
  });

  it("a study that names a column or a group nobody has is an author's mistake, told at once", () => {
    const [model] = tiny.models;
    expect(() => runStudy({ ...tiny, models: [{ ...model, terms: ["z"] }] }, tinyPeople())).toThrow(/Ba reads column "z"/);
    expect(() => runStudy({ ...tiny, models: [{ ...model, group: "z" }] }, tinyPeople())).toThrow(/group "z"/);
    expect(() => runStudy({ ...tiny, models: [{ ...model, terms: ["group"] }] }, tinyPeople())).toThrow(/p0 has "a", not a number/);
  });
});

it("says where the people come from, if that is known, and by which readings", () => {
  const madeFrom = { data: ["a1-2-3"], readings: { old: "x" }, version: "1" };
  expect(runStudy(tiny, tinyPeople()).madeFrom).toBeUndefined();
  expect(runStudy(tiny, { ...tinyPeople(), madeFrom, readings: { age: "with" } })).toMatchObject({ readings: { age: "with" }, madeFrom: { data: ["a1-2-3"], readings: { age: "with" }, version: "1" } });
});

it("a group of one who lacks a value has nobody left, which is not a group of nobody", () => {
  const lone = (x: number | undefined, group = "lone") => runStudy({ ...tiny, groups: [...tiny.groups, { id: "lone", label: tiny.title, where: { group: "lone" } }], models: [...tiny.models, { ...tiny.models[0], id: "L", group: "lone" }] }, tinyPeople((person, i) => (i === 0 ? { ...person, group, x } : person))).refused.L.message;
  expect(lone(undefined)).toBe("Model refused (bad-input): nobody of its group has a value in every column (x: 1 without)");
  expect(lone(1, "a")).toBe("Model refused (bad-input): nobody belongs to its group");
});

