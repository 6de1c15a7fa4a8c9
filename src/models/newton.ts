import { factorise, inverseOfFactored, smallestPivotShare, solveFactored } from "./numeric/cholesky";

/** A concave log-likelihood, ready to be maximised. */
export interface Likelihood {
  /** Number of parameters, m. */
  readonly size: number;
  /**
   * Fills the score (length m) and the observed information (m × m, lower triangle) at `parameters`.
   * @returns the log-likelihood; −Infinity where the parameters give an observed outcome no probability
   *          (score and information then mean nothing)
   */
  evaluate(parameters: Float64Array, score: Float64Array, information: Float64Array): number;
  /**
   * True where the last evaluation and the Newton step from there *prove* that a finite maximum exists.
   * False says nothing.
   *
   * Why: let g and h be each row's first and second derivative by its linear predictor, A its design row. The step δ
   * solves Σ Aᵢ(gᵢ + hᵢAᵢδ) = 0. Where every gᵢ + hᵢAᵢδ keeps the sign of gᵢ, these are weights that balance the rows
   * against each other, and by Stiemke's theorem no direction can then raise some rows without lowering others,
   * which is what separation needs. (At separated data some row's η always moves by 1 or more.)
   */
  provesOverlap(step: Float64Array): boolean;
}

/** Where the ascent ended. */
export interface Maximum {
  readonly parameters: Float64Array;
  readonly logLik: number;
  readonly score: Float64Array;
  /** Inverse of the observed information, m × m; worked out anew each time it is read. */
  readonly covariance: Float64Array;
  readonly iterations: number;
  /** The Newton step that would come next: how far, to first order, the maximum still is. */
  readonly nextStep: Float64Array;
}

const MOST_ITERATIONS = 100;
const MOST_HALVINGS = 40;
/** Length of the next step in standard errors (root of score′·covariance·score) at which the ascent ends. */
const CLOSE_ENOUGH = 1e-10;
/**
 * The same for who wants the parameters alone, and adds the step that would come next: it leaves the square of this,
 * as Newton's method does.
 */
export const CLOSE_ENOUGH_TO_STEP = 1e-5;
/** Where the steps stop shrinking, rounding has the last word; below this length that is the maximum all the same. */
const AS_CLOSE_AS_ROUNDING_ALLOWS = 1e-8;
/** A step may lose this much log-likelihood, relative to its size: rounding, near the top. */
const ROUNDING = 1e-12;
/**
 * At the start, columns with a larger pivot share than this are independent for certain: exact dependence leaves a
 * share of rounding (1e-12 at most), and a share s² here means at least s²·(mean/largest row weight) unweighted.
 */
const INDEPENDENT = 1e-8;
/** Steps in which most data sets prove their overlap; those that do not are decided exactly. */
const STEPS_TO_PROVE_OVERLAP = 8;

/**
 * Climbs to the maximum by Newton's method with observed information, halving a step that goes down.
 *
 * @param mayExist called once at most, when the first steps have not proved that a maximum exists: false (or
 *                 a throw) where it is certain that there is none
 * @param refuseDependent called where the information at the start does not show that the columns are independent:
 *                 throws where they are not
 * @param closeEnough length of the next step, in standard errors, at which the ascent ends
 * @returns undefined where there is no maximum, or none was reached
 */
export function maximise(
  likelihood: Likelihood, start: Float64Array, mayExist: () => boolean, refuseDependent?: () => void, closeEnough = CLOSE_ENOUGH,
): Maximum | undefined {
  const m = likelihood.size;
  const score = new Float64Array(m);
  const information = new Float64Array(m * m);
  const step = new Float64Array(m);
  let here = start.slice();
  let there = new Float64Array(m);
  let logLik = likelihood.evaluate(here, score, information);
  let decided = false;
  let lastLength = Infinity;

  for (let iterations = 0; iterations < MOST_ITERATIONS; iterations++) {
    const factored = Number.isFinite(logLik) && factorise(information, m);
    if (iterations === 0 && !(factored && smallestPivotShare(information, m) > INDEPENDENT)) refuseDependent?.();
    if (!factored) break;
    step.set(score);
    solveFactored(information, m, step);
    const length = lengthInStandardErrors(score, step);
    const arrived = length <= closeEnough || (length <= AS_CLOSE_AS_ROUNDING_ALLOWS && length > lastLength / 4);
    decided ||= likelihood.provesOverlap(step);
    if (!decided && (arrived || iterations >= STEPS_TO_PROVE_OVERLAP)) {
      if (!mayExist()) return undefined;
      decided = true;
    }
    if (arrived) return { parameters: here, logLik, score, iterations, nextStep: step, get covariance() { return inverseOfFactored(information, m); } };
    lastLength = length;
    const reached = climb(likelihood, here, step, logLik, { to: there, score, information });
    if (reached === undefined) break;
    logLik = reached;
    [here, there] = [there, here];
  }
  if (!decided) mayExist();
  return undefined;
}

/** The parameters after the step that would come next. */
export const afterStep = ({ parameters, nextStep }: Maximum): Float64Array => parameters.map((value, j) => value + nextStep[j]);

function lengthInStandardErrors(score: Float64Array, step: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < score.length; j++) sum += score[j] * step[j];
  return Math.sqrt(Math.abs(sum));
}

/**
 * The whole step, or the largest of its halves that does not go down, into `to`, with score and information there.
 * @returns the log-likelihood there; undefined where every part of the step goes down
 */
function climb(
  likelihood: Likelihood, from: Float64Array, step: Float64Array, logLikFrom: number,
  { to, score, information }: { to: Float64Array; score: Float64Array; information: Float64Array },
): number | undefined {
  const tolerated = ROUNDING * (1 + Math.abs(logLikFrom));
  for (let halvings = 0, share = 1; halvings < MOST_HALVINGS; halvings++, share /= 2) {
    for (let j = 0; j < to.length; j++) to[j] = from[j] + share * step[j];
    const logLik = likelihood.evaluate(to, score, information);
    if (logLik >= logLikFrom - tolerated) return logLik;
  }
  return undefined;
}
