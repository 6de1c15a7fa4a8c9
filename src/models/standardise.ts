import type { Packed } from "./matrix";

/** What each column of a design gave up when it was standardised; 0 and 1 where nothing. */
export interface Scaling {
  readonly centre: Float64Array;
  readonly scale: Float64Array;
}

/** A design whose columns have mean 0 and length √n (the constant, kept as it is, has length √n too). */
export interface Standardised extends Packed, Scaling {}

/**
 * Centres and scales the columns, so that terms like age² are as well conditioned as a dummy.
 *
 * @param X         packed design, n × k
 * @param constant  index of the column of ones, which is left alone; undefined where something else (cut points)
 *                  plays its part; null where there is none, and then nothing may be centred
 */
export function standardise(X: Packed, constant: number | undefined | null): Standardised {
  const { rows, columns } = X;
  const values = X.values.slice();
  const centre = new Float64Array(columns);
  const scale = new Float64Array(columns).fill(1);
  for (let j = 0; j < columns; j++) {
    if (j === constant) continue;
    const unit = unitOf(values, columns, j);
    if (constant !== null) centre[j] = columnMean(values, rows, columns, j, unit);
    let squares = 0;
    for (let i = j; i < values.length; i += columns) {
      values[i] = (values[i] - centre[j]) / unit;
      squares += values[i] * values[i];
    }
    const length = Math.sqrt(squares / rows) || 1;
    scale[j] = length * unit;
    for (let i = j; i < values.length; i += columns) values[i] /= length;
  }
  return { rows, columns, values, centre, scale };
}

/** Columns between these can be squared and summed as they are. */
const [TINY, HUGE] = [1e-100, 1e100];

/** A power of two near a column's spread, by which it is divided where its squares would overflow or vanish; else 1. */
function unitOf(values: Float64Array, columns: number, j: number): number {
  let least = Infinity;
  let most = -Infinity;
  for (let i = j; i < values.length; i += columns) {
    least = Math.min(least, values[i]);
    most = Math.max(most, values[i]);
  }
  const size = Math.max(most / 2 - least / 2, most === least ? Math.abs(most) : 0);
  return size === 0 || (size > TINY && size < HUGE) ? 1 : 2 ** Math.floor(Math.log2(size));
}

function columnMean(values: Float64Array, rows: number, columns: number, j: number, unit: number): number {
  // Of differences from the first value, which a constant column makes exactly 0.
  const first = values[j];
  let sum = 0;
  for (let i = j; i < values.length; i += columns) sum += values[i] / unit - first / unit;
  return first + (sum / rows) * unit;
}

/**
 * The linear map from parameters of the standardised design back to those of the design as given, m × m:
 * slopes are divided by their scale, and each constant gives up Σ centre·slope.
 *
 * @param blocks for each parameter: the column it multiplies, with its sign (−1 for an ordered model's xβ),
 *               and the constants (parameter indices) that took up its centre; a constant has column −1
 */
export function backTransform(
  { centre, scale }: Scaling,
  blocks: readonly { readonly column: number; readonly sign: 1 | -1; readonly constants: readonly number[] }[],
): Float64Array {
  const m = blocks.length;
  const T = new Float64Array(m * m);
  blocks.forEach(({ column, sign, constants }, parameter) => {
    T[parameter * m + parameter] = column < 0 ? 1 : 1 / scale[column];
    if (column >= 0) for (const constant of constants) T[constant * m + parameter] = (-sign * centre[column]) / scale[column];
  });
  return T;
}

/** T·v. */
export function transformVector(T: Float64Array, v: ArrayLike<number>): Float64Array {
  const m = v.length;
  return Float64Array.from({ length: m }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < m; j++) sum += T[i * m + j] * v[j];
    return sum;
  });
}

/** A·B, both m × m. */
export function multiply(A: Float64Array, B: Float64Array, m: number): Float64Array {
  const result = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let c = 0; c < m; c++) {
      const a = A[i * m + c];
      if (a !== 0) for (let j = 0; j < m; j++) result[i * m + j] += a * B[c * m + j];
    }
  }
  return result;
}
