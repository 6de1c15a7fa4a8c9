import type { FittedData } from "../covariance/influenceRows";
import { slopesOf } from "../effects/slopesOf";
import { parametersOf } from "../effects/curves";
import type { Fit } from "../fit";
import { linkFunction } from "../links/link";

/** A row of a binary fit. */
export interface FittedRow {
  readonly y: number;
  /** P(y = 1). */
  readonly p: number;
  readonly weight: number;
}

/** Fitted probabilities of a binary fit, row by row. */
export function fittedRows(fit: Fit, { X, y, weights, offset }: FittedData): FittedRow[] {
  if (fit.family !== "binomial") throw new RangeError("only a binary fit has one probability a row");
  const beta = parametersOf(fit);
  const { cdf } = linkFunction(fit.link);
  return slopesOf(X, fit).map((x, i) => ({
    y: y[i] as number, weight: weights?.[i] ?? 1,
    p: cdf(x.reduce((sum, value, j) => sum + value * beta[j], offset?.[i] ?? 0)),
  }));
}
