import { describe, expect, it } from "vitest";
import { fitBinary, fitBinaryLogit } from "../../src/models/binary";
import { certify } from "../../src/models/certificate";
import { orthogonalColumns, refuseCollinear, unmix } from "../../src/models/collinear";
import { addProduct, dot, standardisedRow, throughRoot } from "../../src/models/inference";
import { oddsRatios, waldWidth, withDegreesOfFreedom, withLevel } from "../../src/models/intervals";
import { pack } from "../../src/models/matrix";
import { logLikOfCounts } from "../../src/models/logLikOfCounts";
import { fitOrderedLogit } from "../../src/models/ordered";
import { adjustedMcFadden, pseudoR2 } from "../../src/models/pseudoR2";
import { backTransform, multiply, standardise, transformVector } from "../../src/models/standardise";
import { refusalOf } from "./refusalOf";

const columnOf = (Z: { values: Float64Array; columns: number }, j: number) => Array.from(Z.values).filter((_, at) => at % Z.columns === j);

describe("standardised columns", () => {
  it("have mean 0 and mean square 1; the constant stays, and without one nothing is centred", () => {
    const X = pack([[1, 3, 2], [1, 5, 2], [1, 10, 2], [1, 2, 2]]);
    const Z = standardise(X, 0);
    expect(columnOf(Z, 0)).toEqual([1, 1, 1, 1]);
    const spread = Math.sqrt((4 + 0 + 25 + 9) / 4); // 3 5 10 2, mean 5
    expect([Z.centre[1], Z.scale[1]]).toEqual([5, spread]);
    [-2, 0, 5, -3].forEach((value, i) => expect(columnOf(Z, 1)[i]).toBeCloseTo(value / spread, 14));
    expect([Z.centre[2], Z.scale[2], columnOf(Z, 2)]).toEqual([2, 1, [0, 0, 0, 0]]); // it has no spread
    const raw = standardise(X, null);
    expect(Array.from(raw.centre)).toEqual([0, 0, 0]);
    expect(raw.scale[1]).toBeCloseTo(Math.sqrt((9 + 25 + 100 + 4) / 4), 14);
    expect(raw.scale[2]).toBe(2);
    expect(standardise(X, undefined).centre[0]).toBe(1); // cut points: every column is centred
  });

  it("hold numbers whose squares a double cannot", () => {
    for (const size of [1e-200, 1e-120, 1e120, 1e200, 1e305, -1e300]) {
      const Z = standardise(pack([3, 5, 10, 2].map((value) => [1, value * size])), 0);
      const spread = Math.sqrt(38 / 4);
      [-2, 0, 5, -3].forEach((value, i) => expect(columnOf(Z, 1)[i]).toBeCloseTo((Math.sign(size) * value) / spread, 12));
      expect(Z.scale[1] / (spread * Math.abs(size))).toBeCloseTo(1, 12);
      expect(Z.centre[1] / (5 * size)).toBeCloseTo(1, 12);
      const same = standardise(pack([[size], [size]]), null);
      expect(same.scale[0] / Math.abs(size)).toBeCloseTo(1, 12);
      expect(columnOf(same, 0).map((value) => value * Math.sign(size))).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
    }
    const ends = standardise(pack([[1.7e308], [-1.7e308]]), undefined);
    expect(columnOf(ends, 0)).toEqual([expect.closeTo(1, 12), expect.closeTo(-1, 12)]);
  });

  it("go back by a map that gives the constant what slopes took", () => {
    // η = 2 + 3(x − 5)/4 = −1.75 + 0.75x; an ordered model's cut − slope·(x − 5)/4.
    const scaling = { centre: Float64Array.of(0, 5), scale: Float64Array.of(1, 4) };
    const T = backTransform(scaling, [{ column: -1, sign: 1, constants: [] }, { column: 1, sign: 1, constants: [0] }]);
    expect(Array.from(transformVector(T, [2, 3]))).toEqual([-1.75, 0.75]);
    const ordered = backTransform(scaling, [{ column: 1, sign: -1, constants: [1, 2] }, { column: -1, sign: 1, constants: [] }, { column: -1, sign: 1, constants: [] }]);
    expect(Array.from(transformVector(ordered, [4, 2, 3]))).toEqual([1, 7, 8]);
    expect(Array.from(multiply(Float64Array.of(1, 2, 0, 4), Float64Array.of(5, 6, 7, 8), 2))).toEqual([19, 22, 28, 32]);
  });
});

