import { BinaryLikelihood } from "../binaryLikelihood";
import { throughRoot } from "../inference";
import { linkFunction } from "../links/link";
import type { Packed } from "../matrix";
import type { Maximum } from "../newton";
import { factorise, inverseOfFactored, logDeterminant, rootOfInverse, smallestPivotShare } from "../numeric/cholesky";
import { norm } from "../numeric/orthogonal";
import type { Observations } from "../observations";

const MOST_ITERATIONS = 500;
const MOST_HALVINGS = 40;
/** Length of the next step, in standard errors, at which the ascent ends. */
const CLOSE_ENOUGH = 1e-10;
/**
 * Where fitted probabilities are so near 0 or 1 that the information has lost digits, steps stop shrinking earlier:
 * not halved in so many steps, but below this, rounding has the last word (the height is then right to its square).
 */
const AS_CLOSE_AS_ROUNDING_ALLOWS = 1e-4;
const PATIENCE = 8;
/**
 * In standard errors: a step to where the next one would be longer has gone where rows are so certain that nothing is left of the
 * information, and no halving leads back from there.
 */
const FARTHEST = 1e6;
/** From here on the curvature is learnt from the steps themselves. */
const NEAR = 0.3;
/** The least share of the promised rise that a step must bring (Armijo). */
const LEAST_RISE = 1e-4;

/** Where Firth's penalised log-likelihood is highest. */
export interface FirthMaximum extends Maximum {
  /** logLik + ½ log|information|, on the scale of the columns given. */
  readonly penalised: number;
}

/**
 * A maximum of log-likelihood + ½ log|X′WX|, climbed to with the modified score X′(y − p + h(½ − p)), h the leverages.
 * The penalty always has the information of all columns, also where some parameters are held.
 *
 * Steps are scoring steps, each halved until it rises; near the top their curvature is corrected by what the score
 * did (BFGS), since the information alone overshoots by as much as it falls short where a row has leverage 1.
 *
 * @param start parameters to begin at; those in `held` stay there
 * @param closeEnough length of the next step, in standard errors, at which the ascent ends; the height is right to its square
 * @returns undefined where it does not arrive
 * Source: Firth (1993), Biometrika 80; Heinze & Schemper (2002), Statistics in Medicine 21.
 */
export function firthMaximum(X: Packed, seen: Observations, start: Float64Array, held: readonly number[] = [], closeEnough = CLOSE_ENOUGH): FirthMaximum | undefined {
  const free = Array.from(start.keys()).filter((j) => !held.includes(j));
  let here = at(X, seen, start, free);
  let H: Float64Array | undefined;
  let closest: { readonly place: Place; readonly iterations: number } | undefined;
  for (let iterations = 0; here && iterations < MOST_ITERATIONS; iterations++) {
    if (!closest || here.length < closest.place.length / 2) closest = { place: here, iterations };
    if (!H || here.length > NEAR) H = here.freeCovariance;
    if (here.length <= closeEnough) return arrived(here, H, free, iterations);
    if (closest.place.length <= AS_CLOSE_AS_ROUNDING_ALLOWS && iterations - closest.iterations >= PATIENCE) return arrived(closest.place, closest.place.freeCovariance, free, iterations);
    const step = direction(H, here, free);
    const next: Place | undefined = climb(X, seen, here, step, free) ?? climb(X, seen, here, direction((H = here.freeCovariance), here, free), free);
    if (!next) return closest.place.length <= AS_CLOSE_AS_ROUNDING_ALLOWS ? arrived(closest.place, closest.place.freeCovariance, free, iterations) : undefined;
    H = corrected(H, here, next, free);
    here = next;
  }
  return undefined;
}

function arrived(place: Place, H: Float64Array, free: readonly number[], iterations: number): FirthMaximum {
  const { parameters, logLik, penalised, score, root, share } = place;
  return { parameters, logLik, penalised, score, root, share, iterations, nextStep: direction(H, place, free) };
}

interface Place {
  readonly parameters: Float64Array;
  readonly logLik: number;
  readonly penalised: number;
  /** The modified score. */
  readonly score: Float64Array;
  /** A root of the inverse of X′WX. */
  readonly root: Float64Array;
  readonly share: number;
  /** Inverse information of the free parameters. */
  readonly freeCovariance: Float64Array;
  /** Of the scoring step from here, in standard errors. */
  readonly length: number;
}

