import { noted } from "../../faults/noted";
import { fitBinary } from "../binary";
import { withExpectedInformation } from "../covariance/expected";
import { withBiasReducedCovariance } from "../covariance/biasReduced";
import { withLinearisedCovariance } from "../covariance/linearised";
import { type RobustKind, type WeightType, withClusteredCovariance, withRobustCovariance } from "../covariance/robust";
import type { Family, Fit, Link } from "../fit";
import { varianceInflation } from "../diagnostics/varianceInflation";
import { fitFirth } from "../firth/fitFirth";
import { withLevel } from "../intervals";
import { fitOrdered } from "../ordered";
import { fitPartialOrdered } from "../partial/partialOrdered";
import { profileIntervals } from "../profile/profileIntervals";
import type { RowOptions } from "../observations";
import { RefusedModel } from "../refusedModel";
import { said } from "../../faults/said";
import type { ModelData } from "./modelData";

/** How standard errors are to be estimated: from the observed information (classical), the expected, or robustly; a cluster is named by its column. */
export type StandardErrors = "classical" | "expected" | RobustKind | { readonly cluster: string } | { readonly cr2: string };

export interface FitModelOptions {
  readonly family: Family;
  readonly link?: Link | undefined;
  /** Default: what the data were read with. */
  readonly weightType?: WeightType | undefined;
  /** Default classical; with probability weights, whose likelihood is not one, HC0. */
  readonly standardErrors?: StandardErrors | undefined;
  /** Firth's penalised likelihood (binary logit only). */
  readonly firth?: boolean | undefined;
  /** Terms of an ordered model whose slope may differ from cut point to cut point (partial proportional odds). */
  readonly nonparallel?: readonly string[] | undefined;
  /** Of the intervals; default 0.95. */
  readonly level?: number | undefined;
  /** Wald's (default), or where the profile of the likelihood has fallen far enough. */
  readonly interval?: "wald" | "profile" | undefined;
}

/**
 * Fits a model read from a file, with the standard errors asked for.
 * @throws {RefusedModel} as the estimators; a column of a factor or product is named, and after it the term it belongs to
 */
export function fitModelData(data: ModelData, options: FitModelOptions): Fit {
  try {
    return withIntervals(refuseRounded(fitted(data, options), data), data, options);
  } catch (error) {
    if (!(error instanceof RefusedModel)) throw error;
    throw error.alsoNaming(error.terms.map((column) => data.termOf[data.columns.indexOf(column)] ?? column));
  }
}

/** Intervals of the level and kind asked for. @throws {RefusedModel} profile intervals where no likelihood stands behind the standard errors */
function withIntervals(fit: Fit, data: ModelData, { level, interval, nonparallel }: FitModelOptions): Fit {
  if (interval !== "profile") return level === undefined ? fit : withLevel(fit, level);
  if (fit.covarianceKind !== "observed" || fit.aic === null || nonparallel) throw new RefusedModel("bad-input", [], "profile intervals are of the likelihood: they go with classical standard errors, frequency weights and slopes that are the same at every cut point");
  const ends = profileIntervals(fit, { X: data.X, y: data.y, weights: data.weights, offset: data.offset }, undefined, level);
  const notes = ends.flatMap(({ term, note }) => (note === undefined ? [] : [noted`the interval of ${term} is undetermined: ${note}`]));
  return { ...fit, coefficients: fit.coefficients.map((row, j) => ({ ...row, lower: ends[j].lower, upper: ends[j].upper })), warnings: [...fit.warnings, ...notes] };
}

/** Partial proportional odds of the terms named, all columns of each. @throws {RefusedModel} for what it has not: an offset, other standard errors */
function fittedPartial(data: ModelData, { family, standardErrors, weightType = data.weightType, link }: FitModelOptions, terms: readonly string[]): Fit {
  if (family !== "ordered") throw new RefusedModel("bad-input", terms, "slopes that differ between cut points are of an ordered outcome");
  if (data.offset || weightType === "probability" || (standardErrors ?? "classical") !== "classical") throw new RefusedModel("bad-input", terms, "partial proportional odds are fitted without offset or probability weights, and with classical standard errors");
  const unknown = terms.find((term) => !data.termOf.includes(term) && !data.columns.includes(term));
  if (unknown !== undefined) throw new RefusedModel("bad-input", [unknown], said`there is no term ${unknown} to set free (there are ${[...new Set(data.termOf.slice(1))].join(", ")})`);
  const free = data.columns.filter((column, j) => j > 0 && (terms.includes(data.termOf[j]) || terms.includes(column)));
  return fitPartialOrdered(data.X, data.y, data.columns, data.levels, free, { link, weights: data.weights, rows: data.rows });
}

