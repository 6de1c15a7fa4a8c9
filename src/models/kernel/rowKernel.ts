/** Rows in a block: few enough that a block stays in the processor's nearest cache. */
export const BLOCK = 128;
/** Rows are padded to a multiple of this, with cells and weights of 0. */
export const PADDED_TO = 8;
/** Bytes of a number: addresses below count bytes. */
export const NUMBER = 8;

/**
 * The sums over rows that a fit spends its time on, one block of rows at a time, on numbers in `cells`.
 * Arguments are byte addresses in `cells`, but for `k` (columns) and `rows` (in this block, padded).
 *
 * `x` is where the block's k columns begin, each BLOCK numbers after the one before; other row-wise arguments begin
 * at the block's first row.
 */
export interface RowKernel {
  readonly cells: Float64Array;
  /** eta = start + Σⱼ βⱼxⱼ. */
  predict(x: number, k: number, rows: number, beta: number, start: number, eta: number): void;
  /** Logit: first and second derivative of log P(y) by eta; sign is 1 where y is 1, −1 where it is 0. @returns Σ weight·log P(y) */
  logit(rows: number, eta: number, sign: number, weight: number, slope: number, bend: number): number;
  /** The derivatives of `logit`, each times the row's weight, without log P. */
  pulls(rows: number, eta: number, sign: number, weight: number, slope: number, bend: number): void;
  /**
   * Logit: 1 where every row with a weight keeps more than half of its slope when its η moves by `moved`, to first order
   * (slope + bend·moved); slope and bend may be those of `pulls`. Else 0.
   */
  keepsSlopes(rows: number, slope: number, bend: number, weight: number, moved: number): number;
  /** to = weight·from. */
  weigh(rows: number, weight: number, from: number, to: number): void;
  /** Adds Σᵢ gᵢxᵢ to `sums` (k numbers). */
  addColumnSums(x: number, k: number, rows: number, g: number, sums: number): void;
  /** Adds Σᵢ hᵢxᵢxᵢ′ to the lower triangle of `products` (k × k). `scratch` holds k·BLOCK numbers. */
  addCrossProducts(x: number, k: number, rows: number, h: number, products: number, scratch: number): void;
  /** `addCrossProducts` of a block in single precision, some 7 digits; k is a multiple of 3, and above the diagonal lies anything. */
  addRoughProducts(x: number, k: number, rows: number, h: number, products: number, scratch: number): void;
  /** A block's k columns in single precision, each BLOCK of them after the one before. */
  toSingles(x: number, k: number, to: number): void;
  /** From rows (k numbers each, one row after the other at `from`) to the columns of a block; `rows` is not padded. */
  columnsOf(from: number, k: number, rows: number, x: number): void;
  /** Adds Σ(x − shift) and Σ(x − shift)² of each column to `sums` and `squares`; `rows` here is not padded. */
  addMoments(x: number, k: number, rows: number, shift: number, sums: number, squares: number): void;
  /** x becomes (x − centre)·factor, column by column; `rows` here is not padded. */
  centreAndScale(x: number, k: number, rows: number, centre: number, factor: number): void;
}
