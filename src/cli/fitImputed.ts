import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { plainTable } from "../display/tables/plainTable";
import { type FitModelOptions, fitModelData } from "../models/data/fitModelData";
import { readImputedData } from "../models/data/imputedData";
import type { ModelDataSpec } from "../models/data/modelData";
import { poolFits } from "../study/runImputed";
import { pCell } from "./numberCells";
import { terminalTable } from "./terminal";

/** `fit --impute M`: the model fitted to M completed data sets and pooled by Rubin's rules. */
export function fitImputed(file: string, spec: ModelDataSpec, options: FitModelOptions, imputations: number, seed: number, synthetic: boolean, json = false): void {
  if (imputations < 2) throw new BadInput({ file: "--impute" }, said`${imputations} data sets cannot be pooled`, "2 or more; 20 is usual", "Give a larger number.");
  if (spec.dropMissing) throw new BadInput({ file: "--impute" }, "rows with an empty cell are either drawn or dropped", "no --missing drop beside it", "Leave one of the two out.");
  const { data, rows, completed, drawn } = readImputedData(file, spec, { imputations, seed });
  const pooled = poolFits(data.map((one) => fitModelData(one, options)));
  const imputation = { imputations, seed, rows, completed, drawn };
  if (json) return console.log(JSON.stringify({ n: pooled.n, family: options.family, imputation, coefficients: pooled.coefficients }));
  console.log(terminalTable(plainTable({
    id: "fit-imputed", synthetic, stub: { en: "term", zh: "变量" },
    title: { en: `Pooled over ${imputations} imputed data sets of ${file}`, zh: `${file}：${imputations} 份插补数据合并` },
    columns: [{ en: "estimate", zh: "系数" }, { en: "SE", zh: "标准误" }, { en: "t", zh: "t" }, { en: "df", zh: "自由度" }, { en: "p", zh: "p" }, { en: "lower", zh: "下限" }, { en: "upper", zh: "上限" }, { en: "missing information", zh: "缺失信息比例" }],
    rows: pooled.coefficients.map(({ term, estimate, standardError, t, df, p, lower, upper, missingInformation }) =>
      [term, estimate.toPrecision(5), standardError.toPrecision(5), t.toFixed(2), df.toFixed(1), pCell(p), lower.toPrecision(5), upper.toPrecision(5), `${(missingInformation * 100).toFixed(1)}%`] as const),
    notes: [{
      en: `${rows} rows, ${completed} with drawn cells (${Object.entries(drawn).map(([column, count]) => `${column} ${count}`).join(", ") || "none"}); seed ${seed}`,
      zh: `${rows} 行，其中 ${completed} 行有插补（${Object.entries(drawn).map(([column, count]) => `${column} ${count}`).join("、") || "无"}）；种子 ${seed}`,
    }],
  })));
}
