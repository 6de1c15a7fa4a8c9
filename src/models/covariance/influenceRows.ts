import { slopesOf } from "../effects/slopesOf";
import type { Fit } from "../fit";
import { dot, standardisedRow, throughRoot } from "../inference";
import { linkFunction } from "../links/link";
import type { Matrix } from "../matrix";
import { refusePartial } from "../partial/refusePartial";
import { refuseLengths } from "../observations";
import type { Level } from "../orderedData";
import { multiply, transformVector } from "../standardise";

export interface FittedData {
  readonly X: Matrix;
  readonly y: readonly Level[];
  readonly weights?: readonly number[] | undefined;
  readonly offset?: readonly number[] | undefined;
}

/** What one row says of the parameters. */
export interface RowInfluence {
  /**
   * bread′ · (derivative of this row's log-likelihood by the standardised parameters), weight left out: to first order
   * the estimates would lose bread · pull without it.
   */
  readonly pull: Float64Array;
  /** Binary fits: the row's design carried through the bread, bread′ · z (empty otherwise). */
  readonly place: Float64Array;
  /** Binary fits: expected information of the linear predictor, f²/(F(1 − F)) (0 otherwise). */
  readonly information: number;
  readonly weight: number;
}

/**
 * Each row's pull on the estimates: the building block of robust covariances and of DFBETA. All of it is worked out on
 * the standardised design.
 *
 * @throws {RangeError} where the data are not as many rows, by their weights, as the fit was made of; of partial proportional odds
 */
export function influenceRows(fit: Fit, data: FittedData): RowInfluence[] {
  refusePartial(fit, "robust errors and influence");
  refuseOtherRows(fit, data);
  const X = slopesOf(data.X, fit);
  const { bread } = fit.inference;
  const partsOf = fit.family === "binomial" ? binaryParts(fit, data) : orderedParts(fit, data);
  return X.map((x, i) => {
    const z = standardisedRow(fit, x);
    const { score, information } = partsOf(z, i);
    const place = fit.family === "binomial" ? throughRoot(bread, z) : EMPTY;
    const pull = typeof score === "number" ? place.map((value) => score * value) : throughRoot(bread, score);
    return { pull, place, information, weight: data.weights?.[i] ?? 1 };
  });
}

/** Other rows than the fit's would give standard errors that look like any others. */
function refuseOtherRows({ n }: Fit, { X, y, weights, offset }: FittedData): void {
  refuseLengths(X.length, { outcome: y, weights, offset });
  const rows = weights ? weights.reduce((sum, weight) => sum + weight, 0) : X.length;
  if (!(Math.abs(rows - n) <= 1e-9 * n)) throw new RangeError(`the fit is of ${n} rows, and these are ${rows}${weights ? " by their weights" : ""}`);
}

/**
 * Sees to it that labels of rows (clusters, strata, units) are one for each row: a missing one would be a cluster of its own.
 *
 * @throws {RangeError} too few or too many, or a row without a label
 */
export function refuseLabels(labels: readonly unknown[] | undefined, rows: number, what: string): void {
  if (labels === undefined) return;
  if (labels.length !== rows) throw new RangeError(`there are ${labels.length} ${what} labels for ${rows} rows`);
  for (let i = 0; i < rows; i++) if (labels[i] === undefined || labels[i] === null || Number.isNaN(labels[i])) throw new RangeError(`row ${i + 1} has no ${what} label`);
}

/** To first order, what each estimate on the columns as given would lose without the row (weight left out): `pull` on their scale. */
export function movesOf({ inference: { back, bread, parameters } }: Fit, rows: readonly RowInfluence[]): Float64Array[] {
  const toGiven = multiply(back, bread, parameters.length);
  return rows.map(({ pull }) => transformVector(toGiven, pull));
}

const EMPTY = new Float64Array(0);

/** A row's score: by the linear predictor (a number), or by every parameter. */
type PartsOf = (z: Float64Array, i: number) => { score: number | Float64Array; information: number };

function binaryParts(fit: Fit, { y, offset }: FittedData): PartsOf {
  const F = linkFunction(fit.link);
  const out = new Float64Array(3);
  return (z, i) => {
    const eta = dot(z, fit.inference.parameters) + (offset?.[i] ?? 0);
    F.binary(y[i] as number, eta, out);
    return { score: out[1], information: F.information(eta) };
  };
}

function orderedParts(fit: Fit, { y, offset }: FittedData): PartsOf {
  const F = linkFunction(fit.link);
  const { parameters } = fit.inference;
  const k = fit.coefficients.length;
  const cuts = parameters.length - k;
  const level = new Map(fit.levels!.map((name, j) => [name, j]));
  const out = new Float64Array(6);
  return (z, i) => {
    const j = level.get(y[i]);
    if (j === undefined) throw new RangeError(`row ${i + 1} has outcome ${y[i]}, which the fit does not have`);
    const eta = dot(z, parameters) + (offset?.[i] ?? 0);
    const score = new Float64Array(k + cuts);
    if (j === 0) {
      F.binary(1, parameters[k] - eta, out);
      score[k] = out[1];
    } else if (j === cuts) {
      F.binary(0, parameters[k + cuts - 1] - eta, out);
      score[k + cuts - 1] = out[1];
    } else {
      F.interval(parameters[k + j] - eta, parameters[k + j - 1] - eta, out);
      score.set([out[2], out[1]], k + j - 1);
    }
    const ofCuts = score.reduce((sum, value) => sum + value);
    z.forEach((value, c) => (score[c] = -ofCuts * value));
    return { score, information: 0 };
  };
}
