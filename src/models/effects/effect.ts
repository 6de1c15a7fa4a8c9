/** How a predicted probability changes with one term, averaged over the sample. */
export interface Effect {
  readonly term: string;
  /** dydx: per unit of the term; discrete: from 0 to 1, or between two levels of a factor. */
  readonly type: "dydx" | "discrete";
  /** Of an ordered outcome: the level whose probability changes. */
  readonly level?: string | number;
  /** The part of the sample averaged over; absent where it is all of it. */
  readonly group?: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
  /** Derivative of the estimate by each parameter, in the order of the fit's covariance: what contrasts are made from. */
  readonly gradient: readonly number[];
}
