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
  /** What the table says of its standard errors; model-based where it says nothing. */
  readonly standardErrors?: "model-based" | "robust" | "weighted";
  /** What its stars rest on; z where it says nothing. */
  readonly statistic?: "z" | "t";
  /** How the terms are spread, where `categories` does not say it: needed to average a model over its sample. */
  readonly margins?: Readonly<Record<string, Margin>>;
  /** What is known of the scales behind the means of a descriptive table. */
  readonly scales?: Readonly<Record<string, Scale>>;
  /** What the paper around the table says, or leaves out, of its measurements: told beside what the table itself shows. */
  readonly measurement?: readonly MeasurementNote[];
  /** Cells that a pasted table left in doubt. */
  readonly unsure?: readonly Unsure[];
}

export interface Unsure {
  readonly model: string | null;
  readonly term: string | null;
  readonly field: string | null;
  readonly why: string;
}

/** A 0/1 term by the share of ones; a number by mean and SD (of its root, where the term is a power of what was measured). */
export type Margin =
  | { readonly share: number; readonly assumed?: boolean }
  | {
      readonly mean: number;
      readonly sd: number;
      readonly power?: number;
      readonly lower?: number;
      readonly upper?: number;
      /** True where mean, SD or range are not printed but supposed. */
      readonly assumed?: boolean;
    };

/** A printed mean and SD of n answers, each a multiple of `step` between `lower` and `upper`. */
export interface Scale {
  readonly mean?: string;
  readonly sd?: string;
  readonly n?: number;
  readonly step?: number;
  readonly lower?: number;
  readonly upper?: number;
}

export interface MeasurementNote {
  readonly id: string;
  readonly model?: string;
  readonly term?: string;
  /** Where the paper says it (or should). */
  readonly section?: string;
  readonly en: string;
  readonly zh: string;
}

export interface PublishedModel {
  readonly table: number;
  readonly heading: string;
  readonly group: string;
  readonly groupEn: string;
  readonly outcome: string;
  readonly family: "binary logit" | "ordered logit";
  readonly n: number;
  readonly pseudoR2?: string;
  readonly logLik?: string;
  /** How many ordered levels the outcome has, where the paper says so. */
  readonly levels?: number;
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
