import { describe, expect, it } from "vitest";
import { LINK_NAMES, linkFunction } from "../../src/models/links/link";
import { chiSquareTail } from "../../src/models/numeric/chiSquare";
import { factorise, inverse, inverseOfFactored, logDeterminant, rootOfInverse, semidefiniteRoot, smallestPivotShare, solveFactored } from "../../src/models/numeric/cholesky";
import { millsRatio, normalCdf, normalDensity, normalQuantile, normalUpperTail, twoSidedP } from "../../src/models/numeric/normal";
import { norm, orthogonalise, solveTransposed, solveUpper } from "../../src/models/numeric/orthogonal";
import { seededRandom } from "../../src/models/numeric/random";
import { rangeQuantile, rangeTail } from "../../src/models/numeric/studentizedRange";
import { quantileT, tailOfF, twoSidedT } from "../../src/models/numeric/studentT";
import { eigenSymmetric, inverseRoot } from "../../src/models/numeric/symmetric";
import { tridiagonal } from "../../src/models/numeric/tridiagonal";
import { crossing } from "../../src/models/profile/crossing";
import { refusalOf } from "./refusalOf";

const relative = (found: number, to: number, digits = 11) => expect(found / to).toBeCloseTo(1, digits);
/** A matrix with a known product. */
const random = seededRandom(7);
const square = (m: number): number[][] => { const B = Array.from({ length: m + 2 }, () => Array.from({ length: m }, () => random() - 0.5)); return Array.from({ length: m }, (_, a) => Array.from({ length: m }, (__, b) => B.reduce((sum, row) => sum + row[a] * row[b], 0))); };
const flat = (A: readonly (readonly number[])[]) => Float64Array.from(A.flat());
const product = (A: readonly (readonly number[])[], B: readonly (readonly number[])[]) => A.map((row) => B[0].map((_, j) => row.reduce((sum, value, k) => sum + value * B[k][j], 0)));
const rowsOf = (A: Float64Array, m: number) => Array.from({ length: m }, (_, i) => Array.from(A.subarray(i * m, (i + 1) * m)));
const turned = (A: readonly (readonly number[])[]) => A[0].map((_, j) => A.map((row) => row[j]));
const same = (found: readonly (readonly number[])[], to: readonly (readonly number[])[], digits = 10) => to.forEach((row, i) => row.forEach((value, j) => expect(found[i][j]).toBeCloseTo(value, digits)));
const unit = (m: number) => Array.from({ length: m }, (_, i) => Array.from({ length: m }, (__, j) => Number(i === j)));

