import { fitBinary } from "../binary";
import { withExpectedInformation } from "../covariance/expected";
import { type RobustKind, type WeightType, withClusteredCovariance, withRobustCovariance } from "../covariance/robust";
import type { Family, Fit, Link } from "../fit";
import { fitFirth } from "../firth/fitFirth";
import { fitOrdered } from "../ordered";
import type { RowOptions } from "../observations";
import { RefusedModel } from "../refusedModel";
import type { ModelData } from "./modelData";

/** How standard errors are to be estimated: from the observed information (classical), the expected, or robustly; a cluster is named by its column. */
export type StandardErrors = "classical" | "expected" | RobustKind | { readonly cluster: string };

export interface FitModelOptions {
  readonly family: Family;
  readonly link?: Link;
  /** Default frequency: a row of weight 3 is three rows. Probability: one row that stands for three people. */
  readonly weightType?: WeightType;
  /** Default classical; with probability weights, whose likelihood is not one, HC0. */
  readonly standardErrors?: StandardErrors;
  /** Firth's penalised likelihood (binary logit only). */
  readonly firth?: boolean;
}

/**
 * Fits a model read from a file, with the standard errors asked for.
 * @throws {RefusedModel} as the estimators; a column of a factor or product is named, and after it the term it belongs to
 */
export function fitModelData(data: ModelData, options: FitModelOptions): Fit {
  try {
    return fitted(data, options);
  } catch (error) {
    if (!(error instanceof RefusedModel)) throw error;
    throw error.alsoNaming(error.terms.map((column) => data.termOf[data.columns.indexOf(column)] ?? column));
  }
}

function fitted(data: ModelData, { family, link, weightType = "frequency", standardErrors, firth }: FitModelOptions): Fit {
  const options = { ...rowOptions(data, weightType), link };
  if (firth) return fitFirth(data.X, data.y as number[], data.columns, options);
  const fit = family === "binomial"
    ? fitBinary(data.X, data.y as number[], data.columns, options)
    : fitOrdered(data.X, data.y, data.columns, data.levels, options);
  const kind = standardErrors ?? (weightType === "probability" ? "HC0" : "classical");
  if (kind === "classical") return fit;
  const rows = { X: data.X, y: data.y, ...options };
  if (kind === "expected") return withExpectedInformation(fit, rows);
  return typeof kind === "string"
    ? withRobustCovariance(fit, rows, kind, weightType)
    : withClusteredCovariance(fit, rows, data.labels[kind.cluster]);
}

/** Weights, offset and file lines as the estimators take them; probability weights are scaled to mean 1, so that n is the number of rows. */
export function rowOptions({ weights, offset, rows }: ModelData, weightType: WeightType = "frequency"): RowOptions {
  const mean = weights ? weights.reduce((a, b) => a + b, 0) / weights.filter((weight) => weight > 0).length : 1;
  return { weights: weightType === "probability" ? weights?.map((weight) => weight / mean) : weights, offset, rows };
}
