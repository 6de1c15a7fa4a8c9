import type { Fit } from "../fit";
import type { Matrix } from "../matrix";
import { refuseLengths } from "../observations";
import { averageEffects, columnVariable, wanted } from "./averageMarginalEffects";
import type { Effect, Elasticity } from "./effect";
import { designColumns, slopesOf } from "./slopesOf";

/**
 * Marginal effects at the mean: of a person who is average in every column (who may not exist).
 * An offset takes its mean as well. Kinds and standard errors as `averageMarginalEffects`; the mean is taken as given, without error.
 *
 * Source: Stata `margins, dydx(*) atmeans`.
 */
export function effectsAtMean(
  fit: Fit, X: Matrix, options: { readonly weights?: readonly number[]; readonly offset?: readonly number[]; readonly only?: readonly string[]; readonly elasticity?: Elasticity } = {},
): Effect[] {
  const terms = designColumns(fit);
  const design = slopesOf(X, fit);
  const mean = terms.map((_, j) => weightedMean(design.map((row) => row[j]), options.weights));
  return averageEffects(fit, wanted(terms, options).map((j) => columnVariable(terms[j], design, j, [mean])), {
    elasticity: options.elasticity,
    offset: options.offset && [weightedMean(options.offset, options.weights)],
  });
}

/** Of values, or of their rows' differences from the first, so that values far from 0 keep their digits. */
export function weightedMean(values: readonly number[], weights?: readonly number[]): number {
  refuseLengths(values.length, { weights });
  let [sum, total] = [0, 0];
  values.forEach((value, i) => {
    sum += (weights?.[i] ?? 1) * (value - values[0]);
    total += weights?.[i] ?? 1;
  });
  return values[0] + sum / total;
}
