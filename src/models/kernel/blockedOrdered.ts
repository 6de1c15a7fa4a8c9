import type { Packed } from "../matrix";
import { KEPT, type Likelihood } from "../newton";
import { meanWeight, type Observations } from "../observations";
import { BlockedDesign } from "./blockedDesign";
import { BLOCK, NUMBER } from "./rowKernel";

/** Row-wise arrays: for the cut point above a row's level (U) and below it (L) weight, and log P's derivatives. */
const [WEIGHT_U, WEIGHT_L, SLOPE_U, SLOPE_L, BEND_U, BEND_L, OFFSET] = [0, 1, 2, 3, 4, 5, 6];

/**
 * The log-likelihood of an ordered logit with proportional odds, as `CumulativeLikelihood` has it, with the sums over
 * rows left to a row kernel. `release` it when the maximum is found.
 *
 * A level between the cut points u and l has log P = log F(u) + log(1 − F(l)) + log(1 − e^(l − u)): two binary logits,
 * and a third part that is the same for all rows of the level. Of second derivatives by xβ that part has none.
 */
export class BlockedOrdered implements Likelihood {
  readonly size: number;
  unit = 1;
  readonly cuts: number;
  /** The standardised design, which has centre and scale. */
  readonly common: BlockedDesign;
  /** By level: first and second derivative of log(1 − e^(−gap)) by the gap, the latter with its sign changed; 0 at the ends. */
  private readonly pull: Float64Array;
  private readonly bend: Float64Array;
  private readonly levelWeights: Float64Array;
  /** Where second derivatives by cut points go that nobody wants. */
  private readonly unwanted: Float64Array;
  /** Addresses of small arrays; those named as row-wise ones are of one block. */
  private readonly at: Record<"beta" | "score" | "products" | "cross" | "zeros" | "ones" | "minusOnes" | "eta" | "u" | "l" | "g" | "h" | "byCut", number>;

