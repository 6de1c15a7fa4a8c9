import { describe, expect, it } from "vitest";
import { fitBinary, fitBinaryLogit } from "../../../src/models/binary";
import { withBiasReducedCovariance } from "../../../src/models/covariance/biasReduced";
import { withRobustCovariance } from "../../../src/models/covariance/robust";
import { fitFirth } from "../../../src/models/firth/fitFirth";
import { fitOrderedLogit } from "../../../src/models/ordered";
import { refusalOf } from "../refusalOf";

const n = 40;
const all = Array.from({ length: n }, (_, i) => i);
const y = all.map((i) => Number(Math.abs(Math.sin((i + 1) * 12.9898) * 43758.5453) % 1 > 0.45));
const x = all.map((i) => Math.sin(1.3 * i) + 0.3 * (i % 4));

describe("CR2", () => {
  it("of rows that are clusters each is HC2", () => {
    const X = all.map((i) => [1, x[i]]);
    const fit = fitBinaryLogit(X, y, ["const", "x"]);
    const found = withBiasReducedCovariance(fit, { X, y }, all.map(String));
    const { covariance } = withRobustCovariance(fit, { X, y }, "HC2");
    found.covariance.values.forEach((row, j) => row.forEach((value, k) => expect(value).toBeCloseTo(covariance.values[j][k], 9)));
    expect([found.covarianceKind, found.warnings]).toEqual(["CR2", []]);
  });

  // The mean of G clusters of one size: a cluster's residuals fall short by 1 − 1/G, and G − 1 degrees of freedom are left.
  it.each([4, 8, 10, 20])("of a share in %i clusters of one size is Σs²·G/(G − 1), with G − 1 degrees of freedom", (G) => {
    const X = all.map(() => [1]);
    const fit = fitBinaryLogit(X, y, ["const"]);
    const p = y.reduce((a, b) => a + b, 0) / n;
    const sums = Array.from({ length: G }, (_, g) => all.filter((i) => i % G === g).reduce((sum, i) => sum + y[i] - p, 0));
    const found = withBiasReducedCovariance(fit, { X, y }, all.map((i) => `c${i % G}`));
    expect(found.covariance.values[0][0]).toBeCloseTo((sums.reduce((sum, s) => sum + s * s, 0) / (n * p * (1 - p)) ** 2) * (G / (G - 1)), 9);
    expect(found.coefficients[0].df).toBeCloseTo(G - 1, 8);
    expect(found.warnings).toEqual(G < 10 ? [`${G} clusters are so few that no standard error is reliable`] : []);
  });

  it("of two shares, each in clusters of its own, has Welch's degrees of freedom", () => {
    const X = all.map((i) => [1, Number(i < 24)]); // six clusters of four against four of four
    const fit = fitBinaryLogit(X, y, ["const", "x"]);
    const found = withBiasReducedCovariance(fit, { X, y }, all.map((i) => `c${Math.floor(i / 4)}`));
    const group = (from: number, to: number) => {
      const own = all.slice(from, to);
      const p = own.reduce((sum, i) => sum + y[i], 0) / own.length;
      const G = own.length / 4;
      const sums = Array.from({ length: G }, (_, g) => own.slice(4 * g, 4 * g + 4).reduce((sum, i) => sum + y[i] - p, 0));
      return { G, supposed: 1 / (own.length * p * (1 - p)), variance: (sums.reduce((sum, s) => sum + s * s, 0) / (own.length * p * (1 - p)) ** 2) * (G / (G - 1)) };
    };
    const [one, zero] = [group(0, 24), group(24, 40)];
    expect(found.covariance.values[0][0]).toBeCloseTo(zero.variance, 9);
    expect(found.covariance.values[1][1]).toBeCloseTo(one.variance + zero.variance, 9);
    expect(found.coefficients[0].df).toBeCloseTo(3, 7);
    expect(found.coefficients[1].df).toBeCloseTo((one.supposed + zero.supposed) ** 2 / (one.supposed ** 2 / 5 + zero.supposed ** 2 / 3), 7);
  });

  it("is refused of other models, with weights, of one cluster and of one too large", () => {
    const X = all.map((i) => [1, x[i]]);
    const fit = fitBinaryLogit(X, y, ["const", "x"]);
    const labels = all.map((i) => `c${i % 5}`);
    const only = "Model refused (bad-input): CR2 is offered for the binary logit without weights";
    expect(refusalOf(() => withBiasReducedCovariance(fitBinary(X, y, ["const", "x"], { link: "probit" }), { X, y }, labels))).toBe(only);
    expect(refusalOf(() => withBiasReducedCovariance(fitFirth(X, y, ["const", "x"]), { X, y }, labels))).toBe(only);
    expect(refusalOf(() => withBiasReducedCovariance(fitOrderedLogit(X, y, ["const", "x"], [0, 1]), { X, y }, labels))).toBe(only);
    expect(refusalOf(() => withBiasReducedCovariance(fit, { X, y, weights: y.map(() => 1) }, labels))).toBe(only);
    expect(refusalOf(() => withBiasReducedCovariance(fit, { X, y }, all.map(() => "a")))).toBe("Model refused (bad-input): there is one cluster only: nothing varies between clusters");
    expect(withBiasReducedCovariance(fit, { X, y }, all.map((i) => `c${i % 2}`)).covarianceKind).toBe("CR2");
    expect(refusalOf(() => withBiasReducedCovariance(fit, { X, y }, labels.slice(1)))).toBe("there are 39 cluster labels for 40 rows");
    const many = Array.from({ length: 1502 }, (_, i) => [1, Math.sin(i)]);
    const answers = many.map((_, i) => Number(i % 3 === 0));
    const large = fitBinaryLogit(many, answers, ["const", "x"]);
    expect(refusalOf(() => withBiasReducedCovariance(large, { X: many, y: answers }, many.map((_, i) => (i === 1501 ? "b" : "a"))))).toBe("Model refused (bad-input): cluster a has 1501 rows, and CR2 needs a matrix of its square (at most 1500): use cluster:COLUMN");
  });
});
