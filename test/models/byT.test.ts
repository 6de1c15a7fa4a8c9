import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fitModelData, type FitModelOptions } from "../../src/models/data/fitModelData";
import { type ModelData, type ModelDataSpec, readModelData } from "../../src/models/data/modelData";
import { withRobustCovariance } from "../../src/models/covariance/robust";
import { averageMarginalEffects } from "../../src/models/effects/averageMarginalEffects";
import { contrastGroups } from "../../src/models/effects/contrast";
import { contrastPredictions } from "../../src/models/effects/contrastPredictions";
import { predictInside } from "../../src/models/effects/predictInside";
import { predictProbabilities } from "../../src/models/effects/predictions";
import type { Fit } from "../../src/models/fit";
import { readHypotheses } from "../../src/models/hypotheses/hypothesis";
import { testHypotheses, testTerms, typeTwoTests } from "../../src/models/hypotheses/termTests";
import { withDegreesOfFreedom } from "../../src/models/intervals";
import { quantileT, tailOfF, twoSidedT } from "../../src/models/numeric/studentT";
import { expectAllClose, expectClose, fixture } from "./fixtures";

interface Errors { estimate: number[]; standardError: number[] }
interface Judged { estimate: number; standardError: number; p: number; reach: number; df: number }
const r = fixture<{
  csv: string; lonely: string; df: number; one: { statistic: number; p: number }; both: { statistic: number; denominator: number; p: number };
  slope: Judged; predicted: { estimate: number; lower: number; upper: number }; subpopulation: Errors; withLonely: Errors;
  cr2: { difference: Judged; slope: Judged }; F: { f: number; q: number; df: number; p: number }[];
}>("byT");
const folder = mkdtempSync(join(tmpdir(), "sojourn-by-t-"));
function model(csv: string, spec: Partial<ModelDataSpec>, options: Partial<FitModelOptions> = {}): { fit: Fit; data: ModelData; options: FitModelOptions } {
  const file = join(folder, "d.csv");
  writeFileSync(file, csv);
  const data = readModelData(file, { outcome: "y", terms: ["x", "z"], family: "binomial", ...spec });
  return { data, fit: fitModelData(data, { family: "binomial", ...options }), options: { family: "binomial", ...options } };
}
const survey = (csv: string, where?: string) => model(csv, { weights: "w", weightType: "probability", design: { strata: "st", psu: "psu" }, where });
const sameErrors = ({ fit: { coefficients } }: { fit: Fit }, expected: Errors, df: number): void => {
  expectAllClose(coefficients.map((row) => row.estimate), expected.estimate, 1e-8, expected.standardError);
  expectAllClose(coefficients.map((row) => row.standardError), expected.standardError, 1e-8);
  expect(coefficients.map((row) => row.df)).toEqual(coefficients.map(() => df));
};

describe("what is made of a fit judged by t is judged by t", () => {
  const whole = survey(r.csv);
  const weights = { weights: whole.data.weights };

  it("a survey's Wald tests are regTermTest's: one restriction has the p of its coefficient, several the adjusted F", () => {
    const one = testTerms(whole, ["x"]);
    expectClose(one.statistic!, r.one.statistic, 1e-8);
    expectClose(one.p!, r.one.p, 1e-8);
    expectClose(one.p!, whole.fit.coefficients[1].p, 1e-12);
    expect(one.denominator).toBe(12);
    const both = testTerms(whole, ["x", "z"]);
    expectClose(both.statistic!, r.both.statistic, 1e-8);
    expectClose(both.p!, r.both.p, 1e-8);
    expect(both.denominator).toBe(r.both.denominator);
    expectClose(typeTwoTests(whole)[0].p!, r.one.p, 1e-8);
  });

  it("as are its effects, predictions and their comparisons", () => {
    const [slope] = averageMarginalEffects(whole.fit, whole.data.X, weights);
    expectAllClose([slope.estimate, slope.standardError, slope.p, slope.upper - slope.estimate], [r.slope.estimate, r.slope.standardError, r.slope.p, r.slope.reach], 1e-7);
    expect(slope.df).toBe(12);
    const at = (z: number) => whole.data.X.map(([one, x]) => [one, x, z]);
    const [inside] = predictInside(whole.fit, at(1), weights);
    expectAllClose([inside.estimate, inside.lower, inside.upper], [r.predicted.estimate, r.predicted.lower, r.predicted.upper], 1e-7);
    const [plain] = predictProbabilities(whole.fit, at(1), weights);
    expectClose(plain.upper - plain.estimate, quantileT(0.05, 12) * plain.standardError, 1e-12);
    const places = [0, 1].map((z) => ({ at: { z: String(z) }, X: at(z), ...weights }));
    const [difference] = contrastPredictions(whole.fit, places, { contrast: "pairwise", adjust: "holm" });
    expectAllClose([difference.p, difference.pAdjusted!], [twoSidedT(difference.z, 12), twoSidedT(difference.z, 12)], 1e-12);
    expectClose(difference.upper - difference.estimate, quantileT(0.05, 12) * difference.standardError, 1e-10);
    expect(() => contrastPredictions(whole.fit, places, { contrast: "pairwise", adjust: "tukey" })).toThrow("judged by t");
    const groups = averageMarginalEffects(whole.fit, whole.data.X, { ...weights, only: ["x"], by: whole.data.X.map((_, i) => String(i % 2)) });
    const [pair] = contrastGroups(whole.fit, groups);
    expectClose(pair.p, twoSidedT(pair.z, 12), 1e-12);
  });

  it("strata with nobody of a subpopulation add no degrees of freedom, nor are they refused for one unit", () => {
    sameErrors(survey(r.csv, 'st == "a" | st == "b"'), r.subpopulation, 6);
    sameErrors(survey(r.lonely, 'st != "e"'), r.withLonely, 12);
  });

  it("CR2 has clubSandwich's degrees of freedom for any one combination, and no joint test", () => {
    const few = model(r.csv, { labels: ["cl"] }, { standardErrors: { cr2: "cl" } });
    const [difference] = testHypotheses(few, readHypotheses("x = z"));
    expectClose(difference.p!, r.cr2.difference.p, 1e-6);
    expectClose(difference.denominator!, r.cr2.difference.df, 1e-6);
    expectClose(testTerms(few, ["x"]).p!, few.fit.coefficients[1].p, 1e-10);
    const [slope] = averageMarginalEffects(few.fit, few.data.X);
    expectAllClose([slope.estimate, slope.standardError, slope.p, slope.df!], [r.cr2.slope.estimate, r.cr2.slope.standardError, r.cr2.slope.p, r.cr2.slope.df], 1e-6);
    expect(testTerms(few, ["x", "z"])).toMatchObject({ statistic: null, p: null, df: 2, note: expect.stringContaining("one restriction at a time") as string });
    // Another covariance is another judge.
    const robust = withRobustCovariance(few.fit, few.data, "HC1");
    expect(averageMarginalEffects(robust, few.data.X)[0].df).toBeUndefined();
  });

  it("more restrictions than degrees of freedom are not tested", () => {
    const { fit, ...rest } = model(r.csv, {});
    expect(testTerms({ fit: withDegreesOfFreedom(fit, 1), ...rest }, ["x", "z"])).toMatchObject({ p: null, note: expect.stringContaining("more restrictions than the 1 degrees") as string });
  });

  it("the tail of F is R's pf", () => {
    for (const { f, q, df, p } of r.F) expectClose(tailOfF(f, q, df), p, 1e-12);
  });
});
