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
      const residual = weights[i] * (Number(y[i] === c + 1) - p[c + 1]);
      for (let a = 0; a < k; a++) score[c * k + a] += residual * X[i * k + a];
    }
  }
  return { score, logLik };
}

/**
 * The lower triangle of the information. It has a block for each pair of categories, symmetric in itself: X′WX by the weights of
 * the pair. Most of an imputation's time goes here.
 */
function informationAt({ rows, columns: k, X, weights }: Categorised, categories: number, beta: Float64Array): Float64Array<ArrayBuffer> {
  const size = (categories - 1) * k;
  const information = new Float64Array(size * size);
  const columns = columnsOf(X, rows, k);
  const p = new Float64Array(rows * categories);
  for (let i = 0; i < rows; i++) probabilities(X, i * k, k, beta, p.subarray(i * categories, (i + 1) * categories));
  const [w, wx] = [new Float64Array(rows), new Float64Array(rows)];
  for (let c = 0; c < categories - 1; c++) {
    for (let d = 0; d <= c; d++) {
      for (let i = 0; i < rows; i++) w[i] = weights[i] * p[i * categories + c + 1] * (Number(c === d) - p[i * categories + d + 1]);
      for (let a = 0; a < k; a++) {
        for (let i = 0; i < rows; i++) wx[i] = w[i] * columns[a][i];
        const row = (c * k + a) * size + d * k;
        products(wx, columns, a, information, row);
        if (c !== d) for (let b = 0; b < a; b++) information[(c * k + b) * size + d * k + a] = information[row + b];
      }
    }
  }
  return information;
}

function columnsOf(X: Float64Array, rows: number, k: number): Float64Array[] {
  const columns = Array.from({ length: k }, () => new Float64Array(rows));
  for (let i = 0; i < rows; i++) for (let a = 0; a < k; a++) columns[a][i] = X[i * k + a];
  return columns;
}

/** The products of `v` with the columns up to `last`, written from `at` on; four at a time, which takes a third of the time. */
function products(v: Float64Array, columns: readonly Float64Array[], last: number, into: Float64Array, at: number): void {
  let b = 0;
  for (; b + 3 <= last; b += 4) {
    const x0 = columns[b], x1 = columns[b + 1], x2 = columns[b + 2], x3 = columns[b + 3];
    let s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    for (let i = 0; i < v.length; i++) {
      const one = v[i];
      s0 += one * x0[i];
      s1 += one * x1[i];
      s2 += one * x2[i];
      s3 += one * x3[i];
    }
    into.set([s0, s1, s2, s3], at + b);
  }
  for (; b <= last; b++) {
    const x = columns[b];
    let sum = 0;
    for (let i = 0; i < v.length; i++) sum += v[i] * x[i];
    into[at + b] = sum;
  }
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
