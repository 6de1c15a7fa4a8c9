import type { StudyResult } from "../../study/runStudy";
import { decimalsFor } from "../decimals";
import { LABEL } from "../labels";
import { type Cell, EMPTY, type Row, type RowGroup } from "../table";

/**
 * The cut points of ordered models, which the paper does not print: refitted only.
 *
 * @param widths  columns of each model: three (printed, refitted, reason) or one (refitted)
 * @returns       no group where no model has cut points
 */
export function thresholdGroup(models: readonly string[], { fits }: StudyResult, hasPrint: boolean): RowGroup[] {
  const thresholds = models.map((model) => fits[model]?.thresholds ?? []);
  const betweens = [...new Set(thresholds.flat().map(({ between }) => between))];
  if (betweens.length === 0) return [];
  const decimals = decimalsFor(...thresholds.flat().map(({ standardError }) => standardError));
  const rows = betweens.flatMap((between): Row[] => {
    const found = thresholds.map((own) => own.find((threshold) => threshold.between === between));
    const cells = (field: "estimate" | "standardError"): Cell[] => found.flatMap((threshold) => {
      const parentheses = field === "standardError";
      const cell: Cell = threshold ? { number: threshold[field], format: { decimals, ...(parentheses && { parentheses }) } } : EMPTY;
      return hasPrint ? [EMPTY, cell, EMPTY] : [cell];
    });
    return [
      { header: between, cells: cells("estimate") },
      { header: LABEL.standardError, continues: true, cells: cells("standardError") },
    ];
  });
  return [{ label: { en: "cut points: P(y ≤ j) = logit⁻¹(θ − xβ)", zh: "切点：P(y ≤ j) = logit⁻¹(θ − xβ)" }, rows }];
}
