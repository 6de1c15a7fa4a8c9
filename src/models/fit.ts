import type { ChiSquareTest } from "./chiSquareTest";
import type { RefusalKind } from "./refusedModel";

export type Family = "binomial" | "ordered";
export type Link = "logit" | "probit" | "cloglog";

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

/** How the covariance was estimated. */
export type CovarianceKind = "observed" | "expected" | "HC0" | "HC1" | "HC2" | "HC3" | "cluster" | "bootstrap";

/** What every fitted model carries; the JSON of `sojourn fit` is this, less the covariance. */
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
  readonly aic: number;
  readonly bic: number;
  readonly pseudoR2: PseudoR2;
  /** `const` first for a binary outcome; slopes only for an ordered one. */
  readonly coefficients: readonly Coefficient[];
  /** Ordered outcomes only. */
  readonly thresholds?: readonly Threshold[];
  /** Of coefficients, then thresholds. */
  readonly covariance: NamedMatrix;
  readonly covarianceKind: CovarianceKind;
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

export type { RefusalKind };
