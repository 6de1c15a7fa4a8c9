import { describe, expect, it } from "vitest";
import { fitBinary } from "../../src/models/binary";
import { adjusted } from "../../src/models/effects/adjust";
import { averageChange, refuseAveraging } from "../../src/models/effects/averageChange";
import { averageEffects, averageMarginalEffects, columnVariable } from "../../src/models/effects/averageMarginalEffects";
import { contrastGroups } from "../../src/models/effects/contrast";
import { combinationsOf } from "../../src/models/effects/contrastKinds";
import { contrastPredictions } from "../../src/models/effects/contrastPredictions";
import { byOutcome } from "../../src/models/effects/curves";
import type { Effect } from "../../src/models/effects/effect";
import { effectsAtMean, weightedMean } from "../../src/models/effects/effectsAtMean";
import { predictInside, predictLink } from "../../src/models/effects/predictInside";
import { predictProbabilities } from "../../src/models/effects/predictions";
import { slopesOf } from "../../src/models/effects/slopesOf";
import type { Fit, Link } from "../../src/models/fit";
import { fitOrdered } from "../../src/models/ordered";
import { fitPartialOrdered } from "../../src/models/partial/partialOrdered";
import { refusalOf } from "./refusalOf";
import { parametersOf } from "./parametersOf";

const n = 30;
const all = Array.from({ length: n }, (_, i) => i);
const x = all.map((i) => Math.round(100 * Math.sin(1.3 * i + 1)) / 50 + 2.5);
const z = all.map((i) => Number(i % 3 === 0));
const y = all.map((i) => Number(Math.sin(2.7 * i) + 0.5 * (x[i] - 2.5) > 0.2));
const level = all.map((i) => 1 + Number(Math.sin(2.7 * i) + 0.3 * (x[i] - 2.5) > -0.4) + Number(Math.sin(2.7 * i) > 0.5));
const X = all.map((i) => [1, x[i], z[i]]);
const weights = all.map((i) => [2, 0, 1, 0.5][i % 4]);
const offset = all.map((i) => ((i * 7) % 5) / 10);
const binary = (link: Link = "logit") => fitBinary(X, y, ["const", "x", "z"], { link });
const ordered = (link: Link = "logit") => fitOrdered(X.map((row) => row.slice(1)), level, ["x", "z"], [1, 2, 3], { link });

const CDF: Record<string, (eta: number) => number> = { logit: (e) => 1 / (1 + Math.exp(-e)), cloglog: (e) => 1 - Math.exp(-Math.exp(e)), loglog: (e) => Math.exp(-Math.exp(-e)), cauchit: (e) => 0.5 + Math.atan(e) / Math.PI };
/** The probability of each outcome (of a binary one, that of 1) at a row, by parameters as a reader sees them. */
const chances = (fit: Fit, b: readonly number[], row: readonly number[], o = 0): number[] => {
  const F = CDF[fit.link];
  if (fit.family === "binomial") return [F(b[0] + b[1] * row[1] + b[2] * row[2] + o)];
  const [low, high] = [b[2], b[3]].map((cut) => F(cut - b[0] * row[1] - b[1] * row[2] - o));
  return [low, high - low, 1 - high];
};
/** A quantity with its delta-method standard error, differentiated numerically by the parameters as given. */
function byHand(fit: Fit, of: (b: readonly number[]) => number): { estimate: number; standardError: number } {
  const b = parametersOf(fit);
  const gradient = b.map((value, j) => {
    const h = 1e-4 * (1 + Math.abs(value));
    const at = (times: number) => of(b.with(j, value + times * h));
    return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h);
  });
  const V = fit.covariance.values;
  return { estimate: of(b), standardError: Math.sqrt(gradient.reduce((sum, g, j) => sum + gradient.reduce((s, h, k) => s + g * h * V[j][k], 0), 0)) };
}
const close = (found: { estimate: number; standardError: number }, to: { estimate: number; standardError: number }) => {
  expect(found.estimate).toBeCloseTo(to.estimate, 8);
  expect(found.standardError).toBeCloseTo(to.standardError, 7);
};
const mean = (of: (i: number) => number, w: readonly number[] = all.map(() => 1)): number => all.reduce((sum, i) => sum + w[i] * of(i), 0) / w.reduce((a, b) => a + b, 0);
const slope = (at: (step: number) => number): number => { const h = 1e-3; return (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h); };
const moved = (i: number, j: number, value: number) => X[i].with(j, value);
const fits = (): Fit[] => [binary(), binary("cloglog"), binary("cauchit"), ordered(), ordered("loglog")];

