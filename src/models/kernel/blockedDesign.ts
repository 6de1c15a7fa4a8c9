import type { Packed } from "../matrix";
import { plainRows } from "./plainRows";
import { BLOCK, NUMBER, PADDED_TO, type RowKernel } from "./rowKernel";
import { leaseFastRows } from "./wasmRows";

/** In numbers: what lies below is the kernel's own (its constants). */
export const FIRST_FREE = 256;
/** Below this, squares that were summed may have lost digits at the bottom of the range of doubles. */
const SMALLEST_VARIANCE = 1e-200;

/**
 * A standardised design in the memory of a row kernel, in blocks of rows, with row-wise arrays beside it.
 * The same numbers as `standardise` gives, but for rounding: centre and scale say what was taken off.
 *
 * Addresses (in bytes) are for the kernel; `place` turns one into an index of `cells`.
 * `release` ends its life: the memory goes to the next fit.
 */
export class BlockedDesign {
  readonly rows: number;
  readonly columns: number;
  readonly centre: Float64Array;
  readonly scale: Float64Array;
  /** False where a column does not vary, or its squares leave the range of doubles: it must be looked at first. */
  readonly sound: boolean;
  readonly blocks: number;
  /** 1; where a likelihood looks at some of the rows only, every so many-th block. */
  every = 1;
  readonly kernel: RowKernel;
  readonly release: () => void;
  /** Columns with empty ones, so that they are a multiple of 3, as the kernel wants them for rough products. */
  readonly roughColumns: number;
  private readonly x: number;
  private readonly firstArray: number;

  /**
   * @param constant as in `standardise`
   * @param arrays   how many row-wise arrays are wanted
   * @param small    how many numbers are wanted beside them
   * @param fast     false: the plain kernel, whatever the engine offers
   */
  constructor(X: Packed, constant: number | undefined | null, arrays: number, small: number, fast = true) {
    this.rows = X.rows;
    this.columns = X.columns;
    this.blocks = Math.ceil(X.rows / BLOCK);
    this.roughColumns = 3 * Math.ceil(X.columns / 3);
    const numbers = FIRST_FREE + Math.max(small, 4 * X.columns) + BLOCK * (this.roughColumns + this.blocks * (arrays + X.columns));
    const leased = fast ? leaseFastRows(numbers * NUMBER) : undefined;
    this.kernel = leased?.kernel ?? plainRows(numbers * NUMBER);
    this.release = leased?.release ?? (() => undefined);
    this.firstArray = FIRST_FREE + Math.max(small, 4 * X.columns) + BLOCK * this.roughColumns;
    this.x = this.firstArray + BLOCK * this.blocks * arrays;
    this.kernel.cells.fill(0, FIRST_FREE, this.firstArray);
    ({ centre: this.centre, scale: this.scale, sound: this.sound } = this.load(X, constant));
  }

  /** The first of the small numbers; those from `scratch` on are the kernel's. */
  readonly small = FIRST_FREE * NUMBER;

  /** Address of the kernel's scratch. */
  get scratch(): number {
    return (this.firstArray - BLOCK * this.roughColumns) * NUMBER;
  }

  /** Rows of a block, padded. */
  rowsIn(block: number): number {
    const rows = Math.min(BLOCK, this.rows - block * BLOCK);
    return Math.ceil(rows / PADDED_TO) * PADDED_TO;
  }

  /** Address of a block's cells. */
  xAt(block: number): number {
    return (this.x + block * this.columns * BLOCK) * NUMBER;
  }

  /** Address of a block's part of the row-wise array number `array`. */
  arrayAt(array: number, block: number): number {
    return (this.firstArray + (array * this.blocks + block) * BLOCK) * NUMBER;
  }

  /** A row-wise array, one number a row, as long as it is not released. */
  array(array: number): Float64Array {
    const from = this.firstArray + array * this.blocks * BLOCK;
    return this.kernel.cells.subarray(from, from + this.blocks * BLOCK);
  }

  /**
   * Copies the design in, block by block, and standardises it.
   * Moments are taken about the first row: a column of equal values becomes exactly 0, and since that row is one of n,
   * no more than a factor n of the variance's precision can cancel.
   */
  private load(X: Packed, constant: number | undefined | null): { centre: Float64Array; scale: Float64Array; sound: boolean } {
    const { kernel, columns: k, small } = this;
    const shift = FIRST_FREE;
    if (constant !== null) kernel.cells.set(X.values.subarray(0, k), shift);
    const [shiftAt, sumsAt, squaresAt] = [small, small + k * NUMBER, small + 2 * k * NUMBER];
    for (let block = 0; block < this.blocks; block++) {
      this.copy(X, block);
      kernel.addMoments(this.xAt(block), k, this.trueRowsIn(block), shiftAt, sumsAt, squaresAt);
    }
    const { cells } = kernel;
    const centre = new Float64Array(k);
    const scale = new Float64Array(k).fill(1);
    let sound = true;
    for (let j = 0; j < k; j++) {
      if (j === constant) continue;
      const mean = cells[shift + k + j] / this.rows;
      if (constant !== null) centre[j] = cells[shift + j] + mean;
      const variance = cells[shift + 2 * k + j] / this.rows - (constant === null ? 0 : mean * mean);
      sound &&= variance > SMALLEST_VARIANCE && variance < Infinity;
      scale[j] = variance > 0 && variance < Infinity ? Math.sqrt(variance) : 1;
    }
    cells.set(centre, shift);
    for (let j = 0; j < k; j++) cells[shift + k + j] = 1 / scale[j];
    for (let block = 0; block < this.blocks; block++) kernel.centreAndScale(this.xAt(block), k, this.trueRowsIn(block), shiftAt, sumsAt);
    cells.fill(0, shift, shift + 4 * k);
    return { centre, scale, sound };
  }

  private trueRowsIn(block: number): number {
    return Math.min(BLOCK, this.rows - block * BLOCK);
  }

  /** Rows into columns; the padding becomes 0. */
  private copy({ values }: Packed, block: number): void {
    const { columns: k, kernel: { cells } } = this;
    const rows = this.trueRowsIn(block);
    const to = this.x + block * k * BLOCK;
    cells.set(values.subarray(block * BLOCK * k, (block * BLOCK + rows) * k), this.scratch / NUMBER);
    this.kernel.columnsOf(this.scratch, k, rows, to * NUMBER);
    for (let j = 0; j < k; j++) cells.fill(0, to + j * BLOCK + rows, to + (j + 1) * BLOCK);
  }
}
