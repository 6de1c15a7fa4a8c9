/**
 * A symmetric matrix as Q·T·Q′, T tridiagonal, by Householder's reflections.
 *
 * @param S m × m; overwritten
 * @returns diagonal (m), beside (m; beside[j] stands between j and j + 1, the last is 0), and Q′, m × m by rows
 * Source: Golub & Van Loan (2013) §8.3.1.
 */
export function tridiagonal(S: Float64Array, m: number): { diagonal: Float64Array; beside: Float64Array; turned: Float64Array } {
  const beside = new Float64Array(m);
  const reflections: { v: Float64Array; scale: number }[] = [];
  for (let k = 0; k + 1 < m; k++) {
    const v = Float64Array.from({ length: m }, (_, a) => (a > k ? S[a * m + k] : 0));
    const length = Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
    const first = v[k + 1];
    const rest = v.subarray(k + 2).some((x) => x !== 0);
    beside[k] = rest ? (first > 0 ? -length : length) : first;
    if (rest) v[k + 1] -= beside[k];
    const scale = rest ? 2 / v.reduce((sum, x) => sum + x * x, 0) : 0;
    reflections.push({ v, scale });
    if (rest) reflect(S, m, k + 1, v, scale);
  }
  const diagonal = Float64Array.from({ length: m }, (_, j) => S[j * m + j]);
  return { diagonal, beside, turned: product(reflections, m) };
}

/** The lower right block of S, from `from` on, between the reflection 1 − scale·vv′ and itself. */
function reflect(S: Float64Array, m: number, from: number, v: Float64Array, scale: number): void {
  const w = new Float64Array(m);
  for (let a = from; a < m; a++) { let sum = 0; for (let b = from; b < m; b++) sum += S[a * m + b] * v[b]; w[a] = scale * sum; }
  let along = 0;
  for (let a = from; a < m; a++) along += w[a] * v[a];
  for (let a = from; a < m; a++) w[a] -= (scale / 2) * along * v[a];
  for (let a = from; a < m; a++) for (let b = from; b < m; b++) S[a * m + b] -= v[a] * w[b] + w[a] * v[b];
}

/** Q′ by rows: the reflections one after the other, the last first. */
function product(reflections: readonly { v: Float64Array; scale: number }[], m: number): Float64Array {
  const Q = new Float64Array(m * m);
  for (let j = 0; j < m; j++) Q[j * m + j] = 1;
  for (let k = reflections.length - 1; k >= 0; k--) {
    const { v, scale } = reflections[k];
    if (scale === 0) continue;
    // Q′ is multiplied from the right: each of its rows by itself, so that memory is read in order.
    for (let a = k + 1; a < m; a++) {
      let sum = 0;
      for (let b = k + 1; b < m; b++) sum += Q[a * m + b] * v[b];
      for (let b = k + 1; b < m; b++) Q[a * m + b] -= scale * sum * v[b];
    }
  }
  return Q;
}
