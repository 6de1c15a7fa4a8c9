import { factorise, rootOfInverse, smallestPivotShare, solveFactored } from "./numeric/cholesky";

/** A log-likelihood, ready to be maximised: concave, unless its link bends upwards. */
export interface Likelihood {
  readonly link?: { readonly bendsUpwards?: true };
  /** Number of parameters, m. */
  readonly size: number;
  /** Mean weight of a row: what is close enough is measured by it, so that the scale of the weights does not matter. */
  readonly unit: number;
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
   *
   * @param length of the step, √(score′·step), from which alone some can tell
   */
  provesOverlap(step: Float64Array, length?: number): boolean;
}

/** Share of its derivative that every row must keep for `provesOverlap`; 0 would do but for rounding. */
export const KEPT = 0.5;

/** Where the ascent ended. */
export interface Maximum {
  readonly parameters: Float64Array;
  readonly logLik: number;
  readonly score: Float64Array;
  /** A root of the inverse of the observed information, m × m (root·root′); worked out anew each time it is read. */
  readonly root: Float64Array;
  /** Smallest pivot of the information there, as `smallestPivotShare`: where it is small, the root has lost digits. */
  readonly share: number;
  readonly iterations: number;
  /** The Newton step that would come next: how far, to first order, the maximum still is. */
  readonly nextStep: Float64Array;
}

const MOST_ITERATIONS = 100;
const MOST_HALVINGS = 40;
/** Where Newton's steps ended. */
export interface Climbed extends Maximum {
  /** The information there, factored. */
  readonly factored: Float64Array;
}

/** Length of the next step in standard errors (root of score′·covariance·score) at which an ascent ends. */
const CLOSE_ENOUGH = 1e-10;
/** For who adds the step that would come next: it leaves the square of the length, as Newton's method does. */
export const TO_STEP = 1e-5;

/** Where the steps stop shrinking, rounding has the last word; below this length that is the maximum all the same. */
const AS_CLOSE_AS_ROUNDING_ALLOWS = 1e-8;
/** A step may lose this much log-likelihood, relative to its size: rounding, near the top. */
const ROUNDING = 1e-12;
/**
 * At the start, columns with a larger pivot share than this keep twelve digits through the normal equations; others
 * are looked at one by one, and the ascent is better made on orthogonal columns.
 */
export const INDEPENDENT = 1e-4;
/** Steps in which most data sets prove their overlap; those that do not are decided exactly. */
const STEPS_TO_PROVE_OVERLAP = 8;

/**
 * Climbs to the maximum by Newton's method with observed information, halving a step that goes down.
 *
 * @param mayExist called once at most, when the first steps have not proved that a maximum exists: false (or
 *                 a throw) where it is certain that there is none
 * @param nearlyDependent called where the information at the start does not show that the columns are well apart:
 *                 throws where one is a combination of others; true to give up here, for other columns
 * @param closeEnough length of the next step, in standard errors, at which it ends
 * @param stepsBefore that led to the start: they are counted as well
 * @returns undefined where there is no maximum, or none was reached
 */
export function maximise(
  likelihood: Likelihood, start: Float64Array, mayExist: () => boolean, nearlyDependent?: () => boolean, closeEnough = CLOSE_ENOUGH, stepsBefore = 0,
): Climbed | undefined {
  const { size: m, unit } = likelihood;
  const rootOfUnit = Math.sqrt(unit);
  const score = new Float64Array(m);
  const information = new Float64Array(m * m);
  const step = new Float64Array(m);
  let here = start.slice();
  let there = new Float64Array(m);
  const evaluate = (to: Float64Array): number => likelihood.evaluate(to, score, information);
  let logLik = evaluate(here);
  let decided = false;
  let lastLength = Infinity;

  for (let iterations = 0; iterations < MOST_ITERATIONS; iterations++) {
    const curved = likelihood.link?.bendsUpwards && information.slice();
    const sound: boolean = Number.isFinite(logLik) && factorise(information, m);
    const factored = sound || (curved && Number.isFinite(logLik) && factoriseDamped(information, curved, m));
    if (iterations === 0 && !(factored && smallestPivotShare(information, m) > INDEPENDENT) && nearlyDependent?.()) return undefined;
    if (!factored) break;
    step.set(score);
    solveFactored(information, m, step);
    const unscaled = lengthInStandardErrors(score, step);
    const length = unscaled / rootOfUnit;
    const arrived = sound && (length <= closeEnough || (length <= AS_CLOSE_AS_ROUNDING_ALLOWS && length > lastLength / 4));
    decided ||= likelihood.provesOverlap(step, unscaled);
    if (!decided && (arrived || iterations >= STEPS_TO_PROVE_OVERLAP)) {
      if (!mayExist()) return undefined;
      decided = true;
    }
    if (arrived) return { parameters: here, logLik, score, iterations: stepsBefore + iterations, nextStep: step, factored: information, get share() { return smallestPivotShare(information, m); }, get root() { return rootOfInverse(information, m); } };
    lastLength = length;
    const reached = climb(evaluate, here, step, { to: there, logLik, tolerated: ROUNDING * (unit + Math.abs(logLik)) });
    if (reached === undefined) break;
    logLik = reached;
    [here, there] = [there, here];
  }
  if (!decided) mayExist();
  return undefined;
}

