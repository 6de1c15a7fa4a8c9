import { expect, test } from "vitest";
import { curvesOf } from "../../src/multiverse/curves";
import type { Outcome } from "../../src/multiverse/fitUniverses";
import { firstOfEach, partsOf, rememberingLast } from "../../src/multiverse/parts";
import { runMultiverse } from "../../src/multiverse/runMultiverse";
import { lmgShares } from "../../src/multiverse/shares";
import { judge, testCurves } from "../../src/multiverse/testCurves";
import { supports } from "../../src/multiverse/flips";
import type { HowCoded } from "../../src/multiverse/resolve";
import type { Spec } from "../../src/multiverse/spec";
import { controls, decision, option, outcome, smallPeople, smallSpec, smallStudy } from "./small";

const people = smallPeople();
const spec = { ...smallSpec([controls, outcome]), terms: ["x", "a"] };
const run = (options: Parameters<typeof runMultiverse>[3] = {}, given: Spec = spec) => runMultiverse(given, smallStudy, () => people, options);
const names = (universes: readonly Outcome[]) => universes.map(({ term, options }) => `${term} ${options.controls} ${options.outcome}`);

test("shards share the choices out, the index-th begins with the index-th; places are those among all", async () => {
  const [one, two, three] = await Promise.all([1, 2, 3].map((index) => run({ shard: { index, of: 3 }, only: ["controls", "outcome"] })));
  expect(names(one.universes)).toEqual(["x both yes", "a both yes", "x noB ordered", "a noB ordered"]);
  expect(names(two.universes)).toEqual(["x both ordered", "a both ordered", "x none yes", "a none yes"]);
  expect(names(three.universes)).toEqual(["x noB yes", "a noB yes", "x none ordered", "a none ordered"]);
  expect(three.universes.map(({ options }) => three.places.get(options))).toEqual([2, 2, 5, 5]);
});

test("parts are told as they are fitted and may be let go of; without a test there are no tests", async () => {
  const told: string[] = [];
  const result = await run({ each: (universes) => told.push(...names(universes)), letGo: true });
  expect(told).toHaveLength(12);
  expect([result.universes, result.curves, result.tests, result.bands, result.adjusted.size, result.stopped]).toEqual([[], [], [], [], 0, false]);
  const kept = await run();
  expect(names(kept.universes)).toEqual(told);
});

test("what decisions account for is the mean over the curves in which something varies", async () => {
  const { importance, curves, flips, influence } = await run();
  const ids = ["controls", "outcome"];
  const shares = curves.map(({ distinct }) => lmgShares(ids, distinct.map(({ options }) => options), distinct.map(({ estimate }) => estimate)));
  expect(curves).toHaveLength(2);
  ids.forEach((decision, at) => {
    expect(importance.estimate[at].decision).toBe(decision);
    expect(importance.estimate[at].share).toBeCloseTo((shares[0][at].share + shares[1][at].share) / 2, 14);
  });
  const verdicts = curves.map(({ distinct }) => lmgShares(ids, distinct.map(({ options }) => options), distinct.map((universe) => Number(supports(universe))))).filter((found) => found.some(({ share }) => share > 0));
  ids.forEach((_, at) => expect(importance.verdict[at].share).toBeCloseTo(verdicts.reduce((sum, found) => sum + found[at].share, 0) / Math.max(1, verdicts.length), 14));
  expect([flips.length, influence.length]).toEqual([2, 2 * 2 + 1]); // of `a`, nobody has the option without it
});

test("a curve in which nothing varies says nothing of what decisions account for", async () => {
  const { importance, curves } = await run({}, { ...smallSpec([controls]), terms: ["x", "b"] });
  expect(curves.map(({ distinct }) => distinct.length)).toEqual([3, 1]);
  expect(importance.estimate).toEqual([{ decision: "controls", share: expect.closeTo(1, 12), standardError: 0 }]);
});

test("in parts, what is done counts the parts before and each of the study's models", async () => {
  const two = { ...smallStudy, models: [...smallStudy.models, { ...smallStudy.models[0], id: "T", terms: ["x"] }] };
  const who = decision("who", ...Array.from({ length: 300 }, (_, i) => option(`o${i}`, { excludes: { id: [`P${(i % 15) + 1}`, `P${20 + Math.floor(i / 15)}`] } })));
  const said: [string, number, number][] = [];
  await runMultiverse({ ...smallSpec([who]), models: ["S", "T"] }, two, () => people.slice(0, 45), { letGo: true, meanwhile: async (stage, done, of) => { said.push([stage, done, of]); return "on"; } });
  expect(said).toEqual([64, 128, 192, 256, 320, 384, 448, 512, 576].map((done) => ["universes", done, 600])); // 256 choices of two models, then 44
});

test("told how much of which stage is done, of how many, it stops where it is told to", async () => {
  const said: [string, number, number][] = [];
  const stop = async (stage: string, done: number, of: number) => { said.push([stage, done, of]); return stage === "draws" && done >= 40 ? "stop" as const : "on" as const; };
  const only = { ...spec, terms: ["x"] };
  const result = await run({ draws: 90, seed: 2, meanwhile: stop }, only);
  expect(said).toEqual([["draws", 20, 90], ["draws", 40, 90]]);
  expect([result.stopped, result.tests[0].draws, result.universes.length]).toEqual([true, 40, 6]);
});

