import { expect, test } from "vitest";
import { parseJson } from "../../src/io/json";
import { enumerate } from "../../src/multiverse/enumerate";
import { parseSpec, readSpec } from "../../src/multiverse/readSpec";
import { paperChoice } from "../../src/multiverse/spec";
import { dataFile } from "../../src/projectFolder";
import { readingEntries } from "../../src/sfrc/readings";
import { sfrc } from "../../src/sfrc/study";
import { smallStudy } from "./small";

const words = { en: "e", zh: "z" };
const whole = () => ({
  title: words, models: ["S"], terms: ["x"],
  decisions: [{ id: "b", ...words, options: [{ id: "in", paper: true, reason: words, source: "s", kind: "equivalent" }, { id: "out", reason: words, source: "s", kind: "uncertain", drops: ["b"] }] as Record<string, unknown>[] }],
});
const refusal = async (change: (spec: ReturnType<typeof whole> & Record<string, unknown>) => void) => {
  const spec = whole();
  change(spec);
  return parseSpec(parseJson(JSON.stringify(spec, null, 1), "m.json"), "m.json", smallStudy).then(() => "no refusal", (error: Error) => error.message);
};

test("the paper's own multiverse has every reading that changes a coefficient, with its own options, and 500 universes and more", async () => {
  const spec = await readSpec(dataFile("multiverse.json"), sfrc);
  for (const { name, choices, default: own } of readingEntries.filter((reading) => !["parallelLines", "pseudoR2", "pooledOutcome"].includes(reading.name))) {
    const options = spec.decisions.find(({ id }) => id === name)?.options ?? [];
    expect(options.flatMap(({ readings }) => readings?.[name] ?? []), name).toEqual(choices);
    expect(options.find(({ paper }) => paper)?.id, name).toBe(own);
  }
  const crossed = enumerate(spec);
  expect(crossed.length).toBeGreaterThanOrEqual(500);
  // Missing answers and the model: dropped and imputed; binary, ordered, and an ordered one with free slopes.
  for (const outcome of ["asModel", "inMigration", "ordered"]) expect(crossed.filter((choice) => choice.outcome === outcome && choice.missing === "imputed").length).toBeGreaterThan(0);
  expect(crossed.filter(({ slopes }) => slopes === "controlsFree").map(({ outcome, missing }) => `${outcome} ${missing}`)).toEqual(["ordered dropped", "ordered imputed"]);
  expect(enumerate(spec)[0]).toEqual(paperChoice(spec));
});

test("a whole one is read", async () => expect(await refusal(() => undefined)).toBe("no refusal"));

