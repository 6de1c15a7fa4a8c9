import { describe, expect, it } from "vitest";
import { BinaryLikelihood } from "../../src/models/binaryLikelihood";
import { CumulativeLikelihood } from "../../src/models/cumulativeLikelihood";
import { expectedInformation } from "../../src/models/expectedInformation";
import { linkFunction } from "../../src/models/links/link";
import { normalCdf } from "../../src/models/numeric/normal";

const n = 12;
const all = Array.from({ length: n }, (_, i) => i);
const noise = (seed: number) => all.map((i) => 2 * (Math.abs(Math.sin((i + 1) * (12.9898 + seed)) * 43758.5453) % 1) - 1);
const X = [noise(1), noise(2)], f = [noise(3), noise(4)];
const offset = noise(5), weights = all.map((i) => [1, 2.5, 0.5][i % 3]);
const levels = all.map((i) => [0, 3, 1, 2, 2][i % 5]);
const packed = (columns: readonly number[][]) => ({ rows: n, columns: columns.length, values: Float64Array.from(all.flatMap((i) => columns.map((column) => column[i]))) });
const seenOf = (y: readonly number[], more = {}) => ({ y: Float64Array.from(y), names: all, ...more });
const both = { weights: Float64Array.from(weights), offset: Float64Array.from(offset) };
const F = { logit: (eta: number) => 1 / (1 + Math.exp(-eta)), probit: normalCdf };
type Name = keyof typeof F;
/** By differences of the value a step to either side; of the slopes, likewise. */
const slopes = (of: (p: number[]) => number, at: readonly number[], h = 1e-5): number[] => at.map((value, j) => (of(at.with(j, value + h)) - of(at.with(j, value - h))) / (2 * h));
function expectDerivatives(likelihood: BinaryLikelihood | CumulativeLikelihood, rowLogLik: (i: number, p: readonly number[]) => number, at: number[], w: readonly number[]): void {
  const m = at.length;
  const [score, information] = [new Float64Array(m), new Float64Array(m * m)];
  const logLik = likelihood.evaluate(Float64Array.from(at), score, information);
  const whole = (p: readonly number[]) => all.reduce((sum, i) => sum + w[i] * rowLogLik(i, p), 0);
  expect(logLik).toBeCloseTo(whole(at), 11);
  slopes(whole, at).forEach((value, j) => expect(score[j]).toBeCloseTo(value, 7));
  for (let a = 0; a < m; a++) for (let b = 0; b <= a; b++) expect(information[a * m + b]).toBeCloseTo(-slopes((p) => slopes(whole, p, 1e-4)[b], at, 1e-4)[a], 4);
  const [direction, out] = [Float64Array.from(at, (_, j) => 0.3 - 0.2 * j), new Float64Array(n)];
  if (!likelihood.seen.offset) {
    likelihood.pullsAlong(direction, out); // of each row, whatever its weight
    for (const i of all) expect(out[i]).toBeCloseTo(slopes((p) => rowLogLik(i, p), at).reduce((sum, slope, j) => sum + slope * direction[j], 0), 7);
  }
  // A row keeps more than half of its slope by a predictor to first order: no step does, one whose double turns a row does not.
  expect(likelihood.provesOverlap(new Float64Array(m))).toBe(true);
  expect(likelihood.size).toBe(m);
  expect(likelihood.unit).toBeCloseTo(w.reduce((a, b) => a + b, 0) / n, 14);
}

