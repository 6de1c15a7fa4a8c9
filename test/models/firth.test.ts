import { describe, expect, it } from "vitest";
import { fitFirth } from "../../src/models/firth/fitFirth";
import { expectAllClose, expectClose, fixture } from "./fixtures";

interface FirthCase {
  name: string; terms: string[]; X: number[][]; y: number[]; estimate: number[]; standardError: number[];
  lower: number[]; upper: number[]; statistic: number[]; overall: number; logLik: number;
}

describe.each(fixture<{ cases: FirthCase[] }>("firth").cases)("Firth's logit of $name data", (c) => {
  const fit = fitFirth(c.X, c.y, c.terms);

  it("has brglm2's estimates and standard errors", () => {
    expectAllClose(fit.coefficients.map((row) => row.estimate), c.estimate, 1e-8, c.standardError, "estimate");
    expectAllClose(fit.coefficients.map((row) => row.standardError), c.standardError, 1e-8, 0, "SE");
    expectClose(fit.logLik, c.logLik, 1e-10);
  });

  it("has intervals where the penalised profile has fallen by half of 3.84", () => {
    expectAllClose(fit.coefficients.map((row) => row.lower), c.lower, 1e-7, c.standardError, "lower");
    expectAllClose(fit.coefficients.map((row) => row.upper), c.upper, 1e-7, c.standardError, "upper");
  });

  it("has penalised likelihood-ratio tests, never negative", () => {
    expectAllClose(fit.firth!.terms.map((term) => term.statistic!), c.statistic, 1e-7, 1e-3, "LR");
    expectClose(fit.firth!.likelihoodRatio.statistic!, c.overall, 1e-8);
    fit.firth!.terms.forEach((term) => expect(term.statistic).toBeGreaterThanOrEqual(0));
  });
});

// With Jeffreys' prior a share of 3 in 10 is (3 + ½)/(10 + 1).
it("of a constant alone Firth's logit adds half a person to each side, and tests no terms", () => {
  const fit = fitFirth(Array.from({ length: 10 }, () => [1]), [1, 1, 1, 0, 0, 0, 0, 0, 0, 0], ["const"]);
  expectClose(fit.coefficients[0].estimate, Math.log(3.5 / 7.5), 1e-9);
  expect(fit.firth!.likelihoodRatio).toEqual({ statistic: null, df: 0, p: null, note: "there are no terms" });
});
