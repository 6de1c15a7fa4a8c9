import { describe, expect, it } from "vitest";
import type { Fit } from "../../src/models/fit";
import { fitOrdered, type OrderedOptions } from "../../src/models/ordered";
import { parallelLinesByLikelihoodRatio } from "../../src/models/parallelLines";
import { expectAllClose, expectClose, fixture } from "./fixtures";
import type { OrderedCase } from "./orderedCase";

const { cases } = fixture<{ cases: OrderedCase[] }>("ordered");

const options = (c: OrderedCase): OrderedOptions => ({ link: c.link, weights: c.weights ?? undefined, offset: c.offset ?? undefined });
const fitCase = (c: OrderedCase): Fit => fitOrdered(c.X, c.y, c.terms, c.levels, options(c));

describe.each(cases)("ordered fit of $name", (c) => {
  const fit = fitCase(c);

  it("has R's slopes, thresholds and standard errors to 1e-8", () => {
    const estimates = [...fit.coefficients, ...fit.thresholds!];
    expect(fit.coefficients.map((row) => row.term)).toEqual(c.terms);
    expectAllClose(estimates.map((row) => row.estimate), c.estimate, 1e-8, c.standardError, "estimate");
    expectAllClose(estimates.map((row) => row.standardError), c.standardError, 1e-8, 0, "SE");
  });

  it("has R's covariance and log-likelihoods", () => {
    fit.covariance.values.forEach((row, i) => row.forEach((value, j) =>
      expectClose(value, c.covariance[i][j], 1e-8, c.standardError[i] * c.standardError[j], `cov ${i},${j}`)));
    expect(fit.n).toBe(c.n);
    expectClose(fit.logLik, c.logLik, 1e-12);
    expectClose(fit.logLikNull, c.logLikNull, 1e-12);
  });

});

describe.each(cases.filter((c) => c.lr !== null))("parallel lines of $name", (c) => {
  it("are tested by R's likelihood ratio", () => {
    const test = parallelLinesByLikelihoodRatio(fitCase(c), c.X, c.y, c.terms, options(c));
    expect(test.df).toBe(c.lrDf);
    expectClose(test.statistic!, c.lr!, 1e-8);
  });
});
