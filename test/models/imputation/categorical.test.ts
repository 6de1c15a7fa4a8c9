import { describe, expect, it } from "vitest";
import { type Categorised, fitMultinomial, probabilities } from "../../../src/models/imputation/categorical";

const n = 70;
const all = Array.from({ length: n }, (_, i) => i);
const noise = (seed: number) => all.map((i) => Math.abs(Math.sin((i + 1) * (12.9898 + seed)) * 43758.5453) % 1);
const columns = [all.map(() => 1), ...[1, 2, 3, 4, 5].map(noise)];
const weights = all.map((i) => [1, 0.5, 2][i % 3]);
const y = noise(6).map((value, i) => Math.min(3, Math.floor(2.5 * value + 1.5 * columns[1][i])));
const dataOf = (used: number, categories: number): Categorised => ({ rows: n, columns: used, X: Float64Array.from(all.flatMap((i) => columns.slice(0, used).map((column) => column[i]))), y: Float64Array.from(y, (value) => Math.min(value, categories - 1)), weights: Float64Array.from(weights) });

/** The maximum to all digits, by Newton's method with every derivative written out. */
function exactly({ rows, columns: k, X, y: levels, weights: w }: Categorised, categories: number): number[] {
  const size = (categories - 1) * k;
  let beta = new Array<number>(size).fill(0);
  for (let step = 0; step < 9; step++) {
    const A = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0));
    for (let i = 0; i < rows; i++) {
      const x = [...X.subarray(i * k, (i + 1) * k)];
      const odds = Array.from({ length: categories }, (_, c) => (c === 0 ? 1 : Math.exp(x.reduce((sum, value, a) => sum + value * beta[(c - 1) * k + a], 0))));
      const p = odds.map((odd) => odd / odds.reduce((a, b) => a + b, 0));
      for (let r = 0; r < size; r++) {
        const [c, a] = [Math.floor(r / k) + 1, r % k];
        A[r][size] += w[i] * (Number(levels[i] === c) - p[c]) * x[a];
        for (let s = 0; s < size; s++) { const d = Math.floor(s / k) + 1; A[r][s] += w[i] * p[c] * (Number(c === d) - p[d]) * x[a] * x[s % k]; }
      }
    }
    for (let p = 0; p < size; p++) for (let r = 0; r < size; r++) if (r !== p) { const factor = A[r][p] / A[p][p]; A[r] = A[r].map((value, j) => value - factor * A[p][j]); }
    beta = beta.map((value, r) => value + A[r][size] / A[r][r]);
  }
  return beta;
}

describe("a multinomial logit", () => {
  // With a last step below 1e-3 these end nearer than 5e-5; with a wrong information they would not.
  it.each([[3, 2], [4, 3], [5, 3], [6, 4]])("of %i columns and %i categories is the maximum, far nearer than its last step", (used, categories) => {
    const data = dataOf(used, categories);
    const exact = exactly(data, categories);
    const found = fitMultinomial(data, categories);
    expect(found).toHaveLength(exact.length);
    found.forEach((value, j) => expect(Math.abs(value - exact[j])).toBeLessThan(5e-5));
    // From there it does not move away; from other coefficients of the right number it comes back; of a wrong number they are not used.
    const again = fitMultinomial(data, categories, Float64Array.from(exact));
    again.forEach((value, j) => expect(Math.abs(value - exact[j])).toBeLessThan(1e-9));
    // One step from so near is Newton's own, which leaves the square of the way: with the information of all rows but one, a seventieth of it.
    fitMultinomial(data, categories, Float64Array.from(exact, (value, j) => value + 2e-4 * Math.cos(2.1 * j))).forEach((value, j) => expect(Math.abs(value - exact[j])).toBeLessThan(5e-7));
    fitMultinomial(data, categories, Float64Array.from(exact, (value, j) => value + (j % 2 ? 2 : -2))).forEach((value, j) => expect(Math.abs(value - exact[j])).toBeLessThan(1e-4));
    expect(fitMultinomial(data, categories, new Float64Array(exact.length + 1).fill(5))).toEqual(found);
  });

  it("halves steps that overshoot: from where all are nearly certain of the wrong category", () => {
    const data = dataOf(3, 2);
    const exact = exactly(data, 2);
    fitMultinomial(data, 2, Float64Array.of(3, -4, 3)).forEach((value, j) => expect(Math.abs(value - exact[j])).toBeLessThan(1e-4));
  });

  it("gives a column that others make up no part of its own: the chances are as without it", () => {
    const data = dataOf(3, 3);
    const X = Float64Array.from(all.flatMap((i) => [1, columns[1][i], columns[2][i], columns[1][i] - 2 * columns[2][i]]));
    const [plain, twice] = [fitMultinomial(data, 3), fitMultinomial({ ...data, columns: 4, X }, 3)];
    const [p, q] = [new Float64Array(3), new Float64Array(3)];
    for (const i of all) {
      probabilities(data.X, 3 * i, 3, plain, p);
      probabilities(X, 4 * i, 4, twice, q);
      p.forEach((value, c) => expect(Math.abs(q[c] - value)).toBeLessThan(1e-4));
    }
  });
});
