import type { Packed } from "../matrix";

/** Rows A of the question "is there a direction d with Ad ≥ 0 everywhere and > 0 somewhere?", and whose they are. */
export interface ConeRows extends Packed {
  /** For each row of A, the observation it comes from. */
  readonly owner: readonly number[];
}

/** The three answers: no such direction (proved), one such direction, or too close to call. */
export type ConeAnswer =
  | { readonly kind: "overlap" }
  | { readonly kind: "separated"; readonly direction: Float64Array; readonly margins: Float64Array }
  | { readonly kind: "undecided" };

/** The search ends when no margin is below minus this (rows have length 1, columns are standardised). */
const TOLERANCE = 1e-11;
/** A margin below minus this may be more than rounding: too close to call. */
const CERTAIN = 1e-12;
/** A margin above this is certainly above 0. */
const STRICTLY = 1e-7;
const NOTHING_LEFT = 1e-11;

/**
 * Decides by linear programming whether a direction d exists with Ad ≥ 0 and Ad ≠ 0.
 *
 * Maximises c′d over {Ad ≥ 0, |dⱼ| ≤ 1}, where c is a positive combination of A's rows, through the dual
 * (one equation a column, one variable a row) by the revised simplex method. Optimum 0: the dual solution is a set of
 * positive weights that balances the rows, so no direction exists. Optimum above 0: the direction itself is the proof.
 *
 * Source: Albert & Anderson (1984), Biometrika 71; Konis (2007), DPhil thesis, Oxford, §4 (the linear program).
 *
 * @param columns  the columns of A that the direction may use (all by default)
 * @param rewarded only rows marked here count for Ad ≠ 0 (all by default)
 */
export function decideCone(A: ConeRows, columns?: readonly number[], rewarded?: readonly boolean[]): ConeAnswer {
  const { values, rows, columns: m } = normalised(A, columns);
  const objective = positiveCombination(values, rows, m, rewarded);
  const answer = maximiseOverCone(values, rows, m, objective);
  if (answer === undefined) return { kind: "undecided" };
  if (answer.optimum <= NOTHING_LEFT * rows) return { kind: "overlap" };
  const margins = apply(values, rows, m, answer.direction);
  let largest = 0;
  let smallest = 0;
  for (const margin of margins) {
    largest = Math.max(largest, margin);
    smallest = Math.min(smallest, margin);
  }
  if (largest <= STRICTLY || smallest < -CERTAIN) return { kind: "undecided" };
  return { kind: "separated", direction: spread(answer.direction, A.columns, columns), margins };
}

/**
 * Which rows some direction (the same for all of them) has strictly above 0: all of them, where separation is complete.
 * Directions of a cone add up, so each round asks for one that rewards a row not yet found.
 * @returns undefined where there is none
 */
export function separatedRows(A: ConeRows, columns?: readonly number[]): boolean[] | undefined {
  let answer = decideCone(A, columns);
  if (answer.kind !== "separated") return undefined;
  const found = new Array<boolean>(A.rows).fill(false);
  while (answer.kind === "separated") {
    const before = found.filter(Boolean).length;
    answer.margins.forEach((margin, row) => (found[row] ||= margin > STRICTLY));
    const after = found.filter(Boolean).length;
    if (after === before || after === A.rows) break;
    answer = decideCone(A, columns, found.map((already) => !already));
  }
  return found;
}

/** Rows cut to length 1 (rows of zeros stay), which leaves the cone as it is. */
function normalised(A: ConeRows, columns?: readonly number[]): Packed {
  const chosen = columns ?? Array.from({ length: A.columns }, (_, j) => j);
  const m = chosen.length;
  const values = new Float64Array(A.rows * m);
  for (let i = 0; i < A.rows; i++) {
    let squares = 0;
    for (let j = 0; j < m; j++) squares += A.values[i * A.columns + chosen[j]] ** 2;
    const length = Math.sqrt(squares) || 1;
    for (let j = 0; j < m; j++) values[i * m + j] = A.values[i * A.columns + chosen[j]] / length;
  }
  return { rows: A.rows, columns: m, values };
}

/** Σ ωᵢAᵢ with uneven ω in [½, 3/2), the same each time: any positive ω will do, uneven ones avoid ties. */
function positiveCombination(values: Float64Array, rows: number, m: number, rewarded?: readonly boolean[]): Float64Array {
  const c = new Float64Array(m);
  for (let i = 0; i < rows; i++) {
    if (rewarded && !rewarded[i]) continue;
    const omega = 0.5 + ((i + 1) * 0.6180339887498949) % 1;
    for (let j = 0; j < m; j++) c[j] += omega * values[i * m + j];
  }
  return c;
}

function apply(values: Float64Array, rows: number, m: number, d: Float64Array): Float64Array {
  const margins = new Float64Array(rows);
  for (let i = 0; i < rows; i++) for (let j = 0; j < m; j++) margins[i] += values[i * m + j] * d[j];
  return margins;
}

function spread(direction: Float64Array, size: number, columns?: readonly number[]): Float64Array {
  if (!columns) return direction;
  const full = new Float64Array(size);
  columns.forEach((column, j) => (full[column] = direction[j]));
  return full;
}

/**
 * max c′d over {Ad ≥ 0, |dⱼ| ≤ 1} by the revised simplex on its dual: min Σ(u + v), u − v − A′λ = c, all ≥ 0.
 * A dual basis has one variable for each column of A; d is its vector of multipliers.
 * @returns undefined where rounding or the pivot limit got in the way
 */
function maximiseOverCone(A: Float64Array, rows: number, m: number, c: Float64Array): { optimum: number; direction: Float64Array } | undefined {
  // Variables: 0…m−1 are u, m…2m−1 are v, 2m + i is λᵢ. We begin with u or v, by the sign of c.
  const basis = Array.from(c, (value, j) => (value >= 0 ? j : m + j));
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
      if (basis[r] >= 2 * m) continue;
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
    basis[leaving] = entering;
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
    if (ratio < best - 1e-12 || (ratio < best + 1e-12 && leaving !== undefined && column[r] > column[leaving])) [best, leaving] = [Math.min(best, ratio), r];
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
