import { type FittedData, influenceRows } from "../covariance/influenceRows";
import type { Fit } from "../fit";
import { fittedRows } from "./fittedRows";

/** What one row does to a binary fit, and how far the fit is from it. */
export interface Influence {
  /** Between 0 and 1; they sum to the number of parameters. */
  readonly leverage: number;
  readonly cooksDistance: number;
  /** Estimate with the row less estimate without it, by one Newton step. (R's `dfbeta` of a glm takes deviance residuals.) */
  readonly dfbeta: readonly number[];
  readonly pearson: number;
  readonly deviance: number;
  /** Pearson's residual over √(1 − leverage). */
  readonly standardised: number;
}

/**
 * Leverage, Cook's distance, DFBETA and residuals of every row of a binary fit (model-based covariance).
 *
 * Source: Pregibon (1981), Annals of Statistics 9; R `hatvalues`, `cooks.distance`, `residuals` of a glm,
 * test/fixtures/models/diagnostics.R.
 */
export function influence(fit: Fit, data: FittedData): Influence[] {
  const k = fit.coefficients.length;
  const rows = fittedRows(fit, data);
  return influenceRows(fit, data).map(({ moves, leverage: share, weight }, i) => {
    const { y, p } = rows[i];
    const leverage = weight * share;
    const pearson = (Math.sqrt(weight) * (y - p)) / Math.sqrt(p * (1 - p));
    return {
      leverage, pearson,
      standardised: pearson / Math.sqrt(1 - leverage),
      cooksDistance: (pearson / (1 - leverage)) ** 2 * (leverage / k),
      dfbeta: Array.from(moves, (move) => (weight * move) / (1 - leverage)),
      deviance: Math.sign(y - p) * Math.sqrt(-2 * weight * (y === 1 ? Math.log(p) : Math.log1p(-p))),
    };
  });
}
