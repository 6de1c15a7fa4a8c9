import type { LinkFunction } from "./links/link";
import type { Packed } from "./matrix";
import { KEPT, type Likelihood } from "./newton";
import { meanWeight, type Observations } from "./observations";
import type { ConeRows } from "./separation/cone";

/**
 * Log-likelihood of an ordered outcome with J levels: P(y ≤ j) = F(θⱼ − fγⱼ − xβ).
 *
 * `common` columns x have one slope β for all cut points (proportional odds); `free` columns f have a slope γⱼ at
 * each. No free columns: the proportional-odds model. All free: the general model of the parallel-lines tests.
 *
 * Parameters: for each cut point θⱼ, then its γⱼ; then β.
 */
export class CumulativeLikelihood implements Likelihood {
  readonly size: number;
  readonly unit: number;
  readonly cuts: number;
  /** Parameters of one cut point. */
  readonly block: number;
  /** At the last evaluation, six numbers a row as in `LinkFunction.interval` (a missing side's are 0). */
  readonly parts: Float64Array;

  constructor(
    readonly common: Packed, readonly free: Packed, readonly levels: number,
    readonly seen: Observations, readonly link: LinkFunction,
  ) {
    this.cuts = levels - 1;
    this.unit = meanWeight(seen);
    this.block = 1 + free.columns;
    this.size = this.cuts * this.block + common.columns;
    this.parts = new Float64Array(6 * common.rows);
  }

  evaluate(parameters: Float64Array, score: Float64Array, information: Float64Array): number {
    const { seen: { y, weights }, common: { rows } } = this;
    score.fill(0);
    information.fill(0);
    let logLik = 0;
    for (let i = 0; i < rows; i++) {
      const part = this.parts.subarray(6 * i, 6 * i + 6);
      this.rowDerivatives(i, y[i], this.predictor(i, y[i], parameters), this.predictor(i, y[i] - 1, parameters), part);
      const w = weights ? weights[i] : 1;
      logLik += w * part[0];
      this.addRow(i, y[i], w, part, score, information);
    }
    return logLik;
  }

  /** θ − fγ − xβ of row i at one cut point; +∞ above the last, −∞ below the first. */
  predictor(i: number, cut: number, parameters: Float64Array): number {
    if (cut < 0) return -Infinity;
    if (cut >= this.cuts) return Infinity;
    const { common, free, block, cuts, seen: { offset } } = this;
    let eta = parameters[cut * block] - (offset ? offset[i] : 0);
    for (let j = 0, at = i * free.columns, to = cut * block + 1; j < free.columns; j++) eta -= free.values[at + j] * parameters[to + j];
    for (let j = 0, at = i * common.columns, to = cuts * block; j < common.columns; j++) eta -= common.values[at + j] * parameters[to + j];
    return eta;
  }

  /** log P(level) and its derivatives by the predictors above (u) and below (l). */
  rowDerivatives(_i: number, level: number, u: number, l: number, out: Float64Array): void {
    if (level === 0) {
      this.link.binary(1, u, out);
      out[3] = out[2];
      out[2] = out[4] = out[5] = 0;
    } else if (level === this.cuts) {
      this.link.binary(0, l, out);
      out[4] = out[2];
      out[2] = out[1];
      out[1] = out[3] = out[5] = 0;
    } else {
      this.link.interval(u, l, out);
    }
  }

