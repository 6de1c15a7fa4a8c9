import { describe, expect, it } from "vitest";
import { fitFirth } from "../../../src/models/firth/fitFirth";
import { firthMaximum } from "../../../src/models/firth/firthMaximum";
import { firthProfile } from "../../../src/models/firth/firthProfile";
import { seededRandom } from "../../../src/models/numeric/random";

const HEIGHT = 3.841458820694124 / 2;
interface Data { readonly x: readonly number[]; readonly y: readonly number[] }
/** The penalised log-likelihood of one column and a constant, by its definition. */
function penalised({ x, y }: Data, a: number, b: number): number {
  const eta = x.map((value) => a + b * value);
  const w = eta.map((at) => 1 / (2 + Math.exp(at) + Math.exp(-at)));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const mean = sum(w.map((weight, i) => weight * x[i])) / sum(w);
  const spread = sum(w.map((weight, i) => weight * (x[i] - mean) ** 2)); // |X′WX| is Σw·Σw(x − mean)²
  return sum(eta.map((at, i) => -Math.log1p(Math.exp(y[i] ? -at : at)))) + Math.log(sum(w) * spread) / 2;
}
/** Its highest over the constant, whichever of its peaks that is: where a gap of the column may hold the line that divides. */
function profile(data: Data, b: number): number {
  const turns = data.x.map((value) => -b * value);
  const [low, high, steps] = [Math.min(...turns) - 6, Math.max(...turns) + 6, 240];
  const at = (i: number) => low + ((high - low) * i) / steps;
  const values = Array.from({ length: steps + 1 }, (_, i) => penalised(data, at(i), b));
  const top = values.indexOf(Math.max(...values));
  let [left, right] = [at(top - 1), at(top + 1)];
  for (let cuts = 0; cuts < 60; cuts++) {
    const [one, two] = [left + 0.382 * (right - left), right - 0.382 * (right - left)];
    if (penalised(data, one, b) > penalised(data, two, b)) right = two;
    else left = one;
  }
  return penalised(data, (left + right) / 2, b);
}

