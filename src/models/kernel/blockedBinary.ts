import type { Packed } from "../matrix";
import type { Likelihood } from "../newton";
import { meanWeight, type Observations } from "../observations";
import { BlockedDesign } from "./blockedDesign";
import { BLOCK, NUMBER } from "./rowKernel";

/** In standard errors: a step so short is looked at by its length first. */
const TINY = 1e-4;
/** Bytes of a number in single precision. */
const SINGLE = 4;
/** Row-wise arrays. */
const [SIGN, WEIGHT, SLOPE, BEND, REMEMBERED, OFFSET] = [0, 1, 2, 3, 4, 5];

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
   * @param remembers whether it will be asked to `remember`
   */
  constructor(X: Packed, constant: number | null, seen: Observations, fast = true, remembers = false) {
    const k = X.columns;
    this.size = k;
    this.offset = seen.offset !== undefined;
    this.design = new BlockedDesign(X, constant, this.offset ? 6 : remembers ? 5 : 4, 2 * k + (k + 2) ** 2 + 5 * BLOCK, fast);
    this.beta = this.design.small;
    this.score = this.beta + k * NUMBER;
    this.information = this.score + k * NUMBER;
    this.zeros = this.information + (k + 2) ** 2 * NUMBER; // which may be asked of two columns more
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

  /** Address of a block's weights. Where all are 1, one block of ones serves all but the last, which is padded. */
  private weightsAt(block: number): number {
    return this.weighted || block === this.design.blocks - 1 ? this.design.arrayAt(WEIGHT, block) : this.ones;
  }

  evaluate(parameters: Float64Array, score: Float64Array, information: Float64Array): number {
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
        kernel.weigh(rows, weight, bend, h);
      }
      kernel.addColumnSums(x, k, rows, weighted ? g : slope, this.score);
      kernel.addCrossProducts(x, k, rows, weighted ? h : bend, this.information, scratch);
    }
    score.set(cells.subarray(this.score / NUMBER, this.score / NUMBER + k));
    for (let j = 0, at = this.information / NUMBER; j < information.length; j++) information[j] = -cells[at + j];
    return logLik;
  }

  /** The information comes from products in single precision: some seven digits of it. */
  slopesAt(parameters: Float64Array, score: Float64Array, information?: Float64Array): boolean {
    const { design, design: { kernel, kernel: { cells }, scratch, roughColumns: width }, size: k, moved: eta } = this;
    const [singles, empty, room] = [0, k, width].map((column) => scratch + column * BLOCK * SINGLE);
    cells.set(parameters, this.beta / NUMBER);
    cells.fill(0, this.score / NUMBER, this.zeros / NUMBER);
    if (information) cells.fill(0, empty / NUMBER, room / NUMBER);
    for (let block = 0; block < design.blocks; block += design.every) {
      const rows = design.rowsIn(block);
      const x = design.xAt(block);
      const slope = design.arrayAt(SLOPE, block);
      const bend = design.arrayAt(BEND, block);
      kernel.predict(x, k, rows, this.beta, this.offset ? design.arrayAt(OFFSET, block) : this.zeros, eta);
      kernel.pulls(rows, eta, design.arrayAt(SIGN, block), this.weightsAt(block), slope, bend);
      kernel.addColumnSums(x, k, rows, slope, this.score);
      if (!information) continue;
      kernel.toSingles(x, k, singles);
      kernel.addRoughProducts(singles, width, rows, bend, this.information, room);
    }
    score.set(cells.subarray(this.score / NUMBER, this.score / NUMBER + k));
    if (information) for (let a = 0; a < k; a++) for (let b = 0; b <= a; b++) information[a * k + b] = -cells[this.information / NUMBER + a * width + b];
    return true;
  }

  /** Keeps each row's slope at the last evaluation, of rows without weights. */
  remember(): void {
    this.design.array(REMEMBERED).set(this.design.array(SLOPE));
  }

  /** The score there by other weights, which takes no look at the predictors. */
  rememberedScore(score: Float64Array): void {
    const { design, design: { kernel, kernel: { cells } }, size: k } = this;
    cells.fill(0, this.score / NUMBER, this.score / NUMBER + k);
    for (let block = 0; block < design.blocks; block++) {
      const rows = design.rowsIn(block);
      kernel.weigh(rows, this.weightsAt(block), design.arrayAt(REMEMBERED, block), this.g);
      kernel.addColumnSums(design.xAt(block), k, rows, this.g, this.score);
    }
    score.set(cells.subarray(this.score / NUMBER, this.score / NUMBER + k));
  }

  provesOverlap(step: Float64Array, length = Infinity): boolean {
    const { design, design: { kernel }, size: k } = this;
    if (length < TINY && !this.weighted && this.allBendMoreThan(16 * length * length)) return true;
    kernel.cells.set(step, this.beta / NUMBER);
    for (let block = 0; block < design.blocks; block += design.every) {
      const rows = design.rowsIn(block);
      kernel.predict(design.xAt(block), k, rows, this.beta, this.zeros, this.moved);
      if (!kernel.keepsSlopes(rows, design.arrayAt(SLOPE, block), design.arrayAt(BEND, block), this.weightsAt(block), this.moved)) return false;
    }
    return true;
  }

  /**
   * A step of length ℓ moves the η of a row with second derivative −h by ℓ/√h at most (h times the variance of η is a leverage,
   * which is 1 at most), and so changes its first derivative by √h·ℓ; that is less than half of it where h > 4ℓ², since a logit's
   * first derivative is no smaller than h. Four times as much leaves room for rounding.
   */
  private allBendMoreThan(least: number): boolean {
    const { design } = this;
    for (let block = 0; block < design.blocks; block += design.every) {
      const from = design.arrayAt(BEND, block) / NUMBER;
      const bend = design.kernel.cells.subarray(from, from + Math.min(BLOCK, design.rows - block * BLOCK));
      for (let i = 0; i < bend.length; i++) if (!(-bend[i] > least)) return false;
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
