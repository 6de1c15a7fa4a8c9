import { asCoefficient } from "../coefficients";
import type { Fit } from "../fit";
import type { Matrix } from "../matrix";
import { averageChange, type Averaging } from "./averageChange";
import { degreesOf, standardErrorOf } from "../inference";
import { byT } from "../intervals";
import { slopesOf } from "./slopesOf";
import { byOutcome } from "./curves";

/** A probability with its delta-method interval (which may leave 0 to 1 where it is near either). */
export interface Prediction {
  /** Of an ordered outcome. */
  readonly level?: string | number;
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The predicted probability of each outcome, averaged over the rows of a design: one row, a profile; the sample, an
 * average adjusted prediction. A binary fit has one (y = 1), an ordered one has one for each level, and they sum to 1.
 */
export function predictProbabilities(fit: Fit, X: Matrix, averaging: Averaging = {}): Prediction[] {
  const at = slopesOf(X, fit);
  return byOutcome(fit, averageChange(fit, { kind: "none", at }, averaging), 1).map(({ level, measured: { value, gradient } }) => {
    const { estimate, standardError, lower, upper } = byT(asCoefficient("", value, standardErrorOf(fit, gradient)), degreesOf(fit, gradient));
    return { ...(level === undefined ? {} : { level }), estimate, standardError, lower, upper };
  });
}