describe("average effects", () => {
  it("are means of steps and slopes over weighted rows with their offsets, by the delta method", () => {
    for (const fit of fits()) {
      const found = averageMarginalEffects(fit, X, { weights, offset });
      const levels = fit.levels?.length ?? 1;
      expect(found.map(({ term, type, level: of }) => [term, type, of])).toEqual([["x", "dydx"], ["z", "discrete"]].flatMap(([term, type]) => Array.from({ length: levels }, (_, c) => [term, type, fit.levels?.[c]])));
      for (let c = 0; c < levels; c++) {
        close(found[c], byHand(fit, (b) => mean((i) => slope((h) => chances(fit, b, moved(i, 1, x[i] + h), offset[i])[c]), weights)));
        close(found[levels + c], byHand(fit, (b) => mean((i) => chances(fit, b, moved(i, 2, 1), offset[i])[c] - chances(fit, b, moved(i, 2, 0), offset[i])[c], weights)));
      }
      const only = averageMarginalEffects(fit, X, { only: ["z"], valuesOnly: true });
      expect(only.map(({ term }) => term)).toEqual(Array(levels).fill("z"));
      expect(only[0].estimate).toBeCloseTo(averageMarginalEffects(fit, X)[levels].estimate, 12);
    }
    expect(refusalOf(() => averageMarginalEffects(binary(), X, { only: ["x", "w"] }))).toBe("the fit has no term w (it has const, x, z)");
  });

  it("by group are those of the group's rows alone, in the order in which groups appear", () => {
    const by = all.map((i) => (i % 5 < 2 ? "b" : "a"));
    for (const fit of [binary(), ordered()]) {
      const found = averageMarginalEffects(fit, X, { by, weights, offset });
      const levels = fit.levels?.length ?? 1;
      expect(found.map(({ group }) => group)).toEqual([...Array<string>(2 * levels).fill("b"), ...Array<string>(2 * levels).fill("a")]);
      const rows = all.filter((i) => by[i] === "a");
      const alone = averageMarginalEffects(fit, rows.map((i) => X[i]), { weights: rows.map((i) => weights[i]), offset: rows.map((i) => offset[i]) });
      alone.forEach((one, e) => close(found[2 * levels + e], one));
    }
    expect(refusalOf(() => averageMarginalEffects(binary(), X, { by: ["a"] }))).toBe("by has 1 labels for 30 rows");
    expect(averageEffects(binary(), [])).toEqual([]);
  });

  it("as elasticities are of each row's own probability and value, then averaged", () => {
    for (const fit of [binary(), ordered()]) {
      const levels = fit.levels?.length ?? 1;
      for (const elasticity of ["eyex", "dyex", "eydx"] as const) {
        const found = averageMarginalEffects(fit, X, { weights, offset, elasticity });
        expect(found.map(({ term }) => term)).toEqual([...Array<string>(levels).fill("x"), ...(elasticity === "eydx" ? Array<string>(levels).fill("z") : [])]);
        expect(found.every(({ type }) => type === elasticity)).toBe(true);
        for (let c = 0; c < levels; c++) {
          const of = (p: number) => (elasticity === "dyex" ? p : Math.log(p));
          close(found[c], byHand(fit, (b) => mean((i) => (elasticity === "eydx" ? 1 : x[i]) * slope((h) => of(chances(fit, b, moved(i, 1, x[i] + h), offset[i])[c])), weights)));
          if (elasticity === "eydx") close(found[levels + c], byHand(fit, (b) => mean((i) => Math.log(chances(fit, b, moved(i, 2, 1), offset[i])[c] / chances(fit, b, moved(i, 2, 0), offset[i])[c]), weights)));
        }
      }
    }
    expect(refusalOf(() => averageMarginalEffects(binary(), X, { weights: all.map(() => 0), elasticity: "eyex" }))).toBe("the rows averaged over have no weight");
    expect(refusalOf(() => averageMarginalEffects(binary(), X, { weights: all.map(() => 0) }))).toBe("the rows averaged over have no weight");
  });

  it("at the mean are those of one row, its offset the mean one", () => {
    const means = [1, mean((i) => x[i], weights), mean((i) => z[i], weights)];
    const o = mean((i) => offset[i], weights);
    for (const fit of [binary(), ordered()]) {
      const levels = fit.levels?.length ?? 1;
      const found = effectsAtMean(fit, X, { weights, offset });
      for (let c = 0; c < levels; c++) {
        close(found[c], byHand(fit, (b) => slope((h) => chances(fit, b, means.with(1, means[1] + h), o)[c])));
        close(found[levels + c], byHand(fit, (b) => chances(fit, b, means.with(2, 1), o)[c] - chances(fit, b, means.with(2, 0), o)[c]));
      }
      const elastic = effectsAtMean(fit, X, { only: ["x"], elasticity: "eyex" });
      close(elastic[0], byHand(fit, (b) => mean((i) => x[i]) * slope((h) => Math.log(chances(fit, b, [1, mean((i) => x[i]) + h, mean((i) => z[i])])[0]))));
    }
    expect([weightedMean([3, 5, 10]), weightedMean([3, 5, 10], [1, 0, 3])]).toEqual([6, 8.25]);
    expect(refusalOf(() => weightedMean([1, 2], [1]))).toBe("weights has 1 values for 2 rows");
    expect(columnVariable("z", X, 2).change.kind).toBe("step");
    expect(columnVariable("x", X, 1)).toMatchObject({ values: x, change: { kind: "slope" } });
  });

  it("are of rows that are numbers, as many as their weights and offsets", () => {
    expect(refusalOf(() => refuseAveraging([[1], [1]], { weights: [1] }))).toBe("weights has 1 values for 2 rows");
    expect(refusalOf(() => refuseAveraging([[1], [1]], { offset: [1, 2, 3] }))).toBe("offset has 3 values for 2 rows");
    expect(refusalOf(() => refuseAveraging([[1, 2], [1, 2], [1]], {}))).toBe("row 3 of the design has 1 columns, not 2");
    expect(refusalOf(() => refuseAveraging([[1, 2], [1, NaN]], {}))).toBe("row 2, column 2 of the design is NaN, not a finite number");
    for (const wrong of [-1, NaN, Infinity]) expect(refusalOf(() => refuseAveraging([[1], [1]], { weights: [0, wrong] }))).toBe(`row 2 has weight ${wrong} (expected 0 or more)`);
    expect(refusalOf(() => refuseAveraging([[1], [1]], { offset: [0, Infinity] }))).toBe("row 2 has offset Infinity (expected a number)");
    expect(refusalOf(() => averageChange(binary(), { kind: "none", at: [[1, 2]] }))).toBe("the design has 2 columns for a fit of 3 terms");
    expect(slopesOf([[1, 2, 3]], ordered())).toEqual([[2, 3]]);
    expect(refusalOf(() => slopesOf([[1, 2, 3, 4]], binary()))).toBe("the design has 4 columns for a fit of 3 terms");
    expect(refusalOf(() => slopesOf([], ordered()))).toBe("the design has 0 columns for a fit of 2 terms");
  });
});