/** The maximum where it is beyond doubt: its existence is proved on the way, and the columns are well apart there. Else undefined. */
export function sureMaximum(likelihood: Likelihood, start: Float64Array, closeEnough: number): Climbed | undefined {
  const maximum = maximise(likelihood, start, () => false, () => true, closeEnough);
  return maximum && maximum.share > INDEPENDENT ? maximum : undefined;
}

/** Where the likelihood bends upwards no Newton step leads to a maximum: as much is added to the diagonal as makes one go up. */
function factoriseDamped(information: Float64Array, curved: Float64Array, m: number): boolean {
  let largest = 0;
  for (let j = 0; j < m; j++) largest = Math.max(largest, Math.abs(curved[j * m + j]));
  for (let share = 1e-3; share < 1e6; share *= 4) {
    information.set(curved);
    for (let j = 0; j < m; j++) information[j * m + j] += share * largest;
    if (factorise(information, m)) return true;
  }
  return false;
}

/** A maximum on other parameters, of which the wanted ones are a linear function `back` (undefined: the same), with a root found otherwise. */
export function carriedBack(maximum: Maximum, back: ((v: Float64Array) => Float64Array) | undefined, root: () => Float64Array): Maximum {
  const m = maximum.parameters.length;
  const columnsBack = (matrix: Float64Array): Float64Array => {
    if (!back) return matrix;
    const result = new Float64Array(m * m);
    for (let c = 0; c < m; c++) back(Float64Array.from({ length: m }, (_, j) => matrix[j * m + c])).forEach((value, j) => (result[j * m + c] = value));
    return result;
  };
  const { logLik, score, iterations } = maximum; // not its root, which is worked out when it is asked for
  const [parameters, nextStep] = back ? [back(maximum.parameters), back(maximum.nextStep)] : [maximum.parameters, maximum.nextStep];
  return { logLik, score, iterations, parameters, nextStep, get share() { return maximum.share; }, get root() { return columnsBack(root()); } };
}

/** The parameters after the step that would come next. */
export const afterStep = ({ parameters, nextStep }: Maximum): Float64Array => parameters.map((value, j) => value + nextStep[j]);

export function lengthInStandardErrors(score: Float64Array, step: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < score.length; j++) sum += score[j] * step[j];
  return Math.sqrt(Math.abs(sum));
}

/**
 * The whole step, or the largest of its halves that goes no more down than is tolerated, into `to`, evaluated there.
 * @returns the log-likelihood there; undefined where every part of the step goes down
 */
function climb(
  evaluate: (to: Float64Array) => number, from: Float64Array, step: Float64Array, { to, logLik: logLikFrom, tolerated }: { to: Float64Array; logLik: number; tolerated: number },
): number | undefined {
  for (let halvings = 0, share = 1; halvings < MOST_HALVINGS; halvings++, share /= 2) {
    for (let j = 0; j < to.length; j++) to[j] = from[j] + share * step[j];
    const logLik = evaluate(to);
    if (logLik >= logLikFrom - tolerated) return logLik;
  }
  return undefined;
}
