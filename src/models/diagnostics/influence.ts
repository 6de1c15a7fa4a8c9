import { type FittedData, influenceRows, movesOf } from "../covariance/influenceRows";
import type { Fit } from "../fit";
import { leverages } from "../covariance/leverages";
import { linkFunction } from "../links/link";
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
  const pulls = influenceRows(fit, data);
  const moves = movesOf(fit, pulls);
  const F = linkFunction(fit.link);
  const out = new Float64Array(3);
  return leverages(fit, pulls).map((share, i) => {
    const { y, p, q, eta } = rows[i];
    const { weight } = pulls[i];
    const leverage = Math.min(1, weight * share);
    const spare = 1 - leverage;
    // (y − p)/√(p(1 − p)): the root of the odds against what was seen, which is finite where p rounds to 0 or 1.
    const pearson = Math.sqrt(weight) * (y === 1 ? Math.sqrt(q / p) : -Math.sqrt(p / q));
    F.binary(y, eta, out);
    return {
      leverage, pearson,
      standardised: pearson / Math.sqrt(spare),
      cooksDistance: pearson === 0 ? 0 : (pearson / spare) ** 2 * (leverage / k),
      dfbeta: Array.from(moves[i], (move) => (weight * move) / spare),
      deviance: Math.sign(y - 0.5) * Math.sqrt(-2 * weight * out[0]),
    };
  });
}
