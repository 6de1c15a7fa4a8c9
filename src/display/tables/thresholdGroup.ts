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
export function thresholdGroup(models: readonly string[], { fits }: StudyResult, widths: readonly number[]): RowGroup[] {
  const betweens = [...new Set(models.flatMap((model) => fits[model]?.thresholds?.map(({ between }) => between) ?? []))];
  if (betweens.length === 0) return [];
  const decimals = decimalsFor(...models.flatMap((model) => fits[model]?.thresholds?.map(({ standardError }) => standardError) ?? []));
  const rows = betweens.flatMap((between): Row[] => {
    const found = models.map((model) => fits[model]?.thresholds?.find((threshold) => threshold.between === between));
    const cells = (field: "estimate" | "standardError"): Cell[] => found.flatMap((threshold, i) => {
      const parentheses = field === "standardError";
      const cell: Cell = threshold ? { number: threshold[field], format: { decimals, ...(parentheses && { parentheses }) } } : EMPTY;
      return widths[i] === 1 ? [cell] : [EMPTY, cell, EMPTY];
    });
    return [
      { header: between, cells: cells("estimate") },
      { header: LABEL.standardError, continues: true, cells: cells("standardError") },
    ];
  });
  return [{ label: { en: "cut points: P(y ≤ j) = logit⁻¹(θ − xβ)", zh: "切点：P(y ≤ j) = logit⁻¹(θ − xβ)" }, rows }];
}
