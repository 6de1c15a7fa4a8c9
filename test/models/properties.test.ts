import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitBinaryLogit } from "../../src/models/binary";
import { averageMarginalEffects } from "../../src/models/effects/averageMarginalEffects";
import type { Fit } from "../../src/models/fit";
import { fitOrderedLogit } from "../../src/models/ordered";
import { RefusedModel } from "../../src/models/refusedModel";

const TERMS = ["const", "x", "d", "w"];

/** Random data of three terms: continuous, 0/1, whole; outcomes 0–2 that depend on them weakly. */
const data = fc.record({
  n: fc.integer({ min: 30, max: 90 }), seed: fc.integer({ min: 1, max: 1_000_000 }), slope: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
}).map(({ n, seed, slope }) => {
  const wave = (i: number, k: number): number => { const v = Math.sin(seed * 12.9898 + i * 78.233 + k * 37.719) * 43758.5453; return v - Math.floor(v); };
  const X = Array.from({ length: n }, (_, i) => [1, (wave(i, 1) - 0.5) * 4, Number(wave(i, 2) > 0.4), Math.floor(wave(i, 3) * 6)]);
  const latent = X.map(([, x, d, w], i) => { const u = wave(i, 4) * 0.998 + 0.001; return slope * x + 0.5 * d - 0.2 * w + Math.log(u / (1 - u)); });
  return { X, y: latent.map((v) => Number(v > 0)), grade: latent.map((v) => (v < -0.7 ? 1 : v < 0.9 ? 2 : 3)), weights: X.map((_, i) => 1 + Math.floor(wave(i, 5) * 3)) };
});

/** Properties are of data that can be fitted: separated draws are passed over. */
function whenFitted<T>(fit: () => T, check: (fitted: T) => void): void {
  let fitted: T;
  try {
    fitted = fit();
  } catch (error) {
    fc.pre(!(error instanceof RefusedModel));
    throw error;
  }
  check(fitted);
}

const estimates = (fit: Fit): number[] => [...fit.coefficients, ...(fit.thresholds ?? [])].map((row) => row.estimate);
const errors = (fit: Fit): number[] => [...fit.coefficients, ...(fit.thresholds ?? [])].map((row) => row.standardError);

function expectSame(a: readonly number[], b: readonly number[], scale: readonly number[], tolerance = 1e-8): void {
  a.forEach((value, j) => expect(Math.abs(value - b[j])).toBeLessThanOrEqual(tolerance * (Math.abs(b[j]) + scale[j])));
}

const both = ({ X, y, grade }: { X: number[][]; y: number[]; grade: number[] }) => [
  { fit: (x = X, o?: { weights: number[] }) => fitBinaryLogit(x, y, TERMS, o), outcome: y },
  { fit: (x = X, o?: { weights: number[] }) => fitOrderedLogit(x, grade, TERMS, [1, 2, 3], o), outcome: grade },
];
const runs = { numRuns: 40 };