test.each<[string, (spec: ReturnType<typeof whole> & Record<string, unknown>) => void, RegExp]>([
  ["a key that is not known", (spec) => (spec.desicions = []), /^m\.json, row \d+: desicions: unknown key/],
  ["a kind outside the three", (spec) => (spec.decisions[0].options[1].kind = "same"), /^m\.json, row \d+: decisions › 0 › options › 1 › kind: "same" \(expected "equivalent", "notEquivalent", "uncertain"\)/],
  ["a model that the study lacks", (spec) => (spec.models = ["T"]), /^m\.json, row 7: models › 0: there is no model "T" \(expected S\)/],
  ["a term that the study lacks", (spec) => (spec.terms = ["z"]), /there is no term "z" \(expected x, notX, a/],
  ["a term to drop that is not there", (spec) => (spec.decisions[0].options[1].drops = ["c"]), /drops: there is no term "c"/],
  ["a decision without the paper's option", (spec) => delete spec.decisions[0].options[0].paper, /0 options of b are the paper's/],
  ["an option twice", (spec) => (spec.decisions[0].options[1].id = "in"), /"in" stands twice/],
  ["a reading of a study that has none", (spec) => (spec.decisions[0].options[1].readings = { stay: "x" }), /the study small codes by one rule each/],
  ["imputation of a study that has none", (spec) => (spec.decisions[0].options[1].missing = "imputed"), /^m\.json, row \d+: decisions › 0 › options › 1 › missing: the study small has no imputation of its raw answers \(expected "dropped"\)/],
  ["a number of imputations where nothing is imputed", (spec) => (spec.decisions[0].options[1].imputations = 5), /imputations: nothing is imputed here \(expected "missing": "imputed" beside it\)/],
  ["one imputation", (spec) => Object.assign(spec.decisions[0].options[1], { missing: "imputed", imputations: 1 }), /a whole number from 2 to 100/],
  ["a slope to set free that is not there", (spec) => (spec.decisions[0].options[1].nonparallel = ["c"]), /nonparallel: there is no term "c"/],
  ["a universe with an option that is not there", (spec) => (spec.universes = [{ b: "maybe" }]), /universes › 0 › b: there is no option of b "maybe" \(expected in, out\)/],
  ["`when` on no decision", (spec) => (spec.decisions[0].options[1].when = { c: "d" }), /when › c: there is no other decision "c"/],
  ["a block of no decision", (spec) => (spec.blocks = [["c"]]), /blocks › 0 › 0: there is no decision "c" \(expected b\)/],
])("refused with its row: %s", async (_, change, message) => expect(await refusal(change)).toMatch(message));

test("one of each is enough: an option, a block, a universe, a value or a limit of a condition, a decision's name in a list", async () => {
  expect(await refusal((spec) => {
    const [in_, out] = spec.decisions[0].options;
    spec.decisions.push({ id: "c", ...words, options: [{ ...in_, excludes: { a: [1] } }] }, { id: "d", ...words, options: [in_, { ...out, excludes: { a: { least: 1 }, b: { most: 2 }, x: 3 }, when: { b: ["in"] }, drops: ["a"] }] });
    spec.blocks = [["b"]];
    spec.universes = [{ b: "in", c: "in", d: "in" }];
  })).toBe("no refusal");
});

type Whole = ReturnType<typeof whole> & Record<string, unknown>;
const outOf = (spec: Whole): Record<string, unknown> => spec.decisions[0].options[1];
test.each<[string, (spec: Whole) => void, string]>([
  ["an empty title", (spec) => (spec.title = { en: "", zh: "z" }), "title › en"], ["a title in a third language", (spec) => (spec.title = { ...words, de: "d" } as never), "title › de"], ["no models", (spec) => (spec.models = []), "models"], ["a model twice", (spec) => (spec.models = ["S", "S"]), "models"], ["no terms", (spec) => (spec.terms = []), "terms"],
  ["no decisions", (spec) => (spec.decisions = []), "decisions"], ["a decision of no options", (spec) => (spec.decisions[0].options = []), "decisions › 0 › options"], ["a decision with more", (spec) => Object.assign(spec.decisions[0], { why: words }), "decisions › 0 › why"], ["an option with more", (spec) => (outOf(spec).why = words), "decisions › 0 › options › 1 › why"], ["an option of nobody's paper", (spec) => (outOf(spec).paper = false), "decisions › 0 › options › 1 › paper"],
  ["a term dropped twice", (spec) => (outOf(spec).drops = ["b", "b"]), "decisions › 0 › options › 1 › drops"], ["no condition's values", (spec) => (outOf(spec).excludes = { a: [] }), "decisions › 0 › options › 1 › excludes › a"], ["no limits", (spec) => (outOf(spec).excludes = { a: {} }), "decisions › 0 › options › 1 › excludes › a"], ["a limit of another name", (spec) => (outOf(spec).excludes = { a: { least: 1, min: 2 } }), "decisions › 0 › options › 1 › excludes › a"],
  ["no option to stand beside", (spec) => (outOf(spec).when = { c: [] }), "decisions › 0 › options › 1 › when › c"], ["a covariance of no cluster", (spec) => (outOf(spec).covariance = "cluster:"), "decisions › 0 › options › 1 › covariance"], ["no blocks", (spec) => (spec.blocks = []), "blocks"], ["an empty block", (spec) => (spec.blocks = [["b"], []]), "blocks › 1"], ["a decision twice in a block", (spec) => (spec.blocks = [["b", "b"]]), "blocks › 0"], ["no universes", (spec) => (spec.universes = []), "universes"],
])("refused at its place: %s", async (_, change, place) => expect(await refusal(change)).toMatch(new RegExp(`^m\\.json, row \\d+: ${place}(:| )`)));
