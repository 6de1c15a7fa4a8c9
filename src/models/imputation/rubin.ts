import { quantileT, twoSidedT } from "../numeric/studentT";

/** One coefficient over several imputations. */
export interface Pooled {
  readonly term: string;
  /** Mean of the imputations' estimates. */
  readonly estimate: number;
  readonly standardError: number;
  /** estimate / standardError. */
  readonly t: number;
  /** Barnard and Rubin's degrees of freedom, for a small sample; Infinity where nothing differs and nothing is known of the complete data's. */
  readonly df: number;
  /** Two-sided, by t on `df`. */
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
  /** Variance within imputations, the mean of the squared standard errors. */
  readonly within: number;
  /** Variance of the estimates between imputations. */
  readonly between: number;
  /** Relative increase of the variance by what is missing. */
  readonly increase: number;
  /** Fraction of information that is missing. */
  readonly missingInformation: number;
}

/**
 * Rubin's rules: one estimate out of several imputed data sets.
 *
 * @param term            the coefficient's name
 * @param estimates       one an imputation, at least two
 * @param standardErrors  likewise
 * @param dfComplete      degrees of freedom that complete data would have, n − k; Infinity for a large sample
 * @throws {RangeError} fewer than two imputations, lengths that differ, a number that is none
 *
 * Source: Rubin (1987) ch. 3; Barnard & Rubin (1999), Biometrika 86; R `mice::pool.scalar`, test/fixtures/models/imputation.R.
 *
 * @example pool("x", [0.42, 0.38, 0.45], [0.1, 0.11, 0.1], 500).estimate // 0.4166…
 */
export function pool(term: string, estimates: readonly number[], standardErrors: readonly number[], dfComplete = Infinity): Pooled {
  const m = estimates.length;
  if (m < 2 || standardErrors.length !== m) throw new RangeError(`${term}: at least two imputations are needed, each with an estimate and a standard error (${m} and ${standardErrors.length} are given)`);
  if (![...estimates, ...standardErrors].every(Number.isFinite)) throw new RangeError(`${term}: an imputation gave no number`);
  const estimate = mean(estimates);
  const within = mean(standardErrors.map((se) => se * se));
  const between = estimates.reduce((sum, one) => sum + (one - estimate) ** 2, 0) / (m - 1);
  const total = within + (1 + 1 / m) * between;
  const increase = ((1 + 1 / m) * between) / within;
  const df = degreesOfFreedom(m, ((1 + 1 / m) * between) / total, dfComplete);
  const standardError = Math.sqrt(total);
  const t = estimate / standardError;
  const reach = quantileT(0.05, df) * standardError;
  return {
    term, estimate, standardError, t, df, p: twoSidedT(t, df), lower: estimate - reach, upper: estimate + reach, within, between, increase,
    missingInformation: (increase + 2 / (df + 3)) / (increase + 1),
  };
}

/** @param lambda  the share of the variance that is due to what is missing */
function degreesOfFreedom(m: number, lambda: number, dfComplete: number): number {
  const old = (m - 1) / (lambda * lambda); // Infinity where nothing differs
  if (dfComplete === Infinity) return old;
  const observed = ((dfComplete + 1) / (dfComplete + 3)) * dfComplete * (1 - lambda);
  return old === Infinity ? observed : (old * observed) / (old + observed);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