describe("a profile with several peaks, against the highest of all constants", () => {
  it.each<Data>([
    { x: [4.4, 0.7, 4.1, 4.8, 4.5, 4.1, 9, 4.4, 4.4, 1], y: [1, 0, 0, 1, 1, 0, 1, 1, 1, 0] },
    { x: [1.6, 1.1, 18.4, 6.2, 5, 18.8], y: [0, 0, 1, 0, 0, 1] },
    { x: [1.8, 4, 3.5, 2.4, 11, 11.3, 13.6, 1.8], y: [0, 1, 1, 0, 1, 1, 1, 0] },
    { x: [8.5, 1, 3.6, 8.7, 2.1, 1.3, 1.2, 7.2, 1.7, 9.6], y: [1, 0, 0, 1, 0, 0, 0, 1, 0, 1] },
    { x: [9.8, 16.8, 1.7, 3.9, 2.2, 3.1, 5.3, 14.5].map((value) => -value), y: [1, 1, 0, 0, 0, 0, 0, 1] },
    // The ascent from 0 ends at a lower peak, and a profile comes upon the higher one.
    { x: [4.9, 1, 1.1, 1.6, 1, 20.4, 1.6, 1.7, 3.3, 1.4, 5.8], y: [1, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1] },
    { x: [1.3, 1.1, 8, 42.1, 3.2, 1, 1.3, 1.5, 3.9, 3.7, 5.2, 1.1, 1.2], y: [0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0] },
  ])("$x: ends where it has fallen by half of 3.84, and the test of no slope", (data) => {
    const { coefficients: [constant, slope], firth, warnings } = fitFirth(data.x.map((value) => [1, value]), data.y, ["const", "x"]);
    const top = penalised(data, constant.estimate, slope.estimate);
    expect(top).toBeCloseTo(profile(data, slope.estimate), 7);
    for (const end of [slope.lower, slope.upper]) expect(top - profile(data, end)).toBeCloseTo(HEIGHT, 5);
    expect(slope.lower < slope.estimate && slope.estimate < slope.upper).toBe(true);
    expect(firth!.terms[1].statistic).toBeCloseTo(2 * (top - profile(data, 0)), 6);
    expect(firth!.likelihoodRatio.statistic).toBeCloseTo(firth!.terms[1].statistic!, 6);
    expect(warnings).toEqual([]);
  });

  it("of three columns: each end is where the highest of many starts has fallen by half of 3.84", () => {
    // Followed from its neighbours alone, the upper end of `a` stops short of a higher peak, which lies along the profile's tangent.
    const X = [[0, 3, 1], [0, 2, 3], [1, 1, 1], [0, 0, 2], [0, 1, 2], [1, 3, 1], [0, 3, 3], [1, 1, 3]].map((row) => [1, ...row]);
    const y = [0, 0, 1, 0, 0, 1, 0, 1];
    const { coefficients } = fitFirth(X, y, ["const", "a", "b", "c"]);
    const design = { rows: 8, columns: 4, values: Float64Array.from(X.flat()) };
    const seen = { y: Float64Array.from(y), names: [] };
    const at = Float64Array.from(coefficients, ({ estimate }) => estimate);
    const top = firthMaximum(design, seen, at)!.penalised;
    const random = seededRandom(3);
    coefficients.forEach((row, j) => [row.lower, row.upper].forEach((end) => {
      const found = Array.from({ length: 24 }, (_, time) => firthMaximum(design, seen, at.map((value, i) => (i === j ? end : value + 6 * (1 + (time % 3)) * (random() - 0.5) * coefficients[i].standardError)), [j], 1e-7)?.penalised ?? -Infinity);
      expect(top - Math.max(...found)).toBeCloseTo(HEIGHT, 5);
    }));
  });

  it("says which end it could not follow, and gives no number for it", () => {
    const x = [4.5, 3.829, 207.765, 2.41, 1.509, 4.195, 38.366, 1.069, 1.319, 2.689, 1.087, 2.195, 14.193, 1.634, 144.448];
    const z = [3, 0, 2, 0, 0, 0, 1, 2, 0, 3, 2, 1, 3, 2, 3];
    const { coefficients: [, slope, other], warnings } = fitFirth(x.map((value, i) => [1, value, z[i]]), [1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 1, 1, 1], ["const", "x", "z"]);
    expect(slope.upper).toBeNaN();
    expect([slope.lower, slope.p, other.lower, other.upper].every(Number.isFinite)).toBe(true);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^x: the upper end of its interval is undetermined: the profile could not be followed to 3\.\d+$/);
  });

  it("tells of a higher maximum that it comes upon, and measures from the one it was given", () => {
    const data = { x: [1.6, 1.1, 18.4, 6.2, 5, 18.8], y: [0, 0, 1, 0, 0, 1] };
    const Z = { rows: 6, columns: 2, values: Float64Array.from(data.x.flatMap((value) => [1, value])), scale: Float64Array.of(1, 1) };
    const seen = { y: Float64Array.from(data.y), names: [] };
    const best = firthMaximum(Z, seen, new Float64Array(2))!;
    const found = firthProfile(Z, seen, best, 1);
    expect(found.higher).toBeUndefined();
    // From a place that is no maximum: at no slope the likelihood is higher.
    const held = { x: [1, 2, 3, 4, 5, 6, 7, 8], y: [0, 1, 0, 1, 1, 0, 1, 1] };
    const design = { rows: 8, columns: 2, values: Float64Array.from(held.x.flatMap((value) => [1, value])), scale: Float64Array.of(1, 1) };
    const from = firthMaximum(design, { y: Float64Array.from(held.y), names: [] }, Float64Array.of(0, 2), [1])!;
    const { higher } = firthProfile(design, { y: Float64Array.from(held.y), names: [] }, from, 1);
    expect(penalised(held, higher![0], higher![1])).toBeGreaterThan(profile(held, 0) - 1e-6);
    // On a column of half the scale the ends and the estimate are twice as far.
    const scaled = firthProfile({ ...Z, scale: Float64Array.of(1, 0.5) }, seen, best, 1);
    for (const end of ["lower", "upper"] as const) expect((scaled[end] as { at: number }).at / (found[end] as { at: number }).at).toBeCloseTo(2, 6);
    expect(scaled.test).toEqual(found.test);
  });
});