describe("the factor of a matrix", () => {
  it.each([1, 2, 3, 5])("of %i rows multiplies back, solves, inverts and has its determinant", (m) => {
    const A = square(m);
    const L = flat(A);
    expect(factorise(L, m)).toBe(true);
    const lower = rowsOf(L, m).map((row, i) => row.map((value, j) => (j <= i ? value : 0)));
    same(product(lower, turned(lower)), A);
    const b = Array.from({ length: m }, (_, i) => i + 1);
    const solved = solveFactored(L, m, Float64Array.from(b));
    A.forEach((row, i) => expect(row.reduce((sum, value, j) => sum + value * solved[j], 0)).toBeCloseTo(b[i], 10));
    same(product(A, rowsOf(inverseOfFactored(L, m), m)), unit(m), 9);
    same(product(A, inverse(A)!), unit(m), 9);
    const root = rowsOf(rootOfInverse(L, m), m);
    same(product(A, product(root, turned(root))), unit(m), 9);
    root.forEach((row, i) => row.forEach((value, j) => { if (j < i) expect(value).toBe(0); }));
    const det = m === 1 ? A[0][0] : m === 2 ? A[0][0] * A[1][1] - A[0][1] ** 2 : undefined;
    if (det !== undefined) relative(Math.exp(logDeterminant(L, m)), det);
    const semi = rowsOf(semidefiniteRoot(flat(A), m), m);
    same(product(semi, turned(semi)), A);
    same(semi, lower);
  });

  it("is refused where the matrix is not positive definite, to the fourteenth digit", () => {
    expect(factorise(Float64Array.of(1, 0, 1, 1), 2)).toBe(false);
    expect(factorise(Float64Array.of(-1), 1)).toBe(false);
    expect(factorise(Float64Array.of(NaN), 1)).toBe(false);
    expect(factorise(Float64Array.of(1, 0, 1, 1 + 1e-13), 2)).toBe(true);
    expect(factorise(Float64Array.of(1, 0, 1, 1 + 5e-15), 2)).toBe(false);
    expect(inverse([[1, 2], [2, 4]])).toBeUndefined();
    same(inverse([[1e20, 1e9], [1e9, 4e-2]])!, [[0.04 / 3e18, -1e9 / 3e18], [-1e9 / 3e18, 1e20 / 3e18]], 12);
    const L = flat([[4, 0, 0], [2, 5, 0], [0, 0, 9]]);
    factorise(L, 3);
    expect(smallestPivotShare(L, 3)).toBeCloseTo(0.8, 14); // 5 less 1 of it, over 5
  });

  it("has a column of nothing where a semidefinite matrix has no more of its own", () => {
    const rank = [[1, 2, 3], [2, 4, 6], [3, 6, 10]];
    const root = rowsOf(semidefiniteRoot(flat(rank), 3), 3);
    same(product(root, turned(root)), rank);
    expect(root.map((row) => row[1])).toEqual([0, 0, 0]);
    expect(Array.from(semidefiniteRoot(new Float64Array(4), 2))).toEqual([0, 0, 0, 0]);
  });
});

describe("orthogonal columns", () => {
  it("multiply back, to the last digit however near they are; refuse is told a column's own share", () => {
    const a = [1, 2, 3, 4];
    const b = [1, 2, 3, 4 + 1e-7];
    const told: [number, number, number[]][] = [];
    const { Q, R } = orthogonalise([a, b, [0, 0, 0, 0], [1, 0, 0, 1]].map((column) => Float64Array.from(column)), (j, share, onEarlier) => told.push([j, share, j === 1 ? onEarlier() : []]));
    for (const [i, j] of [[0, 0], [1, 1], [3, 3]]) expect(Q[i].reduce((sum, value, k) => sum + value * Q[j][k], 0)).toBeCloseTo(1, 14);
    for (const [i, j] of [[0, 1], [0, 3], [1, 3]]) expect(Math.abs(Q[i].reduce((sum, value, k) => sum + value * Q[j][k], 0))).toBeLessThan(1e-14);
    expect(Array.from(Q[2])).toEqual([0, 0, 0, 0]);
    b.forEach((value, k) => expect(R[1][0] * Q[0][k] + R[1][1] * Q[1][k]).toBeCloseTo(value, 14));
    expect(told.map(([j]) => j)).toEqual([0, 1, 2, 3]);
    expect([told[0][1], told[2][1]]).toEqual([1, 0]);
    // Of (0, 0, 0, 1) the part beside a is √(1 − 16/30).
    relative(told[1][1], (1e-7 * Math.sqrt(1 - 16 / 30)) / Math.sqrt(30), 6);
    expect(told[1][2][0]).toBeCloseTo(1 + (4e-7) / 30, 12);
  });

  it("are solved from above and from below", () => {
    const R = [[2], [3, 4], [5, 6, 7]].map((column) => Float64Array.from(column));
    const full = [[2, 3, 5], [0, 4, 6], [0, 0, 7]];
    for (const v of [[1, 2, 3], [-1, 0, 4]]) {
      const up = solveUpper(R, v);
      full.forEach((row, i) => expect(row.reduce((sum, value, j) => sum + value * up[j], 0)).toBeCloseTo(v[i], 13));
      const down = solveTransposed(R, v);
      turned(full).forEach((row, i) => expect(row.reduce((sum, value, j) => sum + value * down[j], 0)).toBeCloseTo(v[i], 13));
    }
    let onEarlier: number[] = [];
    orthogonalise([[1, 1, 0], [2, 2, 2], [7, 7, 4]].map((column) => Float64Array.from(column)), (j, _, of) => { if (j === 2) onEarlier = of(); });
    [3, 2].forEach((value, c) => expect(onEarlier[c]).toBeCloseTo(value, 12)); // 3·(1, 1, 0) + 2·(2, 2, 2)
  });

  it("have lengths also where squares leave the range of a double", () => {
    expect([norm([3, 4]), norm([]), norm([0, 0])]).toEqual([5, 0, 0]);
    for (const size of [1e-300, 1e-200, 1e-130, 1e160, 1e300]) relative(norm([3 * size, -4 * size]), 5 * size);
    expect([norm([Infinity, 1]), norm([1e308, 1e308])]).toEqual([Infinity, expect.closeTo(Math.SQRT2 * 1e308, -300)]);
  });
});

