import type { Certificate } from "./fit";
import type { Maximum } from "./newton";

/** Digits a double holds: more cannot be vouched for. */
const MOST_DIGITS = 15;

/**
 * How close the estimates are to the maximum: the largest element of the score there, and by the Newton step that
 * would come next, the number of correct decimals and significant digits of each estimate.
 *
 * @param step the next Newton step, on the scale of the estimates
 * Source: ordinal `convergence.R` (Christensen).
 */
export function certify({ score, iterations }: Maximum, step: Float64Array, names: readonly string[], estimates: readonly number[]): Certificate {
  return {
    iterations,
    largestGradient: largest(score),
    largestStep: largest(step),
    correctDecimals: Object.fromEntries(names.map((name, j) => [name, correctDecimals(step[j], estimates[j])])),
  };
}

const largest = (v: Float64Array): number => v.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Decimals unchanged by the step, but never more than the estimate's own floating point holds. */
function correctDecimals(step: number, estimate: number): number {
  const held = MOST_DIGITS - Math.ceil(Math.log10(Math.abs(estimate) || 1));
  const unchanged = step === 0 ? held : Math.floor(-Math.log10(2 * Math.abs(step)));
  return Math.max(0, Math.min(unchanged, held));
}
