import { describe, expect, it } from "vitest";
import { fitBinary } from "../../src/models/binary";
import type { Fit } from "../../src/models/fit";
import type { BinaryCase } from "./binaryCase";
import { expectAllClose, expectClose, fixture } from "./fixtures";

const { cases } = fixture<{ cases: BinaryCase[] }>("binary");

const fitCase = (c: BinaryCase): Fit =>
  fitBinary(c.X, c.y, c.terms, { link: c.link, weights: c.weights ?? undefined, offset: c.offset ?? undefined });

describe.each(cases)("binary fit of $name", (c) => {
  const fit = fitCase(c);

  it("has R's estimates and standard errors to 1e-8", () => {
    expect(fit.coefficients.map((row) => row.term)).toEqual(c.terms);
    expectAllClose(fit.coefficients.map((row) => row.estimate), c.estimate, 1e-8, c.standardError, "estimate");
    expectAllClose(fit.coefficients.map((row) => row.standardError), c.standardError, 1e-8, 0, "SE");
  });

  it("has R's covariance", () => {
    fit.covariance.values.forEach((row, i) => row.forEach((value, j) =>
      expectClose(value, c.covariance[i][j], 1e-8, c.standardError[i] * c.standardError[j], `cov ${i},${j}`)));
  });

  it("has R's log-likelihoods, counts and p", () => {
    expect([fit.n, fit.events]).toEqual([c.n, c.events]);
    expectClose(fit.logLik, c.logLik, 1e-12);
    expectClose(fit.logLikNull, c.logLikNull, 1e-12);
    expectAllClose(fit.coefficients.map((row) => row.p), c.p, 1e-6, 0, "p");
  });

  it("carries a certificate of many correct decimals", () => {
    const { largestGradient, correctDecimals } = fit.certificate;
    expect(largestGradient).toBeLessThan(1e-6);
    c.terms.forEach((term, j) => expect(correctDecimals[term], term).toBeGreaterThanOrEqual(8 - Math.log10(c.standardError[j])));
  });
});

describe("a binary fit", () => {
  const birth = cases.find((c) => c.name === "birthwt")!;
  const fit = fitCase(birth);

  it("counts parameters in AIC and BIC, and has pseudo-R² by their definitions", () => {
    expectClose(fit.aic!, 2 * birth.terms.length - 2 * birth.logLik, 1e-12);
    expectClose(fit.bic!, Math.log(189) * birth.terms.length - 2 * birth.logLik, 1e-12);
    const ratio = (2 * (birth.logLikNull - birth.logLik)) / 189;
    expectClose(fit.pseudoR2.mcFadden, 1 - birth.logLik / birth.logLikNull, 1e-10);
    expectClose(fit.pseudoR2.coxSnell, 1 - Math.exp(ratio), 1e-10);
    expectClose(fit.pseudoR2.nagelkerke, (1 - Math.exp(ratio)) / (1 - Math.exp((2 * birth.logLikNull) / 189)), 1e-10);
  });

  it("has intervals of 1.96 standard errors on both sides", () => {
    for (const { estimate, standardError, lower, upper } of fit.coefficients) {
      expectClose((upper - estimate) / standardError, 1.959963984540054, 1e-12);
      expectClose((estimate - lower) / standardError, 1.959963984540054, 1e-12);
    }
  });
});
