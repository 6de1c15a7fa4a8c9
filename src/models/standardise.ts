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
    if (constant !== null) centre[j] = columnMean(values, rows, columns, j);
    let squares = 0;
    for (let i = j; i < values.length; i += columns) {
      values[i] -= centre[j];
      squares += values[i] * values[i];
    }
    scale[j] = Math.sqrt(squares / rows) || 1;
    for (let i = j; i < values.length; i += columns) values[i] /= scale[j];
  }
  return { rows, columns, values, centre, scale };
}

function columnMean(values: Float64Array, rows: number, columns: number, j: number): number {
  // Of differences from the first value, which a constant column makes exactly 0.
  const first = values[j];
  let sum = 0;
  for (let i = j; i < values.length; i += columns) sum += values[i] - first;
  return first + sum / rows;
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
export function transformVector(T: Float64Array, v: Float64Array): Float64Array {
  const m = v.length;
  return v.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < m; j++) sum += T[i * m + j] * v[j];
    return sum;
  });
}

/** T·V·T′. */
export function transformCovariance(T: Float64Array, V: Float64Array, m: number): Float64Array {
  const TV = multiply(T, V, m);
  const result = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let c = 0; c < m; c++) sum += TV[i * m + c] * T[j * m + c];
      result[i * m + j] = sum;
      result[j * m + i] = sum;
    }
  }
  return result;
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
