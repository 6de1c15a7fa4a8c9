import { noted } from "../../faults/noted";
import type { FittedData } from "../covariance/influenceRows";
import type { WeightType } from "../covariance/robust";
import type { Fit } from "../fit";
import type { ChiSquareTest } from "../chiSquareTest";
import { brantTest, type ParallelLines, parallelLines } from "../parallelLines";
import { adjustedMcFadden } from "../pseudoR2";
import { RefusedModel } from "../refusedModel";
import { type Classification, classification } from "./classification";
import { eventsPerVariable } from "./eventsPerVariable";
import { fittedRows } from "./fittedRows";
import { hosmerLemeshow, tjurR2 } from "./goodnessOfFit";
import { influence } from "./influence";
import { ordinalHosmerLemeshow } from "./ordinalHosmerLemeshow";
import { areaUnderCurve } from "./roc";
import { type VarianceInflation, varianceInflation } from "./varianceInflation";

/** Leverage and Cook's distance of a row; null where they are undefined, which `reasons` explains. */
export interface RowDiagnosis {
  readonly leverage: number | null;
  readonly cooksDistance: number | null;
}

/** Everything `sojourn diagnose` tells; null where there is no such thing, and `reasons` says why. */
export interface Diagnosis {
  readonly parallelLines: ParallelLines | null;
  readonly brant: readonly (ChiSquareTest & { readonly term: string })[] | null;
  /** Brant's test of all columns of a factor or interaction together. */
  readonly brantByTerm: readonly (ChiSquareTest & { readonly term: string })[] | null;
  readonly hosmerLemeshow: ChiSquareTest | null;
  /** How the fit sorts its own rows at a cut. */
  readonly classification: Classification | null;
  readonly auc: number | null;
  readonly aucInterval: readonly [number, number] | null;
  readonly mcFaddenAdjusted: number | null;
  readonly tjur: number | null;
  readonly vif: readonly VarianceInflation[] | null;
  readonly influence: readonly RowDiagnosis[] | null;
  readonly eventsPerVariable: number | null;
  /** For each field that is null, or holds nulls, why. */
  readonly reasons: Readonly<Record<string, string>>;
}

const BINARY_ONLY = noted`it is of a binary outcome`;
const ORDERED_ONLY = noted`it is of an ordered outcome`;
const NO_LIKELIHOOD = noted`probability weights make a pseudo-likelihood, which has no such test`;
const NO_COUNTS = noted`DeLong's standard error takes weights for counts of rows, which probability weights are not`;

/**
 * What to doubt about a fit. One number that is undefined never hides another: it is null, with a reason.
 * @param design names of the design's columns, and the term each belongs to (constant first)
 */
export function diagnose(
  fit: Fit, data: FittedData, design: { readonly columns: readonly string[]; readonly termOf: readonly string[] }, weightType: WeightType = "frequency",
  { groups = 10, cut = 0.5 }: { readonly groups?: number | undefined; readonly cut?: number | undefined } = {},
): Diagnosis {
  const reasons: Record<string, string> = {};
  const without = (fields: readonly string[], why: string): null => {
    for (const field of fields) reasons[field] = why;
    return null;
  };
  /** A value, or null where it is undefined for these data; a defect of ours is no reason. */
  const attempt = <T>(field: string, compute: () => T, isDefined: (value: T) => boolean = () => true, why = noted`it is undefined for these data`): T | null => {
    try {
      const value = compute();
      return isDefined(value) ? value : without([field], why);
    } catch (error) {
      if (!(error instanceof RefusedModel || error instanceof RangeError)) throw error;
      return without([field], error.message);
    }
  };
  const pseudo = weightType === "probability" && data.weights !== undefined;
  const ordered = fit.family === "ordered";
  const termOf = fit.coefficients.map(({ term }) => design.termOf[design.columns.indexOf(term)]);
  const rows = ordered ? null : fittedRows(fit, data);
  const curve = rows && attempt("auc", () => areaUnderCurve(rows), ({ auc }) => Number.isFinite(auc));
  const hasInterval = curve !== null && !pseudo && Number.isFinite(curve.standardError);
  if (rows && !hasInterval) without(["aucInterval"], reasons.auc ?? (pseudo ? NO_COUNTS : noted`with one row of an outcome its area has no standard error`));
  if (ordered) without(["classification", "auc", "aucInterval", "tjur", "influence", "eventsPerVariable"], BINARY_ONLY);
  else without(["parallelLines", "brant", "brantByTerm"], ORDERED_ONLY);
  const brant = !ordered ? null : pseudo ? without(["brant", "brantByTerm"], NO_LIKELIHOOD) : attempt("brant", () => brantTest(fit, data.X, data.y, design.columns, data, design.termOf));
  const perVariable = eventsPerVariable(fit);
  if (!ordered && perVariable === null) without(["eventsPerVariable"], noted`there are no slopes`);
  return {
    parallelLines: !ordered ? null : pseudo ? without(["parallelLines"], NO_LIKELIHOOD) : attempt("parallelLines", () => parallelLines(fit, data.X, data.y, design.columns, data)),
    brant: brant?.terms ?? null, brantByTerm: brant?.byTerm ?? null,
    hosmerLemeshow: pseudo ? without(["hosmerLemeshow"], NO_LIKELIHOOD)
      : attempt("hosmerLemeshow", () => (rows ? hosmerLemeshow(rows, groups) : ordinalHosmerLemeshow(fit, data, groups)), ({ statistic }) => statistic === null || Number.isFinite(statistic)),
    classification: rows && attempt("classification", () => classification(rows, cut)),
    auc: curve?.auc ?? null, aucInterval: hasInterval ? [curve.lower, curve.upper] : null,
    mcFaddenAdjusted: pseudo ? without(["mcFaddenAdjusted"], NO_LIKELIHOOD) : attempt("mcFaddenAdjusted", () => adjustedMcFadden(fit), Number.isFinite),
    tjur: rows && attempt("tjur", () => tjurR2(rows), Number.isFinite),
    vif: attempt("vif", () => varianceInflation(fit, termOf), (all) => all.every(({ vif }) => Number.isFinite(vif))),
    influence: rows && attempt("influence", () => rowDiagnoses(fit, data, without)),
    eventsPerVariable: perVariable, reasons,
  };
}

/** Leverages and Cook's distances; those that are no numbers are null. */
function rowDiagnoses(fit: Fit, data: FittedData, without: (fields: readonly string[], why: string) => null): RowDiagnosis[] {
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  const found = influence(fit, data).map(({ leverage, cooksDistance }) => ({ leverage: finite(leverage), cooksDistance: finite(cooksDistance) }));
  const lacking = found.filter(({ leverage, cooksDistance }) => leverage === null || cooksDistance === null).length;
  if (lacking > 0) without(["influence"], noted`${lacking} of ${found.length} rows have no Cook's distance: their leverage is 1, so that the fit without them is another model`);
  return found;
}
