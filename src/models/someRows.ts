import type { BlockedBinary } from "./kernel/blockedBinary";
import type { BlockedOrdered } from "./kernel/blockedOrdered";
import { afterStep, maximise, type Wanted } from "./newton";

/** From this many rows on, the maximum of some of them is worth finding first. */
const MANY_ROWS = 50_000;
/** One block of rows in so many: enough to come within a few standard errors of the maximum of all. */
const ONE_IN = 16;
/** In standard errors of the few: nearer would not be nearer to the maximum of all. */
const NEAR_ENOUGH: Wanted = { closeEnough: 0.01, informed: false };

/**
 * Where to begin with many rows: about the maximum of every sixteenth block of them, from which that of all is two or three
 * steps away. Newton's steps on all rows are what a fit of many rows spends its time on. What is decided (whether there is a
 * maximum, where it is) is decided on all rows.
 *
 * @returns `start` where the rows are not many, and where the few have no maximum or their columns are nearly dependent
 */
export function startOfMany(likelihood: BlockedBinary | BlockedOrdered, rows: number, start: Float64Array): Float64Array {
  if (rows < MANY_ROWS) return start;
  likelihood.lookAt(ONE_IN);
  const maximum = maximise(likelihood, start, () => false, () => true, NEAR_ENOUGH);
  likelihood.lookAt(1);
  return maximum ? afterStep(maximum) : start;
}
