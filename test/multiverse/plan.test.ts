import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fitBinaryLogit } from "../../src/models/binary";
import { enumerate } from "../../src/multiverse/enumerate";
import { type FittedUniverse, fitUniverses } from "../../src/multiverse/fitUniverses";
import { planUniverses } from "../../src/multiverse/plan";
import { fitPlanned, tooFewEvents } from "../../src/multiverse/fitPlanned";
import { isDrawable } from "../../src/multiverse/plannedFit";
import { pooledFit } from "../../src/multiverse/pooledFit";
import { howCoded, keyOfCoding, codingsOf, readOnce, resolve } from "../../src/multiverse/resolve";
import { paperChoice, type Spec } from "../../src/multiverse/spec";
import type { CodedPerson, Study } from "../../src/study/study";
import { refusalOf } from "../models/refusalOf";
import { controls, decision, option, outcome, smallPeople, smallSpec, smallStudy } from "./small";

const people: CodedPerson[] = [
  { id: "b", city: "north", x: 1, a: 0.5, b: 0, y: 1, level: 3 }, { id: "a", city: "south", x: 0, a: 0.1, b: 1, y: 0, level: 1 }, { id: "d", x: 1, a: undefined, b: 1, y: 1, level: 2 },
  { id: "c", city: "north", x: 0, a: 0.9, b: 0, y: undefined, level: 2 }, { id: "e", city: "south", x: 1, a: 0.2, b: 1, y: 0, level: 1 },
];
const planOf = (spec: Spec, given = people, study: Study = smallStudy) => planUniverses(spec, study, enumerate(spec), () => given);
const sha = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("a plan", () => {
  it("has a universe for each term of each choice, by name, with its own people", () => {
    const spec = { ...smallSpec([controls, outcome], [["controls"], ["outcome"]]), terms: ["b", "x"] };
    const { universes, fits, arena } = planOf(spec);
    const noB = { controls: "noB", outcome: "yes" };
    expect(universes.map(({ id, paper, term, n, fit, outcome: of }) => [id, paper, term, n, fit, of])).toEqual([
      ["S.b.paper", true, "b", 3, 0, "y"], ["S.x.paper", true, "x", 3, 0, "y"],
      [`S.b.${sha(JSON.stringify(noB)).slice(0, 16)}`, false, "b", 3, undefined, "y"], [`S.x.${sha(JSON.stringify(noB)).slice(0, 16)}`, false, "x", 3, 1, "y"],
      [expect.any(String), false, "b", 4, undefined, "y"], [expect.any(String), false, "x", 4, 2, "y"],
      [expect.any(String), false, "b", 4, 3, "level"], [expect.any(String), false, "x", 4, 3, "level"],
    ]);
    expect(universes[0].sample).toBe(sha("b\na\ne").slice(0, 16)); // people in their order who have x, a, b and y
    expect(new Set(universes.map(({ likelihood }) => likelihood)).size).toBe(8);
    expect(universes.every(({ likelihood }) => /^[0-9a-f]{16}$/.test(likelihood))).toBe(true);
    expect(fits[3]).toMatchObject({ family: "ordered", levels: [1, 2, 3], terms: ["x", "a", "b"], covariance: "classical", link: "logit" });
    expect(Array.from(arena.rows[fits[2].rows])).toEqual([0, 1, 2, 4]);
  });

  it("fits what differs in no number once, in whatever choice, and turns the sign of what is coded the other way round", () => {
    const opposed: Study = { ...smallStudy, hypotheses: [{ ...smallStudy.hypotheses[0], opposed: true }, { ...smallStudy.hypotheses[0], term: "b" }] };
    const same = decision("same", option("one"), option("other", { readings: {} }));
    const { universes, fits } = planOf({ ...smallSpec([same]), terms: ["x", "a"] }, people, opposed);
    expect(fits).toHaveLength(1);
    expect(universes.map(({ sign, fit }) => [sign, fit])).toEqual([[-1, 0], [1, 0], [-1, 0], [1, 0]]);
    expect(universes[0].likelihood).toBe(universes[2].likelihood);
    expect(universes[0].likelihood).not.toBe(universes[1].likelihood);
  });

  it("tells likelihoods apart by what stands free, by clusters and by link", () => {
    const ordered = { outcome: "level", family: "ordered" } as const;
    const does: Parameters<typeof option>[1][] = [ordered, { ...ordered, nonparallel: ["x"] }, { ...ordered, nonparallel: ["a"] }, { ...ordered, nonparallel: ["a", "x"] }, { ...ordered, link: "probit" }, { ...ordered, covariance: "cluster:city" }, { ...ordered, covariance: "cluster:b" }, { ...ordered, covariance: "HC1" }];
    const of = (given: CodedPerson[]) => planOf(smallSpec([decision("d", ...does.map((one, i) => option(`o${i}`, one)))]), given).universes.map(({ likelihood }) => likelihood);
    expect(new Set(of(people)).size).toBe(does.length);
    // Clusters are told by their members: other words for them, in the same order, change nothing.
    const renamed = people.map((who) => ({ ...who, ...(who.city !== undefined && { city: `the ${String(who.city)}` }) }));
    expect(of(renamed)).toEqual(of(people));
    const moved = of(people.with(1, { ...people[1], city: "north" }));
    expect(moved.map((likelihood, i) => likelihood === of(people)[i])).toEqual(does.map((one) => one?.covariance !== "cluster:city"));
  });

  it("leaves out who is outside the group or meets an excluded condition", () => {
    const who = decision("who", option("all"), option("north", { group: "north", drops: ["a"] }), option("notE", { excludes: { id: "e" }, drops: ["a"] }), option("both", { excludes: { x: { least: 1 }, city: "south" } }));
    const { universes, fits, arena } = planOf(smallSpec([who]));
    expect(universes.map(({ group }) => group)).toEqual(["all", "north", "all", "all"]);
    expect(fits.map(({ rows }) => Array.from(arena.rows[rows]))).toEqual([[0, 1, 4], [0], [0, 1, 2], []]);
  });

  it("refuses an excluded condition on a column that nobody has, which would leave everybody in", () => {
    const who = decision("who", option("all"), option("young", { excludes: { city: "south", aeg: { most: 24 } } }));
    expect(() => planOf(smallSpec([who]))).toThrow(/^excludes, column aeg: no coded person has a value in this column/);
  });

  it("numbers clusters by their words, those without one together", () => {
    const { fits, arena } = planOf(smallSpec([decision("c", option("by", { covariance: "cluster:city" }))]));
    expect(Array.from(arena.columns[fits[0].clusters!])).toEqual([0, 1, -1, 0, 1]);
    expect(planOf(smallSpec([controls])).fits[0].clusters).toBeUndefined();
  });

  it("refuses columns that hold no numbers or nothing, and two people of one id", () => {
    const only = (does: Parameters<typeof option>[1]) => smallSpec([decision("d", option("own", does))]);
    const nothing = "Nothing was computed.";
    expect(refusalOf(() => planOf(only({ adds: ["city"] })))).toBe(`model S, column city: b has "north" (expected a number). ${nothing}`);
    expect(refusalOf(() => planOf(only({}), people.with(3, { ...people[3], a: Infinity })))).toBe(`model S, column a: c has null (expected a number). ${nothing}`);
    expect(refusalOf(() => planOf(only({ outcome: "none" })))).toBe(`model S, column none: no coded person has a value in this column (expected a coded column). Correct its name in the multiverse's file. ${nothing}`);
    expect(refusalOf(() => planOf(only({ covariance: "cluster:none" })))).toBe(`model S, column none: no coded person has a value in this column (expected a coded column to cluster by). ${nothing}`);
    expect(refusalOf(() => planOf(only({}), [...people, people[2], people[0]]))).toBe(`the survey, column id: d is the id of two people (expected an id of one's own for everybody). Universes are compared person by person. ${nothing}`);
    expect(planOf(only({}), people.map(({ id: _, ...rest }) => rest)).universes[0].sample).toBe(sha("1\n2\n5").slice(0, 16));
    expect(planOf(only({}), []).universes[0].n).toBe(0);
  });
});

