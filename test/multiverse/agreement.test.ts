import { expect, test } from "vitest";
import { BadInput } from "../../src/badInput";
import { inLanguage } from "../../src/faults/said";
import { agreement, unmet } from "../../src/multiverse/agreement";
import type { Spec } from "../../src/multiverse/spec";
import type { Study } from "../../src/study/study";
import { decision, option, smallSpec, smallStudy } from "./small";

class Refused extends Error {}
const refusal = (spec: Partial<Spec>, study: Study = smallStudy, apply: () => unknown = () => undefined): string => {
  try {
    agreement({ ...smallSpec([controls, cut]), ...spec }, study, (pointer, found, expected) => {
      throw new Refused(`${pointer}: ${inLanguage(found, "en")} (${inLanguage(expected, "en")})`);
    }, apply);
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
  return "none";
};
const controls = decision("controls", option("both"), option("noB", { drops: ["b"] }), option("more", { adds: ["gap", "own"] }));
const cut = decision("cut", option("low"), option("high", { when: { controls: ["both", "noB"] } }));
/** The last option of a third decision. */
const last = (does: Parameters<typeof option>[1]): Partial<Spec> => ({ decisions: [controls, cut, decision("third", option("own"), option("other", does))] });
const withReadings: Study = { ...smallStudy, readings: [{ name: "unit", choices: ["1"] }] };

test.each<[string, Partial<Spec>, string]>([
  ["nothing", {}, "none"],
  ["a model", { models: ["S", "T"] }, '/models/1: there is no model "T" (S)'],
  ["a term", { terms: ["x", "bb"] }, '/terms/1: there is no term "bb" (x, notX, a, aTwice, b, gap)'],
  ["two decisions of one id", { decisions: [controls, cut, { ...cut, options: cut.options.slice(0, 1) }] }, '/decisions/2/id: "cut" stands twice (each id once)'],
  ["two options of one id", { decisions: [controls, decision("d", option("a"), option("b"), option("a"))] }, '/decisions/1/options/2/id: "a" stands twice (each id once)'],
  ["two options of the paper", { decisions: [controls, { ...cut, options: cut.options.map((one) => ({ ...one, paper: true })) }] }, '/decisions/1: 2 options of cut are the paper\'s (one option with "paper": true)'],
  ["none of the paper", { decisions: [controls, { ...cut, options: cut.options.map((one) => ({ ...one, paper: false })) }] }, '/decisions/1: 0 options of cut are the paper\'s (one option with "paper": true)'],
  ["`when` of the decision itself", last({ when: { third: ["own"] } }), '/decisions/2/options/1/when/third: there is no other decision "third" (controls, cut)'],
  ["`when` of no option", last({ when: { cut: ["low", "none"] } }), '/decisions/2/options/1/when/cut: there is no option of cut "none" (low, high)'],
  ["a group", last({ group: "south" }), '/decisions/2/options/1/group: there is no group "south" (all, north)'],
  ["a term to drop", last({ drops: ["b", "own"] }), '/decisions/2/options/1/drops: there is no term "own" (x, notX, a, aTwice, b, gap)'],
  ["free slopes of what is added elsewhere", last({ nonparallel: ["x", "own"] }), "none"],
  ["a free slope of nothing", last({ nonparallel: ["x", "nothing"] }), '/decisions/2/options/1/nonparallel: there is no term "nothing" (x, notX, a, aTwice, b, gap, own)'],
  ["imputations without imputing", last({ imputations: 5 }), '/decisions/2/options/1/imputations: nothing is imputed here ("missing": "imputed" beside it)'],
  ["a seed without imputing", last({ missing: "dropped", seed: 5 }), '/decisions/2/options/1/seed: nothing is imputed here ("missing": "imputed" beside it)'],
  ["imputing without raw answers", last({ missing: "imputed" }), '/decisions/2/options/1/missing: the study small has no imputation of its raw answers ("dropped")'],
  ["readings where there are none", last({ readings: { unit: "1" } }), "/decisions/2/options/1/readings: the study small codes by one rule each (no readings)"],
  ["a block of no decision", { blocks: [["controls"], ["cut", "third"]] }, '/blocks/1/1: there is no decision "third" (controls, cut)'],
  ["a universe of no decision", { universes: [{ cut: "high" }, { third: "own" }] }, '/universes/1/third: there is no decision "third" (controls, cut)'],
  ["a universe of no option", { universes: [{ cut: "mid" }] }, '/universes/0/cut: there is no option of cut "mid" (low, high)'],
  ["a universe of options that do not go together", { universes: [{ cut: "high" }, { cut: "high", controls: "more" }] }, "/universes/1: cut=high goes only with controls=both or noB (options that go together)"],
  ["a paper's universe that contradicts itself", { decisions: [controls, decision("d", option("a", { when: { controls: ["noB"] } }))], blocks: [] }, '/decisions: the paper\'s own universe contradicts "when": d=a goes only with controls=noB (options that go together)'],
])("refused: %s", (_, spec, message) => expect(refusal(spec)).toBe(message));

test("a term of the study's models is known, whether or not the study lists it", () => {
  const study = { ...smallStudy, models: smallStudy.models.map((model) => ({ ...model, terms: [...model.terms, "extra"] })) };
  expect(refusal({ terms: ["extra"] }, study)).toBe("none");
});

test("imputations are 2 to 100, seeds whole numbers of 32 bits", () => {
  const imputing = (imputations: number | undefined, seed?: number) => refusal(last({ missing: "imputed", ...(imputations !== undefined && { imputations }), ...(seed !== undefined && { seed }) }), withReadings);
  for (const good of [2, 100, undefined]) expect(imputing(good)).toBe("none");
  for (const bad of [1, 101, 2.5, -2]) expect(imputing(bad)).toBe(`/decisions/2/options/1/imputations: ${bad} (a whole number from 2 to 100)`);
  for (const good of [0, 1, 4294967295]) expect(imputing(5, good)).toBe("none");
  for (const bad of [-1, 0.5, 4294967296]) expect(imputing(5, bad)).toBe(`/decisions/2/options/1/seed: ${bad} (a whole number from 0 to 4294967295)`);
});

test("readings are the study's: what it refuses is refused at their place, anything else goes on", () => {
  const readings = last({ readings: { unit: "2" } });
  expect(refusal(readings, withReadings)).toBe("none");
  expect(refusal(readings, withReadings, () => { throw new BadInput({ file: "readings" }, "unit is 2", "1"); })).toBe("/decisions/2/options/1/readings: readings: unit is 2 (1)");
  expect(refusal(readings, withReadings, () => { throw new BadInput({ file: "readings" }, "unit is 2"); })).toBe("/decisions/2/options/1/readings: readings: unit is 2 (a reading of the study)");
  expect(() => refusal(readings, withReadings, () => { throw new TypeError("a mistake"); })).toThrow(TypeError);
});

test("the first option that asks for another than is chosen is told", () => {
  const needy = decision("needy", option("a"), option("b", { when: { cut: ["high"], controls: ["noB", "more"] } }));
  const decisions = [cut, needy, controls];
  expect(unmet(decisions, { cut: "low", needy: "a", controls: "both" })).toBeUndefined();
  expect(unmet(decisions, { cut: "high", needy: "b", controls: "noB" })).toBeUndefined();
  expect(unmet(decisions, { cut: "low", needy: "b", controls: "both" })).toEqual({ decision: "needy", option: "b", needs: "cut=high" });
  expect(unmet(decisions, { cut: "high", needy: "b", controls: "both" })).toEqual({ decision: "needy", option: "b", needs: "controls=noB or more" });
  expect(unmet(decisions, { cut: "high", needy: "a", controls: "more" })).toEqual({ decision: "cut", option: "high", needs: "controls=both or noB" });
});
