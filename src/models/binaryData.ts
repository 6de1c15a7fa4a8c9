import type { Matrix, Packed } from "./matrix";
import { packedColumns, refuseConstantOutcome, refuseTooFewRows } from "./modelChecks";
import { countLevels, type Observations, observe, type RowOptions } from "./observations";
import { RefusedModel } from "./refusedModel";
import { said } from "../faults/said";
import { type Standardised, standardise } from "./standardise";

export interface BinaryData {
  /** As given. */
  readonly design: Packed;
  readonly seen: Observations;
  /** Where the column of ones is; null where there is none. */
  readonly constant: number | null;
  /** The design standardised, when it is first asked for. */
  readonly standardised: () => Standardised;
}

/** Checks the data of a binary model. */
export function binaryData(X: Matrix | Packed, y: ArrayLike<number>, terms: readonly string[], options: RowOptions): BinaryData {
  const { X: design, seen } = observe(packedColumns(X, terms), outcomes(y, options), options);
  refuseBinary(design, seen);
  return withStandardised(design, seen, constantColumn(design, terms));
}

/** The same of rows that have been checked. */
export function withStandardised(design: Packed, seen: Observations, constant: number | null): BinaryData {
  let made: Standardised | undefined;
  return { design, seen, constant, standardised: () => (made ??= standardise(design, constant)) };
}

/** Refuses an outcome that is always the same, and fewer rows than parameters. */
export function refuseBinary(design: Packed, seen: Observations): void {
  const [others, events] = countLevels(seen, 2);
  if (events === 0 || others === 0) refuseConstantOutcome(seen.y[0], seen.y.length);
  refuseTooFewRows(seen, design.columns);
}

function outcomes(y: ArrayLike<number>, { rows }: RowOptions): Float64Array {
  const i = y instanceof Float64Array ? firstOther(y) : Array.prototype.findIndex.call(y, (value) => value !== 0 && value !== 1);
  if (i < 0) return new Float64Array(y);
  const row = rows?.[i] ?? i + 1;
  throw new RefusedModel("bad-input", [], said`row ${row} has outcome ${y[i]} (expected 0 or 1)`, [row]);
}

/** Many rows come as an array of this type. y·y − y is 0 for 0 and 1 alone; asked of each, yes or no, a processor would guess wrong half the time. */
function firstOther(y: Float64Array): number {
  let off = 0;
  for (let i = 0; i < y.length; i++) off += Math.abs(y[i] * y[i] - y[i]);
  return off === 0 ? -1 : y.findIndex((value) => value !== 0 && value !== 1);
}

/** Where the column of ones under `const` is; null where the model has none. */
function constantColumn({ values, rows, columns }: Packed, terms: readonly string[]): number | null {
  const j = terms.indexOf("const");
  if (j < 0) return null;
  for (let i = 0; i < rows; i++) if (values[i * columns + j] !== 1) throw new RangeError("the column of the term `const` must be 1 in every row");
  return j;
}
