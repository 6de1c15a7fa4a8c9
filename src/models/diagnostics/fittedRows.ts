import { noted } from "../../faults/noted";
import type { FittedData } from "../covariance/influenceRows";
import { slopesOf } from "../effects/slopesOf";
import type { Fit } from "../fit";
import { dot, standardisedRow } from "../inference";
import { linkFunction } from "../links/link";

/** A row of a binary fit. */
export interface FittedRow {
  readonly y: number;
  /** P(y = 1). */
  readonly p: number;
  /** P(y = 0), with its own digits where p rounds to 1. */
  readonly q: number;
  /** The linear predictor. */
  readonly eta: number;
  readonly weight: number;
}

/** Fitted probabilities of a binary fit, row by row. */
export function fittedRows(fit: Fit, { X, y, weights, offset }: FittedData): FittedRow[] {
  if (fit.family !== "binomial") throw new RangeError(noted`only a binary fit has one probability a row`);
  const { cdf, upper } = linkFunction(fit.link);
  const probabilities = (eta: number): { p: number; q: number; eta: number } => ({ p: cdf(eta), q: upper(eta), eta });
  return slopesOf(X, fit).map((x, i) => ({
    y: y[i] as number, weight: weights?.[i] ?? 1,
    ...probabilities(dot(standardisedRow(fit, x), fit.inference.parameters) + (offset?.[i] ?? 0)),
  }));
}
