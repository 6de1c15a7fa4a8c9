import { asCoefficient } from "../coefficients";
import type { CovarianceKind, Fit } from "../fit";

/** The same estimates with another covariance: standard errors, z, p and intervals follow it. */
export function withCovariance(fit: Fit, values: readonly (readonly number[])[], kind: CovarianceKind): Fit {
  const k = fit.coefficients.length;
  const standardError = (j: number): number => Math.sqrt(values[j][j]);
  return {
    ...fit,
    coefficients: fit.coefficients.map(({ term, estimate }, j) => asCoefficient(term, estimate, standardError(j))),
    ...(fit.thresholds && { thresholds: fit.thresholds.map((threshold, j) => ({ ...threshold, standardError: standardError(k + j) })) }),
    covariance: { ...fit.covariance, values }, covarianceKind: kind,
  };
}