describe.each<[string, Name, Record<string, Float64Array>]>([["logit, weights and offset", "logit", both], ["logit", "logit", {}], ["probit, weights", "probit", { weights: both.weights }]])("an ordered likelihood (%s)", (_, link, more) => {
  const likelihood = new CumulativeLikelihood(packed(X), packed(f), 4, seenOf(levels, more), linkFunction(link));
  const at = [-1.2, 0.2, -0.1, 0.1, 0.15, 0.2, 1.4, -0.2, 0.1, 0.5, -0.7]; // for each of three cut points θ, γ₁, γ₂; then β
  const eta = (i: number, cut: number, p: readonly number[]) => p[3 * cut] - ("offset" in more ? offset[i] : 0) - f[0][i] * p[3 * cut + 1] - f[1][i] * p[3 * cut + 2] - X[0][i] * p[9] - X[1][i] * p[10];
  const rowLogLik = (i: number, p: readonly number[]) => Math.log((levels[i] === 3 ? 1 : F[link](eta(i, levels[i], p))) - (levels[i] === 0 ? 0 : F[link](eta(i, levels[i] - 1, p))));

  it("is the log of differences of F, with its derivatives", () => expectDerivatives(likelihood, rowLogLik, at, "weights" in more ? weights : all.map(() => 1)));

  it("has predictors at its cut points, infinite beyond, and a cone of those that bound each row", () => {
    const p = Float64Array.from(at);
    for (const cut of [0, 1, 2]) expect(likelihood.predictor(3, cut, p)).toBeCloseTo(eta(3, cut, at), 13);
    expect([likelihood.predictor(3, -1, p), likelihood.predictor(3, 3, p)]).toEqual([-Infinity, Infinity]);
    const cone = likelihood.cone();
    const row = (i: number, cut: number, sign: number) => [0, 1, 2].flatMap((c) => (c === cut ? [sign, -sign * f[0][i], -sign * f[1][i]] : [0, 0, 0])).concat([-sign * X[0][i], -sign * X[1][i]]);
    const expected = all.flatMap((i) => [...(levels[i] < 3 ? [{ i, row: row(i, levels[i], 1) }] : []), ...(levels[i] > 0 ? [{ i, row: row(i, levels[i] - 1, -1) }] : [])]);
    expect([cone.rows, cone.columns, cone.owner, [...cone.values]]).toEqual([expected.length, 11, expected.map(({ i }) => i), expected.flatMap((one) => one.row)]);
  });

  it("proves overlap where every row keeps half of its slope at both its cut points, whatever is added to all", () => {
    likelihood.evaluate(Float64Array.from(at), new Float64Array(11), new Float64Array(121));
    const keeps = (step: readonly number[]) => all.every((i) => {
      const row = (j: number) => (j === levels[i] || j === levels[i] - 1) && j >= 0 && j < 3;
      return [0, 1, 2].filter(row).every((cut) => {
        // The slope by this predictor, and how it changes with both, by differences.
        const by = (c: number, h: number) => at.with(3 * c, at[3 * c] + h);
        const slope = (p: number[]) => slopes((q) => rowLogLik(i, q), p, 1e-4)[3 * cut];
        const was = slope(at);
        const moved = [0, 1, 2].filter(row).reduce((sum, c) => { const d = step[3 * c] - f[0][i] * step[3 * c + 1] - f[1][i] * step[3 * c + 2] - X[0][i] * step[9] - X[1][i] * step[10]; return sum + d * (slope(by(c, 1e-4)) - slope(by(c, -1e-4))) / 2e-4; }, 0);
        return (was + moved) * was > 0.5 * was * was;
      });
    });
    const found = new Set<boolean>();
    for (let time = 0; time < 40; time++) {
      const step = at.map((__, j) => (0.05 + 0.02 * time) * Math.sin(3.7 * time + 1.9 * j));
      found.add(keeps(step));
      expect(likelihood.provesOverlap(Float64Array.from(step)), `step ${time}`).toBe(keeps(step));
    }
    expect(found.size).toBe(2);
  });
});

it("a level without probability ends an ordered likelihood at minus infinity", () => {
  const likelihood = new CumulativeLikelihood(packed(X), packed([]), 4, seenOf(levels), linkFunction("logit"));
  expect(likelihood.evaluate(Float64Array.of(0, -1, 2, 0, 0), new Float64Array(5), new Float64Array(25))).toBe(-Infinity);
});

