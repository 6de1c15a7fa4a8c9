import { said } from "../../faults/said";
import type { Fit } from "../fit";
import { RefusedModel } from "../refusedModel";

/**
 * A probability as a curve in the predictor: F(constant + sign·xβ).
 * A binary fit has one, P(y = 1); an ordered one has P(y ≤ j) for each cut point.
 */
export interface Curve {
  readonly sign: 1 | -1;
  /** Where among the parameters its cut point is; undefined for a binary fit, whose constant is a term. */
  readonly cut?: number;
}

export const curvesOf = (fit: Fit): Curve[] =>
  fit.thresholds ? fit.thresholds.map((_, j) => ({ sign: -1, cut: fit.coefficients.length + j })) : [{ sign: 1 }];

/** Something worked out from the parameters, and its gradient by them. */
export interface Quantity {
  readonly value: number;
  readonly gradient: readonly number[];
}

/** What is measured on every curve, and of every outcome. */
export interface Measured extends Quantity {
  /** What is left of certainty: of a probability the other outcomes', with digits of its own where the value rounds to 1; of a change −value. */
  readonly rest: number;
}

/**
 * From cumulative curves to outcomes: P(y = 1) for a binary fit; for an ordered one the difference of neighbouring
 * curves at every level. `whole` is what the curve at certainty (P = 1) measures: 1 for a probability, 0 for a change.
 */
export function byOutcome(fit: Fit, curves: readonly Measured[], whole: 0 | 1): { level?: string | number; measured: Measured }[] {
  if (!fit.levels) return [{ measured: curves[0] }];
  const m = curves[0].gradient.length;
  const none = { gradient: new Array<number>(m).fill(0) };
  const all: Measured[] = [{ ...none, value: 0, rest: whole }, ...curves, { ...none, value: whole, rest: 0 }];
  return fit.levels.map((level, j) => ({ level, measured: between(all[j + 1], all[j]) }));
}

/** From one curve to the next: of curves near certainty by what is left of it, since their own difference has no digits. */
const between = (a: Measured, b: Measured): Measured => ({
  value: Math.abs(b.value) <= Math.abs(b.rest) ? a.value - b.value : b.rest - a.rest,
  rest: a.rest + b.value, gradient: a.gradient.map((g, i) => g - b.gradient[i]),
});

/** @throws {RefusedModel} bad-input, where a probability rounds to 0 */
export function logarithm({ value, gradient }: Measured): Quantity {
  if (!(value > 0)) throw new RefusedModel("bad-input", [], "a predicted probability rounds to 0, which has no logarithm: the values asked for are far from the data");
  return { value: Math.log(value), gradient: gradient.map((g) => g / value) };
}

/** The logarithm of the odds of a probability. @throws {RefusedModel} bad-input, where it rounds to 0 or, with its other side, to 1 */
export function logOdds({ value, rest, gradient }: Measured): Quantity {
  if (!(value > 0 && rest > 0)) throw roundedAway(value);
  return { value: Math.log(value / rest), gradient: gradient.map((g) => g / (value * rest)) };
}

/** Of a probability that a place on the link is asked of, and has none. */
export const roundedAway = (value: number): RefusedModel =>
  new RefusedModel("bad-input", [], said`a predicted probability rounds to ${value}, and there it has no interval: the values asked for are far from the data`);
