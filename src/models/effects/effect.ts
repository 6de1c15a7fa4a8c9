import type { Change } from "./averageChange";

/** A variable whose effect is asked for, and the change in the design that it means. */
export interface EffectVariable {
  readonly term: string;
  readonly change: Exclude<Change, { kind: "none" }>;
  /** Of a slope: the variable itself in each row, which elasticities multiply by. */
  readonly values?: readonly number[] | undefined;
}

/** eyex: ∂ln P/∂ln x; dyex: ∂P/∂ln x; eydx: ∂ln P/∂x. */
export type Elasticity = "eyex" | "dyex" | "eydx";

/** How a predicted probability changes with one term, averaged over the sample. */
export interface Effect {
  readonly term: string;
  /** dydx: per unit of the term; discrete: from 0 to 1, or between two levels of a factor; or an elasticity. */
  readonly type: "dydx" | "discrete" | Elasticity;
  /** Of an ordered outcome: the level whose probability changes. */
  readonly level?: string | number;
  /** The part of the sample averaged over; absent where it is all of it. */
  readonly group?: string;
  /** Columns that were set to values, where some were. */
  readonly at?: Readonly<Record<string, string>>;
  readonly estimate: number;
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
  /** Of the t distribution that p and interval come from; absent where it is the normal. */
  readonly df?: number;
  readonly lower: number;
  readonly upper: number;
  /** Derivative of the estimate by each standardised parameter (`fit.inference`): what contrasts are made from. */
  readonly gradient: readonly number[];
}
