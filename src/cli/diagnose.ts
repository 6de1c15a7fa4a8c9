import type { Command } from "commander";
import { tableText } from "../display/render/tableText";
import { plainTable } from "../display/tables/plainTable";
import { fitModelData, rowOptions } from "../models/data/fitModelData";
import type { ModelData } from "../models/data/modelData";
import { type Diagnosis, diagnose } from "../models/diagnostics/diagnose";
import { fewEventsWarning } from "../models/diagnostics/eventsPerVariable";
import type { Fit } from "../models/fit";
import { WHY_THEY_DIFFER } from "../models/parallelLines";
import { testText } from "./fitText";
import { isSynthetic } from "./isSynthetic";
import { type ModelOptions, readData, withModelOptions } from "./modelOptions";
import { conclude } from "./outcome";

const MOST_INFLUENTIAL = 10;

/** `sojourn diagnose FILE.csv --outcome y --terms a,b --family binomial`: what to doubt about a model. */
export function register(program: Command): void {
  withModelOptions(program.command("diagnose").description("What to doubt about a model: parallel lines, calibration, influence, collinearity").argument("<file>", "CSV with a header"))
    .action((file: string, options: ModelOptions) => conclude(() => run(file, options), options.json));
}

function run(file: string, options: ModelOptions): void {
  const data = readData(file, options);
  const fit = fitModelData(data, options);
  const found = diagnose(fit, { ...rowOptions(data), X: data.X, y: data.y }, data);
  console.log(options.json ? JSON.stringify(asJson(found, data)) : asText(file, fit, found, data));
}

/** Rows by their file line. */
const asJson = ({ influence, ...found }: Diagnosis, { rows }: ModelData) => ({
  ...found,
  influence: influence && influence.map((row, i) => ({ row: rows[i], ...row })),
});

function asText(file: string, fit: Fit, { parallelLines, brant, hosmerLemeshow, auc, aucInterval, vif, influence, eventsPerVariable, tjur }: Diagnosis, { rows }: ModelData): string {
  const few = fewEventsWarning(fit);
  const lines = [
    ...(parallelLines ? [...Object.entries(parallelLines).map(([name, test]) => `parallel lines, ${name}: ${testText(test)}`), WHY_THEY_DIFFER.en] : []),
    ...(brant ?? []).map(({ term, ...test }) => `Brant, ${term}: ${testText(test)}`),
    ...(hosmerLemeshow ? [`Hosmer-Lemeshow: ${testText(hosmerLemeshow)}`] : []),
    ...(auc !== null && aucInterval ? [`area under the ROC curve ${auc.toFixed(4)} (95% ${aucInterval.map((end) => end.toFixed(4)).join(" to ")}); Tjur's R² ${tjur!.toFixed(4)}`] : []),
    ...(eventsPerVariable === null ? [] : [`events per variable ${eventsPerVariable.toFixed(1)}`]),
    ...(few ? [`! ${few.en}`] : []),
    ...vif.map(({ term, vif: factor, df }) => `${df === 1 ? "VIF" : `GVIF (${df} columns)`}, ${term}: ${factor.toFixed(3)}`),
  ];
  const most = [...(influence ?? []).entries()].sort(([, a], [, b]) => b.cooksDistance - a.cooksDistance).slice(0, MOST_INFLUENTIAL);
  if (most.length === 0) return lines.join("\n");
  return [...lines, "", tableText(plainTable({
    id: "influence", title: { en: `Most influential rows of ${file}`, zh: `影响最大的行` }, stub: { en: "file line", zh: "行" },
    columns: [{ en: "leverage", zh: "杠杆值" }, { en: "Cook's distance", zh: "库克距离" }],
    rows: most.map(([i, { leverage, cooksDistance }]) =>
      [String(rows[i]), { number: leverage, format: { decimals: 4 } }, { number: cooksDistance, format: { decimals: 4 } }] as const),
    synthetic: isSynthetic(file),
  }))].join("\n");
}
