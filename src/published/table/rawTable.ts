/** A cell of a regression table as it was understood. */
export interface RawCell {
  readonly coef: string;
  readonly stars: string;
  /** Absent where no standard error stands with it. */
  readonly se?: string;
}

/** A row: a cell for each model, or undefined where that model's is empty. */
export interface RawRow {
  readonly label: string;
  readonly cells: readonly (RawCell | undefined)[];
}

export interface Doubt {
  /** The model's place, from 0; null where the doubt is about a row or the whole table. */
  readonly model: number | null;
  readonly term: string | null;
  readonly field: string | null;
  readonly why: string;
}

/** A regression table before its rows are sorted into terms and statistics. */
export interface RawTable {
  /** The number in "Table 2", where there is one. */
  readonly number?: number;
  readonly caption: string;
  /** Lines of headings, each with one for every model. */
  readonly headings: readonly (readonly string[])[];
  /** A heading over all models. */
  readonly over: readonly string[];
  readonly rows: readonly RawRow[];
  readonly notes: string;
  readonly doubts: readonly Doubt[];
}
