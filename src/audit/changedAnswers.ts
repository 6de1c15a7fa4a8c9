import type { Interval } from "../published/printedNumber";
import { printedInterval, printedIntervalAboveZero } from "./printedInterval";

/**
 * Two logits on the same rows and terms, whose outcomes differ in a few answers: how far above its like must the term be,
 * on average, in those who answered otherwise?
 *
 * Method    one Newton step from the one model: Δβ ≈ SE²·Σ r, r being what is left of the term in a changed answer once the
 *           other terms are taken out; hence the mean of r is Δβ/(SE²·changed), over the rounding of all three.
 * Source    Pregibon (1981), The Annals of Statistics 9: 705–724, for the one-step approximation.
 *
 * @param a, b  the coefficient in either model; `se` that of the model stepped from
 * @example changedAnswers("0.0004", "-0.0003", "0.0002", 9).each.toFixed(0)  // "1944"
 */
export function changedAnswers(a: string, b: string, se: string, changed: number): { sum: number; each: number; interval: Interval } {
  const [x, y, s] = [printedInterval(a, "nearest"), printedInterval(b, "nearest"), printedIntervalAboveZero(se, "nearest")];
  const at = (difference: number, error: number) => difference / error ** 2 / changed;
  const ends = [x.lower - y.upper, x.upper - y.lower].flatMap((difference) => [at(difference, s.lower), at(difference, s.upper)]);
  const sum = (Number(a) - Number(b)) / Number(se) ** 2;
  return { sum, each: sum / changed, interval: { lower: Math.min(...ends), upper: Math.max(...ends) } };
}
