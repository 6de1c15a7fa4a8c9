import { describe, expect, it } from "vitest";
import { fitBinaryLogit } from "../../src/models/binary";
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