describe("eigenvalues", () => {
  it.each([1, 2, 3, 4, 7])("of %i × %i multiply back; vectors are orthonormal", (m) => {
    const A = square(m).map((row, i) => row.map((value, j) => value - (i === j ? 0.7 : 0))); // some below 0
    const { values, vectors } = eigenSymmetric(flat(A), m);
    const V = rowsOf(vectors, m);
    same(product(V, turned(V)), unit(m));
    same(product(turned(V), V.map((row, e) => row.map((value) => values[e] * value))), A);
    const { diagonal, beside, turned: T } = tridiagonal(flat(A), m);
    const Q = rowsOf(T, m);
    same(product(Q, turned(Q)), unit(m));
    const middle = unit(m).map((row, i) => row.map((_, j) => (i === j ? diagonal[i] : Math.abs(i - j) === 1 ? beside[Math.min(i, j)] : 0)));
    same(product(turned(Q), product(middle, Q)), A);
    expect(beside[m - 1]).toBe(0);
  });

  it("are known of small matrices, and blocks fall apart", () => {
    const of = (A: number[][]) => Array.from(eigenSymmetric(flat(A), A.length).values).sort((a, b) => a - b);
    same([of([[2, 1], [1, 2]])], [[1, 3]], 14);
    same([of([[0, 1], [1, 0]])], [[-1, 1]], 14);
    same([of([[2, 0, 0], [0, 3, 4], [0, 4, 9]])], [[1, 2, 11]], 13);
    same([of(unit(4))], [[1, 1, 1, 1]], 15);
    same([of([[1, 1, 1], [1, 1, 1], [1, 1, 1]])], [[0, 0, 3]], 14);
    same([of([[4, -2, 0], [-2, 4, -2], [0, -2, 4]])], [[4 - 2 * Math.SQRT2, 4, 4 + 2 * Math.SQRT2]], 13);
  });

  it("give the inverse root, of which nothing stays nothing", () => {
    const A = square(4);
    const root = rowsOf(inverseRoot(flat(A), 4), 4);
    same(product(root, product(A, root)), unit(4), 8);
    same(rowsOf(inverseRoot(flat([[4, 0, 0], [0, 0, 0], [0, 0, 9]]), 3), 3), [[0.5, 0, 0], [0, 0, 0], [0, 0, 1 / 3]], 13);
    same(rowsOf(inverseRoot(flat([[1, 1], [1, 1]]), 2), 2), [[1 / 8 ** 0.5, 1 / 8 ** 0.5], [1 / 8 ** 0.5, 1 / 8 ** 0.5]], 13);
  });
});

