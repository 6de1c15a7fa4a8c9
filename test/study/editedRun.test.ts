import { runInNewContext } from "node:vm";
import { describe, expect, it, test } from "vitest";
import { BadInput } from "../../src/badInput";
import { regressionTable } from "../../src/display/tables/regressionTable";
import { termTable } from "../../src/display/tables/termTable";
import { verdictTable } from "../../src/display/tables/verdictTable";
import { fitBinaryLogit } from "../../src/models/binary";
import { fitOrderedLogit } from "../../src/models/ordered";
import { sfrc } from "../../src/sfrc/study";
import { differencesOnSamePeople } from "../../src/study/differencesOnSamePeople";
import { coefficientOf, fitOf, refittedCoefficients } from "../../src/study/results";
import { runStudy } from "../../src/study/runStudy";
import type { StarCutoff } from "../../src/study/stars";
import type { CodedPeople, CodedPerson, ModelSpec, Study } from "../../src/study/study";
import { wvs } from "../../src/wvs/wvs";
import { refusedWith } from "../refusedWith";

const label = { en: "x", zh: "字" };
const study: Study = {
  id: "mine", title: label, groups: [{ id: "all", label, where: {} }, { id: "men", label, where: { male: 1 } }], terms: [{ name: "x", label }, { name: "male", label }],
  models: [{ id: "A", title: label, group: "all", outcome: "y", family: "binomial", terms: ["x"] }, { id: "B", title: label, group: "men", outcome: "y", family: "binomial", terms: ["x"] }], hypotheses: [],
};
const people = Array.from({ length: 120 }, (_, i) => ({ id: String(i), y: (i * 7) % 5 < 2 ? 1 : 0, x: (i * 5) % 9, male: i % 2, level: 1 + ((i * 11) % 7), town: ["Yiwu", "Guangzhou", "Hangzhou"][i % 3] }));
const coded: CodedPeople = { synthetic: false, people };
const [A, B] = study.models;
const H = { id: "H", claim: label, term: "x", decidedBy: [{ group: "all", model: "A" }] };
const run = (changed: Partial<Study> = {}, of: readonly CodedPerson[] = people, options = {}) => runStudy({ ...study, ...changed }, { ...coded, people: of }, options);
const model = (changed: Partial<ModelSpec>): Partial<Study> => ({ models: [{ ...A, ...changed }] });

const refusal = (act: () => unknown): BadInput => refusedWith(BadInput, act);

