import type { BlockedBinary } from "./kernel/blockedBinary";
import type { BlockedOrdered } from "./kernel/blockedOrdered";
import { nearMaximum } from "./nearMaximum";
import { afterStep, maximise, type Wanted } from "./newton";

/** From this many rows on, the maximum of some of them is worth finding first. */
const MANY_ROWS = 50_000;
/** One block of rows in so many: enough to come within some standard errors of the maximum of all. */
const ONE_IN = 16;
/** In standard errors of the few: nearer would not be nearer to the maximum of all. */
const NEAR_ENOUGH: Wanted = { closeEnough: 0.01, informed: false };

/** Where an ascent begins, and how many steps led there. */
export interface Start {
  readonly at: Float64Array;
  readonly steps: number;
}

/**
 * Where to begin with many rows: at the maximum, sought first on every sixteenth block of them and from there by the slopes of all.
 * Steps that also ask for the height and the information of all rows are what a fit of many rows spends its time on; so near, one
 * of them is enough. What is decided (whether there is a maximum, where it is) is decided by who begins here.
 *
 * @returns `start` where the rows are not many, and where the few have no maximum or their columns are nearly dependent; the
 *          maximum of the few where the slopes do not lead from there to that of all
 */
export function startOfMany(likelihood: BlockedBinary | BlockedOrdered, rows: number, start: Float64Array): Start {
  if (rows < MANY_ROWS) return { at: start, steps: 0 };
  likelihood.lookAt(ONE_IN);
  const few = maximise(likelihood, start, () => false, () => true, NEAR_ENOUGH);
  likelihood.lookAt(1);
  if (!few) return { at: start, steps: 0 };
  const near = afterStep(few);
  const all = nearMaximum(likelihood, near, few.factored.map((value) => value * Math.sqrt(ONE_IN)), true);
  return all ? { at: all.parameters, steps: all.steps } : { at: near, steps: 0 };
}
