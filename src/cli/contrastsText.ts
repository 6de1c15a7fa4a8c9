import type { Bilingual } from "../bilingual";
import type { Cell } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import type { Adjust } from "../models/effects/adjust";
import type { Measure, PredictionContrast } from "../models/effects/contrastPredictions";
import { BEYOND_DOUBLES, pCell } from "./numberCells";
import type { SavedFit } from "./savedFit";
import { terminalTable } from "./terminal";

const MEASURES: Readonly<Record<Measure, Bilingual>> = {
  difference: { en: "difference", zh: "差" }, ratio: { en: "ratio", zh: "比" }, oddsRatio: { en: "odds ratio", zh: "优势比" },
};

/** What corrected p and intervals mean. */
export const ADJUSTED: Readonly<Record<Exclude<Adjust, "none">, Bilingual>> = {
  holm: { en: "p corrected by Holm for the comparisons of one outcome level; intervals are Bonferroni's, for all of them together", zh: "p 按 Holm 法对同一类别的各次比较作校正；区间为 Bonferroni 同时区间" },
  tukey: { en: "p and intervals by Tukey's studentized range, for all pairs of one outcome level together", zh: "p 与区间按 Tukey 学生化极差，对同一类别的各对比较同时成立" },
};

/** Comparisons of a fit's predictions, for people. */
export function contrastsText({ path, synthetic }: Pick<SavedFit, "path" | "synthetic">, contrasts: readonly PredictionContrast[], { measure = "difference", adjust = "none" }: { readonly measure?: Measure | undefined; readonly adjust?: Adjust | undefined }): string {
  const number = (value: number): Cell => (value === Infinity ? { text: BEYOND_DOUBLES } : { number: value, format: { decimals: 5 } });
  return terminalTable(plainTable({
    id: "contrasts", title: { en: `Predictions of ${path} compared`, zh: `${path} 的预测比较` }, stub: { en: "comparison", zh: "比较" }, synthetic,
    columns: [{ en: "level", zh: "类别" }, MEASURES[measure], { en: "SE", zh: "标准误" }, { en: "lower", zh: "下限" }, { en: "upper", zh: "上限" }, "p"],
    rows: contrasts.map(({ contrast, level, estimate, standardError, lower, upper, p, pAdjusted }) => [
      contrast, level === undefined ? "" : String(level), number(estimate), number(standardError), number(lower), number(upper), pCell(pAdjusted ?? p, 5),
    ] as const),
    notes: adjust === "none" ? [] : [ADJUSTED[adjust]],
  }));
}