describe("unusual but right edits give the numbers of a fit by hand", () => {
  const rows = (of: readonly (typeof people)[number][], ...columns: ((who: (typeof people)[number]) => number)[]) => of.map((who) => columns.map((column) => column(who)));
  const one = () => 1;
  const estimates = (changed: Partial<Study>, of: readonly CodedPerson[] = people) => run(changed, of).fits.A.coefficients.map(({ estimate, standardError }) => [estimate, standardError]);
  const byHand = (X: readonly number[][], y: readonly number[]) => fitBinaryLogit(X, y, X[0].map((_, j) => `v${j}`)).coefficients.map(({ estimate, standardError }) => [expect.closeTo(estimate, 9), expect.closeTo(standardError, 9)]);
  const ys = (of: readonly (typeof people)[number][]) => of.map(({ y }) => y);

  it.each<[string, (who: (typeof people)[number]) => number]>([
    ["a square", ({ x }) => x * x], ["an interaction", ({ x, male }) => x * male], ["a standardised column", ({ level }) => (level - 4) / 2], ["another reference", ({ male }) => 1 - male], ["a category by a dummy", ({ town }) => Number(town === "Yiwu")],
  ])("%s", (_, own) => {
    expect(estimates(model({ terms: ["x", "own"] }), people.map((who) => ({ ...who, own: own(who) })))).toEqual(byHand(rows(people, one, ({ x }) => x, own), ys(people)));
  });

  it("groups that overlap, by a column of one's own, by three values, by limits", () => {
    const decade = people.map((who) => ({ ...who, decade: who.x * 10 }));
    for (const [where, holds] of [[{ town: ["Yiwu", "Hangzhou"] }, ({ town }) => town !== "Guangzhou"], [{ decade: { least: 20, most: 60 } }, ({ x }) => x >= 2 && x <= 6], [{ x: [1, 2, 3, 5, 8], male: 1 }, ({ x, male }) => [1, 2, 3, 5, 8].includes(x) && male === 1]] as [Study["groups"][number]["where"], (who: (typeof people)[number]) => boolean][]) {
      const members = people.filter(holds);
      expect(estimates({ models: [A], groups: [{ id: "all", label, where }] }, decade)).toEqual(byHand(rows(members, one, ({ x }) => x), ys(members)));
    }
  });

  it.each([3, 4, 7])("an ordered outcome of %d levels, turned round and with gaps", (levels) => {
    for (const turn of [(value: number) => value, (value: number) => -value, (value: number) => value * 10 - 25]) {
      const with_ = people.map((who) => ({ ...who, own: turn(1 + (who.level % levels)) }));
      const y = with_.map(({ own }) => own);
      const hand = fitOrderedLogit(rows(people, ({ x }) => x, ({ male }) => male), y, ["x", "male"], [...new Set(y)].sort((a, b) => a - b));
      const { fits: { A: fit } } = run(model({ outcome: "own", family: "ordered", terms: ["x", "male"] }), with_);
      expect(fit.coefficients.map(({ estimate }) => estimate)).toEqual(hand.coefficients.map(({ estimate }) => estimate));
      expect(fit.thresholds).toEqual(hand.thresholds);
      expect(fit.thresholds).toHaveLength(levels - 1);
    }
  });

  it("no terms: the share, and the cut points of the shares; nothing is there whose lines could be parallel", () => {
    const share = people.filter(({ y }) => y === 1).length / people.length;
    expect(run(model({ terms: [] })).fits.A.coefficients).toMatchObject([{ term: "const", estimate: expect.closeTo(Math.log(share / (1 - share)), 10) }]);
    const ordered = run(model({ terms: [], outcome: "level", family: "ordered" }));
    const below = (level: number) => people.filter((who) => who.level <= level).length / people.length;
    expect(ordered.fits.A.thresholds!.map(({ estimate }) => estimate)).toEqual([1, 2, 3, 4, 5, 6].map((level) => expect.closeTo(Math.log(below(level) / (1 - below(level))), 8)));
    const nothing = { statistic: null, df: 0, p: null, note: "the model has no slopes: there is nothing to compare" };
    expect(ordered.parallelLines.A).toEqual({ lr: nothing, brant: nothing, score: nothing });
  });

  it("models in another order, one alone, a model called as a term, hypotheses on several models", () => {
    const both = run();
    expect(run({ models: [B, A] }).fits).toEqual(both.fits);
    expect(run({ models: [{ ...A, id: "x" }] }).fits.x).toEqual(both.fits.A);
    const hypotheses = [H, { ...H, id: "H2", opposed: true }, { ...H, id: "H3", decidedBy: [{ group: "all", model: "A", also: "C" }, { group: "men", model: "B" }] }];
    const { verdicts } = run({ hypotheses, models: [A, B, { ...A, id: "C", terms: ["x", "male"] }] });
    const { estimate } = coefficientOf(both, "A", "x");
    expect(verdicts.map(({ hypothesis, group, model: by, estimate: found }) => [hypothesis, group, by, found])).toEqual([["H", "all", "A", estimate], ["H2", "all", "A", -estimate], ["H3", "all", "A", estimate], ["H3", "men", "B", coefficientOf(both, "B", "x").estimate]]);
    expect(verdicts[2].also!.model).toBe("C");
  });

  it("class instances, getters and proxies are read as what they hold", () => {
    class Person {
      constructor(private readonly who: (typeof people)[number]) {}
      get y() { return this.who.y; }
      get x() { return this.who.x; }
    }
    const own = people.map((who) => new Person(who) as unknown as CodedPerson);
    expect(run(model({}), own).fits.A.coefficients).toEqual(run(model({})).fits.A.coefficients);
    expect(run({}, people.map((who) => new Proxy(who, {}))).fits).toEqual(run().fits);
    expect(runStudy(new Proxy(structuredClone(study), {}), coded).fits).toEqual(run().fits);
  });
});

