/** The search ends when no margin is below minus this (rows have length 1, columns are standardised). */
const TOLERANCE = 1e-11;
/** An optimum below this, for each row, is 0. */
export const NOTHING_LEFT = 1e-11;

/**
 * max c′d over {Ad ≥ 0, |dⱼ| ≤ 1} by the revised simplex on its dual: min Σ(u + v), u − v − A′λ = c, all ≥ 0.
 * A dual basis has one variable for each column of A; d is its vector of multipliers.
 * @returns undefined where rounding or the pivot limit got in the way
 */
export function maximiseOverCone(A: Float64Array, rows: number, m: number, c: Float64Array): { optimum: number; direction: Float64Array } | undefined {
  // Variables: 0…m−1 are u, m…2m−1 are v, 2m + i is λᵢ. We begin with u or v, by the sign of c.
  const isRow = new Array<boolean>(m).fill(false); // of each variable of the basis, whether it is a λ
  const inverse = new Float64Array(m * m);
  c.forEach((value, j) => (inverse[j * m + j] = value >= 0 ? 1 : -1));
  const x = c.map(Math.abs);
  const d = new Float64Array(m);
  const column = new Float64Array(m);
  const mostPivots = 500 + 40 * m;

  for (let pivots = 0; pivots <= mostPivots; pivots++) {
    let optimum = 0;
    d.fill(0);
    for (let r = 0; r < m; r++) {
      if (isRow[r]) continue;
      optimum += x[r];
      for (let j = 0; j < m; j++) d[j] += inverse[r * m + j];
    }
    if (optimum <= NOTHING_LEFT * rows) return { optimum: 0, direction: d };
    const entering = mostViolated(A, rows, m, d);
    if (entering === undefined) return { optimum, direction: d };
    fillColumn(A, m, entering, inverse, column);
    const leaving = ratioTest(x, column, m);
    if (leaving === undefined) return undefined;
    pivot(inverse, x, column, leaving, m);
    isRow[leaving] = entering >= 2 * m;
  }
  return undefined;
}

function mostViolated(A: Float64Array, rows: number, m: number, d: Float64Array): number | undefined {
  let worst = -TOLERANCE;
  let entering: number | undefined;
  for (let j = 0; j < m; j++) {
    if (1 - d[j] < worst) [worst, entering] = [1 - d[j], j];
    if (1 + d[j] < worst) [worst, entering] = [1 + d[j], m + j];
  }
  for (let i = 0, at = 0; i < rows; i++) {
    let margin = 0;
    for (let j = 0; j < m; j++) margin += A[at++] * d[j];
    if (margin < worst) [worst, entering] = [margin, 2 * m + i];
  }
  return entering;
}

/** column = B⁻¹ · (the entering variable's column: e, −e, or −Aᵢ). */
function fillColumn(A: Float64Array, m: number, entering: number, inverse: Float64Array, column: Float64Array): void {
  for (let r = 0; r < m; r++) {
    if (entering < m) column[r] = inverse[r * m + entering];
    else if (entering < 2 * m) column[r] = -inverse[r * m + entering - m];
    else {
      let sum = 0;
      for (let j = 0, at = (entering - 2 * m) * m; j < m; j++) sum -= inverse[r * m + j] * A[at + j];
      column[r] = sum;
    }
  }
}

function ratioTest(x: Float64Array, column: Float64Array, m: number): number | undefined {
  let best = Infinity;
  let leaving: number | undefined;
  for (let r = 0; r < m; r++) {
    if (column[r] <= 1e-11) continue;
    const ratio = x[r] / column[r];
    // Of (nearly) equal ratios the larger pivot, for the sake of rounding.
    if (ratio < best - 1e-12 || (ratio < best + 1e-12 && column[r] > column[leaving!])) [best, leaving] = [Math.min(best, ratio), r];
  }
  return leaving;
}

function pivot(inverse: Float64Array, x: Float64Array, column: Float64Array, leaving: number, m: number): void {
  const p = column[leaving];
  for (let j = 0; j < m; j++) inverse[leaving * m + j] /= p;
  x[leaving] /= p;
  for (let r = 0; r < m; r++) {
    const factor = column[r];
    if (r === leaving || factor === 0) continue;
    for (let j = 0; j < m; j++) inverse[r * m + j] -= factor * inverse[leaving * m + j];
    x[r] = Math.max(0, x[r] - factor * x[leaving]);
  }
}
