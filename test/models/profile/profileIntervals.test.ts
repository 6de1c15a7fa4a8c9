import { describe, expect, it } from "vitest";
import { fitBinary, fitBinaryLogit } from "../../../src/models/binary";
import { fitFirth } from "../../../src/models/firth/fitFirth";
import { fitOrderedLogit } from "../../../src/models/ordered";
import { profileIntervals } from "../../../src/models/profile/profileIntervals";
import { refusalOf } from "../refusalOf";

/** Events of so many, where x is 0, 1 and 3. */
const CELLS = [[0, 3, 10], [1, 5, 9], [3, 6, 8]];
const rows = CELLS.flatMap(([x, events, many]) => Array.from({ length: many }, (_, i) => ({ x, y: Number(i < events) })));
const X = rows.map(({ x }) => [1, x]);
const y = rows.map((row) => row.y);
const logistic = (eta: number) => 1 / (1 + Math.exp(-eta));
const logLik = (a: number, b: number, o = 0) => CELLS.reduce((sum, [x, events, many]) => { const p = logistic(a + b * x + o * x); return sum + events * Math.log(p) + (many - events) * Math.log(1 - p); }, 0);
/** The highest point of a concave function of one number. */
function highest(f: (at: number) => number): number {
  let [low, high] = [-20, 20];
  for (let step = 0; step < 200; step++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (f(a) < f(b)) low = a;
    else high = b;
  }
  return f((low + high) / 2);
}
const HEIGHT = { 0.95: 3.841458820694124, 0.9: 2.705543454095404 }; // R: qchisq(c(.95, .9), 1)

describe("profile intervals", () => {
  it.each([0.95, 0.9] as const)("end where the highest likelihood has fallen by half a χ² quantile, at level %d", (level) => {
    const fit = fitBinaryLogit(X, y, ["const", "x"]);
    const [constant, slope] = level === 0.95 ? profileIntervals(fit, { X, y }) : profileIntervals(fit, { X, y }, undefined, level);
    const falls = [(value: number) => fit.logLik - highest((b) => logLik(value, b)), (value: number) => fit.logLik - highest((a) => logLik(a, value))];
    [constant, slope].forEach(({ term, lower, upper, ...rest }, j) => {
      expect([term, rest]).toEqual([["const", "x"][j], {}]);
      expect(lower).toBeLessThan(fit.coefficients[j].estimate);
      expect(upper).toBeGreaterThan(fit.coefficients[j].estimate);
      for (const end of [lower, upper]) expect(2 * falls[j](end)).toBeCloseTo(HEIGHT[level], 8);
    });
  });

  it("take weights for rows, and an offset into the predictor", () => {
    const fit = fitBinaryLogit(X, y, ["const", "x"]);
    const counted = CELLS.flatMap(([x, events, many]) => [{ row: [1, x], y: 1, weight: events }, { row: [1, x], y: 0, weight: many - events }]);
    const data = { X: counted.map(({ row }) => row), y: counted.map((one) => one.y), weights: counted.map(({ weight }) => weight) };
    const direct = profileIntervals(fit, { X, y }, ["x"])[0];
    const weighted = profileIntervals(fitBinaryLogit(data.X, data.y, ["const", "x"], { weights: data.weights }), data, ["x"]);
    expect(weighted).toHaveLength(1);
    expect([weighted[0].lower, weighted[0].upper]).toEqual([expect.closeTo(direct.lower, 7), expect.closeTo(direct.upper, 7)]);
    // An offset of 0.3 for each unit of x takes 0.3 from its slope.
    const offset = rows.map(({ x }) => 0.3 * x);
    const moved = profileIntervals(fitBinaryLogit(X, y, ["const", "x"], { offset }), { X, y, offset }, ["x"])[0];
    expect([moved.lower + 0.3, moved.upper + 0.3]).toEqual([expect.closeTo(direct.lower, 7), expect.closeTo(direct.upper, 7)]);
  });

  it("of an ordered model of two levels are those of the binary one, with or without a constant in the design", () => {
    const direct = profileIntervals(fitBinary(X, y, ["const", "x"]), { X, y }, ["x"])[0];
    const slopes = X.map((row) => row.slice(1));
    const ordered = fitOrderedLogit(slopes, y, ["x"], [0, 1]);
    for (const given of [slopes, X]) {
      const [found, ...more] = profileIntervals(ordered, { X: given, y });
      expect([found.term, more]).toEqual(["x", []]);
      expect([found.lower, found.upper]).toEqual([expect.closeTo(direct.lower, 7), expect.closeTo(direct.upper, 7)]);
    }
  });

  it("are refused of a penalised fit and of a term that is none", () => {
    expect(refusalOf(() => profileIntervals(fitFirth(X, y, ["const", "x"]), { X, y }))).toBe("a penalised fit has profile intervals already");
    expect(refusalOf(() => profileIntervals(fitBinaryLogit(X, y, ["const", "x"]), { X, y }, ["x", "z"]))).toBe("the fit has no term z");
  });

  it("say which end is undetermined, and why", () => {
    const fit = fitBinaryLogit(X, y, ["const", "x"]);
    const broken = { ...fit, coefficients: fit.coefficients.map((row) => ({ ...row, standardError: NaN })) };
    const why = "the estimate has no standard error to begin with";
    expect(profileIntervals(broken, { X, y }, ["x"])).toEqual([{ term: "x", lower: NaN, upper: NaN, note: `${why}; ${why}` }]);
  });
});