describe("names of any kind", () => {
  it.each(["__proto__", "constructor", "toString", "模型 四", "😀", "<b>", "a.b", "0"])("a model called %s is told under its name", (id) => {
    const result = run({ models: [{ ...A, id }, B], hypotheses: [{ ...H, decidedBy: [{ group: "all", model: id }] }] });
    expect(Object.keys(result.fits)).toHaveLength(2);
    expect(coefficientOf(result, id, "x").estimate).toBe(run().fits.A.coefficients[1].estimate);
    expect(Object.entries(refittedCoefficients(result)).find(([name]) => name === id)![1].x.estimate).toBe(coefficientOf(result, id, "x").estimate);
    expect(result.verdicts[0].estimate).toBe(coefficientOf(result, id, "x").estimate);
  });

  it("one of the study's own that was left out is not proposed in its own place", () => {
    const error = refusal(() => fitOf(run({}, people, { models: ["B"] }), "A"));
    expect(error.message).toBe("study mine: model A was not run. Name it among the models that runStudy is given.");
  });

  it.each(["__proto__", "constructor", "hasOwnProperty"])("a model called %s that was not run is refused: its fit was a function", (id) => {
    expect(refusal(() => fitOf(run(), id)).message).toContain(`model ${id} was not run (expected A, B)`);
  });
});

describe("a study or its people changed afterwards", () => {
  it("a run keeps the study as it was: tables named one model's numbers as another's", () => {
    const own = structuredClone({ ...study, hypotheses: [H] }) as unknown as { models: { title: { en: string }; terms: string[] }[]; terms: { label: { en: string } }[]; hypotheses: { term: string }[]; groups: unknown[] };
    const result = runStudy(own as unknown as Study, coded);
    own.models[0].title.en = "another";
    own.models[0].terms.push("male");
    own.terms[0].label.en = "another";
    own.hypotheses[0].term = "male";
    own.groups.length = 0;
    expect(result.study).toEqual({ ...study, hypotheses: [H] });
    expect(() => { (result.study.models[0].title as { en: string }).en = "another"; }).toThrow(TypeError);
  });

  it("the paper's study and the companion's cannot be changed for the session by a slip", () => {
    for (const one of [sfrc, wvs, sfrc.models[3]]) expect(() => Object.assign(one, { id: "x" })).toThrow(TypeError);
    for (const inner of [sfrc.models, sfrc.models[3].terms, sfrc.hypotheses[0].claim, sfrc.groups[0].where, sfrc.readingRules![0], wvs.models[0], wvs.terms[0].label]) expect(Object.isFrozen(inner)).toBe(true);
    const copied = { ...sfrc, models: sfrc.models.map((one) => ({ ...one, terms: [...one.terms, "age"] })) };
    expect(copied.models[0].terms).toHaveLength(sfrc.models[0].terms.length + 1);
  });
});

describe("people who stand several times in a list, as after drawing with replacement", () => {
  it("are so many people: of two models on the same people the error was too small", () => {
    const drawn = people.flatMap((who, i) => (i % 4 === 0 ? [who, who, who] : [who]));
    const models = [A, { ...A, id: "C", terms: ["x", "male"] }];
    const of = (everybody: readonly CodedPerson[]) => differencesOnSamePeople(run({ models }, everybody), "A", "C", ["x"]);
    expect(of(drawn)).toEqual(of(drawn.map((who) => ({ ...who }))));
  });

  it("each with all columns, those of a notebook's own realm or of a class too", () => {
    class Person {}
    for (const who of [runInNewContext("({ id: 'a', y: 1, x: 2, male: 1 })") as CodedPerson, Object.assign(new Person(), { id: "a", y: 1, x: 2, male: 1 }) as object as CodedPerson]) {
      const last = run({ models: [A] }, [...people, who, who]).samples.A.people.at(-1)!;
      expect([last === who, Object.getPrototypeOf(last) === Object.getPrototypeOf(who), { ...last }]).toEqual([false, true, { id: "a", y: 1, x: 2, male: 1 }]);
    }
  });
});