describe.each<[string, Name, Record<string, Float64Array>]>([["logit, weights and offset", "logit", both], ["probit", "probit", {}]])("a binary likelihood (%s)", (_, link, more) => {
  const y = levels.map((level) => Number(level > 1));
  const likelihood = new BinaryLikelihood(packed([all.map(() => 1), ...X]), seenOf(y, more), linkFunction(link));
  const at = [0.3, -0.8, 0.5];
  const eta = (i: number, p: readonly number[]) => p[0] + p[1] * X[0][i] + p[2] * X[1][i] + ("offset" in more ? offset[i] : 0);
  const rowLogLik = (i: number, p: readonly number[]) => Math.log(y[i] === 1 ? F[link](eta(i, p)) : 1 - F[link](eta(i, p)));

  it("is the log of F or of what it leaves, with its derivatives and each row's", () => {
    expectDerivatives(likelihood, rowLogLik, at, "weights" in more ? weights : all.map(() => 1));
    for (const i of all) {
      expect(likelihood.eta[i]).toBeCloseTo(eta(i, at), 13);
      const by = (h: number) => rowLogLik(i, at.with(0, at[0] + h));
      expect(likelihood.slope[i]).toBeCloseTo((by(1e-5) - by(-1e-5)) / 2e-5, 8);
      expect(likelihood.bend[i]).toBeCloseTo((by(1e-4) - 2 * by(0) + by(-1e-4)) / 1e-8, 5);
    }
  });

  it("has a cone of its rows, those without the event turned, and proves overlap where all keep half of their slope", () => {
    const { owner, values, rows, columns } = likelihood.cone();
    expect([rows, columns, owner, [...values]]).toEqual([n, 3, all, all.flatMap((i) => [1, X[0][i], X[1][i]].map((x) => (y[i] ? x : -x)))]);
    likelihood.evaluate(Float64Array.from(at), new Float64Array(3), new Float64Array(9));
    const found = new Set<boolean>();
    for (let time = 0; time < 60; time++) {
      const step = [0, 1, 2].map((j) => (0.1 + 0.03 * time) * Math.sin(3.7 * time + 1.9 * j));
      const kept = all.every((i) => { const g = likelihood.slope[i]; return (g + likelihood.bend[i] * (step[0] + step[1] * X[0][i] + step[2] * X[1][i])) * g > 0.5 * g * g; });
      found.add(kept);
      expect(likelihood.provesOverlap(Float64Array.from(step))).toBe(kept);
    }
    expect(found.size).toBe(2);
  });
});

describe("the expected information of an ordered model with all slopes free", () => {
  it.each<[Name, boolean]>([["logit", true], ["probit", false]])("%s: is what the outcomes' scores vary by, weighed %s", (link, weighed) => {
    const free = packed(X);
    const parameters = [-1, 0.3, -0.2, 0.4, 0.1, 0.2, 1.5, -0.1, 0.3];
    const sum = new Float64Array(81);
    // Σ over the levels of P(level)·score score′, row by row, each row alone.
    for (const i of all) for (const level of [0, 1, 2, 3]) {
      const row = { rows: 1, columns: 2, values: free.values.slice(2 * i, 2 * i + 2) };
      const one = new CumulativeLikelihood({ rows: 1, columns: 0, values: new Float64Array() }, row, 4, { y: Float64Array.of(level), names: [1] }, linkFunction(link));
      const score = new Float64Array(9);
      const P = Math.exp(one.evaluate(Float64Array.from(parameters), score, new Float64Array(81)));
      for (let a = 0; a < 9; a++) for (let b = 0; b < 9; b++) sum[9 * a + b] += (weighed ? weights[i] : 1) * P * score[a] * score[b];
    }
    const general = new CumulativeLikelihood({ rows: n, columns: 0, values: new Float64Array() }, free, 4, seenOf(levels, weighed ? { weights: both.weights } : {}), linkFunction(link));
    const found = expectedInformation(general, Float64Array.from(parameters));
    for (let a = 0; a < 9; a++) for (let b = 0; b <= a; b++) expect(found[9 * a + b]).toBeCloseTo(sum[9 * a + b], 11);
  });
});
