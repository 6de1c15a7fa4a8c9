import { linkFunction } from "../links/link";
import type { Matrix, Packed } from "../matrix";
import { afterStep, CLOSE_ENOUGH_TO_STEP } from "../newton";
import { type Level, orderedData, type OrderedData, type OrderedLikelihood, orderedMaximum, type OrderedOptions, refuseOrdered, slopesFirst } from "../ordered";
import { transformVector } from "../standardise";
import { drawnRows } from "./drawnRows";
import type { Refit } from "./modelRows";

/** Refits an ordered model to resamples of its rows, beginning at the estimates of all rows; throws as `fitOrdered`. */
export function orderedRefitter(
  X: Matrix | Packed, y: readonly Level[], terms: readonly string[], levels: readonly Level[], options: Omit<OrderedOptions, "weights">,
): Refit {
  const link = linkFunction(options.link ?? "logit");
  const whole = orderedData(X, y, terms, levels, options);
  const estimates = (data: OrderedData, start?: (likelihood: OrderedLikelihood) => Float64Array): Float64Array =>
    orderedMaximum(data, levels, link, (likelihood, maximum) => transformVector(slopesFirst(likelihood), afterStep(maximum)), start, CLOSE_ENOUGH_TO_STEP);
  const ofAll = estimates(whole);
  const drawn = drawnRows(whole.design, whole.seen);
  return (counts) => {
    const { design, seen } = drawn(counts);
    refuseOrdered(design, seen, levels);
    return estimates({ ...whole, design, seen }, (likelihood) => standardised(ofAll, likelihood));
  };
}

/** Estimates (slopes, then thresholds) on the standardised design, thresholds first. */
function standardised(estimates: Float64Array, { common: { centre, scale }, cuts, size }: OrderedLikelihood): Float64Array {
  const parameters = new Float64Array(size);
  let shift = 0;
  for (let j = 0; j < size - cuts; j++) {
    parameters[cuts + j] = estimates[j] * scale[j];
    shift += estimates[j] * centre[j];
  }
  for (let cut = 0; cut < cuts; cut++) parameters[cut] = estimates[size - cuts + cut] - shift;
  return parameters;
}
