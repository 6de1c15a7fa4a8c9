import type { BlockedBinary } from "./kernel/blockedBinary";
import type { BlockedOrdered } from "./kernel/blockedOrdered";
import { afterStep, INDEPENDENT, lengthInStandardErrors, maximise, TO_STEP } from "./newton";
import { factorise, smallestPivotShare, solveFactored } from "./numeric/cholesky";

/** A concave log-likelihood near whose maximum one is: its slopes lead there, and its height need not be known. */
export interface Slopes {
  /** Number of parameters, m. */
  readonly size: number;
  /** As `Likelihood.unit`. */
  readonly unit: number;
  /**
   * Fills the score and, where there is an array for it, the observed information (lower triangle; some digits are enough).
   * @returns false where the parameters give an observed outcome no probability
   */
  slopesAt(parameters: Float64Array, score: Float64Array, information?: Float64Array): boolean;
  /** As `Likelihood.provesOverlap`. */
  provesOverlap(step: Float64Array): boolean;
}

/** In standard errors: from nearer than this, steps with the same information shrink so fast that a new one is not worth its price. */
const NEAR = 0.02;
/** What may be left to the maximum, in standard errors. */
const CLOSE_ENOUGH = 1e-10;
const MOST_STEPS = 20;

interface Known {
  readonly decided?: boolean;
  readonly score?: ((score: Float64Array) => void) | undefined;
}

/**
 * The maximum of a concave function from near it: the first step is made with the information of another place or of other rows,
 * then some with their own, the last ones with that of the step before. No height is looked at: where the slopes vanish and the
 * rows overlap, there is the maximum.
 *
 * @param factored information about there, factored
 * @param known   `decided`: whether someone else decides that there is a maximum; `score`: fills the score at `near`, where it costs
 *                less than to ask for it
 * @returns undefined where a step is not shorter than the one before, overlap is not proved on the way, or columns are nearly
 *          dependent: then who looks at heights must decide
 */
export function nearMaximum(likelihood: Slopes, near: Float64Array, factored: Float64Array, { decided = false, score: scoreThere }: Known = {}): { parameters: Float64Array; steps: number } | undefined {
  const { size: m } = likelihood;
  const rootOfUnit = Math.sqrt(likelihood.unit);
  const information = factored.slice();
  const score = new Float64Array(m);
  const step = new Float64Array(m);
  const parameters = near.slice();
  let before = Infinity;
  let proved = decided;
  for (let steps = 1; steps <= MOST_STEPS; steps++) {
    const anew: boolean = steps > 1 && !(proved && before <= NEAR);
    if (steps === 1 && scoreThere) scoreThere(score);
    else if (!likelihood.slopesAt(parameters, score, anew ? information : undefined)) return undefined;
    if (anew && !(factorise(information, m) && smallestPivotShare(information, m) > INDEPENDENT)) return undefined;
    step.set(score);
    solveFactored(information, m, step);
    const length = lengthInStandardErrors(score, step) / rootOfUnit;
    if (!(length < before || length <= CLOSE_ENOUGH)) return undefined;
    proved ||= anew && likelihood.provesOverlap(step);
    for (let j = 0; j < m; j++) parameters[j] += step[j];
    if (proved && (anew ? length <= TO_STEP : steps > 1 && leftByOldInformation(length, before) <= CLOSE_ENOUGH)) return { parameters, steps };
    before = length;
  }
  return undefined;
}

/**
 * What a step of this length leaves when it is made with the information of one step (of length `before`) ago. That differs
 * by some 2·c·before from the one here, where c = length/before² is how much the log-likelihood bends: Newton's own step leaves
 * c·before².
 */
const leftByOldInformation = (length: number, before: number): number => (2 * length ** 2) / before;

/** From this many rows on, the maximum of some of them is worth finding first. */
const MANY_ROWS = 50_000;
/** One block of rows in so many: enough to come within some standard errors of the maximum of all. */
const ONE_IN = 16;
/** In standard errors of the few: nearer would not be nearer to the maximum of all. */
const NEAR_ENOUGH = 0.01;

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
  const all = nearMaximum(likelihood, near, few.factored.map((value) => value * Math.sqrt(ONE_IN)), { decided: true });
  return all ? { at: all.parameters, steps: all.steps } : { at: near, steps: 0 };
}
