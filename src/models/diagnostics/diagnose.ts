import type { FittedData } from "../covariance/influenceRows";
import type { Fit } from "../fit";
import type { ChiSquareTest } from "../chiSquareTest";
import { brantTest, type ParallelLines, parallelLines } from "../parallelLines";
import { adjustedMcFadden } from "../pseudoR2";
import { eventsPerVariable } from "./eventsPerVariable";
import { fittedRows } from "./fittedRows";
import { hosmerLemeshow } from "./hosmerLemeshow";
import { influence } from "./influence";
import { areaUnderCurve } from "./roc";
import { tjurR2 } from "./tjurR2";
import { type VarianceInflation, varianceInflation } from "./varianceInflation";

/** Everything `sojourn diagnose` tells; null where the family has no such thing. */
export interface Diagnosis {
  readonly parallelLines: ParallelLines | null;
  readonly brant: readonly (ChiSquareTest & { readonly term: string })[] | null;
  readonly hosmerLemeshow: ChiSquareTest | null;
  readonly auc: number | null;
  readonly aucInterval: readonly [number, number] | null;
  readonly mcFaddenAdjusted: number;
  readonly tjur: number | null;
  readonly vif: readonly VarianceInflation[];
  readonly influence: readonly { readonly leverage: number; readonly cooksDistance: number }[] | null;
  readonly eventsPerVariable: number | null;
}

/**
 * What to doubt about a fit.
 * @param design names of the design's columns, and the term each belongs to (constant first)
 */
export function diagnose(fit: Fit, data: FittedData, design: { readonly columns: readonly string[]; readonly termOf: readonly string[] }): Diagnosis {
  const termOf = fit.coefficients.map(({ term }) => design.termOf[design.columns.indexOf(term)]);
  const vif = varianceInflation(fit, termOf);
  const mcFaddenAdjusted = adjustedMcFadden(fit);
  if (fit.family === "ordered") {
    return {
      parallelLines: parallelLines(fit, data.X, data.y, design.columns, data), brant: brantTest(fit, data.X, data.y, design.columns, data).terms,
      hosmerLemeshow: null, auc: null, aucInterval: null, mcFaddenAdjusted, tjur: null, vif, influence: null, eventsPerVariable: null,
    };
  }
  const rows = fittedRows(fit, data);
  const { auc, lower, upper } = areaUnderCurve(rows);
  return {
    parallelLines: null, brant: null, hosmerLemeshow: hosmerLemeshow(rows), auc, aucInterval: [lower, upper], mcFaddenAdjusted, tjur: tjurR2(rows), vif,
    influence: influence(fit, data).map(({ leverage, cooksDistance }) => ({ leverage, cooksDistance })), eventsPerVariable: eventsPerVariable(fit),
  };
}
