import { withCovariance } from "../covariance/withCovariance";
import { parametersOf } from "../effects/curves";
import type { Fit } from "../fit";
import { type Bootstrapped, bootstrap } from "./bootstrap";
import type { Resampling } from "./resample";

/** A share of refused resamples above which the reader is told. */
const TOLD_ABOVE = 0.01;

/**
 * A fit with its covariance by the bootstrap of cases, and BCa intervals.
 *
 * @param rows  number of rows
 * @param refit the fit for given frequency weights
 */
export function bootstrapFit(rows: number, refit: (weights: readonly number[]) => Fit, options: Resampling): { fit: Fit; bootstrapped: Bootstrapped } {
  const original = refit(Array.from({ length: rows }, (_, i) => options.counts?.[i] ?? 1));
  const bootstrapped = bootstrap(rows, (counts) => parametersOf(refit(counts)), options);
  const fit = withCovariance(original, bootstrapped.covariance, "bootstrap");
  return {
    bootstrapped,
    fit: {
      ...fit,
      coefficients: fit.coefficients.map((row, j) => ({ ...row, lower: bootstrapped.intervals[j][0], upper: bootstrapped.intervals[j][1] })),
      warnings: [...fit.warnings, ...refusedWarning(bootstrapped, options)],
    },
  };
}

export const refusedWarning = ({ refused }: Bootstrapped, { replicates }: Resampling): string[] =>
  refused > TOLD_ABOVE * replicates ? [`the model was refused in ${refused} of ${replicates} resamples: its intervals are of the rest`] : [];
