import { tridiagonal } from "./tridiagonal";

const MOST_STEPS = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix: to a tridiagonal one, then by implicit QL steps.
 *
 * @param S m × m; overwritten
 * @returns values, unordered; vectors, m × m, one a row
 * @throws {Error} where a value has not settled after 60 steps (never seen: two are usual)
 * Source: Golub & Van Loan (2013) §8.3; EISPACK's imtql2.
 */
export function eigenSymmetric(S: Float64Array, m: number): { values: Float64Array; vectors: Float64Array } {
  const { diagonal: d, beside: e, turned: V } = tridiagonal(S, m);
  for (let from = 0; from < m; from++) {
    for (let step = 0; ; step++) {
      let to = from;
      while (to + 1 < m && Math.abs(e[to]) > Number.EPSILON * (Math.abs(d[to]) + Math.abs(d[to + 1]))) to++;
      if (to === from) break;
      if (step === MOST_STEPS) throw new Error("the eigenvalues of a symmetric matrix do not settle");
      chase(d, e, V, m, from, to);
    }
  }
  return { values: d, vectors: V };
}

/** One QL step of the block from `from` to `to`, shifted by the eigenvalue of its first two that is nearer to the first. */
function chase(d: Float64Array, e: Float64Array, V: Float64Array, m: number, from: number, to: number): void {
  const half = (d[from + 1] - d[from]) / (2 * e[from]);
  let bulge = d[to] - d[from] + e[from] / (half + (half < 0 ? -1 : 1) * Math.hypot(half, 1));
  let [sine, cosine, shift] = [1, 1, 0];
  for (let i = to - 1; i >= from; i--) {
    const [f, b] = [sine * e[i], cosine * e[i]];
    const r = Math.hypot(f, bulge);
    e[i + 1] = r;
    if (r === 0) { // the block falls into two here
      d[i + 1] -= shift;
      e[to] = 0;
      return;
    }
    [sine, cosine] = [f / r, bulge / r];
    const above = d[i + 1] - shift;
    const moved = (d[i] - above) * sine + 2 * cosine * b;
    shift = sine * moved;
    d[i + 1] = above + shift;
    bulge = cosine * moved - b;
    for (let k = 0; k < m; k++) {
      const [x, y] = [V[i * m + k], V[(i + 1) * m + k]];
      V[(i + 1) * m + k] = sine * x + cosine * y;
      V[i * m + k] = cosine * x - sine * y;
    }
  }
  d[from] -= shift;
  e[from] = bulge;
  e[to] = 0;
}

/** The symmetric S^(−1/2); directions in which S is nothing (for a cluster with a dummy of its own) stay nothing. */
export function inverseRoot(S: Float64Array, m: number): Float64Array {
  const { values, vectors } = eigenSymmetric(S, m);
  const least = 1e-12 * Math.max(...values);
  const result = new Float64Array(m * m);
  for (let e = 0; e < m; e++) {
    if (values[e] <= least) continue;
    const times = 1 / Math.sqrt(values[e]);
    for (let a = 0; a < m; a++) {
      const part = times * vectors[e * m + a];
      for (let b = 0; b < m; b++) result[a * m + b] += part * vectors[e * m + b];
    }
  }
  return result;
}