describe("thresholds of stars", () => {
  const cutoffs: StarCutoff[] = [{ stars: "*", below: 0.9, printed: "0.90" }, { stars: "**", below: 0.5, printed: "0.5" }];
  const hypotheses = [H, { ...H, id: "M", term: "male", decidedBy: [{ group: "all", model: "C" }] }];
  const models = [A, { ...A, id: "C", terms: ["x", "male"] }];

  it("of one's own stand in verdicts, tables and the notes below them, whatever their order", () => {
    const result = run({ models, hypotheses }, people, { cutoffs });
    const starsOf = (p: number) => (p < 0.5 ? "**" : p < 0.9 ? "*" : "");
    expect(result.verdicts.map(({ level }) => level)).toEqual(result.verdicts.map(({ p }) => starsOf(p!)));
    expect(result.verdicts.some(({ level }) => level !== "")).toBe(true);
    const tables = [regressionTable({ id: "t", title: label, result, models: ["A", "C"] }), termTable({ id: "t", term: "x", result }), verdictTable({ id: "t", title: label, result })];
    for (const { notes } of tables) expect(notes.map(({ en }) => en).join(" ")).toContain("** p < 0.5, * p < 0.90");
    expect(refittedCoefficients(result).A.x.stars).toBe(starsOf(coefficientOf(result, "A", "x").p));
    const ratios = { source: "", models: { A: { scale: "oddsRatio", rows: [{ term: "x", coef: "1.2", stars: "*" }] }, B: { scale: "oddsRatio", rows: [] } } } as never;
    expect(verdictTable({ id: "t", title: label, result, published: ratios }).notes).toContainEqual({ en: "Printed: odds ratios in A, of which those above 1 point up; refitted: log-odds.", zh: "原文报告：A 为优势比，大于 1 为正向；重新估计：对数优势。" });
    const printed = { source: "", models: {} } as never;
    expect(verdictTable({ id: "t", title: label, result, published: printed }).notes.map(({ en }) => en).join(" ")).toContain("Refitted: ** p < 0.5, * p < 0.90 (two-sided, from the unrounded p). Printed: *** p < 0.01");
  });

  it("may have other marks than stars, as R's dot and the papers' plus: they were refused as no fewer stars", () => {
    const marks = (...list: [string, number][]): StarCutoff[] => list.map(([stars, below]) => ({ stars, below, printed: String(below) }));
    const { p } = coefficientOf(run(), "A", "x");
    for (const [mark, own] of [[".", marks([".", 0.95], ["*", 0.05], ["**", 0.01])], ["+", marks(["+", 0.95], ["*", 0.05])], ["†", marks(["*", 0.05], ["†", 0.95])], ["b", marks(["a", 0.01], ["b", 0.95])]] as const) {
      expect(p).toBeGreaterThan(0.05);
      expect(run({ hypotheses: [H] }, people, { cutoffs: own }).verdicts[0].level).toBe(mark);
    }
  });

  it.each<[unknown, RegExp]>([
    [[{ p: 0.5, stars: "*" }], /^runStudy: threshold 1: unknown key "p" \(expected stars, below, printed\)/],
    [[{ stars: "*", below: "0.5", printed: "0.5" }], /threshold 1, below: "0.5" \(expected a number between 0 and 1\)/],
    [[{ stars: "*", below: 5, printed: "5" }], /threshold 1, below: 5/], [[{ stars: "*", below: 0.05, printed: "0.5" }], /threshold 1, printed: "0.5" \(expected the threshold as it is written in the note, such as "0.05"\)/],
    [[{ stars: " ", below: 0.05, printed: "0.05" }], /stars: an empty text/], [[cutoffs[0], { ...cutoffs[1], stars: "*" }], /cutoffs: \* stands for 0.90, \* for 0.5 \(expected more stars for a smaller p\)/],
    [[{ stars: "+", below: 0.1, printed: "0.1" }, { stars: "+", below: 0.05, printed: "0.05" }], /cutoffs: \+ stands for 0.1, \+ for 0.05/],
    [[{ stars: "+", below: 0.1, printed: "0.1" }, { stars: "*", below: 0.1, printed: "0.10" }], /cutoffs: \* stands for 0.10, \+ for 0.1/],
    [[{ stars: "**", below: 0.1, printed: "0.1" }, { stars: "+", below: 0.05, printed: "0.05" }, { stars: "*", below: 0.01, printed: "0.01" }], /cutoffs: \*\* stands for 0.1, \* for 0.01/],
    ["0.05", /cutoffs: "0.05" \(expected a list\)/], [{ "*": "0.05" }, /expected a list/],
  ])("that are none are refused: %j starred nothing, or all alike", (given, message) => {
    expect(refusal(() => run({}, people, { cutoffs: given })).message).toMatch(message);
  });
});

