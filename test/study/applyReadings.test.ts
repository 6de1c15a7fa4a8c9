import { describe, expect, it } from "vitest";
import { applyReadings } from "../../src/study/applyReadings";
import type { ReadingRule, Study } from "../../src/study/study";
import { bothLanguages } from "../io/bothLanguages";

const label = (en: string) => ({ en, zh: `${en}（中）` });
const term = (name: string) => ({ name, label: label(name) });
const model = (id: string, ...terms: string[]) => ({ id, title: { en: `Stays in ${id}`, zh: `${id} 的居留` }, group: "all", outcome: "stay", family: "binomial" as const, terms });
const study = (...readingRules: ReadingRule[]): Study => ({
  id: "mine", title: label("mine"), groups: [{ id: "all", label: label("all"), where: {} }], terms: ["x", "w", "v", "spare"].map(term), models: [model("A", "x", "w"), model("B", "w", "v"), model("C", "v", "x", "w")],
  hypotheses: ["x", "w"].map((name) => ({ id: name, claim: label(name), term: name, decidedBy: [{ group: "all", model: "A" }] })),
  readings: [{ name: "age", choices: ["with", "without"] }, { name: "wish", choices: ["stay", "leave", "either"] }], readingRules,
});
const termsOf = ({ models }: Study) => models.map(({ terms }) => terms.join(" "));
const read = (readings: Readonly<Record<string, string>>, ...rules: ReadingRule[]) => applyReadings(study(...rules), readings);
const refused = (readings: Readonly<Record<string, string>>, of: Study = study()) => bothLanguages(() => applyReadings(of, readings));

describe("a reading's rules", () => {
  it("leave a study alone that they do not speak of", () => {
    const own = study({ reading: "age", choice: "with", drops: "x" });
    expect([applyReadings(own, {}), applyReadings(own, { age: "without" }), applyReadings(own, { wish: "leave" })].every((same) => same === own)).toBe(true);
    const { readingRules: _, readings: __, ...bare } = own;
    expect(applyReadings(bare, { anything: "at all" })).toBe(bare);
  });

  it("add a term before the others, once, and to the study's own where it lacks it", () => {
    const added = read({ age: "with" }, { reading: "age", choice: "with", adds: term("age") });
    expect([termsOf(added), added.terms.map(({ name }) => name)]).toEqual([["age x w", "age w v", "age v x w"], ["age", "x", "w", "v", "spare"]]);
    expect(applyReadings(added, { age: "with" })).toEqual(added);
    const known = read({ age: "with" }, { reading: "age", choice: "with", adds: term("v") });
    expect([termsOf(known), known.terms.map(({ name }) => name)]).toEqual([["v x w", "w v", "v x w"], ["x", "w", "v", "spare"]]);
  });

  it("drop a term, and from the study's where no model is left that has it", () => {
    const dropped = read({ age: "without" }, { reading: "age", choice: "without", drops: "w" });
    expect([termsOf(dropped), dropped.terms.map(({ name }) => name)]).toEqual([["x", "v", "v x"], ["x", "v", "spare"]]); // spare was in none before
    const some = read({ age: "without" }, { reading: "age", choice: "without", drops: "w", models: ["A", "C"] });
    expect([termsOf(some), some.terms.map(({ name }) => name)]).toEqual([["x", "w v", "v x"], ["x", "w", "v", "spare"]]);
  });

  it("act on models that are named and have all the terms asked for", () => {
    const swap = (rule: Partial<ReadingRule>) => termsOf(read({ age: "with" }, { reading: "age", choice: "with", adds: term("z"), drops: "x", ...rule }));
    expect(swap({ having: ["x", "w"] })).toEqual(["z w", "w v", "z v w"]);
    expect(swap({ having: ["v", "x"] })).toEqual(["x w", "w v", "z v w"]);
    expect(swap({ having: [], models: ["B"] })).toEqual(["x w", "z w v", "v x w"]);
    expect(swap({ having: ["x"], models: ["B"] })).toEqual(["x w", "w v", "v x w"]);
    expect(termsOf(read({ age: "with", wish: "leave" }, { reading: "age", choice: "with", drops: "w" }, { reading: "wish", choice: "leave", drops: "x", having: ["w"] }, { reading: "wish", choice: "stay", drops: "v" }))).toEqual(["x", "v", "v x"]); // one after the other
  });

  it("change the outcome, and the words of titles in both languages", () => {
    const words = { from: { en: "Stays", zh: "居留" }, to: { en: "Leaves", zh: "离开" } };
    const of = (outcome: NonNullable<ReadingRule["outcome"]>) => read({ wish: "leave" }, { reading: "wish", choice: "leave", outcome, models: ["A"] }).models.map(({ outcome: own, title }) => [own, title.en, title.zh]);
    const rest = [["stay", "Stays in B", "B 的居留"], ["stay", "Stays in C", "C 的居留"]];
    expect(of({ from: "stay", to: "leave", words })).toEqual([["leave", "Leaves in A", "A 的离开"], ...rest]);
    expect(of({ from: "stay", to: "leave" })).toEqual([["leave", "Stays in A", "A 的居留"], ...rest]);
    expect(of({ from: "go", to: "leave", words })).toEqual([["stay", "Stays in A", "A 的居留"], ...rest]);
  });

  it("turn hypotheses of a term round", () => {
    const { hypotheses } = read({ wish: "leave" }, { reading: "wish", choice: "leave", opposes: "w" }, { reading: "age", choice: "with", opposes: "x" });
    expect(hypotheses.map(({ id, opposed }) => [id, opposed])).toEqual([["x", undefined], ["w", true]]);
  });
});

it("a reading that is none, and a choice that is none, are refused with what there is", () => {
  expect(refused({ age: "with", colour: "red" })).toEqual(["reading colour: the study mine has no reading of this name (expected age, wish).", expect.stringMatching(/^reading colour：.*（应为：age, wish）。$/)]);
  expect(refused({ wish: "both", age: "with" })).toEqual(['reading wish: "both" is not one of its choices (expected stay or leave or either).', expect.stringMatching(/^reading wish：.*both.*应为/)]);
  expect(refused({ age: "with" }, { ...study(), readings: [] })[0]).toBe("reading age: the study mine has no reading of this name (expected none).");
});
