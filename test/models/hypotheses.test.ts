import { describe, expect, it } from "vitest";
import { fitBinary, fitBinaryLogit } from "../../src/models/binary";
import { withExpectedInformation } from "../../src/models/covariance/expected";
import { holm } from "../../src/models/hypotheses/holm";
import { likelihoodRatioTest } from "../../src/models/hypotheses/likelihoodRatio";
import { binaryScoreTest, orderedScoreTest } from "../../src/models/hypotheses/score";
import { waldTest } from "../../src/models/hypotheses/wald";
import { fitOrderedLogit } from "../../src/models/ordered";
import { profileIntervals } from "../../src/models/profile/profileIntervals";
import { expectAllClose, expectClose, fixture } from "./fixtures";

interface RTest { statistic: number; df: number; p: number }
const r = fixture<{
  terms: string[]; X: number[][]; y: number[]; y4: number[]; wald: RTest; lr: RTest; score: RTest; linear: RTest; profile: number[][]; standardError: number[];
  ordered: { lr: RTest; score: RTest; profile: number[][]; standardError: number[]; expected: number[][] }; probitExpected: number[][]; holm: { p: number[]; adjusted: number[] };
}>("hypotheses");
const LEVELS = [1, 2, 3, 4];
const small = ["const", "age", "lwt"];
const fewer = r.X.map((row) => row.slice(0, 3));
const full = fitBinaryLogit(r.X, r.y, r.terms);
const ordered = fitOrderedLogit(r.X, r.y4, r.terms, LEVELS);

function expectTest(test: { statistic: number | null; df: number; p: number | null }, R: RTest, tolerance = 1e-8): void {
  expect(test.df).toBe(R.df);
  expectClose(test.statistic!, R.statistic, tolerance);
  expectClose(test.p!, R.p, 10 * tolerance);
}

describe("tests of nested models", () => {
  it("are R's: Wald, likelihood ratio, score", () => {
    expectTest(waldTest(full, ["smoke", "ht"]), r.wald);
    expectTest(likelihoodRatioTest(fitBinaryLogit(fewer, r.y, small), full), r.lr);
    expectTest(binaryScoreTest(r.X, r.y, r.terms, ["smoke", "ht"]), r.score);
    expectTest(likelihoodRatioTest(fitOrderedLogit(fewer, r.y4, small, LEVELS), ordered), r.ordered.lr);
    expectTest(orderedScoreTest(r.X, r.y4, r.terms, LEVELS, ["smoke", "ht"]), r.ordered.score, 1e-7);
  });

  it("take linear combinations with a value", () => {
    expectTest(waldTest(full, [{ combination: { smoke: 1, ht: -1 }, value: 0.5 }]), r.linear);
  });

  it("refuse what is not nested, not there, or tested twice", () => {
    const other = fitBinaryLogit(r.X.map((row) => [row[0], row[3] + 1]), r.y, ["const", "other"]);
    expect(() => likelihoodRatioTest(other, full)).toThrow(/not nested/);
    expect(() => likelihoodRatioTest(full, full)).toThrow(/same terms/);
    expect(() => likelihoodRatioTest(ordered, full)).toThrow(/same rows/);
    expect(() => waldTest(full, ["smok"])).toThrow(/no term smok/);
    expect(() => binaryScoreTest(r.X, r.y, r.terms, ["smok"])).toThrow(/no term smok/);
    expect(waldTest(full, ["smoke", { combination: { smoke: 2 } }]).note).toContain("depend on each other");
  });
});

describe("profile-likelihood intervals", () => {
  it("end where the profile has fallen by half of 3.84, in both families", () => {
    const found = profileIntervals(full, { X: r.X, y: r.y });
    expect(found.map(({ term }) => term)).toEqual(r.terms);
    found.forEach(({ lower, upper }, j) => expectAllClose([lower, upper], r.profile[j], 1e-7, r.standardError[j], r.terms[j]));
    profileIntervals(ordered, { X: r.X, y: r.y4 }).forEach(({ lower, upper }, j) =>
      expectAllClose([lower, upper], r.ordered.profile[j], 1e-7, r.ordered.standardError[j]));
  });
});

describe("the expected information", () => {
  it("is glm's for a probit, and changes nothing for a logit", () => {
    const probit = withExpectedInformation(fitBinary(r.X, r.y, r.terms, { link: "probit" }), { X: r.X, y: r.y });
    const se = r.probitExpected.map((row, i) => Math.sqrt(row[i]));
    expectAllClose(probit.coefficients.map((row) => row.standardError), se, 1e-6);
    const logit = withExpectedInformation(full, { X: r.X, y: r.y });
    expectAllClose(logit.coefficients.map((row) => row.standardError), full.coefficients.map((row) => row.standardError), 1e-9);
  });

  it("of an ordered logit is R's by two routes", () => {
    const { covariance: { values } } = withExpectedInformation(ordered, { X: r.X, y: r.y4 });
    const se = r.ordered.expected.map((row, i) => Math.sqrt(row[i]));
    r.ordered.expected.forEach((row, i) => row.forEach((value, j) => expectClose(values[i][j], value, 1e-7, se[i] * se[j])));
  });
});

describe("Holm's adjustment", () => {
  it("is p.adjust's", () => expectAllClose(holm(r.holm.p), r.holm.adjusted, 1e-12));
});
