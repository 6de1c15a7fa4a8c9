import { describe, expect, it } from "vitest";
import { RepeatedFit } from "../../../src/models/repeated/repeatedFit";

/** Of 12 with x = 5, `a` have the outcome, of 8 with x = 7, `b`. */
const values = Float64Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 1 : i < 24 ? 5 : 7));
const X = { rows: 20, columns: 2, values };
const outcome = (a: number, b: number) => Array.from({ length: 20 }, (_, i) => Number(i < 12 ? i < a : i - 12 < b));
const near = (value: number, digits = 7) => expect.closeTo(value, digits) as number;

describe("one design fitted to outcome after outcome, in closed form", () => {
  it.each(["logit", "loglog"] as const)("%s: estimates, errors of each kind, the line, and how it answers", (link) => {
    const again = new RepeatedFit({ family: "binomial", link, X, levels: [0, 1] });
    const quantile = (p: number) => (link === "logit" ? Math.log(p / (1 - p)) : -Math.log(-Math.log(p)));
    /** How the quantile moves with the share. */
    const by = (p: number) => (link === "logit" ? 1 / (p * (1 - p)) : -1 / (p * Math.log(p)));
    for (const [a, b] of [[5, 5], [3, 6], [9, 2]]) {
      expect(again.fit(outcome(a, b))).toBe(true);
      const [p, q] = [a / 12, b / 8];
      const slope = (quantile(q) - quantile(p)) / 2;
      expect(again.estimate(1)).toBeCloseTo(slope, 8);
      // The variance of a group's share is p(1 − p)/n, by its residuals as by the model, since it has its own.
      const se = Math.sqrt(by(p) ** 2 * p * (1 - p) / 12 + by(q) ** 2 * q * (1 - q) / 8) / 2;
      expect(again.standardError(1, "HC1")).toBeCloseTo(se * Math.sqrt(20 / 18), 5);
      expect(again.standardError(1, "classical")).toBeCloseTo(se, 5);
      // Clusters of five rows: the sums of their residuals, as shares of their groups.
      const clusters = Array.from({ length: 20 }, (_, i) => i % 4);
      const y = outcome(a, b);
      const sums = [0, 1, 2, 3].map((c) => y.reduce((sum, value, i) => sum + (i % 4 !== c ? 0 : i < 12 ? (-by(p) * (value - p)) / 12 : (by(q) * (value - q)) / 8), 0));
      expect(again.standardError(1, { clusters, count: 4 })).toBeCloseTo(Math.sqrt((4 / 3) * sums.reduce((sum, value) => sum + value * value, 0)) / 2, 5);
      const { slopes, cuts } = again.linear();
      expect([[...slopes], [...cuts]]).toEqual([[0, near(slope)], [near(5 * slope - quantile(p))]]);
      if (link === "logit") expect(again.responses(1).map((one) => [...one])).toEqual([Array.from({ length: 20 }, (_, i) => near(i < 12 ? -by(p) / 24 : by(q) / 16, 5))]);
    }
    again.release();
  });

  it("ordered: cut points of a table of one column, and what it answers with", () => {
    // Two levels: the cut point is minus the constant.
    const ordered = new RepeatedFit({ family: "ordered", link: "logit", X: { rows: 20, columns: 1, values: values.filter((_, i) => i % 2 === 1) }, levels: [1, 2] });
    expect(ordered.fit(outcome(5, 5).map((value) => value + 1))).toBe(true);
    const [l5, l7] = [Math.log(5 / 7), Math.log(5 / 3)];
    expect(ordered.estimate(0)).toBeCloseTo((l7 - l5) / 2, 8);
    const { slopes, cuts } = ordered.linear();
    expect([[...slopes], [...cuts]]).toEqual([[near((l7 - l5) / 2)], [near((5 * (l7 - l5)) / 2 - l5)]]);
    expect(ordered.standardError(0, "classical")).toBeCloseTo(Math.sqrt(1 / 5 + 1 / 7 + 1 / 5 + 1 / 3) / 2, 5);
    ordered.release();
  });

  it("is decided where there are more rows than parameters and each level, and not otherwise", () => {
    const small = (rows: number) => new RepeatedFit({ family: "binomial", link: "logit", X: { rows, columns: 2, values: Float64Array.from({ length: 2 * rows }, (_, i) => (i % 2 === 0 ? 1 : (i >> 1) % 2)) }, levels: [0, 1] });
    // Of two rows none can be fitted; of four, one of two in each group.
    expect([small(2).fit([0, 1]), small(4).fit([0, 0, 1, 1]), small(4).fit([1, 1, 1, 1]), small(4).fit([0, 0, 0, 0])]).toEqual([false, true, false, false]);
    const same = { rows: 6, columns: 2, values: new Float64Array(12).fill(1) };
    for (const link of ["logit", "probit"] as const) expect(new RepeatedFit({ family: "binomial", link, X: same, levels: [0, 1] }).fit([0, 1, 0, 1, 1, 0])).toBe(false);
    const middle = new RepeatedFit({ family: "ordered", link: "logit", X: { rows: 8, columns: 1, values: Float64Array.from([1, 2, 3, 4, 4, 3, 2, 1]) }, levels: [1, 2, 3] });
    expect([middle.fit([1, 1, 3, 3, 1, 3, 1, 3]), middle.fit([1, 2, 3, 2, 1, 3, 2, 1])]).toEqual([false, true]);
  });
});
