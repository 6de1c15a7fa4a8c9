import type { Fit } from "../fit";
import type { Matrix } from "../matrix";
import { averageEffects, columnChange } from "./averageMarginalEffects";
import type { Effect } from "./effect";
import { slopesOf } from "./slopesOf";

/**
 * Marginal effects at the mean: of a person who is average in every column (who may not exist).
 * Kinds and standard errors as `averageMarginalEffects`; the mean is taken as given, without error.
 *
 * Source: Stata `margins, dydx(*) atmeans`.
 */
export function effectsAtMean(fit: Fit, X: Matrix, options: { readonly weights?: readonly number[]; readonly only?: readonly string[] } = {}): Effect[] {
  const terms = fit.coefficients.map((row) => row.term);
  const design = slopesOf(X, fit);
  const total = design.reduce((sum, _, i) => sum + (options.weights?.[i] ?? 1), 0);
  const mean = terms.map((_, j) => design.reduce((sum, row, i) => sum + (options.weights?.[i] ?? 1) * row[j], 0) / total);
  return averageEffects(fit, terms.flatMap((term, j) => {
    if (term === "const" || (options.only && !options.only.includes(term))) return [];
    const { kind } = columnChange(design, j);
    const change = kind === "step"
      ? { kind, from: [mean.with(j, 0)], to: [mean.with(j, 1)] }
      : { kind, at: [mean], along: [mean.map((_, column) => Number(column === j))] };
    return [{ term, change }];
  }));
}
