/**
 * A published table of regression models, every number a string as printed: its trailing zeros are evidence.
 * The file format is that of `data/published.json`.
 */
export interface PublishedTable {
  readonly source?: string;
  readonly table1?: PublishedTable1;
  readonly parallelLinesP?: string;
  readonly models: Readonly<Record<string, PublishedModel>>;
  readonly pooled?: readonly { readonly whole: string; readonly parts: readonly string[] }[];
  readonly cutoffs?: Readonly<Record<string, string>>;
  readonly categories?: Readonly<Record<string, Readonly<Record<string, { readonly one: number; readonly reference: number }>>>>;
  readonly pseudoR2Definition?: string;
  /** Cells that a pasted table left in doubt. */
  readonly unsure?: readonly Unsure[];
}

export interface Unsure {
  readonly model: string | null;
  readonly term: string | null;
  readonly field: string | null;
  readonly why: string;
}

export interface PublishedModel {
  readonly table: number;
  readonly heading: string;
  readonly group: string;
  readonly groupEn: string;
  readonly outcome: string;
  readonly family: "binary logit" | "ordered logit";
  readonly n: number;
  readonly pseudoR2: string;
  readonly logLik?: string;
  readonly rows: readonly PublishedRow[];
}

export interface PublishedRow {
  readonly term: string;
  readonly label?: string;
  readonly en?: string;
  readonly coef: string;
  readonly se: string;
  readonly stars: string;
}

/** Table 1: `{variable: {answer: [count, "percentage"]}}` and two means. */
export type PublishedTable1 = Readonly<Record<string, number | string | Readonly<Record<string, readonly [number, string]>>>>;
