import { binaryData, refuseBinary, withStandardised as binaryRows } from "../binaryData";
import { binaryMaximum } from "../binaryMaximum";
import type { Family, Fit, Link } from "../fit";
import { linkFunction } from "../links/link";
import type { Matrix, Packed } from "../matrix";
import { afterStep, TO_STEP } from "../newton";
import { type Observations, withNames } from "../observations";
import { type Level, orderedData, refuseOrdered, withStandardised as orderedRows } from "../orderedData";
import { orderedMaximum, rotated } from "../orderedMaximum";
import type { Scaling } from "../standardise";
import { drawnBinary, drawnOrdered, type OnColumns } from "./drawnFit";

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
  readonly offset?: readonly number[] | undefined;
}

/** From how often each row is drawn to the parameters on the columns as a fit standardised them: coefficients, then thresholds. */
export type Refit = (counts: ArrayLike<number>) => Float64Array;

/**
 * Refits a model to as many resamples of its rows as are asked for, each beginning at the fit of all rows.
 *
 * Throws at once, or when a resample is fitted, as `fitBinary` and `fitOrdered`.
 * @param scaling what the fit of all rows took off each column: the parameters of resamples are on its scale
 */
export function refitter({ family, link = "logit", X, y, terms, levels = [], offset }: ModelRows, { coefficients, thresholds = [], inference }: Pick<Fit, "coefficients" | "thresholds" | "inference">): Refit {
  const F = linkFunction(link);
  const near = Float64Array.from([...coefficients, ...thresholds], (row) => row.estimate);
  if (family === "binomial") {
    const whole = binaryData(X, y as readonly number[], terms, { offset });
    const constants = whole.constant === null ? [] : [whole.constant];
    const drawn = drawnRows(whole.design, whole.seen);
    const plainly = (counts: ArrayLike<number>): OnColumns => {
      const { design, seen } = drawn(counts);
      refuseBinary(design, seen);
      const { maximum, scaling } = binaryMaximum(binaryRows(design, seen, whole.constant), terms, F, near, TO_STEP);
      return [afterStep(maximum), scaling];
    };
    const again = link === "logit" ? drawnBinary(whole) : undefined;
    return (counts) => {
      const [parameters, scaling] = again?.(counts) ?? plainly(counts);
      return onScaling(parameters, scaling, inference, constants, 1);
    };
  }
  const whole = orderedData(X, y, terms, levels, { offset });
  const cuts = Array.from({ length: levels.length - 1 }, (_, cut) => whole.slopes.length + cut);
  const drawn = drawnRows(whole.design, whole.seen);
  const plainly = (counts: ArrayLike<number>): OnColumns => {
    const { design, seen } = drawn(counts);
    refuseOrdered(design, seen, levels);
    const { maximum, scaling } = orderedMaximum(orderedRows(design, seen, whole.slopes), levels, F, near, TO_STEP);
    return [afterStep(maximum), scaling];
  };
  const again = link === "logit" ? drawnOrdered(whole, levels) : undefined;
  return (counts) => {
    const [parameters, scaling] = again?.(counts) ?? plainly(counts);
    return onScaling(rotated(parameters, 1, cuts.length), scaling, inference, cuts, -1);
  };
}

/** Parameters on one scaling of the columns, on another: the constants take up the centres' difference. */
export function onScaling(parameters: Float64Array, from: Scaling, to: Scaling, constants: readonly number[], sign: 1 | -1): Float64Array {
  const moved = parameters.slice();
  let shift = 0;
  for (let j = 0; j < from.scale.length; j++) {
    if (constants.includes(j)) continue;
    const slope = parameters[j] / from.scale[j];
    moved[j] = slope * to.scale[j];
    shift += slope * (to.centre[j] - from.centre[j]);
  }
  for (const constant of constants) moved[constant] += sign * shift;
  return moved;
}

/**
 * Brings together the rows that were drawn, each with its count as weight, in memory that is used again for the next
 * draw: what is returned is good until then.
 */
function drawnRows({ rows, columns: k, values }: Packed, all: Observations): (counts: ArrayLike<number>) => { design: Packed; seen: Observations } {
  const { y, offset } = all;
  const space = { values: new Float64Array(rows * k), y: new Float64Array(rows), weights: new Float64Array(rows), offset: new Float64Array(offset ? rows : 0) };
  const kept = new Int32Array(rows);
  return (counts) => {
    const drawn = pickDrawn(values, k, counts, kept, space.values);
    for (let row = 0; row < drawn; row++) {
      const i = kept[row];
      space.y[row] = y[i];
      space.weights[row] = counts[i];
      if (offset) space.offset[row] = offset[i];
    }
    return {
      design: { rows: drawn, columns: k, values: space.values.subarray(0, drawn * k) },
      seen: withNames(
        { y: space.y.subarray(0, drawn), weights: space.weights.subarray(0, drawn), ...(offset && { offset: space.offset.subarray(0, drawn) }) },
        () => Array.from(kept.subarray(0, drawn), (i) => all.names[i]),
      ),
    };
  };
}

/** Notes which rows were drawn, and copies them. A function of its own, which engines make fast. */
function pickDrawn(values: Float64Array, k: number, counts: ArrayLike<number>, kept: Int32Array, picked: Float64Array): number {
  let drawn = 0;
  for (let i = 0; i < kept.length; i++) if (counts[i] > 0) kept[drawn++] = i;
  for (let row = 0, to = 0; row < drawn; row++) {
    const end = (kept[row] + 1) * k;
    for (let from = end - k; from < end; from++) picked[to++] = values[from];
  }
  return drawn;
}