describe("what a choice makes of a model", () => {
  const spec = smallSpec([
    decision("one", option("own"), option("turned", { readings: { unit: "2", tie: "a" }, skips: ["late"], drops: ["b"], adds: ["gap", "x"], missing: "imputed" })),
    decision("two", option("own"), option("turned", { readings: { unit: "3" }, skips: ["early"], adds: ["b"], link: "probit", covariance: "HC1", nonparallel: ["x", "b", "none"], excludes: { a: 1 } }), option("back", { missing: "dropped", family: "ordered", outcome: "level", group: "north" })),
  ]);

  it("are its options in the order of the decisions, later ones over earlier ones", () => {
    expect(howCoded(spec, { one: "turned", two: "turned" })).toEqual({ readings: { unit: "3", tie: "a" }, skips: ["late", "early"], imputed: { imputations: 5, seed: 1 } });
    expect(howCoded(spec, { one: "turned", two: "back" }).imputed).toBeUndefined();
    expect(howCoded(spec, paperChoice(spec))).toEqual({ readings: {}, skips: [], imputed: undefined });
    const asked = smallSpec([decision("m", option("own", { missing: "imputed", imputations: 3, seed: 0 }))]);
    expect(codingsOf(howCoded(asked, { m: "own" }))).toEqual([0, 1, 2].map((index) => ({ readings: {}, skips: [], imputation: { imputations: 3, seed: 0, index } })));
    expect(codingsOf(howCoded(spec, paperChoice(spec)))).toEqual([{ readings: {}, skips: [] }]);
    const { model, ...what } = resolve(spec, smallStudy, "S", { one: "turned", two: "turned" });
    expect(model).toMatchObject({ terms: ["x", "a", "gap", "b"], group: "all", outcome: "y", family: "binomial" });
    expect(what).toEqual({ study: smallStudy, link: "probit", covariance: "HC1", nonparallel: ["x", "b"], excludes: [{ a: 1 }], opposed: [] });
    expect(resolve(spec, smallStudy, "S", { one: "own", two: "back" })).toMatchObject({ model: { outcome: "level", family: "ordered", group: "north" }, link: "logit", covariance: "classical", nonparallel: [], excludes: [] });
  });

  it("is coded alike in whatever order readings and skips are named", () => {
    const key = (readings: Record<string, string>, ...skips: string[]) => keyOfCoding({ readings, skips });
    expect(key({ a: "1", b: "2" }, "s", "r")).toBe(key({ b: "2", a: "1" }, "r", "s"));
    expect(key({ a: "1" }, "s")).not.toBe(key({ a: "1" }, "r"));
    expect(keyOfCoding({ readings: {}, skips: [], imputation: { imputations: 2, seed: 1, index: 0 } })).not.toBe(keyOfCoding({ readings: {}, skips: [], imputation: { imputations: 2, seed: 1, index: 1 } }));
    const readings = readOnce({ ...smallStudy, readings: [{ name: "unit", choices: ["1", "2"] }] });
    expect(readings({ unit: "1" })).toBe(readings({ unit: "1" }));
  });
});