describe("predictions", () => {
  const rows = [[1, 2, 0], [1, 3.5, 1], [1, 1, 1]];
  const w = [1, 2, 0.5];
  const o = [0.2, -0.1, 0.4];
  const average = (of: (i: number) => number, by = w) => [0, 1, 2].reduce((sum, i) => sum + by[i] * of(i), 0) / (by[0] + by[1] + by[2]);

  it("are averaged probabilities with symmetric intervals", () => {
    for (const fit of fits()) predictProbabilities(fit, rows, { weights: w, offset: o }).forEach((found, c) => {
      close(found, byHand(fit, (b) => average((i) => chances(fit, b, rows[i], o[i])[c])));
      expect(found.level).toBe(fit.levels?.[c]);
      expect(found.upper - found.estimate).toBeCloseTo(1.959963984540054 * found.standardError, 12);
      expect(found.estimate - found.lower).toBeCloseTo(1.959963984540054 * found.standardError, 12);
    });
  });

  it("inside 0 and 1 have intervals carried back from the link: one row's by its predictor, an average's by the quantile", () => {
    const width = 1.6448536269514722;
    for (const fit of [binary(), binary("cloglog")]) {
      const F = CDF[fit.link];
      const eta = byHand(fit, (b) => b[0] + 2 * b[1] + 0.3);
      const [one] = predictInside(fit, rows.slice(0, 1), { offset: [0.3] }, 0.9);
      close(one, byHand(fit, (b) => chances(fit, b, rows[0], 0.3)[0]));
      expect([one.lower, one.upper]).toEqual([expect.closeTo(F(eta.estimate - width * eta.standardError), 7), expect.closeTo(F(eta.estimate + width * eta.standardError), 7)]);
    }
    for (const fit of [binary(), ordered(), ordered("loglog")]) predictInside(fit, rows, { weights: w, offset: o }, 0.9).forEach((found, c) => {
      const p = byHand(fit, (b) => average((i) => chances(fit, b, rows[i], o[i])[c]));
      close(found, p);
      expect(found.level).toBe(fit.levels?.[c]);
      const half = (width * p.standardError) / (p.estimate * (1 - p.estimate)); // of the logit
      const F = CDF.logit;
      const place = Math.log(p.estimate / (1 - p.estimate));
      expect([found.lower, found.upper]).toEqual([expect.closeTo(F(place - half), 6), expect.closeTo(F(place + half), 6)]);
    });
    expect(refusalOf(() => predictInside(ordered(), [[1, 1e5, 0]]))).toMatch(/^Model refused \(bad-input\): a predicted probability rounds to [01], and there it has no interval: the values asked for are far from the data$/);
  });

  it("of the predictor are means of xβ and offset, of an ordered fit without cut points", () => {
    const o2 = [0.2, -0.1, 0.4];
    close(predictLink(binary(), rows, { weights: w, offset: o2 }), byHand(binary(), (b) => average((i) => b[0] + b[1] * rows[i][1] + b[2] * rows[i][2] + o2[i])));
    const found = predictLink(ordered(), rows, {}, 0.9);
    close(found, byHand(ordered(), (b) => average((i) => b[0] * rows[i][1] + b[1] * rows[i][2], [1, 1, 1])));
    expect(found.upper - found.estimate).toBeCloseTo(1.6448536269514722 * found.standardError, 12);
    expect(found.estimate - found.lower).toBeCloseTo(1.6448536269514722 * found.standardError, 12);
    expect(refusalOf(() => predictLink(binary(), rows, { weights: [0, 0, 0] }))).toBe("the rows averaged over have no weight");
    const free = fitPartialOrdered(X.map((row) => row.slice(1)), level, ["x", "z"], [1, 2, 3], ["x"]);
    expect(refusalOf(() => predictLink(free, rows))).toBe("slopes that differ between cut points have no one linear predictor");
    // Of a fit with slopes at each cut point, probabilities sum to 1, and lines that cross are refused.
    const p = predictProbabilities(free, rows);
    expect(p.reduce((sum, { estimate }) => sum + estimate, 0)).toBeCloseTo(1, 12);
    const slopes = free.coefficients.filter(({ term }) => term.startsWith("x@")).map(({ estimate }) => estimate);
    const far = slopes[0] > slopes[1] ? -1e3 : 1e3;
    const crossed = [far, -far].map((value) => { try { predictProbabilities(free, [[1, 2, 0], [1, value, 0]]); return ""; } catch (error) { return (error as Error).message; } });
    expect(crossed.filter((message) => message !== "")).toEqual(["Model refused (negative-probability): the cut points' lines cross at the values asked for (row 2 of those averaged over): a probability would be negative"]);
  });
});

