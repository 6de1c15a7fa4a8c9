import { describe, expect, it } from "vitest";
import { fitBinaryLogit } from "../../src/models/binary";
import { expectedThroughBread } from "../../src/models/covariance/leverages";
import { type RobustKind, withClusteredCovariance, withRobustCovariance } from "../../src/models/covariance/robust";
import type { Fit } from "../../src/models/fit";
import { fitOrderedLogit } from "../../src/models/ordered";
import { expectAllClose, expectClose, fixture } from "./fixtures";

type Covariances = Record<RobustKind, number[][]>;
const r = fixture<{
  terms: string[]; X: number[][]; y: number[]; city: string[]; plain: Covariances; cluster: number[][];
  frequencyWeights: number[]; frequency: Covariances; probabilityWeights: number[]; probability: Covariances;
  ordered: { terms: string[]; X: number[][]; y: number[]; HC0: number[][]; cluster: number[][] };
}>("robust");
const KINDS: RobustKind[] = ["HC0", "HC1", "HC2", "HC3"];

function expectCovariance({ covariance: { values } }: Fit, R: number[][]): void {
  const se = R.map((row, i) => Math.sqrt(row[i]));
  R.forEach((row, i) => row.forEach((value, j) => expectClose(values[i][j], value, 1e-7, se[i] * se[j], `${i},${j}`)));
}

describe("robust covariance of a binary logit", () => {
  const data = { X: r.X, y: r.y };
  const fit = fitBinaryLogit(r.X, r.y, r.terms);

  it.each(KINDS)("is sandwich's %s", (kind) => expectCovariance(withRobustCovariance(fit, data, kind), r.plain[kind]));

  it.each(KINDS)("counts a frequency weight as that many rows: %s", (kind) => {
    const weights = r.frequencyWeights;
    const weighted = fitBinaryLogit(r.X, r.y, r.terms, { weights });
    expectCovariance(withRobustCovariance(weighted, { ...data, weights }, kind), r.frequency[kind]);
  });

  it.each(KINDS)("counts a probability weight as one row: %s", (kind) => {
    const weights = r.probabilityWeights;
    const weighted = fitBinaryLogit(r.X, r.y, r.terms, { weights });
    expectCovariance(withRobustCovariance(weighted, { ...data, weights }, kind, "probability"), r.probability[kind]);
  });

  it("is sandwich's by cluster, and warns that five clusters are few", () => {
    const clustered = withClusteredCovariance(fit, data, r.city);
    expectCovariance(clustered, r.cluster);
    expect(clustered.warnings.join()).toContain("5 clusters are few");
    expectAllClose(clustered.coefficients.map((row) => row.standardError), r.cluster.map((row, i) => Math.sqrt(row[i])), 1e-7);
  });

  it("of two clusters is that of their two sums, by hand; how many are few is said", () => {
    const halves = r.y.map((_, i) => (i % 2 === 0 ? "a" : "b"));
    const two = withClusteredCovariance(fit, data, halves);
    const p = data.X.map((row) => 1 / (1 + Math.exp(-row.reduce((eta, x, j) => eta + x * fit.coefficients[j].estimate, 0))));
    const sums = ["a", "b"].map((half) => fit.coefficients.map((_, j) => data.X.reduce((sum, row, i) => sum + (halves[i] === half ? row[j] * (data.y[i] - p[i]) : 0), 0)));
    const V = fit.covariance.values;
    const turned = sums.map((sum) => V.map((row) => row.reduce((total, v, j) => total + v * sum[j], 0)));
    two.coefficients.forEach(({ standardError }, j) => expectClose(standardError, Math.sqrt(2 * turned.reduce((total, one) => total + one[j] ** 2, 0)), 1e-6));
    expect(two.warnings.at(-1)).toBe("2 clusters are few: clustered standard errors tend to be too small, and no joint test is possible");
    const warned = (G: number) => withClusteredCovariance(fit, data, r.y.map((_, i) => String(i % G))).warnings.at(-1) ?? "";
    const k = fit.coefficients.length;
    expect([warned(k), warned(k + 1)].map((words) => words.includes("no joint test"))).toEqual([true, false]);
    expect([warned(39), warned(40)].map((words) => words.includes("are few"))).toEqual([true, false]);
  });

  it("refuses a single cluster", () => {
    expect(() => withClusteredCovariance(fit, data, r.y.map(() => "one"))).toThrow(/one cluster only/);
  });
});

describe("robust covariance of an ordered logit", () => {
  const data = { X: r.ordered.X, y: r.ordered.y };
  const fit = fitOrderedLogit(data.X, data.y, r.ordered.terms, [1, 2, 3, 4]);

  it("is the sandwich of its scores, and reaches the thresholds", () => {
    const robust = withRobustCovariance(fit, data, "HC0");
    expectCovariance(robust, r.ordered.HC0);
    expectClose(robust.thresholds![2].standardError, Math.sqrt(r.ordered.HC0[5][5]), 1e-7);
  });

  it("is clustered likewise", () => expectCovariance(withClusteredCovariance(fit, data, r.city), r.ordered.cluster));

  it("has no leverages, so no HC3", () => expect(() => withRobustCovariance(fit, data, "HC3")).toThrow(/leverages/));
});

it("the root of the expected information is that of the inverse of Σ w·information·place·place′", () => {
  const row = (place: number[], information: number, weight: number) => ({ pull: new Float64Array(2), place: Float64Array.from(place), information, weight });
  // 3·2·(1, 0)(1, 0)′ + 2·1·(1, 1)(1, 1)′ = [8 2; 2 2], whose inverse is [2 −2; −2 8]/12.
  const root = expectedThroughBread([row([1, 0], 2, 3), row([1, 1], 1, 2)], 2);
  const product = [[0, 0], [0, 1], [1, 1]].map(([a, b]) => root[2 * a] * root[2 * b] + root[2 * a + 1] * root[2 * b + 1]);
  expectAllClose(product, [2 / 12, -2 / 12, 8 / 12], 1e-14);
  expect(() => expectedThroughBread([row([1, 1], 1, 1)], 2)).toThrow(/singular/);
});