describe("universes that are fitted", () => {
  it("have the effect's sign, its p and its stars; those without the term or a fit their reason in both languages", async () => {
    const many = smallPeople();
    const opposed: Study = { ...smallStudy, hypotheses: [{ ...smallStudy.hypotheses[0], opposed: true }] };
    const spec = smallSpec([decision("d", option("own"), option("without", { drops: ["x"] }), option("nobody", { excludes: { city: ["north", "south"] } }))]);
    const plan = planUniverses(spec, opposed, enumerate(spec), () => many);
    const [own, without, nobody] = await fitUniverses(plan);
    const number = (name: string) => many.map((who) => who[name] as number);
    const [x, a, b] = ["x", "a", "b"].map(number);
    const row = fitBinaryLogit(x.map((_, i) => [1, x[i], a[i], b[i]]), number("y"), ["const", "x", "a", "b"]).coefficients[1];
    expect(own).toMatchObject({ status: "fitted", estimate: -row.estimate, standardError: row.standardError, p: row.p, sign: -1 });
    expect("df" in own).toBe(false);
    expect(without).toMatchObject({ status: "refused", reason: "its model has no term x", why: { en: "its model has no term x", zh: "其模型中没有变量 x" } });
    expect(nobody).toMatchObject({ status: "refused", why: { en: "(bad-input) nobody of its group has a value in every column", zh: "（输入有误）该组中没有人在每一列都有值" } });
    const [starred] = await fitUniverses(plan, undefined, [{ below: 1, stars: "!", printed: "p < 1" }]);
    expect((starred as FittedUniverse).stars).toBe("!");
  });

  it("are looked at after each 64 fits, and told as far as they are done", async () => {
    const many = smallPeople(40);
    const one = smallSpec([decision("cut", ...Array.from({ length: 130 }, (_, i) => option(`c${i}`)))]); // one fit serves them all
    const rows = smallSpec([decision("cut", ...Array.from({ length: 130 }, (_, i) => option(`c${i}`, { excludes: { id: [`P${(i % 13) + 1}`, `P${20 + Math.floor(i / 13)}`] } })))]);
    const looked: [number, number][] = [];
    await fitUniverses(planOf(one, many), async (done, of) => { looked.push([done, of]); return "on"; });
    expect(looked).toEqual([]);
    const all = await fitUniverses(planOf(rows, many), async (done, of) => { looked.push([done, of]); return "on"; });
    expect([looked, all.length]).toEqual([[[64, 130], [128, 130]], 130]);
    const some = await fitUniverses(planOf(rows, many), async (done) => (done === 128 ? "stop" : "on"));
    expect(some).toHaveLength(128);
    const dropped = smallSpec([{ ...rows.decisions[0], options: [...rows.decisions[0].options, option("none", { drops: ["x"] })] }]);
    const told = await fitUniverses(planOf(dropped, many), async () => "stop");
    expect([told.length, told.at(-1)!.options.cut]).toEqual([65, "none"]); // what has no fit waits for none
    expect(some.map(({ options }) => options.cut)).toEqual(all.slice(0, 128).map(({ options }) => options.cut));
  });
});