describe("comparisons", () => {
  it("of places are pairs, each against the first, or second differences of two columns", () => {
    const at = (...values: string[]) => values.map((a) => ({ a, same: "1" }));
    expect(combinationsOf(at("1", "2", "3"), "pairwise", " − ")).toEqual([{ name: "a=2 − a=1", times: [-1, 1, 0] }, { name: "a=3 − a=1", times: [-1, 0, 1] }, { name: "a=3 − a=2", times: [0, -1, 1] }]);
    expect(combinationsOf(at("1", "2", "3"), "reference", " / ")).toEqual([{ name: "a=2 / a=1", times: [-1, 1, 0] }, { name: "a=3 / a=1", times: [-1, 0, 1] }]);
    const grid = ["0", "1"].flatMap((a) => ["p", "q", "r"].map((b) => ({ a, b })));
    expect(combinationsOf(grid, "second", " − ").map(({ name, times }) => ({ name, times: times.map((value) => value + 0) }))).toEqual([
      { name: "[a=1 − a=0] at b=q − [a=1 − a=0] at b=p", times: [1, -1, 0, -1, 1, 0] }, { name: "[a=1 − a=0] at b=r − [a=1 − a=0] at b=p", times: [1, 0, -1, -1, 0, 1] }, { name: "[a=1 − a=0] at b=r − [a=1 − a=0] at b=q", times: [0, 1, -1, 0, -1, 1] },
    ]);
    expect(refusalOf(() => combinationsOf(at("1"), "pairwise", "-"))).toBe("two places or more are needed to compare");
    expect(refusalOf(() => combinationsOf(at("1", "2", "1"), "pairwise", "-"))).toBe("two places are the same");
    expect(refusalOf(() => combinationsOf(at("1", "2"), "second", "-"))).toBe("second differences are over two columns with several values each, not 1");
  });

  it("are corrected by Holm with Bonferroni's width, by Tukey with that of the range", () => {
    const normal = (z: readonly number[]) => z.map((one) => ({ z: one, df: Infinity }));
    const each = (width: number) => [1, 2, 3].map(() => expect.closeTo(width, 10) as number);
    const p = (z: number) => ({ 1: 0.31731050786291415, 2: 0.04550026389635842, 3: 0.0026997960632601866 })[z as 1 | 2 | 3]; // 2·pnorm(−z)
    expect(adjusted(normal([1, -2, 3]), "none", 0.95, 3)).toEqual({ p: [p(1), p(2), p(3)].map((value) => expect.closeTo(value, 12) as number), widths: each(1.959963984540054) });
    expect(adjusted(normal([1, -2, 3]), "holm", 0.95, 3)).toEqual({ p: [p(1), 2 * p(2), 3 * p(3)].map((value) => expect.closeTo(value, 12) as number), widths: each(2.3939797998185104) }); // qnorm(1 − .05/6)
    // As R's p.adjust leaves out NA: of three comparisons of which one is 0 whatever the parameters, two are corrected.
    expect(adjusted(normal([1, NaN, 3]), "holm", 0.95, 3)).toEqual({ p: [expect.closeTo(p(1), 12), NaN, expect.closeTo(2 * p(3), 12)], widths: Array(3).fill(expect.closeTo(2.241402727604947, 10)) }); // qnorm(1 − .05/4)
    expect(adjusted(normal([NaN]), "holm", 0.95, 2)).toEqual({ p: [NaN], widths: [expect.closeTo(1.959963984540054, 10)] });
    expect(adjusted(normal([NaN, 1, 2]), "tukey", 0.95, 3).p[0]).toBeNaN();
    const tukey = adjusted(normal([1, 2, 3.3144930959 / Math.SQRT2]), "tukey", 0.95, 3); // R: qtukey(.95, 3, Inf) = 3.314493
    expect([tukey.p[2], tukey.widths[0]]).toEqual([expect.closeTo(0.05, 7), expect.closeTo(3.3144930959 / Math.SQRT2, 6)]);
    expect(adjusted(normal([-1.5]), "tukey", 0.95, 2).p[0]).toBeCloseTo(0.1336144025377161, 10); // of two, Tukey's is the normal's
    for (const [z, places] of [[[1, 2], 3], [[1, 2, 3, 4], 3], [[], 1]] as const) expect(refusalOf(() => adjusted(normal(z), "tukey", 0.95, places))).toBe(`Tukey's correction is of all pairs: ${z.length} comparisons are not those of ${places} places`);
  });

  it("of predictions are differences, ratios and odds ratios with intervals on the logarithm", () => {
    const places = [0, 1, 2].map((value) => ({ at: { x: String(value) }, X: [[1, value + 1, 0], [1, value + 1.5, 1]], weights: [1, 3], offset: [0.1, 0.2] }));
    for (const fit of [binary(), ordered()]) {
      const levels = fit.levels?.length ?? 1;
      const p = (b: readonly number[], place: number, c: number) => (chances(fit, b, places[place].X[0], 0.1)[c] + 3 * chances(fit, b, places[place].X[1], 0.2)[c]) / 4;
      for (let c = 0; c < levels; c++) {
        const difference = contrastPredictions(fit, places, { contrast: "reference" });
        expect(difference).toHaveLength(2 * levels);
        expect([difference[2 * c + 1].contrast, difference[2 * c + 1].level]).toEqual(["x=2 − x=0", fit.levels?.[c]]);
        const byDifference = byHand(fit, (b) => p(b, 2, c) - p(b, 0, c));
        close(difference[2 * c + 1], byDifference);
        expect(difference[2 * c + 1].upper).toBeCloseTo(byDifference.estimate + 1.959963984540054 * byDifference.standardError, 7);
        for (const measure of ["ratio", "oddsRatio"] as const) {
          const of = (value: number) => Math.log(measure === "ratio" ? value : value / (1 - value));
          const log = byHand(fit, (b) => of(p(b, 1, c)) - of(p(b, 0, c)));
          const found = contrastPredictions(fit, places, { contrast: "pairwise", measure, adjust: "holm", level: 0.9 })[3 * c];
          expect(found.contrast).toBe("x=1 / x=0");
          expect([found.estimate, found.standardError, found.z]).toEqual([expect.closeTo(Math.exp(log.estimate), 7), expect.closeTo(Math.exp(log.estimate) * log.standardError, 6), expect.closeTo(log.estimate / log.standardError, 5)]);
          const width = 2.128045234184984; // qnorm(1 − .1/6)
          expect([found.lower, found.upper]).toEqual([expect.closeTo(Math.exp(log.estimate - width * log.standardError), 6), expect.closeTo(Math.exp(log.estimate + width * log.standardError), 5)]);
          expect(found.pAdjusted).toBeGreaterThanOrEqual(found.p);
        }
      }
      const onLink = contrastPredictions(fit, places, { contrast: "reference", scale: "link" });
      close(onLink[0], byHand(fit, (b) => b[fit.family === "binomial" ? 1 : 0]));
      expect([onLink.length, onLink[0].pAdjusted]).toEqual([2, undefined]);
      expect(refusalOf(() => contrastPredictions(fit, places, { contrast: "reference", scale: "link", measure: "ratio" }))).toBe("ratios are of probabilities, not of the linear predictor");
      expect(refusalOf(() => contrastPredictions(fit, [places[0], { ...places[0], at: { x: "9" } }], { contrast: "pairwise" }))).toBe("Model refused (bad-input): x=9 − x=0: the predictions are the same whatever the coefficients, and there is nothing to compare");
    }
  });

  it("of groups are each pair, later less earlier, with the covariance that they share", () => {
    const by = all.map((i) => "abc"[i % 3]);
    for (const fit of [binary(), ordered()]) {
      const effects = averageMarginalEffects(fit, X, { by, only: ["x"] });
      const levels = fit.levels?.length ?? 1;
      const found = contrastGroups(fit, effects);
      expect(found.map(({ contrast }) => contrast)).toEqual(Array.from({ length: levels }, () => ["b − a", "c − a", "c − b"]).flat());
      const own = (b: readonly number[], rest: number, c: number) => { const rows = all.filter((i) => i % 3 === rest); return rows.reduce((sum, i) => sum + slope((h) => chances(fit, b, moved(i, 1, x[i] + h))[c]), 0) / rows.length; };
      for (let c = 0; c < levels; c++) {
        close(found[3 * c + 2], byHand(fit, (b) => own(b, 2, c) - own(b, 1, c)));
        expect(found[3 * c].level).toBe(fit.levels?.[c]);
      }
      expect(contrastGroups(fit, effects, "reference").map(({ contrast }) => contrast)).toEqual(Array.from({ length: levels }, () => ["b − a", "c − a"]).flat());
      if (fit.family === "ordered") continue;
      const tukey = contrastGroups(fit, effects, "pairwise", "tukey");
      expect(tukey[0].upper).toBeCloseTo(found[0].estimate + (3.3144930959 / Math.SQRT2) * found[0].standardError, 6);
      expect(tukey[0].estimate - tukey[0].lower).toBeCloseTo(tukey[0].upper - tukey[0].estimate, 12);
      expect(tukey[0].pAdjusted).toBeCloseTo(adjusted(found.slice(0, 3).map(({ z: one }) => ({ z: one, df: Infinity })), "tukey", 0.95, 3).p[0], 12);
      expect(refusalOf(() => contrastGroups(fit, effects, "reference", "tukey"))).toContain("2 comparisons are not those of 3 places");
      expect(contrastGroups(fit, effects.slice(0, 1), "pairwise", "holm")).toEqual([]);
    }
    const placed = averageMarginalEffects(binary(), X, { only: ["x"] })[0];
    const at = (value: string): Effect => ({ ...placed, at: { z: value } });
    expect(contrastGroups(binary(), [at("0"), { ...at("1"), gradient: placed.gradient.map((g) => 2 * g) }])[0].contrast).toBe("z=1 − z=0");
    expect(byOutcome(binary(), [{ value: 3, rest: -2, gradient: [1] }, { value: 4, rest: -3, gradient: [2] }], 1)).toEqual([{ measured: { value: 3, rest: -2, gradient: [1] } }]);
    expect(byOutcome(ordered(), [{ value: 0.2, rest: 0.8, gradient: [1, 2] }, { value: 0.7, rest: 0.3, gradient: [4, 3] }], 1).map(({ measured }) => [measured.value, ...measured.gradient])).toEqual([[0.2, 1, 2], [expect.closeTo(0.5, 14), 3, 1], [expect.closeTo(0.3, 14), -4, -3]]);
  });
});