function at(X: Packed, seen: Observations, parameters: Float64Array, free: readonly number[]): Place | undefined {
  const k = X.columns;
  const likelihood = new BinaryLikelihood(X, seen, linkFunction("logit"));
  const score = new Float64Array(k);
  const L = new Float64Array(k * k);
  const logLik = likelihood.evaluate(parameters, score, L);
  const m = free.length;
  const own = Float64Array.from(free.flatMap((a) => free.map((b) => L[Math.max(a, b) * k + Math.min(a, b)])));
  if (!Number.isFinite(logLik) || !factorise(L, k) || !factorise(own, m)) return undefined;
  const root = rootOfInverse(L, k);
  addPenaltyScore(likelihood, root, score);
  const freeCovariance = inverseOfFactored(own, m);
  const length = norm(throughRoot(rootOfInverse(own, m), free.map((j) => score[j])));
  const penalised = logLik + logDeterminant(L, k) / 2;
  return Number.isFinite(penalised) && Number.isFinite(length) ? { parameters, logLik, penalised, score, root, share: smallestPivotShare(L, k), freeCovariance, length } : undefined;
}

/**
 * Adds Σ hᵢ(½ − pᵢ)xᵢ; hᵢ is wᵢ‖root′xᵢ‖². The root is upper triangular, and what lies below is not walked through: a profile
 * comes here for every row some thousand times.
 */
function addPenaltyScore({ X, seen, slope, bend }: BinaryLikelihood, root: Float64Array, score: Float64Array): void {
  const { rows, columns: k, values } = X;
  const place = new Float64Array(k);
  for (let i = 0; i < rows; i++) {
    place.fill(0);
    for (let j = 0; j < k; j++) {
      const x = values[i * k + j];
      if (x !== 0) for (let c = j; c < k; c++) place[c] += x * root[j * k + c];
    }
    let squared = 0;
    for (let c = 0; c < k; c++) squared += place[c] * place[c];
    const leverage = -bend[i] * (seen.weights?.[i] ?? 1) * squared;
    const pull = leverage * (0.5 - (seen.y[i] - slope[i]));
    for (let a = 0; a < k; a++) score[a] += pull * values[i * k + a];
  }
}

/** H·score among the free parameters, 0 for those held. */
function direction(H: Float64Array, { score }: Place, free: readonly number[]): Float64Array {
  const m = free.length;
  const step = new Float64Array(score.length);
  free.forEach((j, a) => free.forEach((i, b) => (step[j] += H[a * m + b] * score[i])));
  return step;
}

/** The whole step, or the largest of its halves that rises as it should. */
function climb(X: Packed, seen: Observations, from: Place, step: Float64Array, free: readonly number[]): Place | undefined {
  const promised = step.reduce((sum, s, j) => sum + s * from.score[j], 0);
  const rounding = 1e-12 * (1 + Math.abs(from.penalised));
  for (let halvings = 0, share = 1; halvings < MOST_HALVINGS; halvings++, share /= 2) {
    const next = at(X, seen, from.parameters.map((value, j) => value + share * step[j]), free);
    if (next && next.length <= Math.max(FARTHEST, from.length) && next.penalised >= from.penalised + LEAST_RISE * share * promised - rounding) return next;
  }
  return undefined;
}

/** The inverse curvature after a step (BFGS): H such that it maps the change of the score to the step. */
function corrected(H: Float64Array, from: Place, to: Place, free: readonly number[]): Float64Array | undefined {
  const m = free.length;
  const s = free.map((j) => to.parameters[j] - from.parameters[j]);
  const y = free.map((j) => from.score[j] - to.score[j]);
  const sy = s.reduce((sum, value, a) => sum + value * y[a], 0);
  if (!(sy > 0)) return undefined;
  const Hy = s.map((_, a) => y.reduce((sum, value, b) => sum + H[a * m + b] * value, 0));
  const yHy = y.reduce((sum, value, a) => sum + value * Hy[a], 0);
  return Float64Array.from(H, (value, at) => {
    const [a, b] = [Math.floor(at / m), at % m];
    return value + ((1 + yHy / sy) * s[a] * s[b] - Hy[a] * s[b] - s[a] * Hy[b]) / sy;
  });
}