describe("a planned fit", () => {
  const plan = { family: "binomial", link: "logit", terms: ["x", "a"], columns: [0, 1], rows: 0, outcome: 2, covariance: "classical" } as const;

  it("needs as many people with the rarer answer as parameters; none at all is another matter", () => {
    const few = (yes: number, no: number, family: "binomial" | "ordered" = "binomial") => tooFewEvents(Float64Array.from([...Array<number>(yes).fill(1), ...Array<number>(no).fill(0)]), { ...plan, family });
    expect(few(3, 9)).toBeUndefined();
    expect(few(9, 3)).toBeUndefined();
    expect(few(0, 9)).toBeUndefined();
    expect(few(2, 9, "ordered")).toBeUndefined();
    const told = (n: number) => ({ en: `(too-few-events) ${n} people have the rarer answer, for 3 parameters (expected at least one each)`, zh: `（事件过少）较少的一类答案只有 ${n} 人，而参数有 3 个（应每个参数至少一人）` });
    expect([few(2, 9), few(9, 1)]).toEqual([told(2), told(1)]);
    expect(few(0, 0, "ordered")?.en).toBe("(bad-input) nobody of its group has a value in every column");
  });

  it("is refused in both languages without the words that say so", () => {
    const many = smallPeople(60);
    const spec = smallSpec([decision("d", option("own", { adds: ["notX"] }), option("free", { nonparallel: ["a"] }), option("robust", { outcome: "level", family: "ordered", nonparallel: ["a"], covariance: "HC1" }))]);
    const { arena, fits } = planOf(spec, many);
    const refused = fits.map((fit) => { const found = fitPlanned(arena, fit); return "refused" in found ? found.refused : undefined; });
    expect(refused[0]!.en).toMatch(/^\(collinear\) /);
    expect(refused[0]!.zh).toMatch(/^（共线）[^：]/);
    expect(refused[1]!.en).toBe("(bad-input) slopes that differ between cut points are of an ordered outcome");
    expect(refused[2]!.en).toBe("(bad-input) partial proportional odds are fitted without offset or probability weights, and with classical standard errors");
    expect(fits.map(isDrawable)).toEqual([true, false, false]);
    expect(isDrawable({ ...fits[0], imputed: [fits[0]] })).toBe(false);
  });
});

