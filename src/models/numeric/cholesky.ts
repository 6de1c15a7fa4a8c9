/**
 * Cholesky factor of a symmetric positive definite matrix, and what is done with it.
 * Matrices are m × m, row-major, in a Float64Array; only the lower triangle is read.
 */

/** A pivot below this share of its diagonal element is taken for rounding, not for information. */
const SMALLEST_PIVOT = 1e-14;

/** Overwrites the lower triangle of `A` by its factor L (A = LL′). False where A is not positive definite. */
export function factorise(A: Float64Array, m: number): boolean {
  for (let j = 0; j < m; j++) {
    const diagonal = A[j * m + j];
    let pivot = diagonal;
    for (let c = 0; c < j; c++) pivot -= A[j * m + c] * A[j * m + c];
    if (!(pivot > SMALLEST_PIVOT * diagonal)) return false;
    const root = Math.sqrt(pivot);
    A[j * m + j] = root;
    for (let i = j + 1, own = j * m; i < m; i++) {
      const at = i * m;
      let sum = A[at + j];
      for (let c = 0; c < j; c++) sum -= A[at + c] * A[own + c];
      A[at + j] = sum / root;
    }
  }
  return true;
}

/**
 * The smallest of the pivots, each as a share of its diagonal element of A = LL′. In X′WX this is the least squared
 * share of a column's length (in the metric W) that the columns before it cannot make up.
 */
export function smallestPivotShare(L: Float64Array, m: number): number {
  let smallest = Infinity;
  for (let j = 0; j < m; j++) {
    let diagonal = 0;
    for (let c = 0; c <= j; c++) diagonal += L[j * m + c] * L[j * m + c];
    smallest = Math.min(smallest, (L[j * m + j] * L[j * m + j]) / diagonal);
  }
  return smallest;
}

/** Overwrites `b` by the solution of LL′x = b. */
export function solveFactored(L: Float64Array, m: number, b: Float64Array): Float64Array {
  for (let i = 0; i < m; i++) {
    let left = b[i];
    for (let c = 0, at = i * m; c < i; c++, at++) left -= L[at] * b[c];
    b[i] = left / L[i * m + i];
  }
  for (let i = m - 1; i >= 0; i--) {
    let left = b[i];
    for (let c = i + 1, at = c * m + i; c < m; c++, at += m) left -= L[at] * b[c];
    b[i] = left / L[i * m + i];
  }
  return b;
}

/** (LL′)⁻¹, full and exactly symmetric. */
export function inverseOfFactored(L: Float64Array, m: number): Float64Array {
  const root = rootOfInverse(L, m);
  const inverse = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let c = i; c < m; c++) sum += root[i * m + c] * root[j * m + c];
      inverse[i * m + j] = inverse[j * m + i] = sum;
    }
  }
  return inverse;
}

/** L⁻ᵀ, m × m, upper triangular: a root of (LL′)⁻¹, which is root·root′. */
export function rootOfInverse(L: Float64Array, m: number): Float64Array {
  const root = new Float64Array(m * m);
  for (let j = 0; j < m; j++) {
    // Column j of L⁻¹ is row j of L⁻ᵀ.
    for (let i = j; i < m; i++) {
      let sum = i === j ? 1 : 0;
      for (let c = j; c < i; c++) sum -= L[i * m + c] * root[j * m + c];
      root[j * m + i] = sum / L[i * m + i];
    }
  }
  return root;
}

/**
 * A root of a symmetric matrix that is positive semidefinite (such as a sum of fewer outer products than it has rows):
 * A = root·root′, root lower triangular; where nothing is left of a pivot but rounding, its column is 0.
 */
export function semidefiniteRoot(A: Float64Array, m: number): Float64Array {
  const L = new Float64Array(m * m);
  for (let j = 0; j < m; j++) {
    let pivot = A[j * m + j];
    for (let c = 0; c < j; c++) pivot -= L[j * m + c] * L[j * m + c];
    if (!(pivot > SMALLEST_PIVOT * A[j * m + j])) continue;
    L[j * m + j] = Math.sqrt(pivot);
    for (let i = j + 1; i < m; i++) {
      let sum = A[i * m + j];
      for (let c = 0; c < j; c++) sum -= L[i * m + c] * L[j * m + c];
      L[i * m + j] = sum / L[j * m + j];
    }
  }
  return L;
}

/** log det of LL′. */
export function logDeterminant(L: Float64Array, m: number): number {
  let sum = 0;
  for (let j = 0; j < m; j++) sum += Math.log(L[j * m + j]);
  return 2 * sum;
}

/**
 * Inverse of a small symmetric positive definite matrix given as rows.
 * @returns undefined where the matrix is singular
 */
export function inverse(A: readonly (readonly number[])[]): number[][] | undefined {
  const m = A.length;
  // Scaling to a unit diagonal first keeps badly scaled covariances (age² beside a dummy) well conditioned.
  const scale = A.map((row, i) => 1 / Math.sqrt(row[i]));
  const L = Float64Array.from(A.flatMap((row, i) => row.map((value, j) => value * scale[i] * scale[j])));
  if (!factorise(L, m)) return undefined;
  const result = inverseOfFactored(L, m);
  return A.map((_, i) => A.map((__, j) => result[i * m + j] * scale[i] * scale[j]));
}
