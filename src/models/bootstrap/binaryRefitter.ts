import { binaryData, type BinaryOptions, refuseBinary } from "../binary";
import { type BinaryData, binaryMaximum } from "../binaryMaximum";
import { linkFunction } from "../links/link";
import type { Matrix, Packed } from "../matrix";
import { afterStep, CLOSE_ENOUGH_TO_STEP } from "../newton";
import type { Scaling } from "../standardise";
import { drawnRows } from "./drawnRows";
import type { Refit } from "./modelRows";

/** Refits a binary model to resamples of its rows, beginning at the estimates of all rows; throws as `fitBinary`. */
export function binaryRefitter(X: Matrix | Packed, y: ArrayLike<number>, terms: readonly string[], options: Omit<BinaryOptions, "weights">): Refit {
  const link = linkFunction(options.link ?? "logit");
  const whole = binaryData(X, y, terms, options);
  const { constant } = whole;
  const estimates = (data: BinaryData, near?: Float64Array): Float64Array => {
    const { maximum, scaling } = binaryMaximum(data, terms, link, near, CLOSE_ENOUGH_TO_STEP);
    return unscaled(afterStep(maximum), constant, scaling);
  };
  const ofAll = estimates(whole);
  const drawn = drawnRows(whole.design, whole.seen);
  return (counts) => {
    const { design, seen } = drawn(counts);
    refuseBinary(design, seen);
    return estimates({ design, seen, constant }, ofAll);
  };
}

/** Parameters of the standardised design, on the design as given. */
function unscaled(parameters: Float64Array, constant: number | null, { centre, scale }: Scaling): Float64Array {
  const estimates = parameters.slice();
  let shift = 0;
  for (let j = 0; j < estimates.length; j++) {
    estimates[j] /= scale[j];
    shift += estimates[j] * centre[j];
  }
  if (constant !== null) estimates[constant] -= shift;
  return estimates;
}
