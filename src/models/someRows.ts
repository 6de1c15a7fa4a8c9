import type { Packed } from "./matrix";
import { maximise, type Likelihood, type Maximum } from "./newton";
import { type Observations, withNames } from "./observations";

/** From this many rows on, the maximum of some of them is worth finding first. */
export const MANY_ROWS = 50_000;
/** One row in so many: enough to come within a few standard errors of the maximum of all. */
const ONE_IN = 16;
/** In standard errors of the few: nearer would not be nearer to the maximum of all. */
const NEAR_ENOUGH = 0.01;

/** Every sixteenth row. */
export function someRows({ values, rows, columns: k }: Packed, seen: Observations): { design: Packed; seen: Observations } {
  const few = Math.ceil(rows / ONE_IN);
  const picked = new Float64Array(few * k);
  for (let row = 0, to = 0; row < few; row++) for (let j = 0, from = row * ONE_IN * k; j < k; j++) picked[to++] = values[from++];
  const pick = (from: Float64Array): Float64Array => new Float64Array(few).map((_, row) => from[row * ONE_IN]);
  return {
    design: { rows: few, columns: k, values: picked },
    seen: withNames(
      { y: pick(seen.y), weights: seen.weights && pick(seen.weights), offset: seen.offset && pick(seen.offset) },
      () => seen.names.filter((_, i) => i % ONE_IN === 0),
    ),
  };
}

/**
 * About the maximum of a likelihood of some rows, from which that of all is two or three steps away: Newton's steps on
 * all rows are what a fit of many rows spends its time on. What is decided (whether there is a maximum, where it is) is
 * decided on all rows.
 *
 * @returns undefined where the few have no maximum, or their columns are nearly dependent
 */
export const maximumOfSome = (likelihood: Likelihood, start: Float64Array): Maximum | undefined => maximise(likelihood, start, () => false, () => true, NEAR_ENOUGH);
