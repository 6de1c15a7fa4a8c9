import type { LinkFunction } from "./links/link";
import type { Packed } from "./matrix";
import { KEPT, type Likelihood } from "./newton";
import { meanWeight, type Observations } from "./observations";
import type { ConeRows } from "./separation/cone";

/** Log-likelihood of a binary outcome, Σ wᵢ log P(yᵢ | xᵢβ), with its derivatives row by row. */
export class BinaryLikelihood implements Likelihood {
  readonly size: number;
  readonly unit: number;
  /** At the last evaluation: each row's linear predictor, and log P's first and second derivatives by it (unweighted). */
  readonly eta: Float64Array;
  readonly slope: Float64Array;
  readonly bend: Float64Array;

  constructor(readonly X: Packed, readonly seen: Observations, readonly link: LinkFunction) {
    this.size = X.columns;
    this.unit = meanWeight(seen);
    this.eta = new Float64Array(X.rows);
    this.slope = new Float64Array(X.rows);
    this.bend = new Float64Array(X.rows);
  }

  evaluate(beta: Float64Array, score: Float64Array, information: Float64Array): number {
    const { values, rows, columns: k } = this.X;
    const { y, weights, offset } = this.seen;
    const out = new Float64Array(3);
    score.fill(0);
    information.fill(0);
    let logLik = 0;
    for (let i = 0, at = 0; i < rows; i++, at += k) {
      let eta = offset ? offset[i] : 0;
      for (let j = 0; j < k; j++) eta += values[at + j] * beta[j];
      this.link.binary(y[i], eta, out);
      this.eta[i] = eta;
      this.slope[i] = out[1];
      this.bend[i] = out[2];
      const w = weights ? weights[i] : 1;
      logLik += w * out[0];
      const slope = w * out[1];
      const bend = w * out[2];
      for (let a = 0; a < k; a++) {
        const x = values[at + a];
        score[a] += slope * x;
        const bent = bend * x;
        for (let b = 0; b <= a; b++) information[a * k + b] -= bent * values[at + b];
      }
    }
    return logLik;
  }

  provesOverlap(step: Float64Array): boolean {
    const { values, rows, columns: k } = this.X;
    for (let i = 0, at = 0; i < rows; i++, at += k) {
      let moved = 0;
      for (let j = 0; j < k; j++) moved += values[at + j] * step[j];
      const g = this.slope[i];
      if (!((g + this.bend[i] * moved) * g > KEPT * g * g)) return false;
    }
    return true;
  }

  /** At the last evaluation: each row's score along a direction of the parameters, into `out`. */
  pullsAlong(direction: Float64Array, out: Float64Array): void {
    const { values, rows, columns: k } = this.X;
    for (let i = 0, at = 0; i < rows; i++, at += k) {
      let moved = 0;
      for (let j = 0; j < k; j++) moved += values[at + j] * direction[j];
      out[i] = this.slope[i] * moved;
    }
  }

  /** The rows that a direction must not lower: (2y − 1)·x. */
  cone(): ConeRows {
    const { values, rows, columns: k } = this.X;
    const signed = values.map((value, at) => (this.seen.y[Math.floor(at / k)] === 1 ? value : -value));
    return { rows, columns: k, values: signed, owner: Array.from({ length: rows }, (_, i) => i) };
  }
}
