/** Rows of numbers, n × k: how a design matrix comes in. */
export type Matrix = readonly (readonly number[])[];

/** The same, packed: element (i, j) at i·columns + j. */
export interface Packed {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** Whether a design came packed, as one array. */
export const isPacked = (X: Matrix | Packed): X is Packed => !Array.isArray(X);

/** Checks that every cell of a packed design is a finite number. */
export function checkPacked(X: Packed): Packed {
  const { values, rows, columns } = X;
  if (values.length !== rows * columns) throw new RangeError(`the design has ${values.length} cells for ${rows} rows of ${columns}`);
  if (allFinite(values)) return X;
  const at = values.findIndex((value) => !Number.isFinite(value));
  throw new RangeError(`row ${Math.floor(at / columns) + 1}, column ${(at % columns) + 1} of the design is ${values[at]}, not a finite number`);
}

/** Whether v·0 is 0 for each: four sums at once, so that none waits for the one before. */
function allFinite(values: Float64Array): boolean {
  const whole = values.length - (values.length % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = 0; at < whole; at += 4) {
    a += values[at] * 0;
    b += values[at + 1] * 0;
    c += values[at + 2] * 0;
    d += values[at + 3] * 0;
  }
  for (let at = whole; at < values.length; at++) a += values[at] * 0;
  return a + b + c + d === 0;
}

/** Packs the named columns of `X` (all of them by default), checking that every cell is a finite number. */
export function pack(X: Matrix, columns: readonly number[] = (X[0] ?? []).map((_, j) => j)): Packed {
  const k = columns.length;
  const width = X[0]?.length ?? 0;
  const values = new Float64Array(X.length * k);
  for (let i = 0; i < X.length; i++) {
    const row = X[i];
    if (row.length !== width) throw new RangeError(`row ${i + 1} of the design has ${row.length} columns, the first has ${width}`);
    for (let j = 0; j < k; j++) {
      const value = row[columns[j]];
      if (!Number.isFinite(value)) throw new RangeError(`row ${i + 1}, column ${columns[j] + 1} of the design is ${value}, not a finite number`);
      values[i * k + j] = value;
    }
  }
  return { rows: X.length, columns: k, values };
}
