import type { Fit } from "../fit";
import { slopesOf } from "../effects/slopesOf";
import { parametersOf } from "../effects/curves";
import { linkFunction } from "../links/link";
import type { Matrix } from "../matrix";
import type { Level } from "../ordered";

export interface FittedData {
  readonly X: Matrix;
  readonly y: readonly Level[];
  readonly weights?: readonly number[];
  readonly offset?: readonly number[];
}

/** What one row says of the parameters. */
export interface RowInfluence {
  /** Covariance · (derivative of this row's log-likelihood by the parameters), weight left out. */
  readonly moves: Float64Array;
  /** Binary fits: expected information of the row times its variance, its share of one parameter (0 otherwise). */
  readonly leverage: number;
  /** Binary fits: expected information of the linear predictor, f²/(F(1 − F)) (0 otherwise). */
  readonly information: number;
  readonly weight: number;
}

/**
 * Each row's pull on the estimates: to first order, what they would lose without it. The building block of robust
 * covariances and of DFBETA.
 *
 * @param fit  any fit of these data, its covariance being an inverse information
 */
export function influenceRows(fit: Fit, data: FittedData): RowInfluence[] {
  const X = slopesOf(data.X, fit);
  const scoreOf = fit.family === "binomial" ? binaryScore(fit, data) : orderedScore(fit, data);
  const V = fit.covariance.values;
  return X.map((x, i) => {
    const { score, information } = scoreOf(x, i);
    const moves = Float64Array.from(V, (row) => row.reduce((sum, v, j) => sum + v * score[j], 0));
    const variance = information === 0 ? 0 : x.reduce((sum, xa, a) => sum + xa * x.reduce((inner, xb, b) => inner + V[a][b] * xb, 0), 0);
    return { moves, leverage: information * variance, information, weight: data.weights?.[i] ?? 1 };
  });
}

type ScoreOf = (x: readonly number[], i: number) => { score: readonly number[]; information: number };

function binaryScore(fit: Fit, { y, offset }: FittedData): ScoreOf {
  const F = linkFunction(fit.link);
  const beta = parametersOf(fit);
  const out = new Float64Array(3);
  return (x, i) => {
    const eta = x.reduce((sum, value, j) => sum + value * beta[j], offset?.[i] ?? 0);
    F.binary(y[i] as number, eta, out);
    const [p, f] = [F.cdf(eta), F.density(eta)];
    const variance = p * (1 - p);
    return { score: x.map((value) => out[1] * value), information: variance > 0 ? (f * f) / variance : 0 };
  };
}

function orderedScore(fit: Fit, { y, offset }: FittedData): ScoreOf {
  const F = linkFunction(fit.link);
  const parameters = parametersOf(fit);
  const k = fit.coefficients.length;
  const cuts = parameters.length - k;
  const level = new Map(fit.levels!.map((name, j) => [name, j]));
  const out = new Float64Array(6);
  return (x, i) => {
    const j = level.get(y[i])!;
    const eta = x.reduce((sum, value, c) => sum + value * parameters[c], offset?.[i] ?? 0);
    let [up, down] = [0, 0];
    if (j === 0) {
      F.binary(1, parameters[k] - eta, out);
      up = out[1];
    } else if (j === cuts) {
      F.binary(0, parameters[k + cuts - 1] - eta, out);
      down = out[1];
    } else {
      F.interval(parameters[k + j] - eta, parameters[k + j - 1] - eta, out);
      [up, down] = [out[1], out[2]];
    }
    const score = [...x.map((value) => -(up + down) * value), ...new Array<number>(cuts).fill(0)];
    if (j < cuts) score[k + j] += up;
    if (j > 0) score[k + j - 1] += down;
    return { score, information: 0 };
  };
}