describe("distributions", () => {
  it("χ² with two and four degrees of freedom are exponentials, with one and three the normal's", () => {
    for (const x of [0.01, 1, 3.84, 20, 120]) {
      relative(chiSquareTail(x, 2), Math.exp(-x / 2), 12);
      relative(chiSquareTail(x, 4), Math.exp(-x / 2) * (1 + x / 2), 12);
      relative(chiSquareTail(x, 1), twoSidedP(Math.sqrt(x)), 12);
      relative(chiSquareTail(x, 3), twoSidedP(Math.sqrt(x)) + 2 * Math.sqrt(x) * normalDensity(Math.sqrt(x)), 12);
    }
    expect([chiSquareTail(0, 3), chiSquareTail(-1, 3), chiSquareTail(1e-12, 40), chiSquareTail(Infinity, 2)]).toEqual([1, 1, 1, 0]);
    for (const df of [0, -1, 1.5, NaN]) expect(refusalOf(() => chiSquareTail(1, df))).toBe(`degrees of freedom must be a positive whole number, not ${df}`);
    expect(refusalOf(() => chiSquareTail(NaN, 1))).toBe("the χ² statistic is not a number");
  });

  it("the normal has its tails far out, and both ways of them meet", () => {
    // R: pnorm(c(1, 2.5, 5, 10, 37), lower.tail = FALSE)
    for (const [z, tail] of [[1, 0.15865525393145705], [2.5, 0.006209665325776132], [5, 2.866515718791939e-7], [10, 7.619853024160527e-24], [37, 5.725571222524577e-300]]) {
      relative(normalUpperTail(z), tail);
      relative(normalCdf(-z), tail);
      relative(twoSidedP(-z), 2 * tail);
      expect(normalUpperTail(-z)).toBeCloseTo(1 - tail, 15);
      relative(millsRatio(z), tail / normalDensity(z));
    }
    relative(normalUpperTail(2.5 - 1e-9), normalUpperTail(2.5) + 1e-9 * normalDensity(2.5), 12);
    expect([normalCdf(0), normalUpperTail(0)]).toEqual([0.5, 0.5]);
    relative(millsRatio(100), 1 / 100 - 1 / 100 ** 3 + 3 / 100 ** 5, 9);
    relative(millsRatio(-1), (1 - 0.15865525393145705) / normalDensity(1));
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  });

  it("t with one degree of freedom is Cauchy's, with two and four a root; its quantile turns p round", () => {
    for (const t of [0.001, 0.3, 1, 2.5, 12, 1e4]) {
      relative(twoSidedT(t, 1), (2 / Math.PI) * Math.atan(1 / t), 10);
      expect(twoSidedT(-t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 13);
      const u = t / Math.sqrt(4 + t * t);
      expect(twoSidedT(t, 4)).toBeCloseTo(1 - 1.5 * (u - u ** 3 / 3), 13);
      expect(twoSidedT(t, 1e9)).toBe(twoSidedP(t));
      expect(twoSidedT(t, 1e8)).toBeCloseTo(twoSidedP(t), 7);
    }
    for (const df of [39, 39.9, 40, 41, 60.5]) expect(twoSidedT(quantileT(0.05, df), df)).toBeCloseTo(0.05, 12);
    // Between whole numbers p is smooth: beyond 20 halves it comes by another way.
    expect(twoSidedT(2, 40 - 1e-6)).toBeCloseTo(twoSidedT(2, 40 + 1e-6), 9);
    expect([twoSidedT(0, 3), twoSidedT(Infinity, 3), twoSidedT(-Infinity, 3), twoSidedT(1, Infinity)]).toEqual([1, 0, 0, twoSidedP(1)]);
    expect(quantileT(0.05, 1)).toBeCloseTo(Math.tan(Math.PI * 0.475), 9);
    expect(quantileT(0.5, 2)).toBeCloseTo(Math.sqrt(2 / 3), 12);
    expect(quantileT(0.05, Infinity)).toBeCloseTo(1.959963984540054, 12);
    relative(quantileT(1e-6, 1), 1 / Math.tan(Math.PI * 0.5e-6), 9);
    for (const df of [0, -1, NaN]) expect(refusalOf(() => twoSidedT(1, df))).toBe(`degrees of freedom must be above 0, not ${df}`);
    for (const p of [0, 1, NaN]) expect(refusalOf(() => quantileT(p, 3))).toBe(`a share between 0 and 1 is expected, not ${p}`);
  });

  it("t of whole degrees of freedom is a finite sum of sines and cosines, by recurrence and by the series alike", () => {
    // Abramowitz & Stegun 26.7.3 and 26.7.4.
    const byAngle = (t: number, df: number): number => {
      const [angle, c2] = [Math.atan(t / Math.sqrt(df)), df / (df + t * t)];
      let term = df % 2 === 1 ? Math.sqrt(c2) : 1;
      let sum = df === 1 ? 0 : term;
      for (let k = df % 2 === 1 ? 3 : 2; k <= df - 2; k += 2) sum += term *= ((k - 1) / k) * c2;
      return 1 - (df % 2 === 1 ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum);
    };
    for (const df of [1, 2, 3, 4, 5, 6, 7, 10, 15, 20, 30, 38, 39, 40, 41, 42, 43, 46, 50]) for (const t of [0.5, 1]) expect(Math.abs(twoSidedT(t, df) - byAngle(t, df)), `t(${t}, ${df})`).toBeLessThan(1e-15);
    expect(quantileT(0.3, 1)).toBeCloseTo(1 / Math.tan(0.15 * Math.PI), 14);
  });

  it("F of an even number of degrees of freedom is a finite sum, of the others its own turned round", () => {
    for (const df of [1, 3.5, 8, 39, 41.2, 300]) for (const f of [0.2, 1, 4]) {
      const sumOf = (q: number): number => { // A&S 26.6.4, of fractional df too
        const x = df / (df + q * f);
        let [sum, term] = [1, 1];
        for (let i = 1; i < q / 2; i++) sum += term *= ((df / 2 + i - 1) / i) * (1 - x);
        return x ** (df / 2) * sum;
      };
      for (const q of [2, 4, 6, 10]) relative(tailOfF(f, q, df), sumOf(q), 12);
    }
    for (const q of [1, 2, 3, 5, 8]) for (const df of [1, 2, 7, 50]) for (const f of [0.3, 1, 2]) expect(tailOfF(f, q, df) + tailOfF(1 / f, df, q)).toBeCloseTo(1, 13);
    expect([tailOfF(0, 3, 5), tailOfF(-1, 3, 5), tailOfF(1e-300, 4, 5)]).toEqual([1, 1, 1]);
  });

  it("the range of two is √2 times the normal's size; of more, R's ptukey", () => {
    for (const q of [0.1, 1, 2.77, 6, 12]) relative(rangeTail(q, 2), twoSidedP(q / Math.SQRT2), 10);
    expect(rangeQuantile(0.05, 3)).toBeCloseTo(3.314493, 6);
    expect(rangeQuantile(0.01, 10)).toBeCloseTo(5.156648, 4); // R: qtukey(.99, 10, Inf)
    expect([rangeTail(0, 3), rangeTail(-1, 3)]).toEqual([1, 1]);
    expect(rangeTail(1e-9, 5)).toBeLessThanOrEqual(1);
    expect(rangeQuantile(0.9, 2)).toBeCloseTo(Math.SQRT2 * 0.12566134685507402, 12); // the normal quantile of .55
    expect(rangeTail(rangeQuantile(0.3, 5), 5)).toBeCloseTo(0.3, 11);
    for (const k of [1, 2.5, NaN]) expect(refusalOf(() => rangeTail(1, k))).toBe(`a range is of two means or more, not of ${k}`);
    for (const p of [0, 1]) expect(refusalOf(() => rangeQuantile(p, 3))).toBe(`a share between 0 and 1 is expected, not ${p}`);
  });

  it("random numbers are the same for a seed, others for another, also beyond 32 bits", () => {
    const first = (seed: number) => { const next = seededRandom(seed); return [next(), next(), next()]; };
    expect(first(1)).toEqual(first(1));
    expect(new Set([0, 1, 2, -1, 2 ** 32, 2 ** 32 + 1, 2 ** 40].map((seed) => String(first(seed)))).size).toBe(7);
    // sfc32 after fifteen rounds, written down in Python; in 32 bits.
    const bits = (seed: number) => { const next = seededRandom(seed); return Array.from({ length: 4 }, () => next() * 2 ** 32); };
    expect([bits(2025), bits(-3), bits(2 ** 40 + 7)]).toEqual([[3532029516, 2329370251, 2165225389, 2652264400], [1000049093, 1165638654, 72210325, 3282385267], [609594074, 111354050, 3250766632, 3716422746]]);
    expect(refusalOf(() => seededRandom(0.5))).toBe("a seed must be a whole number, not 0.5");
    const next = seededRandom(3);
    const many = Array.from({ length: 4000 }, next);
    expect(Math.min(...many)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...many)).toBeLessThan(1);
    expect(many.reduce((sum, value) => sum + value, 0) / 4000).toBeCloseTo(0.5, 1);
  });
});

