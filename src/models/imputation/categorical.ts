import { factorise, solveFactored } from "../numeric/cholesky";

/** Rows of predictors with a weight each, and the category of each row (0 … K − 1). */
export interface Categorised {
  readonly rows: number;
  readonly columns: number;
  /** Row-major; the first column is the constant. */
  readonly X: Float64Array;
  readonly y: Float64Array;
  readonly weights: Float64Array;
}

const CLOSE = 1e-3;
const MOST_STEPS = 100;
/** The information changes little near the maximum: after the first steps one factor serves several scores. */
const STEPS_PER_FACTOR = 4;

/**
 * Multinomial logit (binary, where there are two categories) by Newton's method, steps halved where they overshoot. Precise enough
 * to draw from, not to report.
 *
 * @param start  coefficients to begin at, such as those of the round before
 * @returns coefficients, category by category against the first: (K − 1) × columns
 *
 * Source: Agresti (2013) §8.1.
 */
export function fitMultinomial(data: Categorised, categories: number, start?: Float64Array): Float64Array {
  const size = (categories - 1) * data.columns;
  let beta: Float64Array = start?.length === size ? start : new Float64Array(size);
  let here = scoreAt(data, categories, beta);
  let factor = new Float64Array();
  for (let step = 0; step < MOST_STEPS; step++) {
    if (step < 2 || step % STEPS_PER_FACTOR === 0) {
      factor = informationAt(data, categories, beta);
      for (let a = 0; a < size; a++) factor[a * size + a] *= 1 + 1e-9; // a column that others make up has no direction of its own
      if (!factorise(factor, size)) throw new RangeError("the predictors of an imputation cannot be told apart");
    }
    const move = solveFactored(factor, size, here.score);
    let share = 1;
    for (; share > 1e-4; share /= 2) {
      const tried = beta.map((value, a) => value + share * move[a]);
      const next = scoreAt(data, categories, tried);
      if (next.logLik >= here.logLik - 1e-9 * Math.abs(here.logLik)) {
        beta = tried;
        here = next;
        break;
      }
    }
    if (Math.max(...move.map(Math.abs)) * share < CLOSE) break;
  }
  return beta;
}

function scoreAt({ rows, columns: k, X, y, weights }: Categorised, categories: number, beta: Float64Array): { score: Float64Array; logLik: number } {
  const score = new Float64Array((categories - 1) * k);
  const p = new Float64Array(categories);
  let logLik = 0;
  for (let i = 0; i < rows; i++) {
    probabilities(X, i * k, k, beta, p);
    logLik += weights[i] * Math.log(p[y[i]]);
    for (let c = 0; c < categories - 1; c++) {
      const residual = weights[i] * ((y[i] === c + 1 ? 1 : 0) - p[c + 1]);
      for (let a = 0; a < k; a++) score[c * k + a] += residual * X[i * k + a];
    }
  }
  return { score, logLik };
}

/** The lower triangle of the information; cells of X that are 0 (most of the added rows) cost nothing. */
function informationAt({ rows, columns: k, X, weights }: Categorised, categories: number, beta: Float64Array): Float64Array<ArrayBuffer> {
  const others = categories - 1;
  const size = others * k;
  const information = new Float64Array(size * size);
  const p = new Float64Array(categories);
  const there = new Int32Array(k);
  for (let i = 0; i < rows; i++) {
    const at = i * k;
    probabilities(X, at, k, beta, p);
    let filled = 0;
    for (let a = 0; a < k; a++) if (X[at + a] !== 0) there[filled++] = a;
    for (let c = 0; c < others; c++) {
      for (let d = 0; d <= c; d++) {
        const w = weights[i] * p[c + 1] * ((c === d ? 1 : 0) - p[d + 1]);
        for (let s = 0; s < filled; s++) {
          const wx = w * X[at + there[s]];
          const row = (c * k + there[s]) * size + d * k;
          for (let t = 0, most = c === d ? s + 1 : filled; t < most; t++) information[row + there[t]] += wx * X[at + there[t]];
        }
      }
    }
  }
  return information;
}

/** The probabilities of all categories for the row of `X` that begins at `at`. */
export function probabilities(X: Float64Array, at: number, columns: number, beta: Float64Array, p: Float64Array): void {
  const others = p.length - 1;
  let largest = 0;
  p[0] = 0;
  for (let c = 0; c < others; c++) {
    let eta = 0;
    for (let a = 0; a < columns; a++) eta += X[at + a] * beta[c * columns + a];
    p[c + 1] = eta;
    largest = Math.max(largest, eta);
  }
  let sum = 0;
  for (let c = 0; c <= others; c++) sum += p[c] = Math.exp(p[c] - largest);
  for (let c = 0; c <= others; c++) p[c] /= sum;
}
