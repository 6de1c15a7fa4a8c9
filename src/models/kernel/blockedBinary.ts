import type { Packed } from "../matrix";
import type { Likelihood } from "../newton";
import { meanWeight, type Observations } from "../observations";
import { BlockedDesign } from "./blockedDesign";
import { BLOCK, NUMBER } from "./rowKernel";

/** Share of its derivative that every row must keep for `provesOverlap`; 0 would do but for rounding. */
const KEPT = 0.5;
/** Row-wise arrays. */
const [SIGN, WEIGHT, SLOPE, BEND, OFFSET] = [0, 1, 2, 3, 4];

/**
 * The log-likelihood of a binary logit, as `BinaryLikelihood` has it, with the sums over rows left to a row kernel.
 * `release` it when the maximum is found.
 */
export class BlockedBinary implements Likelihood {
  readonly size: number;
  unit = 1;
  readonly design: BlockedDesign;
  private weighted = false;
  private readonly offset: boolean;
  /** Addresses of small arrays. */
  private readonly beta: number;
  private readonly score: number;
  private readonly information: number;
  private readonly zeros: number;
  private readonly moved: number;
  private readonly g: number;
  private readonly h: number;
  private readonly ones: number;

  /**
   * @param X        the design as given; it is standardised here
   * @param constant index of the column of ones; null where there is none
   * @param fast     false: with the plain kernel
   */
  constructor(X: Packed, constant: number | null, seen: Observations, fast = true) {
    const k = X.columns;
    this.size = k;
    this.offset = seen.offset !== undefined;
    this.design = new BlockedDesign(X, constant, this.offset ? 5 : 4, 2 * k + k * k + 5 * BLOCK, fast);
    this.beta = this.design.small;
    this.score = this.beta + k * NUMBER;
    this.information = this.score + k * NUMBER;
    this.zeros = this.information + k * k * NUMBER;
    this.moved = this.zeros + BLOCK * NUMBER;
    this.g = this.moved + BLOCK * NUMBER;
    this.h = this.g + BLOCK * NUMBER;
    this.ones = this.h + BLOCK * NUMBER;
    this.observe(seen);
  }

  /** Takes other answers of the rows, or other weights. */
  observe(seen: Observations): void {
    const { y, weights, offset } = seen;
    const { design } = this;
    this.unit = meanWeight(seen);
    this.weighted = weights !== undefined;
    const sign = design.array(SIGN);
    const weight = design.array(WEIGHT);
    for (let i = 0; i < y.length; i++) sign[i] = 2 * y[i] - 1;
    if (weights) weight.set(weights);
    else weight.fill(1, (design.blocks - 1) * BLOCK, y.length); // the other blocks are not looked at
    design.kernel.cells.fill(1, this.ones / NUMBER, this.ones / NUMBER + BLOCK);
    sign.fill(1, y.length);
    weight.fill(0, y.length);
    if (offset) {
      design.array(OFFSET).set(offset);
      design.array(OFFSET).fill(0, y.length);
    }
  }

  /** Looks at every so many-th block of rows alone, until it is told otherwise. */
  lookAt(every: number): void {
    this.design.every = every;
  }

  /** Takes other weights of the same answers. */
  reweigh(seen: Observations & { readonly weights: Float64Array }): void {
    this.unit = meanWeight(seen);
    this.weighted = true;
    this.design.array(WEIGHT).set(seen.weights);
  }

  evaluate(parameters: Float64Array, score: Float64Array, information: Float64Array): number {
    const logLik = this.sums(parameters, score, true);
    const { cells } = this.design.kernel;
    for (let j = 0, at = this.information / NUMBER; j < information.length; j++) information[j] = -cells[at + j];
    return logLik;
  }

  scoreAt(parameters: Float64Array, score: Float64Array): number {
    return this.sums(parameters, score, false);
  }

  /** Address of a block's weights. Where all are 1, one block of ones serves all but the last, which is padded. */
  private weightsAt(block: number): number {
    return this.weighted || block === this.design.blocks - 1 ? this.design.arrayAt(WEIGHT, block) : this.ones;
  }

  /** One pass through the rows; `bent`: the sums of second derivatives as well. */
  private sums(parameters: Float64Array, score: Float64Array, bent: boolean): number {
    const { design, design: { kernel, kernel: { cells }, scratch }, size: k, moved: eta, g, h, weighted } = this;
    cells.set(parameters, this.beta / NUMBER);
    cells.fill(0, this.score / NUMBER, this.zeros / NUMBER);
    let logLik = 0;
    for (let block = 0; block < design.blocks; block += design.every) {
      const rows = design.rowsIn(block);
      const x = design.xAt(block);
      const weight = this.weightsAt(block);
      const slope = design.arrayAt(SLOPE, block);
      const bend = design.arrayAt(BEND, block);
      kernel.predict(x, k, rows, this.beta, this.offset ? design.arrayAt(OFFSET, block) : this.zeros, eta);
      logLik += kernel.logit(rows, eta, design.arrayAt(SIGN, block), weight, slope, bend);
      if (weighted) {
        kernel.weigh(rows, weight, slope, g);
        if (bent) kernel.weigh(rows, weight, bend, h);
      }
      kernel.addColumnSums(x, k, rows, weighted ? g : slope, this.score);
      if (bent) kernel.addCrossProducts(x, k, rows, weighted ? h : bend, this.information, scratch);
    }
    for (let j = 0, at = this.score / NUMBER; j < k; j++) score[j] = cells[at + j];
    return logLik;
  }

  provesOverlap(step: Float64Array): boolean {
    const { design, design: { kernel, kernel: { cells } }, size: k } = this;
    cells.set(step, this.beta / NUMBER);
    for (let block = 0; block < design.blocks; block += design.every) {
      kernel.predict(design.xAt(block), k, design.rowsIn(block), this.beta, this.zeros, this.moved);
      const rows = Math.min(BLOCK, design.rows - block * BLOCK);
      const [slope, bend, weight, moved] = [design.arrayAt(SLOPE, block) / NUMBER, design.arrayAt(BEND, block) / NUMBER, this.weightsAt(block) / NUMBER, this.moved / NUMBER];
      for (let i = 0; i < rows; i++) {
        const was = cells[slope + i];
        if (Math.abs(cells[moved + i]) < 1 - KEPT && was !== 0) continue; // a logit's second derivative is no larger than its first
        if (cells[weight + i] > 0 && !((was + cells[bend + i] * cells[moved + i]) * was > KEPT * was * was)) return false;
      }
    }
    return true;
  }

  /** At the last evaluation: each row's score along a direction of the parameters, into `out`. Unweighted rows only. */
  pullsAlong(direction: Float64Array, out: Float64Array): void {
    const { design, design: { kernel, kernel: { cells } }, size: k } = this;
    cells.set(direction, this.beta / NUMBER);
    for (let block = 0, row = 0; block < design.blocks; block++) {
      kernel.predict(design.xAt(block), k, design.rowsIn(block), this.beta, this.zeros, this.moved);
      const rows = Math.min(BLOCK, design.rows - block * BLOCK);
      const [slope, moved] = [design.arrayAt(SLOPE, block) / NUMBER, this.moved / NUMBER];
      for (let i = 0; i < rows; i++) out[row++] = cells[slope + i] * cells[moved + i];
    }
  }

  release(): void {
    this.design.release();
  }
}