describe("links", () => {
  const at = [-8, -5.1, -3, -0.7, -0.004, 0, 0.3, 1, 2.6, 3.3];
  const derivative = (of: (eta: number) => number, eta: number): number => { const h = 1e-3; return (8 * (of(eta + h) - of(eta - h)) - (of(eta + 2 * h) - of(eta - 2 * h))) / (12 * h); };
  const near = (found: number, to: number) => expect(Math.abs(found - to)).toBeLessThanOrEqual(1e-7 * (Math.abs(to) + 1e-3));

  it.each(LINK_NAMES)("%s: densities, quantiles and information follow from its distribution", (name) => {
    const F = linkFunction(name);
    expect(F.name).toBe(name);
    for (const eta of at) {
      relative(F.cdf(eta) + F.upper(eta), 1, 13);
      near(F.density(eta), derivative(F.cdf.bind(F), eta));
      near(F.densitySlope(eta), derivative(F.density.bind(F), eta));
      if (F.upper(eta) > 0 && F.cdf(eta) > 0) relative(F.information(eta), F.density(eta) ** 2 / F.cdf(eta) / F.upper(eta), 8);
      const p = F.cdf(eta);
      if (p > 1e-9 && p < 1 - 1e-9) relative(F.cdf(F.quantile(p)), p, 9);
      for (const outcome of [0, 1]) {
        const out = new Float64Array(3);
        const valueAt = (e: number) => { const other = new Float64Array(3); F.binary(outcome, e, other); return other; };
        F.binary(outcome, eta, out);
        near(out[0], Math.log(outcome === 1 ? F.cdf(eta) : F.upper(eta)));
        near(out[1], derivative((e) => valueAt(e)[0], eta));
        near(out[2], derivative((e) => valueAt(e)[1], eta));
      }
    }
  });

  it.each(LINK_NAMES)("%s: between two cut points the logarithm of the difference has its derivatives", (name) => {
    const F = linkFunction(name);
    const valueAt = (u: number, l: number) => { const out = new Float64Array(6); F.interval(u, l, out); return out; };
    for (const [u, l] of [[1, -1], [0.3, -2], [2.5, 2], [-1, -3.5], [1.2, 1.1], [3, -4]]) {
      const out = valueAt(u, l);
      near(out[0], Math.log(F.cdf(u) - F.cdf(l)));
      near(out[1], derivative((e) => valueAt(e, l)[0], u));
      near(out[2], derivative((e) => valueAt(u, e)[0], l));
      near(out[3], derivative((e) => valueAt(e, l)[1], u));
      near(out[4], derivative((e) => valueAt(u, e)[2], l));
      near(out[5], derivative((e) => valueAt(u, e)[1], l));
    }
    expect([valueAt(1, 1)[0], valueAt(0, 1)[0]]).toEqual([-Infinity, -Infinity]);
  });

  it("keep their digits far out", () => {
    const binary = (name: (typeof LINK_NAMES)[number], outcome: number, eta: number) => { const out = new Float64Array(3); linkFunction(name).binary(outcome, eta, out); return Array.from(out); };
    for (const eta of [40, 700]) {
      expect(binary("logit", 0, eta)[0]).toBeCloseTo(-eta, 12);
      relative(binary("logit", 1, eta)[0], -Math.exp(-eta));
      relative(binary("logit", 0, -eta)[1], -Math.exp(-eta));
      relative(binary("cloglog", 1, -eta)[0], -eta, 12);
      expect(binary("cloglog", 1, eta)).toEqual([0, 0, 0]);
      expect(binary("loglog", 0, -eta).map(Math.abs)).toEqual([0, 0, 0]);
    }
    expect(binary("cloglog", 1, -800)).toEqual([-800, 1, 0]);
    expect([linkFunction("cloglog").information(-800), linkFunction("cloglog").information(10)]).toEqual([0, 0]);
    relative(linkFunction("cloglog").information(-40), Math.exp(-40));
    // φ/Φ far below: −η − 1/η + 2/η³ …; log Φ(−20) is R's pnorm(-20, log.p = TRUE).
    expect(binary("probit", 1, -20)[0]).toBeCloseTo(-203.9171553710973, 9);
    expect(binary("probit", 0, 20)[0]).toBeCloseTo(-203.9171553710973, 9);
    relative(linkFunction("cauchit").cdf(-1e8), 1 / (Math.PI * 1e8));
    relative(linkFunction("cauchit").quantile(1e-9), -1 / (Math.PI * 1e-9));
    expect(LINK_NAMES.filter((name) => linkFunction(name).bendsUpwards)).toEqual(["cauchit"]);
  });
});