describe("a model over several draws", () => {
  const estimates = (estimate: number[], standardError: number[]) => ({ estimate: Float64Array.from(estimate), standardError: Float64Array.from(standardError), p: Float64Array.from(estimate, () => 0.5) });

  // Rubin: the mean; variance W + (1 + 1/m)B. Barnard and Rubin: 1/(1/ν_old + 1/ν_obs), ν_old = (m − 1)/λ², ν_obs = (ν + 1)/(ν + 3)·ν(1 − λ).
  it("is pooled by Rubin's rules, with Barnard and Rubin's degrees of freedom", () => {
    const pooled = pooledFit([estimates([1, NaN], [0.5, NaN]), estimates([2, NaN], [0.4, NaN]), estimates([1.2, NaN], [0.6, NaN])], { terms: ["x", "a"], family: "binomial" }, 30);
    if ("refused" in pooled) throw new Error("refused");
    const [W, B] = [(0.25 + 0.16 + 0.36) / 3, ((1 - 1.4) ** 2 + (2 - 1.4) ** 2 + (1.2 - 1.4) ** 2) / 2];
    const T = W + (4 / 3) * B;
    const lambda = ((4 / 3) * B) / T;
    const df = (complete: number) => 1 / (lambda ** 2 / 2 + 1 / (((complete + 1) / (complete + 3)) * complete * (1 - lambda)));
    expect(pooled.estimate[0]).toBeCloseTo(1.4, 14);
    expect(pooled.standardError[0]).toBeCloseTo(Math.sqrt(T), 14);
    expect(pooled.df![0]).toBeCloseTo(df(30 - 3), 12);
    expect([pooled.estimate[1], pooled.standardError[1], pooled.p[1], pooled.df![1]]).toEqual([NaN, NaN, NaN, NaN]);
    const ordered = (nonparallel?: string[]) => {
      const found = pooledFit([estimates([1], [0.5]), estimates([2], [0.4]), estimates([1.2], [0.6])], { terms: ["x"], family: "ordered", levels: [1, 2, 3, 4], ...(nonparallel && { nonparallel }) }, 30);
      return "refused" in found ? NaN : found.df![0];
    };
    expect(ordered()).toBeCloseTo(df(30 - 1 - 3), 12);
    expect(ordered(["a", "b"])).toBeCloseTo(df(30 - 1 - 3 - 2 * 2), 12); // a free slope is one at each of three cuts
  });

  it("is refused where one of them is, with the first reason", () => {
    const refused = (en: string) => ({ refused: { en, zh: `中${en}` } });
    expect(pooledFit([estimates([1], [1]), refused("first"), estimates([1], [1]), refused("second")], { terms: ["x"], family: "binomial" }, 9)).toEqual({ refused: { en: "first (in 2 of 4 imputations)", zh: "中first（4 次插补中有 2 次）" } });
  });
});