describe("columns that depend on each other", () => {
  const x = [1, 2, 3, 4, 5, 7];
  const z = [2, 1, 2, 5, 1, 0];
  const standard = (...columns: number[][]) => standardise(pack(x.map((_, i) => [1, ...columns.map((column) => column[i])])), 0);
  const told = (names: string[], ...columns: number[][]) => refusalOf(() => refuseCollinear(standard(...columns), ["const", ...names]));
  const start = "Model refused (collinear): ";

  it("are refused by name, with those they are made of", () => {
    expect(told(["x", "two"], x, x.map(() => 2))).toBe(`${start}two has the same value in every row. Drop it.`);
    expect(told(["x", "double"], x, x.map((v) => 2 * v - 1))).toBe(`${start}double is a linear combination of x (and the constant). Drop one of them.`);
    expect(told(["x", "other", "z", "sum"], x, [1, 0, 0, 1, 1, 0], z, x.map((v, i) => v - 3 * z[i] + 1))).toBe(`${start}sum is a linear combination of x and z (and the constant). Drop one of them.`);
    expect(told(["x", "o", "z", "sum", "after"], x, [1, 0, 0, 1, 1, 0], z, x.map((v, i) => v - 3 * z[i] + Number([0, 3, 4].includes(i))), [1, 0, 0, 0, 0, 0])).toBe(`${start}sum is a linear combination of x, o and z (and the constant). Drop one of them.`);
  });

  it("but for a share that doubles cannot hold are refused with that share", () => {
    const nearly = (share: number) => told(["x", "nearly"], x, x.map((v, i) => v + share * z[i]));
    expect(nearly(1e-10)).toMatch(/nearly is a linear combination of x \(and the constant\) but for \de-1[01] of its spread, and double precision cannot hold what is left\. Subtract a round number near the mean before taking powers and products, or drop one of them\./);
    expect(() => refuseCollinear(standard(x, x.map((v, i) => v + 1e-6 * z[i])), ["const", "x", "near"])).not.toThrow();
    // A square of a year about 4·10⁸ with a spread of 1: it is held to 2⁻⁵² of itself.
    const far = (spread: number) => () => refuseCollinear(standard(x, z.map((v, i) => 1e12 + spread * (x[i] + 1e-3 * v))), ["const", "x", "far"]);
    expect(far(1e3)).not.toThrow();
    expect(far(1e-1)).toThrow("but for");
  });

  it("else come out orthonormal, times √n, with the way back", () => {
    const Z = standard(x, z);
    const found = orthogonalColumns(Z, ["const", "x", "z"]);
    for (let a = 0; a < 3; a++) for (let b = 0; b < 3; b++) expect(columnOf(found, a).reduce((sum, value, i) => sum + value * columnOf(found, b)[i], 0)).toBeCloseTo(a === b ? 6 : 0, 12);
    const parameters = [0.3, -2, 5];
    const own = unmix(found, parameters);
    x.forEach((_, i) => expect(own.reduce((sum, p, j) => sum + p * Z.values[i * 3 + j], 0)).toBeCloseTo(parameters.reduce((sum, p, j) => sum + p * found.values[i * 3 + j], 0), 12));
  });
});

describe("products with a root", () => {
  it("are those of the plain sums", () => {
    expect(Array.from(throughRoot(Float64Array.of(1, 2, 3, 4), [5, 6]))).toEqual([23, 34]);
    expect(Array.from(throughRoot(Float64Array.of(NaN, NaN, 3, 4), [0, 6]))).toEqual([18, 24]);
    expect(dot([1, 2, 3], [4, 5, 6])).toBe(32);
    const to = Float64Array.of(1, 1, 1, 1);
    addProduct(to, 2, Float64Array.of(3, 4), Float64Array.of(5, 6));
    expect(Array.from(to)).toEqual([31, 37, 41, 49]);
  });
});