describe("a crossing", () => {
  const height = 3.841458820694124;
  const at = (fall: (b: number) => number, estimate: number, step: number, h = height) => crossing(fall, estimate, step, h);

  it("is where a fall of half the height is reached: of a parabola at the root of it, on either side, near or far", () => {
    for (const step of [0.01, 1, 1.95996, 40, -0.3, -2, -500]) {
      const found = at((b) => (b - 2) ** 2 / 2 / 9, 2, step);
      expect(found.at! - 2).toBeCloseTo(Math.sign(step) * 3 * Math.sqrt(height), 7);
    }
    const quartic = at((b) => b ** 4, 0, 0.1);
    expect(quartic.at).toBeCloseTo((height / 2) ** 0.25, 8);
    expect(at((b) => Math.expm1(b), 0, 0.5).at).toBeCloseTo(Math.log1p(height / 2), 8);
  });

  it("is at infinity where the fall never comes, and is not told where the profile fails or jumps", () => {
    expect(at(() => 0, 1, 1)).toEqual({ at: Infinity });
    expect(at((b) => 1 - Math.exp(b), 0, -2)).toEqual({ at: -Infinity });
    expect(at((b) => (b > 2 ? NaN : 0), 0, 1)).toEqual({ at: null, why: "the profile could not be followed to 4.0000" }); // 1, 2, 4
    expect(at((b) => (b > 1 && b < 3 ? NaN : b * b), 0, 4).at).toBe(null);
    const jump = at((b) => (b > 1.5 ? 5 : 0.5), 0, 1);
    expect(jump).toEqual({ at: null, why: "the profile jumps at 1.5000, from a fall of 0.500 to one of 5.000, past 1.921" });
    const none = { at: null, why: "the estimate has no standard error to begin with" };
    for (const [estimate, step] of [[NaN, 1], [1, 0], [1, NaN], [1, Infinity]]) expect(at((b) => b * b, estimate, step)).toEqual(none);
  });
});