/** A product whose rounding is more of what is its own than this would show in the seventh digit. */
const MOST_ROUNDING = 1e-7;

/** Refuses a product of columns, such as a square far from 0, of which rounding has left too little to tell it from the others. */
function refuseRounded(fit: Fit, { columns, rounding }: ModelData): Fit {
  if (rounding.every((error) => error === 0) || fit.coefficients.some(({ term }) => !columns.includes(term))) return fit;
  for (const { term, vif } of varianceInflation(fit)) {
    const error = rounding[columns.indexOf(term)] / fit.inference.scale[fit.coefficients.findIndex((row) => row.term === term)];
    if (error * Math.sqrt(vif) <= MOST_ROUNDING) continue;
    throw new RefusedModel("collinear", [term], said`${term} is nearly a combination of the other columns, and rounding in double precision has blurred what is its own. Subtract a round number near the mean from its columns before they are multiplied.`);
  }
  return fit;
}

function fitted(data: ModelData, asked: FitModelOptions): Fit {
  const { family, link, weightType = data.weightType, standardErrors, firth, nonparallel } = asked;
  if (nonparallel) return fittedPartial(data, asked, nonparallel);
  const options = { ...rowOptions(data, weightType), link };
  if (firth) return fitFirth(data.X, data.y as number[], data.columns, options);
  const fit = family === "binomial"
    ? fitBinary(data.X, data.y as number[], data.columns, options)
    : fitOrdered(data.X, data.y, data.columns, data.levels, options);
  if (data.design) return asPseudoLikelihood(withLinearisedCovariance(fit, { X: data.X, y: data.y, ...options }, data.design), data);
  const kind = standardErrors ?? (weightType === "probability" ? "HC0" : "classical");
  const rows = { X: data.X, y: data.y, ...options };
  const estimated = kind === "classical" ? fit : kind === "expected" ? withExpectedInformation(fit, rows)
    : typeof kind === "string" ? withRobustCovariance(fit, rows, kind, weightType)
    : "cr2" in kind ? withBiasReducedCovariance(fit, rows, data.labels[kind.cr2]) : withClusteredCovariance(fit, rows, data.labels[kind.cluster]);
  return weightType === "probability" && data.weights ? asPseudoLikelihood(estimated, data) : estimated;
}

/** Told with every fit that has probability weights. */
export const PSEUDO_LIKELIHOOD = noted`probability weights make a pseudo-likelihood: it has no AIC, BIC or likelihood-ratio, score or Brant test; use Wald tests with the robust covariance`;

/** With probability weights n and events are counts of rows, and what is the likelihood's alone is null. */
function asPseudoLikelihood(fit: Fit, { X, weights = X.map(() => 1), y }: ModelData): Fit {
  const rows = weights.flatMap((weight, i) => (weight > 0 ? [i] : []));
  return {
    ...fit, n: rows.length, events: fit.events === null ? null : rows.filter((i) => y[i] === 1).length, aic: null, bic: null,
    warnings: [...fit.warnings, PSEUDO_LIKELIHOOD],
  };
}

/** Weights, offset and file lines as the estimators take them; probability weights are scaled to mean 1, so that n is the number of rows. */
export function rowOptions({ weights, offset, rows, ...data }: ModelData, weightType: WeightType = data.weightType): RowOptions {
  if (!weights || weightType === "frequency") return { weights, offset, rows };
  const counted = weights.filter((weight) => weight > 0);
  const mean = counted.reduce((a, b) => a + b, 0) / counted.length;
  return { weights: weights.map((weight) => weight / mean), offset, rows };
}
