/**
 * Gram–Schmidt, twice over, of the columns of a matrix: A = QR, Q's columns orthonormal to the last digit.
 * Columns come and go as arrays of their own.
 */
export interface Orthogonal {
  readonly Q: readonly Float64Array[];
  /** Upper triangular, as columns: R[j] holds the j coefficients on the earlier columns, then the length of its own part. */
  readonly R: readonly Float64Array[];
}

/**
 * @param columns the matrix; overwritten by Q
 * @param refuse  called with a column's index, the share of its length that is its own, and its coefficients on the
 *                earlier columns; may throw. A column without a part of its own stays 0.
 */
export function orthogonalise(columns: readonly Float64Array[], refuse?: (j: number, share: number, onEarlier: () => number[]) => void): Orthogonal {
  const R: Float64Array[] = [];
  columns.forEach((column, j) => {
    const length = norm(column);
    const r = new Float64Array(j + 1);
    for (let pass = 0; pass < 2; pass++) for (let c = 0; c < j; c++) r[c] += subtractProjection(column, columns[c]);
    const own = norm(column);
    refuse?.(j, length === 0 ? 0 : own / length, () => Array.from(solveUpper(R, r.subarray(0, j)))); // on the earlier columns themselves
    r[j] = own;
    if (own > 0) for (let i = 0; i < column.length; i++) column[i] /= own;
    R.push(r);
  });
  return { Q: columns, R };
}

/** Takes away what lies along q, of length 1, and gives how much that was. */
export function subtractProjection(rest: Float64Array, q: Float64Array): number {
  let product = 0;
  for (let i = 0; i < q.length; i++) product += rest[i] * q[i];
  for (let i = 0; i < q.length; i++) rest[i] -= product * q[i];
  return product;
}

/** Euclidean length, also of numbers whose squares a double cannot hold. */
export function norm(v: ArrayLike<number>): number {
  let squares = 0;
  for (let i = 0; i < v.length; i++) squares += v[i] * v[i];
  return squares > 1e-250 && squares < Infinity ? Math.sqrt(squares) : scaledNorm(v);
}

function scaledNorm(v: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < v.length; i++) largest = Math.max(largest, Math.abs(v[i]));
  if (!(largest > 0 && largest < Infinity)) return largest;
  let squares = 0;
  for (let i = 0; i < v.length; i++) squares += (v[i] / largest) ** 2;
  return largest * Math.sqrt(squares);
}

/** R⁻¹·v, over the leading columns. */
export function solveUpper(R: readonly Float64Array[], v: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(v);
  for (let c = R.length - 1; c >= 0; c--) {
    x[c] /= R[c][c];
    for (let above = 0; above < c; above++) x[above] -= R[c][above] * x[c];
  }
  return x;
}

/** R′⁻¹·v. */
export function solveTransposed(R: readonly Float64Array[], v: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(v);
  for (let c = 0; c < R.length; c++) {
    for (let above = 0; above < c; above++) x[c] -= R[c][above] * x[above];
    x[c] /= R[c][c];
  }
  return x;
}