describe("whatever the data, a fit", () => {
  it("does not depend on the order of rows", () => fc.assert(fc.property(data, (d) => {
    whenFitted(() => [fitBinaryLogit(d.X, d.y, TERMS), fitBinaryLogit([...d.X].reverse(), [...d.y].reverse(), TERMS)], ([a, b]) => expectSame(estimates(b), estimates(a), errors(a)));
    whenFitted(() => [fitOrderedLogit(d.X, d.grade, TERMS, [1, 2, 3]), fitOrderedLogit([...d.X].reverse(), [...d.grade].reverse(), TERMS, [1, 2, 3])],
      ([a, b]) => expectSame(estimates(b), estimates(a), errors(a)));
  }), runs));

  it("has a tenth of the estimate for ten times the column, and a shifted column moves only the constants", () => fc.assert(fc.property(data, (d) => {
    for (const { fit } of both(d)) {
      whenFitted(() => [fit(), fit(d.X.map(([c, x, e, w]) => [c, 10 * x, e, w + 1000]))], ([a, b]) => {
        const slopes = a.coefficients.map((row) => row.term).filter((term) => term !== "const");
        const of = (fitted: Fit, term: string) => fitted.coefficients.find((row) => row.term === term)!;
        for (const term of slopes) {
          const factor = term === "x" ? 10 : 1;
          expectSame([of(b, term).estimate * factor, of(b, term).standardError * factor], [of(a, term).estimate, of(a, term).standardError], [of(a, term).standardError, 0], 1e-7);
        }
        expect(Math.abs(a.logLik - b.logLik)).toBeLessThanOrEqual(1e-9 * Math.abs(a.logLik));
      });
    }
  }), runs));

  it("is the same model with a dummy coded the other way round", () => fc.assert(fc.property(data, (d) => {
    whenFitted(() => [fitBinaryLogit(d.X, d.y, TERMS), fitBinaryLogit(d.X.map(([c, x, e, w]) => [c, x, 1 - e, w]), d.y, TERMS)], ([a, b]) => {
      expectSame([-estimates(b)[2], estimates(b)[0] + estimates(b)[2]], [estimates(a)[2], estimates(a)[0]], [errors(a)[2], errors(a)[0]]);
      expect(Math.abs(a.logLik - b.logLik)).toBeLessThanOrEqual(1e-9 * Math.abs(a.logLik));
    });
  }), runs));

  it("of weighted rows is the fit of rows repeated", () => fc.assert(fc.property(data, (d) => {
    const repeat = <T>(values: T[]): T[] => values.flatMap((value, i) => Array.from({ length: d.weights[i] }, () => value));
    const options = { weights: d.weights };
    const pairs = [
      () => [fitBinaryLogit(d.X, d.y, TERMS, options), fitBinaryLogit(repeat(d.X), repeat(d.y), TERMS)],
      () => [fitOrderedLogit(d.X, d.grade, TERMS, [1, 2, 3], options), fitOrderedLogit(repeat(d.X), repeat(d.grade), TERMS, [1, 2, 3])],
    ];
    for (const pair of pairs) {
      whenFitted(pair, ([a, b]) => {
        expectSame(estimates(a), estimates(b), errors(b));
        expectSame(errors(a), errors(b), errors(b).map(() => 0));
        expect([a.n, a.events]).toEqual([b.n, b.events]);
      });
    }
  }), runs));

  it("of an ordered outcome with two levels is the binary fit, the threshold being minus the constant", () => fc.assert(fc.property(data, (d) => {
    whenFitted(() => [fitBinaryLogit(d.X, d.y, TERMS), fitOrderedLogit(d.X, d.y, TERMS, [0, 1])], ([a, b]) => {
      expectSame([-b.thresholds![0].estimate, ...b.coefficients.map((row) => row.estimate)], estimates(a), errors(a));
      expectSame([b.thresholds![0].standardError, ...b.coefficients.map((row) => row.standardError)], errors(a), [0, 0, 0, 0]);
      expect(Math.abs(a.logLik - b.logLik)).toBeLessThanOrEqual(1e-10 * Math.abs(a.logLik));
    });
  }), runs));

  it("flips every sign when 0 and 1 change places", () => fc.assert(fc.property(data, (d) => {
    whenFitted(() => [fitBinaryLogit(d.X, d.y, TERMS), fitBinaryLogit(d.X, d.y.map((v) => 1 - v), TERMS)], ([a, b]) => expectSame(estimates(b).map((v) => -v), estimates(a), errors(a)));
  }), runs));

  it("has a score of zero at the estimate", () => fc.assert(fc.property(data, (d) => {
    whenFitted(() => fitBinaryLogit(d.X, d.y, TERMS), (fit) => {
      const residuals = d.X.map((row, i) => d.y[i] - 1 / (1 + Math.exp(-row.reduce((sum, x, j) => sum + x * fit.coefficients[j].estimate, 0))));
      TERMS.forEach((_, j) => expect(Math.abs(residuals.reduce((sum, e, i) => sum + e * d.X[i][j], 0))).toBeLessThan(1e-7));
    });
  }), runs));

  it("has effects on the levels that sum to 0", () => fc.assert(fc.property(data, (d) => {
    whenFitted(() => fitOrderedLogit(d.X, d.grade, TERMS, [1, 2, 3]), (fit) => {
      const effects = averageMarginalEffects(fit, d.X);
      for (const term of TERMS.slice(1)) expect(Math.abs(effects.filter((e) => e.term === term).reduce((sum, e) => sum + e.estimate, 0))).toBeLessThan(1e-14);
    });
  }), runs));

  it("is refused for separation exactly where a threshold separates: one row on the other side, and it is fitted", () => fc.assert(fc.property(data, fc.boolean(), (d, crossed) => {
    fc.pre(d.y.includes(1) && d.y.includes(0));
    const odd = d.y.indexOf(1);
    const column = d.y.map((value, i) => (crossed && i === odd ? -0.003 : value === 1 ? 0.001 * (i + 1) : -0.002));
    const refused = ((): boolean => {
      try {
        fitBinaryLogit(column.map((value) => [1, value]), d.y, ["const", "s"]);
        return false;
      } catch (error) {
        expect((error as RefusedModel).kind).toBe("separation");
        return true;
      }
    })();
    expect(refused).toBe(!crossed);
  }), runs));
});