  constructor(X: Packed, readonly levels: number, private seen: Observations, fast = true) {
    const k = X.columns;
    this.cuts = levels - 1;
    this.size = this.cuts + k;
    this.pull = new Float64Array(levels);
    this.bend = new Float64Array(levels);
    this.levelWeights = new Float64Array(levels);
    this.unwanted = new Float64Array(this.size * this.size);
    const sizes = {
      beta: k, score: k, products: k * k, cross: k * this.cuts, zeros: BLOCK, ones: BLOCK, minusOnes: BLOCK,
      eta: BLOCK, u: BLOCK, l: BLOCK, g: BLOCK, h: BLOCK, byCut: BLOCK * this.cuts,
    };
    const small = Object.values(sizes).reduce((sum, size) => sum + size, 0);
    this.common = new BlockedDesign(X, undefined, seen.offset ? 7 : 6, small, fast);
    let next = this.common.small;
    this.at = Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, (next += size * NUMBER) - size * NUMBER])) as typeof this.at;
    this.observe(seen);
  }

  /** Takes other answers of the rows, or other weights. */
  observe(seen: Observations): void {
    this.seen = seen;
    const { y, weights, offset } = seen;
    this.unit = meanWeight(seen);
    const { common, at } = this;
    const { cells } = common.kernel;
    cells.fill(1, at.ones / NUMBER, at.ones / NUMBER + BLOCK);
    cells.fill(-1, at.minusOnes / NUMBER, at.minusOnes / NUMBER + BLOCK);
    const upper = common.array(WEIGHT_U).fill(0);
    const lower = common.array(WEIGHT_L).fill(0);
    for (let i = 0; i < y.length; i++) {
      const weight = weights ? weights[i] : 1;
      if (y[i] < this.cuts) upper[i] = weight;
      if (y[i] > 0) lower[i] = weight;
    }
    this.weighLevels();
    if (offset) {
      common.array(OFFSET).fill(0);
      common.array(OFFSET).set(offset);
    }
  }

  /** Looks at every so many-th block of rows alone, until it is told otherwise. */
  lookAt(every: number): void {
    this.common.every = every;
    this.weighLevels();
  }

  private weighLevels(): void {
    const { common: { every, rows }, levelWeights, seen: { y, weights } } = this;
    levelWeights.fill(0);
    for (let first = 0; first < rows; first += every * BLOCK) {
      for (let i = first, end = Math.min(rows, first + BLOCK); i < end; i++) levelWeights[y[i]] += weights ? weights[i] : 1;
    }
  }

  /** Takes other weights of the same answers. */
  reweigh(seen: Observations & { readonly weights: Float64Array }): void {
    this.observe(seen);
  }

  slopesAt(parameters: Float64Array, score: Float64Array, information?: Float64Array): boolean {
    return this.evaluate(parameters, score, information) > -Infinity;
  }

  /** Second derivatives are summed where there is an `information` for them. */
  evaluate(parameters: Float64Array, score: Float64Array, information?: Float64Array): number {
    const { common, common: { kernel, kernel: { cells }, columns: k }, at, cuts } = this;
    score.fill(0);
    information?.fill(0);
    let logLik = this.levelParts(parameters);
    if (logLik === -Infinity) return logLik;
    cells.set(parameters.subarray(cuts), at.beta / NUMBER);
    cells.fill(0, at.score / NUMBER, at.zeros / NUMBER);
    for (let block = 0; block < common.blocks; block += common.every) {
      const rows = common.rowsIn(block);
      const x = common.xAt(block);
      kernel.predict(x, k, rows, at.beta, this.seen.offset ? common.arrayAt(OFFSET, block) : at.zeros, at.eta);
      this.predictors(block, parameters);
      logLik += kernel.logit(rows, at.u, at.ones, common.arrayAt(WEIGHT_U, block), common.arrayAt(SLOPE_U, block), common.arrayAt(BEND_U, block));
      logLik += kernel.logit(rows, at.l, at.minusOnes, common.arrayAt(WEIGHT_L, block), common.arrayAt(SLOPE_L, block), common.arrayAt(BEND_L, block));
      this.addThresholds(block, score, information ?? this.unwanted);
      kernel.addColumnSums(x, k, rows, at.g, at.score);
      if (!information) continue;
      kernel.addCrossProducts(x, k, rows, at.h, at.products, common.scratch);
      for (let cut = 0; cut < cuts; cut++) kernel.addColumnSums(x, k, rows, at.byCut + cut * BLOCK * NUMBER, at.cross + cut * k * NUMBER);
    }
    this.collect(score, information);
    return logLik;
  }

  /** What rows of a level have in common, and its part of the log-likelihood; −Infinity where cut points are out of order. */
  private levelParts(parameters: Float64Array): number {
    let logLik = 0;
    for (let level = 1; level < this.cuts; level++) {
      const gap = parameters[level] - parameters[level - 1];
      if (!(gap > 0)) return -Infinity;
      const r = 1 / Math.expm1(gap);
      this.pull[level] = r;
      this.bend[level] = r * (1 + r);
      logLik += this.levelWeights[level] * Math.log(-Math.expm1(-gap));
    }
    return logLik;
  }

  /** Each row's predictors at the cut points above and below its level; 0 where there is none. */
  private predictors(block: number, parameters: Float64Array): void {
    const { common: { kernel: { cells } }, at, cuts, seen: { y } } = this;
    const [eta, u, l] = [at.eta / NUMBER, at.u / NUMBER, at.l / NUMBER];
    const first = block * BLOCK;
    const rows = Math.min(BLOCK, y.length - first);
    for (let i = 0; i < rows; i++) {
      const level = y[first + i];
      cells[u + i] = level < cuts ? parameters[level] - cells[eta + i] : 0;
      cells[l + i] = level > 0 ? parameters[level - 1] - cells[eta + i] : 0;
    }
  }

  /** Adds one block to what concerns cut points alone, and lays out each row's weights for what concerns slopes. */
  private addThresholds(block: number, score: Float64Array, information: Float64Array): void {
    const { common, common: { kernel: { cells } }, at, cuts, size: m, pull, bend, seen: { y, weights } } = this;
    const place = (array: number): number => common.arrayAt(array, block) / NUMBER;
    const [slopeU, slopeL, bendU, bendL] = [place(SLOPE_U), place(SLOPE_L), place(BEND_U), place(BEND_L)];
    const [g, h, byCut] = [at.g / NUMBER, at.h / NUMBER, at.byCut / NUMBER];
    const first = block * BLOCK;
    const rows = Math.min(BLOCK, y.length - first);
    cells.fill(0, byCut, byCut + cuts * BLOCK);
    for (let i = 0; i < rows; i++) {
      const level = y[first + i];
      const w = weights ? weights[first + i] : 1;
      let [slope, curve] = [0, 0];
      if (level < cuts) {
        const own = w * cells[bendU + i];
        slope += cells[slopeU + i];
        curve += own;
        cells[byCut + level * BLOCK + i] = own;
        score[level] += w * (cells[slopeU + i] + pull[level]);
        information[level * m + level] -= own - w * bend[level];
      }
      if (level > 0) {
        const own = w * cells[bendL + i];
        slope += cells[slopeL + i];
        curve += own;
        cells[byCut + (level - 1) * BLOCK + i] = own;
        score[level - 1] += w * (cells[slopeL + i] - pull[level]);
        information[(level - 1) * (m + 1)] -= own - w * bend[level];
        if (level < cuts) information[level * m + level - 1] -= w * bend[level];
      }
      cells[g + i] = -w * slope;
      cells[h + i] = -curve;
    }
  }

  /** From the kernel's sums into score and information. */
  private collect(score: Float64Array, information: Float64Array | undefined): void {
    const { common: { kernel: { cells }, columns: k }, at, cuts, size: m } = this;
    for (let a = 0; a < k; a++) {
      const row = (cuts + a) * m;
      score[cuts + a] = cells[at.score / NUMBER + a];
      if (!information) continue;
      for (let cut = 0; cut < cuts; cut++) information[row + cut] = cells[at.cross / NUMBER + cut * k + a];
      for (let b = 0; b <= a; b++) information[row + cuts + b] = cells[at.products / NUMBER + a * k + b];
    }
  }

  provesOverlap(step: Float64Array): boolean {
    const { common, common: { kernel, kernel: { cells }, columns: k }, at, cuts } = this;
    cells.set(step.subarray(cuts), at.beta / NUMBER);
    for (let block = 0; block < common.blocks; block += common.every) {
      kernel.predict(common.xAt(block), k, common.rowsIn(block), at.beta, at.zeros, at.eta);
      if (!this.blockKeepsSigns(block, step)) return false;
    }
    return true;
  }

  private blockKeepsSigns(block: number, step: Float64Array): boolean {
    const { common, common: { kernel: { cells } }, at, cuts, pull, bend, seen: { y, weights } } = this;
    const place = (array: number): number => common.arrayAt(array, block) / NUMBER;
    const [slopeU, slopeL, bendU, bendL, moved] = [place(SLOPE_U), place(SLOPE_L), place(BEND_U), place(BEND_L), at.eta / NUMBER];
    const first = block * BLOCK;
    const rows = Math.min(BLOCK, y.length - first);
    for (let i = 0; i < rows; i++) {
      if (weights?.[first + i] === 0) continue;
      const level = y[first + i];
      const du = level < cuts ? step[level] - cells[moved + i] : 0;
      const dl = level > 0 ? step[level - 1] - cells[moved + i] : 0;
      const gu = cells[slopeU + i] + pull[level];
      const gl = cells[slopeL + i] - pull[level];
      if (level < cuts && !((gu + cells[bendU + i] * du + bend[level] * (dl - du)) * gu > KEPT * gu * gu)) return false;
      if (level > 0 && !((gl + cells[bendL + i] * dl + bend[level] * (du - dl)) * gl > KEPT * gl * gl)) return false;
    }
    return true;
  }

  /** At the last evaluation: each row's score along a direction of the parameters, into `out`. Unweighted rows only. */
  pullsAlong(direction: Float64Array, out: Float64Array): void {
    const { common, common: { kernel, kernel: { cells }, columns: k }, at, cuts, pull, seen: { y } } = this;
    cells.set(direction.subarray(cuts), at.beta / NUMBER);
    for (let block = 0; block < common.blocks; block++) {
      kernel.predict(common.xAt(block), k, common.rowsIn(block), at.beta, at.zeros, at.eta);
      const first = block * BLOCK;
      const rows = Math.min(BLOCK, y.length - first);
      const [slopeU, slopeL, moved] = [common.arrayAt(SLOPE_U, block) / NUMBER, common.arrayAt(SLOPE_L, block) / NUMBER, at.eta / NUMBER];
      for (let i = 0; i < rows; i++) {
        const level = y[first + i];
        const upper = level < cuts ? (cells[slopeU + i] + pull[level]) * (direction[level] - cells[moved + i]) : 0;
        const lower = level > 0 ? (cells[slopeL + i] - pull[level]) * (direction[level - 1] - cells[moved + i]) : 0;
        out[first + i] = upper + lower;
      }
    }
  }

  release(): void {
    this.common.release();
  }
}