  /** Adds row i's part, with weight w, to the score and to the lower triangle of the information. */
  private addRow(i: number, level: number, w: number, part: Float64Array, score: Float64Array, information: Float64Array): void {
    const { common, free, block, cuts, size } = this;
    const [, gu, gl, huu, hll, hul] = part;
    const k = common.columns;
    const f = free.columns;
    const xs = common.values;
    const fs = free.values;
    const base = cuts * block;
    const xAt = i * k;
    const fAt = i * f;
    const upper = level < cuts ? level : -1;
    const lower = level - 1;
    // Within a cut point, and between the two that bound this level. z = (1, −f).
    for (let a = 0; a < block; a++) {
      const za = a === 0 ? w : -w * fs[fAt + a - 1];
      if (upper >= 0) score[upper * block + a] += gu * za;
      if (lower >= 0) score[lower * block + a] += gl * za;
      for (let b = 0; b < block; b++) {
        const zz = b === 0 ? za : -za * fs[fAt + b - 1];
        if (upper >= 0 && b <= a) information[(upper * block + a) * size + upper * block + b] -= huu * zz;
        if (lower >= 0 && b <= a) information[(lower * block + a) * size + lower * block + b] -= hll * zz;
        if (upper >= 0 && lower >= 0) information[(upper * block + a) * size + lower * block + b] -= hul * zz;
      }
    }
    const g = -w * (gu + gl);
    const h = w * (huu + 2 * hul + hll);
    const crossUpper = w * (huu + hul);
    const crossLower = w * (hll + hul);
    for (let a = 0; a < k; a++) {
      const x = xs[xAt + a];
      const row = (base + a) * size;
      score[base + a] += g * x;
      for (let b = 0; b < block; b++) {
        const z = b === 0 ? x : -x * fs[fAt + b - 1];
        if (upper >= 0) information[row + upper * block + b] += crossUpper * z;
        if (lower >= 0) information[row + lower * block + b] += crossLower * z;
      }
      const hx = h * x;
      for (let b = 0; b <= a; b++) information[row + base + b] -= hx * xs[xAt + b];
    }
  }

  provesOverlap(step: Float64Array): boolean {
    const { seen: { y, offset }, common: { rows } } = this;
    for (let i = 0; i < rows; i++) {
      const shift = offset ? offset[i] : 0; // `predictor` subtracts it; a change has none
      const [, gu, gl, huu, hll, hul] = this.parts.subarray(6 * i, 6 * i + 6);
      const du = y[i] < this.cuts ? this.predictor(i, y[i], step) + shift : 0;
      const dl = y[i] > 0 ? this.predictor(i, y[i] - 1, step) + shift : 0;
      if (y[i] < this.cuts && !((gu + huu * du + hul * dl) * gu > KEPT * gu * gu)) return false;
      if (y[i] > 0 && !((gl + hul * du + hll * dl) * gl > KEPT * gl * gl)) return false;
    }
    return true;
  }

  /** At the last evaluation: each row's score along a direction of the parameters, into `out`. Rows without offset only. */
  pullsAlong(direction: Float64Array, out: Float64Array): void {
    const { seen: { y }, parts } = this;
    for (let i = 0; i < out.length; i++) {
      const upper = y[i] < this.cuts ? parts[6 * i + 1] * this.predictor(i, y[i], direction) : 0;
      const lower = y[i] > 0 ? parts[6 * i + 2] * this.predictor(i, y[i] - 1, direction) : 0;
      out[i] = upper + lower;
    }
  }

  /** The rows that a direction must not lower: each row's upper predictor, and minus its lower one. */
  cone(): ConeRows {
    const { seen: { y }, common, size } = this;
    const owner: number[] = [];
    const values: number[] = [];
    const add = (i: number, cut: number, sign: number): void => {
      const row = new Array<number>(size).fill(0);
      this.eachCoefficient(i, cut, (parameter, value) => (row[parameter] = sign * value));
      values.push(...row);
      owner.push(i);
    };
    for (let i = 0; i < common.rows; i++) {
      if (y[i] < this.cuts) add(i, y[i], 1);
      if (y[i] > 0) add(i, y[i] - 1, -1);
    }
    return { rows: owner.length, columns: size, values: Float64Array.from(values), owner };
  }

  /** What each parameter is multiplied by in row i's predictor at a cut point (only those that are not 0 for certain). */
  eachCoefficient(i: number, cut: number, use: (parameter: number, value: number) => void): void {
    const { common, free, block, cuts } = this;
    use(cut * block, 1);
    for (let j = 0; j < free.columns; j++) use(cut * block + 1 + j, -free.values[i * free.columns + j]);
    for (let j = 0; j < common.columns; j++) use(cuts * block + j, -common.values[i * common.columns + j]);
  }
}