test("draws are handed on in shares of twenty, and the last is what is left", async () => {
  const kept: [string, number, number][] = [];
  const result = await run({ draws: 45, seed: 2, keep: ({ term }, from, draws) => kept.push([term, from, draws.length]) }, smallSpec([controls]));
  expect(kept).toEqual([["x", 0, 20], ["x", 20, 20], ["x", 40, 5]]);
  expect(result.tests.map(({ statistic, draws, failed, undrawn }) => [statistic, draws, failed, undrawn])).toEqual(["median", "shareSignificant", "shareOfSign", "max"].map((statistic) => [statistic, 45, 0, 0]));
  // Draws beyond those asked for are known and not counted.
  const more = await run({ draws: 10, seed: 2, known: new Map([[JSON.stringify(["S", "x"]), new Map(Array.from({ length: 15 }, (_, draw) => [draw, null]))]]) }, smallSpec([controls]));
  expect([more.tests[0].draws, more.tests[0].failed, more.tests[0].p]).toEqual([10, 10, 1]);
});

const universe = (id: string, estimate: number, p = 0.5): Outcome => ({
  id, paper: false, options: {}, model: "M", group: "g", outcome: "y", term: "x", n: 10, sample: "s", likelihood: id, sign: 1, status: "fitted", estimate, standardError: 2, p, stars: "",
});

test("p is the share of draws at least as extreme, whatever the sign, the observed one among them; a tie is one, but for rounding", () => {
  const [curve] = curvesOf([universe("u", -4, 0.01), universe("v", -2), universe("w", 1)]);
  const draw = (median: number, max: number) => ({ median, shareSignificant: 1 / 3, shareOfSign: 0.5, max });
  const { tests, adjusted } = judge(curve, [draw(2, 2), draw(-2.5, 0.4), draw(1.99999, 1 - 1e-7), draw(1.9999, 0.99), draw(0, 0)], 3);
  expect(tests.map(({ statistic, observed, p, draws, failed, undrawn }) => [statistic, observed, p, draws, failed, undrawn])).toEqual([
    ["median", -2, 4 / 6, 5, 0, 3], ["shareSignificant", 1 / 3, 1, 5, 0, 3], ["shareOfSign", 2 / 3, 1 / 6, 5, 0, 3], ["max", 2, 2 / 6, 5, 0, 3],
  ]);
  expect(adjusted).toEqual([["u", 2 / 6], ["v", 3 / 6], ["w", 4 / 6]]);
  expect(judge(curve, [])).toEqual({ tests: [], adjusted: [] });
});

test("universes that cannot be drawn are left out and counted; a curve of such alone is not tested", async () => {
  const free = decision("slopes", option("one"), option("free", { family: "ordered", outcome: "level", nonparallel: ["a"] }));
  const { tests, adjusted, universes } = await run({ draws: 3, seed: 1 }, smallSpec([free]));
  expect(tests[0]).toMatchObject({ draws: 3, undrawn: 1 });
  expect([...adjusted.keys()]).toEqual([universes[0].id]);
  const curve = curvesOf(universes)[0];
  expect(await testCurves({ fits: [{ nonparallel: ["a"] }] } as never, [{ ...curve, distinct: [{ ...curve.distinct[0], fit: 0 }] }], { draws: 3, seed: 1 })).toEqual({ tests: [], adjusted: new Map(), bands: [] });
});

test("parts: sixteen codings are held, 256 choices planned at a time, and each coding is asked for once while it is held", () => {
  const unit = (n: number) => decision("unit", ...Array.from({ length: n }, (_, i) => option(`u${i}`, { readings: { unit: String(i) } })));
  const choices = (n: number, copies = 1) => Array.from({ length: n * copies }, (_, i) => ({ unit: `u${i % n}`, copy: String(Math.floor(i / n)) }));
  const lengths = (n: number, copies = 1) => [...partsOf(smallSpec([unit(n)]), choices(n, copies))].map(({ length }) => length);
  expect([lengths(16), lengths(17), lengths(32, 2), lengths(0)]).toEqual([[16], [16, 1], [32, 32], []]);
  expect([lengths(1, 256), lengths(1, 257), lengths(2, 200)]).toEqual([[256], [256, 1], [256, 144]]);
  // The coding that a full part ended with is held in the next: with it there is room for fifteen more.
  expect([...partsOf(smallSpec([unit(17)]), [...choices(1, 257), ...choices(17).slice(1)])].map(({ length }) => length)).toEqual([256, 16, 1]);

  const asked: string[] = [];
  const code = rememberingLast(({ readings }) => { asked.push(readings.unit); return []; });
  const how = (i: number): HowCoded => ({ readings: { unit: String(i) }, skips: [] });
  for (let i = 0; i < 16; i++) code(how(i));
  code(how(0));
  expect(asked).toHaveLength(16);
  code(how(16)); // now 1 is the one asked for longest ago
  for (const i of [0, 2, 16]) code(how(i));
  expect(asked).toHaveLength(17);
  code(how(1));
  expect(asked.slice(16)).toEqual(["16", "1"]);
});

test("of more than a thousand choices the first with each option is rehearsed", () => {
  const decisions = [decision("a", option("0"), option("1"), option("2")), decision("b", option("0"), option("1"))];
  const of = (n: number) => Array.from({ length: n }, (_, i) => ({ a: String(Math.floor(i / 2) % 2), b: i > 700 ? "1" : "0" }));
  expect(firstOfEach({ decisions } as never, of(1_000))).toEqual([]);
  const many = of(1_001);
  expect(firstOfEach({ decisions } as never, many)).toEqual([many[0], many[2], many[701]]);
});
