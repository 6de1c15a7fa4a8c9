import type { Packed } from "../matrix";
import { maximiseOverCone, NOTHING_LEFT } from "./coneProgram";

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

/** A margin below minus this may be more than rounding: too close to call. */
const CERTAIN = 1e-12;
/** A margin above this is certainly above 0. */
const STRICTLY = 1e-7;

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
