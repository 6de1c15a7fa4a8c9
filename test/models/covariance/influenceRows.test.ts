import { describe, expect, it } from "vitest";
import { fitBinary } from "../../../src/models/binary";
import { influenceRows, movesOf, refuseLabels } from "../../../src/models/covariance/influenceRows";
import type { Link } from "../../../src/models/fit";
import { linkFunction } from "../../../src/models/links/link";
import { fitOrdered } from "../../../src/models/ordered";
import { refusalOf } from "../refusalOf";

const n = 30;
const all = Array.from({ length: n }, (_, i) => i);
const x = all.map((i) => 5 + 2 * Math.sin(1.3 * i + 1));
const y = all.map((i) => Number((7 * i) % 11 < 4));
const grade = all.map((i) => ["a", "b", "c", "d"][(5 * i) % 4]);
const offset = all.map((i) => 0.5 * Math.cos(2.1 * i));
const weights = all.map((i) => 1 + (i % 3));

/** The derivative of a function of several numbers, by each. */
const slopes = (f: (at: readonly number[]) => number, at: readonly number[]) => at.map((_, j) => {
  const moved = (by: number) => f(at.map((value, c) => (c === j ? value + by : value)));
  return (8 * (moved(1e-3) - moved(-1e-3)) - (moved(2e-3) - moved(-2e-3))) / 12e-3;
});
/** The estimates lose covariance · score without a row. */
const lost = (covariance: readonly (readonly number[])[], score: readonly number[]) => covariance.map((row) => row.reduce((sum, value, j) => sum + value * score[j], 0));

describe.each([["no", undefined], ["an", offset]])("what each row says of the parameters, with %s offset", (_, given) => {
  it.each<Link>(["logit", "probit"])("binary %s: the covariance times its score", (name) => {
    const fit = fitBinary(x.map((value) => [1, value]), y, ["const", "x"], { link: name, weights, offset: given });
    const rows = influenceRows(fit, { X: x.map((value) => [1, value]), y, weights, offset: given });
    const link = linkFunction(name);
    const moves = movesOf(fit, rows);
    all.forEach((i) => {
      const eta = (at: readonly number[]) => at[0] + at[1] * x[i] + (given?.[i] ?? 0);
      const estimates = fit.coefficients.map(({ estimate }) => estimate);
      const score = slopes((at) => Math.log(y[i] ? link.cdf(eta(at)) : link.upper(eta(at))), estimates);
      lost(fit.covariance.values, score).forEach((value, j) => expect(moves[i][j]).toBeCloseTo(value, 8));
      expect(rows[i].weight).toBe(weights[i]);
      expect(rows[i].information).toBeCloseTo(link.density(eta(estimates)) ** 2 / (link.cdf(eta(estimates)) * link.upper(eta(estimates))), 10);
    });
  });

  it.each<Link>(["logit", "cloglog"])("ordered %s: of slopes, then cut points", (name) => {
    const fit = fitOrdered(x.map((value) => [value]), grade, ["x"], ["a", "b", "c", "d"], { link: name, offset: given });
    const rows = influenceRows(fit, { X: x.map((value) => [value]), y: grade, offset: given });
    const link = linkFunction(name);
    const moves = movesOf(fit, rows);
    all.forEach((i) => {
      const j = ["a", "b", "c", "d"].indexOf(grade[i]);
      const F = (at: readonly number[], cut: number) => (cut === 0 ? 0 : cut === 4 ? 1 : link.cdf(at[cut] - at[0] * x[i] - (given?.[i] ?? 0)));
      const score = slopes((at) => Math.log(F(at, j + 1) - F(at, j)), [...fit.coefficients, ...fit.thresholds!].map(({ estimate }) => estimate));
      expect(moves[i]).toHaveLength(4);
      lost(fit.covariance.values, score).forEach((value, c) => expect(moves[i][c]).toBeCloseTo(value, 8));
      expect([rows[i].pull.length, rows[i].place, rows[i].information, rows[i].weight]).toEqual([4, new Float64Array(0), 0, 1]);
    });
  });
});

describe("rows that are not the fit's are refused", () => {
  const X = x.map((value) => [1, value]);
  const fit = fitBinary(X, y, ["const", "x"], { weights });

  it("by their number, by their weights, by lists of another length", () => {
    expect(refusalOf(() => influenceRows(fit, { X, y }))).toBe("the fit is of 60 rows, and these are 30");
    expect(refusalOf(() => influenceRows(fit, { X, y, weights: weights.map((w) => 2 * w) }))).toBe("the fit is of 60 rows, and these are 120 by their weights");
    expect(refusalOf(() => influenceRows(fit, { X, y, weights: weights.map((w, i) => (i === 0 ? w + 1e-6 : w)) }))).toMatch(/^the fit is of 60 rows, and these are 60\.000001\d* by their weights$/);
    expect(refusalOf(() => influenceRows(fit, { X, y, weights: weights.map((w, i) => (i === 0 ? w + 9e-8 : w)) }))).toMatch(/^the fit is of 60 rows/); // 1.5e-9 of them
    expect(influenceRows(fit, { X, y, weights: weights.map((w, i) => (i === 0 ? w + 3e-8 : w)) })).toHaveLength(30); // rounding of a sum
    expect(refusalOf(() => influenceRows(fit, { X, y, weights, offset: [1, 2] }))).toBe("offset has 2 values for 30 rows");
    const ordered = fitOrdered(x.map((value) => [value]), grade, ["x"], ["a", "b", "c", "d"]);
    expect(refusalOf(() => influenceRows(ordered, { X: x.map((value) => [value]), y: grade.map((one, i) => (i === 3 ? "e" : one)) }))).toBe("row 4 has outcome e, which the fit does not have");
  });

  it("by labels, of which each row has one", () => {
    expect(refuseLabels(undefined, 3, "cluster")).toBeUndefined();
    expect(refuseLabels(["a", 0, ""], 3, "cluster")).toBeUndefined();
    expect(refusalOf(() => refuseLabels(["a", "b"], 3, "cluster"))).toBe("there are 2 cluster labels for 3 rows");
    for (const none of [undefined, null, NaN]) expect(refusalOf(() => refuseLabels(["a", "b", none], 3, "stratum"))).toBe("row 3 has no stratum label");
    expect(refusalOf(() => refuseLabels([null, "a"], 2, "unit"))).toBe("row 1 has no unit label");
  });
});
