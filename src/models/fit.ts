import type { ChiSquareTest } from "./chiSquareTest";

export type Family = "binomial" | "ordered";
export type Link = "logit" | "probit" | "cloglog" | "loglog" | "cauchit";

/** One estimated slope (or the constant, `const`), on the link's scale (log-odds for the logit). */
export interface Coefficient {
  readonly term: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
  /** Of the t distribution that p and interval come from; absent where it is the normal. */
  readonly df?: number;
}

/** A cut point of an ordered model, between two neighbouring levels: P(y ≤ j) = link⁻¹(θⱼ − xβ). */
export interface Threshold {
  readonly between: string;
  readonly estimate: number;
  readonly standardError: number;
}

/** Named by term, so that a covariance can never be read in the wrong order. */
export interface NamedMatrix {
  readonly terms: readonly string[];
  readonly values: readonly (readonly number[])[];
}

export interface PseudoR2 {
  readonly mcFadden: number;
  readonly coxSnell: number;
  readonly nagelkerke: number;
}

/** How close the estimates are to the maximum of the likelihood, and how the fit got there. */
export interface Certificate {
  readonly iterations: number;
  /** Largest absolute derivative of the log-likelihood at the estimates, by standardised terms. */
  readonly largestGradient: number;
  /** Largest absolute element of the Newton step that would come next. */
  readonly largestStep: number;
  /** By term or threshold: decimals of the estimate that the next step would leave alone. */
  readonly correctDecimals: Readonly<Record<string, number>>;
}

/**
 * The fit on columns of mean 0 and mean square 1, where nothing cancels: what standard errors of effects, leverages,
 * robust covariances and tests are worked out from. Vectors are in the order coefficients, thresholds.
 */
export interface Inference {
  /** What was taken off each coefficient's column, and by what it was divided then; 0 and 1 for a constant. */
  readonly centre: Float64Array;
  readonly scale: Float64Array;
  /** The estimates there (a constant is the predictor at the centre). */
  readonly parameters: Float64Array;
  /** A root of their covariance, m × m: it is root·root′. */
  readonly root: Float64Array;
  /** The same of the inverse of the observed information, which `root` is until another covariance is asked for. */
  readonly bread: Float64Array;
  /** From these parameters to those of the columns as given, m × m. */
  readonly back: Float64Array;
  /** Of partial proportional odds: the design's columns, and for each cut point where among the parameters their slopes are. */
  readonly partial?: { readonly columns: readonly string[]; readonly places: readonly Int32Array[] };
  /**
   * Of the t that p and intervals come from, for any quantity by its derivatives by these parameters; a number where they
   * are the same for all. Absent where it is the normal.
   */
  readonly degreesOfFreedom?: number | ((gradient: ArrayLike<number>) => number) | undefined;
}

/** How the covariance was estimated. */
export type CovarianceKind = "observed" | "expected" | "HC0" | "HC1" | "HC2" | "HC3" | "robust" | "CR2" | "linearised" | "cluster";

/** What every fitted model carries; the JSON of `sojourn fit` is this, less `inference`. */
export interface Fit {
  readonly family: Family;
  readonly link: Link;
  readonly n: number;
  /** How often the outcome is 1; null for an ordered outcome. */
  readonly events: number | null;
  readonly converged: boolean;
  readonly iterations: number;
  readonly logLik: number;
  readonly logLikNull: number;
  /** null where the weights make a pseudo-likelihood, which has none. */
  readonly aic: number | null;
  readonly bic: number | null;
  readonly pseudoR2: PseudoR2;
  /** `const` first for a binary outcome; slopes only for an ordered one. */
  readonly coefficients: readonly Coefficient[];
  /** Ordered outcomes only. */
  readonly thresholds?: readonly Threshold[];
  /** Of coefficients, then thresholds. */
  readonly covariance: NamedMatrix;
  readonly covarianceKind: CovarianceKind;
  readonly inference: Inference;
  /** Firth's penalised likelihood instead of the likelihood itself. */
  readonly penalised: boolean;
  /** Penalised likelihood-ratio tests: of all slopes together, and of each coefficient. */
  readonly firth?: { readonly likelihoodRatio: ChiSquareTest; readonly terms: readonly (ChiSquareTest & { readonly term: string })[] };
  /** Of an ordered outcome, low to high. */
  readonly levels?: readonly (string | number)[];
  readonly certificate: Certificate;
  /** What a reader should be told beside the numbers. */
  readonly warnings: readonly string[];
}