/** 2 × 2: of x = 0, b of n have the outcome; of x = 1, a. */
const table = (a: number, b: number, n = 10) => {
  const X = Array.from({ length: 2 * n }, (_, i) => [1, Number(i < n)]);
  return { X, y: X.map((_, i) => Number(i < n ? i < a : i - n < b)) };
};

describe("a fit of a 2 × 2 table", () => {
  const { X, y } = table(7, 4);
  const fitted = () => fitBinaryLogit(X, y, ["const", "x"]);
  const [odds1, odds0] = [7 / 3, 4 / 6];
  const se = Math.sqrt(1 / 7 + 1 / 3 + 1 / 4 + 1 / 6);
  const logLik = 7 * Math.log(0.7) + 3 * Math.log(0.3) + 4 * Math.log(0.4) + 6 * Math.log(0.6);
  const none = 11 * Math.log(11 / 20) + 9 * Math.log(9 / 20);

  it("has the log odds ratio, Woolf's standard error, and the likelihood's measures in closed form", () => {
    const fit = fitted();
    const [constant, x] = fit.coefficients;
    expect(constant.estimate).toBeCloseTo(Math.log(odds0), 12);
    expect(x.estimate).toBeCloseTo(Math.log(odds1 / odds0), 12);
    expect(x.standardError).toBeCloseTo(se, 12);
    expect(x.z).toBeCloseTo(Math.log(odds1 / odds0) / se, 12);
    expect([x.lower, x.upper]).toEqual([expect.closeTo(x.estimate - 1.959963984540054 * se, 12), expect.closeTo(x.estimate + 1.959963984540054 * se, 12)]);
    expect([fit.n, fit.events, fit.converged, fit.penalised, fit.covarianceKind]).toEqual([20, 11, true, false, "observed"]);
    expect(fit.logLik).toBeCloseTo(logLik, 12);
    expect(fit.logLikNull).toBeCloseTo(none, 12);
    expect(fit.aic).toBeCloseTo(4 - 2 * logLik, 12);
    expect(fit.bic).toBeCloseTo(2 * Math.log(20) - 2 * logLik, 12);
    expect(fit.pseudoR2.mcFadden).toBeCloseTo(1 - logLik / none, 12);
    expect(fit.pseudoR2.coxSnell).toBeCloseTo(1 - Math.exp((2 / 20) * (none - logLik)), 12);
    expect(fit.pseudoR2.nagelkerke).toBeCloseTo((1 - Math.exp((2 / 20) * (none - logLik))) / (1 - Math.exp((2 / 20) * none)), 12);
    expect(adjustedMcFadden(fit)).toBeCloseTo(1 - (logLik - 1) / none, 12);
    expect(fit.covariance.values[0][1]).toBeCloseTo(-(1 / 4 + 1 / 6), 12);
    expect(pseudoR2(-5, -10, 20).mcFadden).toBe(0.5);
    expect(logLikOfCounts([3, 0, 1])).toBeCloseTo(3 * Math.log(0.75) + Math.log(0.25), 14);
  });

  it("under the other links has the quantiles of the shares", () => {
    const quantiles = { cloglog: (p: number) => Math.log(-Math.log(1 - p)), loglog: (p: number) => -Math.log(-Math.log(p)), cauchit: (p: number) => Math.tan(Math.PI * (p - 0.5)) };
    for (const [link, quantile] of Object.entries(quantiles)) {
      const found = fitBinary(X, y, ["const", "x"], { link: link as keyof typeof quantiles });
      expect(found.coefficients[0].estimate).toBeCloseTo(quantile(0.4), 10);
      expect(found.coefficients[1].estimate).toBeCloseTo(quantile(0.7) - quantile(0.4), 10);
      expect([found.link, found.logLik, found.logLikNull]).toEqual([link, expect.closeTo(logLik, 11), expect.closeTo(none, 11)]);
    }
    const shifted = fitBinaryLogit(X, y, ["const", "x"], { offset: X.map(() => 2) });
    expect(shifted.coefficients[0].estimate).toBeCloseTo(Math.log(odds0) - 2, 10);
    expect(shifted.logLikNull).toBeCloseTo(none, 10);
    const ordered = fitOrderedLogit(X.map(([, x]) => [x]), y, ["x"], [0, 1], { offset: X.map(() => 2) });
    expect(ordered.thresholds![0].estimate).toBeCloseTo(2 - Math.log(odds0), 10); // P(y ≤ 0) = F(θ − xβ − 2)
    expect(ordered.logLikNull).toBeCloseTo(none, 10);
  });

  it("has intervals of any level, by the normal or by t, and odds ratios", () => {
    const fit = fitted();
    expect(waldWidth(0.5)).toBeCloseTo(0.6744897501960817, 12);
    for (const level of [0, 1, -0.5, 1.5, NaN]) expect(refusalOf(() => waldWidth(level))).toBe(`the level of an interval lies between 0 and 1, not at ${level}`);
    const narrow = withLevel(fit, 0.9).coefficients[1];
    expect([narrow.lower, narrow.upper]).toEqual([expect.closeTo(narrow.estimate - 1.6448536269514722 * se, 12), expect.closeTo(narrow.estimate + 1.6448536269514722 * se, 12)]);
    expect(refusalOf(() => withLevel({ ...fit, penalised: true }, 0.9))).toBe("a penalised fit has profile intervals of 95%");
    // t on 1 degree of freedom is Cauchy's: its quantiles are tangents, p is 1 − 2·atan(|t|)/π; on 2, t/√(2 + t²).
    const byT = withDegreesOfFreedom(fit, [1, 2]).coefficients;
    const width = Math.tan(Math.PI * 0.475);
    expect(byT[0].upper).toBeCloseTo(byT[0].estimate + width * byT[0].standardError, 9);
    expect(byT[0].p).toBeCloseTo(1 - (2 * Math.atan(Math.abs(byT[0].z))) / Math.PI, 12);
    expect(byT[1].p).toBeCloseTo(1 - byT[1].z / Math.sqrt(2 + byT[1].z ** 2), 12);
    expect(byT.map(({ df }) => df)).toEqual([1, 2]);
    const again = withLevel(withDegreesOfFreedom(fit, 1), 0.5).coefficients[1];
    expect(again.lower).toBeCloseTo(again.estimate - se, 10); // half of Cauchy's lies within 1
    const [, ratio] = oddsRatios(fit);
    expect([ratio.term, ratio.estimate, ratio.standardError]).toEqual(["x", expect.closeTo(3.5, 12), expect.closeTo(3.5 * se, 12)]);
    expect([ratio.lower, ratio.upper]).toEqual([expect.closeTo(3.5 * Math.exp(-1.959963984540054 * se), 12), expect.closeTo(3.5 * Math.exp(1.959963984540054 * se), 10)]);
    expect(refusalOf(() => oddsRatios({ ...fit, link: "probit" }))).toBe("odds ratios are of the logit link, not of probit");
  });

  it("has a certificate: decimals that the next step would leave, as far as a double holds them", () => {
    const fit = fitted();
    expect(certify({ score: Float64Array.of(1e-9, -3e-8), iterations: 4 } as never, Float64Array.of(4e-10, -0.02, 0, 0), ["a", "b", "c", "d"], [1, 2, 123, 0])).toEqual({
      iterations: 4, largestGradient: 3e-8, largestStep: 0.02, correctDecimals: { a: 9, b: 1, c: 12, d: 15 },
    });
    expect(certify({ score: Float64Array.of(0), iterations: 1 } as never, Float64Array.of(3, 1e-30), ["a", "b"], [1, 0.05]).correctDecimals).toEqual({ a: 0, b: 16 });
    expect(Math.min(...Object.values(fit.certificate.correctDecimals))).toBeGreaterThan(9);
    const row = standardisedRow(fit, X[0]);
    expect(dot(row, fit.inference.parameters)).toBeCloseTo(Math.log(odds1), 12);
  });
});
