import { beforeAll, describe, expect, it } from "vitest";
import { type Curve, curvesOf } from "../../src/multiverse/curves";
import { enumerate } from "../../src/multiverse/enumerate";
import { fitUniverses } from "../../src/multiverse/fitUniverses";
import { nullCurve } from "../../src/multiverse/nullCurve";
import { type Draw, drawShare } from "../../src/multiverse/nullDraw";
import { planUniverses } from "../../src/multiverse/plan";
import { judge, keyOf, testCurves } from "../../src/multiverse/testCurves";
import { decision, option, smallPeople, smallSpec, smallStudy } from "./small";

const spec = { ...smallSpec([decision("controls", option("a"), option("none", { drops: ["a", "b"] }))]), terms: ["x", "a"] };
const plan = planUniverses(spec, smallStudy, enumerate(spec), () => smallPeople(40));
let curves: readonly Curve[];
type Drawn = { readonly key: string; readonly made: (from: number, to: number) => Draw[] };
let [first, second]: Drawn[] = [];
beforeAll(async () => {
  curves = curvesOf(await fitUniverses(plan));
  [first, second] = curves.map((curve): Drawn => ({ key: keyOf(curve), made: (from: number, to: number) => drawShare({ curve: nullCurve(plan, curve), seed: 5, from, to }) }));
});
const calm: Draw = { median: 0, shareSignificant: 0, shareOfSign: 0.5, max: 0 };

describe("curves that are tested", () => {
  it("are drawn in shares of twenty, each told as it is made, curve after curve", async () => {
    const [kept, looks]: [unknown[], unknown[]] = [[], []];
    const { tests, adjusted, bands } = await testCurves(plan, curves, { draws: 45, seed: 5, keep: (curve, from, draws) => kept.push([curve.term, from, draws]), meanwhile: async (...look) => { looks.push(look); return "on"; } });
    expect(kept).toEqual([first, second].flatMap(({ made }, c) => [[0, 20], [20, 40], [40, 45]].map(([from, to]) => [["x", "a"][c], from, made(from, to)])));
    expect(looks).toEqual([20, 40, 45, 65, 85, 90].map((done) => [done, 90]));
    expect(tests).toEqual([...judge(curves[0], first.made(0, 45)).tests, ...judge(curves[1], second.made(0, 45)).tests]);
    expect([...adjusted]).toEqual([...judge(curves[0], first.made(0, 45)).adjusted, ...judge(curves[1], second.made(0, 45)).adjusted]);
    expect(bands.map(({ term }) => term)).toEqual(["x", "a"]);
  });

  it("are drawn where a share lacks a draw only, and of those known before only so many count as are asked for", async () => {
    const kept: unknown[] = [];
    const known = new Map([[second.key, new Map(Array.from({ length: 40 }, (_, draw) => [draw, calm] as const).filter(([draw]) => draw !== 19))], [first.key, new Map(Array.from({ length: 50 }, (_, draw) => [draw, calm] as const))]]);
    const { tests } = await testCurves(plan, curves, { draws: 30, seed: 5, known, keep: (curve, from, draws) => kept.push([curve.term, from, draws.length]) });
    expect(kept).toEqual([["a", 0, 20]]);
    expect(tests.map(({ draws }) => draws)).toEqual(Array(8).fill(30));
    expect(tests.slice(0, 4)).toEqual(judge(curves[0], Array<Draw>(30).fill(calm)).tests);
    expect(tests.slice(4)).toEqual(judge(curves[1], [...second.made(0, 20), ...Array<Draw>(10).fill(calm)]).tests);
    expect(known.get(second.key)!.has(19)).toBe(false);
  });

  it("stop when they are told to, and are judged by what was drawn", async () => {
    const stoppedAt = async (done: number) => {
      const kept: unknown[] = [];
      const { tests, adjusted } = await testCurves(plan, curves, { draws: 41, seed: 5, keep: (curve, from) => kept.push(`${curve.term} ${from}`), meanwhile: async (made) => (made === done ? "stop" : "on") });
      return { kept: kept.join(), draws: tests.filter(({ statistic }) => statistic === "max").map(({ term, draws }) => `${term} ${draws}`).join(), adjusted: adjusted.size };
    };
    expect(await stoppedAt(40)).toEqual({ kept: "x 0,x 20", draws: "x 40", adjusted: curves[0].distinct.length });
    expect(await stoppedAt(41)).toEqual({ kept: "x 0,x 20,x 40", draws: "x 41", adjusted: curves[0].distinct.length });
    expect(await stoppedAt(61)).toEqual({ kept: "x 0,x 20,x 40,a 0", draws: "x 41,a 20", adjusted: curves[0].distinct.length + curves[1].distinct.length });
  });
});

it("a draw is as extreme as what is observed from a hundred-thousandth below it on", () => {
  const universe = (id: string, estimate: number) => ({ ...curves[0].distinct[0], id, likelihood: id, estimate, standardError: 1, p: 0.5 });
  const [one] = curvesOf([universe("u", 1)]);
  const drawn = (max: number): Draw => ({ median: -max, shareSignificant: 0, shareOfSign: 0, max });
  const edge = 1 - 1e-5;
  const p = (max: number) => judge(one, [drawn(max)]).tests.filter(({ statistic }) => statistic === "max" || statistic === "median").map((found) => found.p);
  expect([p(edge), p(edge * (1 - 1e-15)), p(1)]).toEqual([[1, 1], [0.5, 0.5], [1, 1]]);
});