test.each<[unknown, RegExp]>([
  [{ model: ["A"] }, /^runStudy: options: unknown key "model"; did you mean "models"\?/], [["A"], /^runStudy: options: \["A"\] \(expected an object/], [null, /^runStudy: options: null/],
  [{ models: "A" }, /models: "A" \(expected a list\)/], [{ models: [A] }, /model 1: .*\(expected a text\)/],
])("an option that is none is refused: %j ran everything, or was a TypeError", (options, message) => {
  expect(refusal(() => run({}, people, options as object)).message).toMatch(message);
});

test.each<[string, Partial<Study>, string]>([
  ["models", { models: [A, , B] as ModelSpec[] }, "study mine: model 2: undefined (expected an object { … })"],
  ["terms", { models: [{ ...A, terms: ["x", , "male"] as string[] }] }, "study mine: model A, term 2: undefined (expected a text)"],
])("a hole in a list of %s is told: it was a TypeError", (_, changed, message) => {
  expect(refusal(() => run(changed)).message).toContain(message);
});

describe("a group's condition that is no record of columns", () => {
  const by = (where: unknown) => ({ models: [A], groups: [{ id: "all", label, where }, { id: "idle", label, where: {} }] as Study["groups"] });
  const circle: Record<string, unknown> = {};
  circle.male = circle;

  it.each<[string, unknown, string]>([
    ["a Map", new Map([["male", 1]]), "where is [object Map]"], ["a Set", new Set(["male"]), "where is [object Set]"], ["a promise", Promise.resolve({ male: 1 }), "where is [object Promise]"], ["a date", new Date(0), "where is "],
    ["an object of a class", new (class { get male(): number { return 1; } })(), "where is [object Object]"], ["a pattern in it", { town: /Yiwu/ }, "column town: the condition is /Yiwu/"],
    ["a circle", circle, "column male: the condition is { male: … }"],
  ])("is refused as it was given: of %s nothing was left, and the group had everybody", (_, where, shown) => {
    const error = refusal(() => run(by(where)));
    expect(error.message).toContain(`group all`);
    expect(error.message).toContain(shown);
  });

  it("is refused of a group without a model too, and taken of an object without a prototype", () => {
    expect(refusal(() => run({ groups: [...study.groups, { id: "idle", label, where: new Map() as never }] })).message).toMatch(/^group idle: where is \[object Map\]/);
    expect(run(by(Object.assign(Object.create(null) as object, { male: 1 }))).samples.A.people).toHaveLength(60);
  });
});

describe("a group's column that holds a number as a number and as text", () => {
  const mixed = people.map((who, i) => ({ ...who, year: i % 2 ? 2018 : ("2018" as unknown as number) }));
  const by = (where: Study["groups"][number]["where"]) => ({ models: [A], groups: [{ id: "all", label, where }] });

  it.each<[string, Study["groups"][number]["where"]]>([["a value", { year: 2018 }], ["a text", { year: "2018" }], ["a list", { year: [2017, 2018] }], ["limits", { year: { least: 2000 } }]])("is refused: %s left half of the people out", (_, where) => {
    const error = refusal(() => run(by(where), mixed));
    expect(error.message).toMatch(/^group all, column year: some people have ("2018"|2018), some ("2018"|2018): a number is another value than its text \(expected numbers or texts throughout\)/);
    expect(error.inLanguage("zh")).toContain("数字与其文本是不同的取值");
  });

  it("is taken where both are asked for; what is neither is refused", () => {
    expect(run(by({ year: [2018, "2018"] }), mixed).samples.A.people).toHaveLength(120);
    for (const [value, shown] of [[true, "true"], [1n, "1"], [null, "null"], [new Date(0), ".*1970.*"]] as const) expect(refusal(() => run(by({ year: 2018 }), people.map((who, i) => ({ ...who, year: i === 4 ? (value as unknown as number) : 2018 })))).message).toMatch(new RegExp(`column year: 4 has ${shown} \\(expected a number, a text, or undefined\\)`));
  });
});
