import { describe, expect, test } from "vitest";
import {
  averageMarginalEffects, fitBinaryLogit, fitOrderedLogit, holm, influence, likelihoodRatioTest, predictInside, predictLink, predictProbabilities, withBiasReducedCovariance,
  withClusteredCovariance, withExpectedInformation, withLinearisedCovariance, withRobustCovariance,
} from "../../src/models";

const n = 60;
const X = Array.from({ length: n }, (_, i) => [1, i % 9, i % 2]);
const y = Array.from({ length: n }, (_, i) => ((i * 7) % 5 < 2 ? 1 : 0));
const terms = ["const", "a", "b"];
const fit = fitBinaryLogit(X, y, terms);
const labels = y.map((_, i) => String(i % 12));
const [fewer, fewerY] = [X.slice(1), y.slice(1)];

describe("rows that are not the fit's own make no standard errors", () => {
  const makers: Record<string, (data: { X: typeof X; y: typeof y; weights?: number[] }, labels: string[]) => unknown> = {
    robust: (data) => withRobustCovariance(fit, data, "HC1"), expected: (data) => withExpectedInformation(fit, data),
    clustered: (data, by) => withClusteredCovariance(fit, data, by), CR2: (data, by) => withBiasReducedCovariance(fit, data, by), design: (data, by) => withLinearisedCovariance(fit, data, { psu: by }),
    influence: (data) => influence(fit, data),
  };
  test.each(Object.entries(makers))("%s", (_, make) => {
    expect(() => make({ X, y }, labels)).not.toThrow();
    expect(() => make({ X: fewer, y: fewerY }, labels.slice(1))).toThrow(/the fit is of 60 rows, and these are 59/);
    expect(() => make({ X, y: fewerY }, labels)).toThrow(/outcome has 59 values for 60 rows/);
  });

  test("weighted rows count by their weights, and rows of weight 0 for nothing", () => {
    const weights = y.map((_, i) => i % 4);
    const weighted = fitBinaryLogit(X, y, terms, { weights });
    expect(withRobustCovariance(weighted, { X, y, weights }, "HC0").covarianceKind).toBe("HC0");
    expect(() => withRobustCovariance(weighted, { X, y }, "HC0")).toThrow(/the fit is of 90 rows, and these are 60/);
  });

  test("a row without a label is no cluster of its own, and a kind that is none is no HC3", () => {
    const missing = labels.map((label, i) => (i === 4 ? undefined : label)) as string[];
    expect(() => withClusteredCovariance(fit, { X, y }, missing)).toThrow(/row 5 has no cluster label/);
    expect(() => withLinearisedCovariance(fit, { X, y }, { strata: missing, psu: labels })).toThrow(/row 5 has no stratum label/);
    expect(() => withLinearisedCovariance(fit, { X, y }, { strata: labels.slice(2) })).toThrow(/58 stratum labels for 60 rows/);
    expect(() => withRobustCovariance(fit, { X, y }, "HC9" as "HC3")).toThrow(/"HC9" is no robust covariance/);
  });

  test("an outcome that an ordered fit does not have", () => {
    const levels = Array.from({ length: n }, (_, i) => 1 + ((i * 5) % 7) % 3);
    const ordered = fitOrderedLogit(X.map(([, ...row]) => row), levels, ["a", "b"], [1, 2, 3]);
    expect(() => withRobustCovariance(ordered, { X: X.map(([, ...row]) => row), y: levels.map((level) => level + 1) }, "HC0")).toThrow(/has outcome 4, which the fit does not have/);
  });
});

test("a smaller model that is the likelier one was fitted to other rows: no p of 1", () => {
  const small = (outcome: readonly number[]) => fitBinaryLogit(X.map(([one, a]) => [one, a]), outcome, ["const", "a"]);
  // The same outcomes on other rows: as many events, so that nothing but the likelihood tells.
  const rows = [...y.keys()].sort((i, j) => X[i][1] + (i % 5) - X[j][1] - (j % 5));
  const other = small(y.map((_, i) => (rows.indexOf(i) < fit.events! ? 1 : 0)));
  expect(other.logLikNull).toBe(fit.logLikNull);
  expect(() => likelihoodRatioTest(other, fit)).toThrow(/the smaller model is the likelier one/);
  expect(likelihoodRatioTest(small(y), fit).df).toBe(1);
});

describe("what is no number is no prediction", () => {
  test.each([
    ["NaN in a cell", () => predictProbabilities(fit, [[1, NaN, 0]]), /row 1, column 2 of the design is NaN/],
    ["a row too short", () => predictProbabilities(fit, [[1, 2, 0], [1, 2]]), /row 2 of the design has 2 columns, not 3/],
    ["a weight below 0", () => predictLink(fit, X.slice(0, 2), { weights: [-1, 2] }), /row 1 has weight -1/],
    ["no weight at all", () => predictLink(fit, X.slice(0, 2), { weights: [0, 0] }), /have no weight/],
    ["too few weights", () => predictInside(fit, X, { weights: [1] }), /weights has 1 values for 60 rows/],
    ["an offset that is none", () => averageMarginalEffects(fit, X, { offset: X.map(() => NaN) }), /row 1 has offset NaN/],
  ])("%s", (_, predict, says) => expect(predict).toThrow(says));
});

test.each([[[0.01, NaN]], [[0.01, 2]], [[-0.01]], [[0.01, null as unknown as number]]])("holm takes p-values only: %j", (p) => expect(() => holm(p)).toThrow(/is no p-value/));
