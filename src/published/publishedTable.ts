/**
 * A published table of regression models, every number a string as printed: its trailing zeros are evidence.
 * The file format is that of `data/published.json`.
 */
export interface PublishedTable {
  readonly source?: string;
  readonly table1?: PublishedTable1;
  readonly parallelLinesP?: string | undefined;
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
  /** What was supposed, since nothing printed says it. Comes from the reading of a table only: no check may prove anything by it. */
  readonly supposed?: readonly Supposition[];
  /** Caption and notes as printed, a line each: what they say of weights, clusters, dropped rows and the like is heeded. */
  readonly notes?: readonly string[];
  /** Columns, rows, notes and headings that were seen and not used. */
  readonly unused?: readonly Unused[];
}

/** `field`: "cutoffs", "statistic", "standardErrors" of the table; "family", "scale", "brackets" of a model, or of all where none is named. */
export interface Supposition {
  readonly field: string;
  readonly value: string;
  readonly why: string;
  readonly model?: string | null;
}

export interface Unused {
  readonly where: string;
  readonly text: string;
}

export interface Unsure {
  readonly model: string | null;
  readonly term: string | null;
  readonly field: string | null;
  readonly why: string;
  /** What kind of doubt it is and of which values, for a page that speaks the reader's language; from the reading of a table. */
  readonly code?: string;
  readonly values?: readonly (string | number)[];
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

export const FAMILIES = ["binary logit", "ordered logit", "other"] as const;
export type Family = (typeof FAMILIES)[number];
export const SCALES = ["logOdds", "oddsRatio", "marginalEffect", "other"] as const;
export type CoefficientScale = (typeof SCALES)[number];
export const BRACKETS = ["se", "t", "z", "p", "ci"] as const;
export type Brackets = (typeof BRACKETS)[number];

export interface PublishedModel {
  readonly table: number;
  readonly heading: string;
  readonly group: string;
  readonly groupEn: string;
  readonly outcome: string;
  /** "other": a model that is no logit (probit, OLS, multinomial …), called `familyPrinted` in the table. */
  readonly family: Family;
  readonly familyPrinted?: string;
  /** What `coef` is; log-odds where nothing is said. */
  readonly scale?: CoefficientScale;
  /** What stands in brackets in print; standard errors where nothing is said. */
  readonly brackets?: Brackets;
  /** Absent where the table does not print it. */
  readonly n?: number;
  /** Level of `lower` and `upper` in percent, as printed; 95 where nothing is said. */
  readonly confidence?: string;
  readonly pseudoR2?: string | undefined;
  readonly logLik?: string | undefined;
  /** How many ordered levels the outcome has, where the paper says so. */
  readonly levels?: number;
  readonly rows: readonly PublishedRow[];
}

export interface PublishedRow {
  readonly term: string;
  readonly label?: string;
  readonly en?: string;
  /** The printed number on the printed scale: an odds ratio where `scale` says so. */
  readonly coef: string;
  /** Absent where the table prints another statistic in its place, or none. */
  readonly se?: string;
  readonly stars: string;
  readonly z?: string;
  readonly t?: string;
  /** Wald's χ² on one degree of freedom. */
  readonly wald?: string;
  /** A p-value as printed, or a bound: "<0.001", "<2e-16". */
  readonly p?: string;
  /** Confidence limits, on the scale of `coef`, or of `oddsRatio` where that is printed beside it. */
  readonly lower?: string;
  readonly upper?: string;
  /** Printed beside the coefficient: Exp(B). */
  readonly oddsRatio?: string;
}

/** The statistics that may stand beside a coefficient, as they are called in the file. */
export const STATISTICS = ["z", "t", "wald", "p", "lower", "upper", "oddsRatio"] as const;

/** Table 1: `{variable: {answer: [count, "percentage"]}}` and two means. */
export type PublishedTable1 = Readonly<Record<string, number | string | Readonly<Record<string, readonly [number, string]>>>>;

/** The cut-offs that count as given where a table does not state its own: p < .1, .05, .01. */
export const DEFAULT_CUTOFFS: Readonly<Record<string, string>> = { "***": "0.01", "**": "0.05", "*": "0.1" };

/**
 * A model's printed number of observations, for what cannot do without it.
 * @throws {Error} where the table prints none
 */
export function sizeOf({ models }: PublishedTable, id: string): number {
  const { n } = models[id];
  if (n === undefined) throw new Error(`${id} prints no number of observations`);
  return n;
}
