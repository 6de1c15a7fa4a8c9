import type { Fit } from "../fit";

/**
 * A probability as a curve in the predictor: F(constant + sign·xβ).
 * A binary fit has one, P(y = 1); an ordered one has P(y ≤ j) for each cut point.
 */
export interface Curve {
  readonly sign: 1 | -1;
  /** Where among the parameters its cut point is; undefined for a binary fit, whose constant is a term. */
  readonly cut?: number;
}

/** A fit's parameters in the order of its covariance: coefficients, then thresholds. */
export const parametersOf = (fit: Fit): number[] =>
  [...fit.coefficients, ...(fit.thresholds ?? [])].map((row) => row.estimate);

export const curvesOf = (fit: Fit): Curve[] =>
  fit.thresholds ? fit.thresholds.map((_, j) => ({ sign: -1, cut: fit.coefficients.length + j })) : [{ sign: 1 }];

/** Something measured on every curve (a value and its gradient). */
export interface Measured {
  readonly value: number;
  readonly gradient: readonly number[];
}

/**
 * From cumulative curves to outcomes: P(y = 1) for a binary fit; for an ordered one the difference of neighbouring
 * curves at every level. `whole` is what the curve at certainty (P = 1) measures: 1 for a probability, 0 for a change.
 */
export function byOutcome(fit: Fit, curves: readonly Measured[], whole: 0 | 1): { level?: string | number; measured: Measured }[] {
  if (!fit.levels) return [{ measured: curves[0] }];
  const m = curves[0].gradient.length;
  const nothing: Measured = { value: 0, gradient: new Array<number>(m).fill(0) };
  const all = [nothing, ...curves, { ...nothing, value: whole }];
  return fit.levels.map((level, j) => ({ level, measured: difference(all[j + 1], all[j]) }));
}

export const difference = (a: Measured, b: Measured): Measured =>
  ({ value: a.value - b.value, gradient: a.gradient.map((g, i) => g - b.gradient[i]) });
