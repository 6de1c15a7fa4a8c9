import type { Bilingual } from "../bilingual";
import type { Family, Link } from "../models/fit";
import type { Packed } from "../models/matrix";
import type { Arena } from "./arena";

/** A model of some universes, as places in the arena: plain values that a worker thread can be handed. */
export interface PlannedFit {
  readonly family: Family;
  readonly link: Link;
  readonly terms: readonly string[];
  /** Of an ordered model: terms whose slope may differ between cut points. */
  readonly nonparallel?: readonly string[];
  /** The same model on further draws of what is missing, with which it is pooled. */
  readonly imputed?: readonly PlannedFit[];
  readonly columns: readonly number[];
  readonly rows: number;
  readonly outcome: number;
  /** Of an ordered outcome, low to high. */
  readonly levels?: readonly number[];
  readonly covariance: string;
  /** With a clustered covariance: the column whose values are the clusters. */
  readonly clusters?: number;
}

/** Whether the model can be refitted to draws under the null: pooled fits and slopes that differ between cut points are not. */
export const isDrawable = ({ nonparallel, imputed }: PlannedFit): boolean => nonparallel === undefined && imputed === undefined;

/** Of each term; NaN for one that has no one slope. */
export interface Estimates {
  readonly estimate: Float64Array;
  readonly standardError: Float64Array;
  readonly p: Float64Array;
  /** Where p is by Student's t: its degrees of freedom. Absent where it is by the normal. */
  readonly df?: Float64Array;
}

/** Estimates of the slopes, in the order of the terms. */
export type Fitted = Estimates | { readonly refused: Bilingual };

export function designOf({ columns }: Arena, plan: PlannedFit, rows: Int32Array): Packed {
  const constant = plan.family === "binomial" ? 1 : 0;
  const k = plan.columns.length + constant;
  const values = new Float64Array(rows.length * k);
  if (constant) for (let i = 0; i < rows.length; i++) values[i * k] = 1;
  plan.columns.forEach((at, j) => {
    const column = columns[at];
    for (let i = 0, to = j + constant; i < rows.length; i++, to += k) values[to] = column[rows[i]];
  });
  return { rows: rows.length, columns: k, values };
}

export function pick(from: Float64Array, rows: Int32Array): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = from[rows[i]];
  return picked;
}
