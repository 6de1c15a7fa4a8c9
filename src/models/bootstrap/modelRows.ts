import type { Family, Link } from "../fit";
import type { Matrix, Packed } from "../matrix";
import type { Level } from "../ordered";
import { binaryRefitter } from "./binaryRefitter";
import { orderedRefitter } from "./orderedRefitter";

/** A model and its data as plain values: all that another thread needs to fit it anew. */
export interface ModelRows {
  readonly family: Family;
  /** Default logit. */
  readonly link?: Link;
  readonly X: Matrix | Packed;
  /** 0 or 1; of an ordered model, levels. */
  readonly y: readonly Level[];
  readonly terms: readonly string[];
  /** Of an ordered model, low to high. */
  readonly levels?: readonly Level[];
  readonly offset?: readonly number[];
}

/** From how often each row is drawn to the estimates: coefficients, then thresholds. */
export type Refit = (counts: ArrayLike<number>) => Float64Array;

/**
 * Fits the model to all rows once, and then to as many resamples as are asked for, each from the estimates of all rows.
 * @throws {RefusedModel} where all rows, or later those drawn, cannot be fitted
 */
export function refitter({ family, link, X, y, terms, levels, offset }: ModelRows): Refit {
  const options = { link, offset };
  return family === "binomial" ? binaryRefitter(X, y as readonly number[], terms, options) : orderedRefitter(X, y, terms, levels ?? [], options);
}
