import { expect, test } from "vitest";
import { fitBinary } from "../../src/models/binary";
import { withClusteredCovariance, withRobustCovariance } from "../../src/models/covariance/robust";
import type { Fit, Link } from "../../src/models/fit";
import { pack } from "../../src/models/matrix";
import { seededRandom } from "../../src/models/numeric/random";
import { fitOrdered } from "../../src/models/ordered";
import { RepeatedFit } from "../../src/models/repeated/repeatedFit";

const n = 300;
const random = seededRandom(3);
const rows = Array.from({ length: n }, () => [random() < 0.4 ? 1 : 0, 20 + 30 * random(), random() + random()]);
const clusters = Array.from({ length: n }, (_, i) => i % 7);
/** Outcomes of three levels, drawn anew each time. */
const draw = () => rows.map(([a, b, c]) => {
  const eta = 0.5 * a + 0.05 * (b - 35) - 0.6 * c + Math.log(1 / random() - 1);
  return eta > 0.8 ? 3 : eta > -0.9 ? 2 : 1;
});
const terms = ["a", "b", "c"];
const within = (found: number, expected: number, share: number) => expect(Math.abs(found / expected - 1)).toBeLessThan(share);

test.each<Link>(["logit", "probit", "cloglog"])("%s: outcome after outcome is fitted as by the plain estimators, with all covariances", (link) => {
  const binaryX = rows.map((row) => [1, ...row]);
  const binary = new RepeatedFit({ family: "binomial", link, X: pack(binaryX), levels: [0, 1] });
  const ordered = new RepeatedFit({ family: "ordered", link, X: pack(rows), levels: [1, 2, 3] });
  const compare = (again: RepeatedFit, fit: Fit, X: number[][], y: number[], offset: number) => {
    const robust = withRobustCovariance(fit, { X, y }, "HC1");
    const clustered = withClusteredCovariance(fit, { X, y }, clusters.map(String));
    terms.forEach((term, j) => {
      const at = (one: Fit) => one.coefficients.find((row) => row.term === term)!;
      expect(Math.abs(again.estimate(j + offset) - at(fit).estimate)).toBeLessThan(1e-9 * at(fit).standardError);
      within(again.standardError(j + offset, "classical"), at(fit).standardError, 1e-5);
      within(again.standardError(j + offset, "HC1"), at(robust).standardError, 1e-5);
      within(again.standardError(j + offset, { clusters, count: 7 }), at(clustered).standardError, 1e-5);
    });
  };
  for (let time = 0; time < 4; time++) {
    const levels = draw();
    const yes = levels.map((level) => Number(level > 1));
    expect(binary.fit(yes)).toBe(true);
    compare(binary, fitBinary(binaryX, yes, ["const", ...terms], { link }), binaryX, yes, 1);
    expect(ordered.fit(levels)).toBe(true);
    compare(ordered, fitOrdered(rows, levels, terms, [1, 2, 3], { link }), rows, levels, 0);
  }
  binary.release();
  ordered.release();
});

test("what needs a second look is not decided: separation, a level that nobody has, dependent columns, a column that does not vary", () => {
  const one = (X: number[][], y: number[], levels = [0, 1]) => new RepeatedFit({ family: levels.length === 2 ? "binomial" : "ordered", link: "logit", X: pack(X), levels }).fit(y);
  const levels = draw();
  const yes = levels.map((level) => Number(level > 1));
  expect(one(rows.map((row) => [1, ...row]), rows.map(([a]) => a))).toBe(false);
  expect(one(rows.map((row) => [1, ...row]), rows.map(() => 1))).toBe(false);
  expect(one(rows, levels.map((level) => Math.max(2, level)), [1, 2, 3])).toBe(false);
  expect(one(rows.map(([a, b, c]) => [1, a, b, c, a + b]), yes)).toBe(false);
  expect(one(rows.map(([a]) => [1, a, 5]), yes)).toBe(false);
});

test("an outcome that could not be fitted leaves the next one as it would have been", () => {
  const X = pack(rows.map((row) => [1, ...row]));
  const [first, second] = [draw(), draw()].map((levels) => levels.map((level) => Number(level > 1)));
  const [with_, without] = [0, 1].map(() => new RepeatedFit({ family: "binomial", link: "logit", X, levels: [0, 1] }));
  [with_, without].forEach((again) => again.fit(first));
  with_.fit(rows.map(([a]) => a));
  [with_, without].forEach((again) => again.fit(second));
  expect(with_.estimate(1)).toBe(without.estimate(1));
});

test("what a fit says of each row, and how an estimate answers to a row's next level, are those of the plain estimator", () => {
  const levels = draw();
  const models: ["binomial" | "ordered", number[][], number[], number[]][] = [["binomial", rows.map((row) => [1, ...row]), levels.map((level) => Number(level > 1)), [0, 1]], ["ordered", rows, levels, [1, 2, 3]]];
  for (const [family, X, y, all] of models) {
    const again = new RepeatedFit({ family, link: "logit", X: pack(X), levels: all });
    const plain = (answers: readonly number[]) => family === "binomial" ? fitBinary(X, answers, ["const", ...terms]) : fitOrdered(X, answers, terms, all);
    again.fit(y);
    const { slopes, cuts } = again.linear();
    const fit = plain(y);
    const estimates = fit.coefficients.map(({ estimate }) => estimate);
    expect(Array.from(slopes.subarray(family === "binomial" ? 1 : 0))).toEqual(estimates.slice(family === "binomial" ? 1 : 0).map((one) => expect.closeTo(one, 9)));
    expect(Array.from(cuts)).toEqual(family === "binomial" ? [expect.closeTo(-estimates[0], 8)] : fit.thresholds!.map(({ estimate }) => expect.closeTo(estimate, 8)));
    const column = family === "binomial" ? 1 : 0;
    const responses = again.responses(column);
    // One person of 300 moved up a level: the estimate moves by the response, but for what is of second order.
    const [low, high] = [all.at(-2)!, all.at(-1)!];
    for (const i of [y.indexOf(low), y.lastIndexOf(low)]) {
      const moved = plain(y.map((value, r) => (r === i ? high : value))).coefficients[column].estimate - estimates[column];
      expect(Math.abs(responses.at(-1)![i] - moved)).toBeLessThan(0.15 * Math.abs(moved) + 1e-3);
    }
  }
});
