import { type ChiSquareTest, chiSquareTest } from "../chiSquareTest";
import type { Fit } from "../fit";

/**
 * Likelihood-ratio test of a model within a larger one, both fitted to the same rows by maximum likelihood.
 *
 * @throws {RangeError} where they are not of the same rows and link (or the smaller is the likelier, which rows of their own
 *   alone make it), the one is not larger, or one is penalised
 */
export function likelihoodRatioTest(small: Fit, large: Fit): ChiSquareTest {
  if (small.n !== large.n || small.family !== large.family || small.link !== large.link || small.logLikNull !== large.logLikNull) {
    throw new RangeError("the two models are not of the same rows, family and link");
  }
  if (small.penalised || large.penalised) throw new RangeError("a penalised fit has tests of its own (fit.firth)");
  const names = large.covariance.terms;
  const outside = small.covariance.terms.find((term) => !names.includes(term));
  if (outside !== undefined) throw new RangeError(`the models are not nested: ${outside} is in the smaller only`);
  const df = names.length - small.covariance.terms.length;
  if (df === 0) throw new RangeError("the two models have the same terms");
  // At their maxima the larger is never less likely, but for rounding.
  if (small.logLik - large.logLik > 1e-7 * (1 + Math.abs(large.logLik))) throw new RangeError("the smaller model is the likelier one: the two were not fitted to the same rows, or one has not arrived");
  return chiSquareTest(Math.max(0, 2 * (large.logLik - small.logLik)), df);
}
