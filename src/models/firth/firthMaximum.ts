import { factorise, inverseOfFactored, logDeterminant, solveFactored } from "../numeric/cholesky";
import { linkFunction } from "../links/link";
import { BinaryLikelihood } from "../binaryLikelihood";
import type { Packed } from "../matrix";
import type { Maximum } from "../newton";
import type { Observations } from "../observations";

const MOST_ITERATIONS = 1000;
const MOST_HALVINGS = 30;
const CLOSE_ENOUGH = 1e-10;

/** Where Firth's penalised log-likelihood is highest. */
export interface FirthMaximum extends Maximum {
  /** logLik + ½ log|information|, on the scale of the columns given. */
  readonly penalised: number;
}

/**
 * Maximises log-likelihood + ½ log|X′WX| by scoring with the modified score X′(y − p + h(½ − p)), h the leverages.
 * The penalty always has the information of all columns, also where some parameters are held.
 *
 * @param start parameters to begin at; those in `held` stay there
 * @returns undefined where it does not arrive
 * Source: Firth (1993), Biometrika 80; Heinze & Schemper (2002), Statistics in Medicine 21.
 */
export function firthMaximum(X: Packed, seen: Observations, start: Float64Array, held: readonly number[] = []): FirthMaximum | undefined {
  const free = Array.from(start.keys()).filter((j) => !held.includes(j));
  let here = at(X, seen, start);
  if (!here) return undefined;
  for (let iterations = 0; iterations < MOST_ITERATIONS; iterations++) {
    const step = scoringStep(here, free);
    if (!step) return undefined;
    const length = Math.sqrt(free.reduce((sum, j) => sum + Math.abs(here!.score[j] * step[j]), 0));
    if (length <= CLOSE_ENOUGH) {
      const { parameters, logLik, penalised, score, covariance } = here;
      return { parameters, logLik, penalised, score, covariance, iterations, nextStep: step };
    }
    const next = climb(X, seen, here, step);
    if (!next) return undefined;
    here = next;
  }
  return undefined;
}

interface Place {
  readonly parameters: Float64Array;
  readonly logLik: number;
  readonly penalised: number;
  /** The modified score. */
  readonly score: Float64Array;
  /** X′WX, full. */
  readonly information: Float64Array;
  readonly covariance: Float64Array;
}

function at(X: Packed, seen: Observations, parameters: Float64Array): Place | undefined {
  const k = X.columns;
  const likelihood = new BinaryLikelihood(X, seen, linkFunction("logit"));
  const score = new Float64Array(k);
  const information = new Float64Array(k * k);
  const logLik = likelihood.evaluate(parameters, score, information);
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) information[b * k + a] = information[a * k + b];
  const L = information.slice();
  if (!Number.isFinite(logLik) || !factorise(L, k)) return undefined;
  const covariance = inverseOfFactored(L, k);
  addPenaltyScore(likelihood, covariance, score);
  return { parameters, logLik, penalised: logLik + logDeterminant(L, k) / 2, score, information, covariance };
}

/** Adds Σ hᵢ(½ − pᵢ)xᵢ. */
function addPenaltyScore({ X, seen, slope, bend }: BinaryLikelihood, covariance: Float64Array, score: Float64Array): void {
  const { rows, columns: k, values } = X;
  for (let i = 0; i < rows; i++) {
    const x = values.subarray(i * k, (i + 1) * k);
    let variance = 0;
    for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) variance += x[a] * covariance[a * k + b] * x[b];
    const leverage = -bend[i] * (seen.weights?.[i] ?? 1) * variance;
    const p = seen.y[i] - slope[i];
    for (let a = 0; a < k; a++) score[a] += leverage * (0.5 - p) * x[a];
  }
}

/** Information⁻¹·score among the free parameters, 0 for those held. */
function scoringStep({ score, information }: Place, free: readonly number[]): Float64Array | undefined {
  const k = score.length;
  const m = free.length;
  const L = Float64Array.from(free.flatMap((a) => free.map((b) => information[a * k + b])));
  if (!factorise(L, m)) return undefined;
  const part = solveFactored(L, m, Float64Array.from(free, (j) => score[j]));
  const step = new Float64Array(k);
  free.forEach((j, index) => (step[j] = part[index]));
  return step;
}

function climb(X: Packed, seen: Observations, from: Place, step: Float64Array): Place | undefined {
  const tolerated = 1e-12 * (1 + Math.abs(from.penalised));
  for (let halvings = 0, share = 1; halvings < MOST_HALVINGS; halvings++, share /= 2) {
    const next = at(X, seen, from.parameters.map((value, j) => value + share * step[j]));
    if (next && next.penalised >= from.penalised - tolerated) return next;
  }
  return undefined;
}
