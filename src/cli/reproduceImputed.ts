import { plainTable } from "../display/tables/plainTable";
import type { Table } from "../display/table";
import { codeUnder } from "../sfrc/codeSample";
import { imputeSurvey, type ImputedSurveys } from "../sfrc/imputeSurvey";
import { sfrc } from "../sfrc/study";
import type { Readings } from "../sfrc/readings";
import type { Survey } from "../survey/respondent";
import { poolStudy, type PooledModel } from "../study/runImputed";
import { runStudy } from "../study/runStudy";
import { starsOf } from "../study/stars";
import type { PublishedTable } from "../published/publishedTable";
import { pCell } from "./numberCells";
import { terminalTable } from "./terminal";

/** `reproduce --impute M`: the paper's models on everybody eligible, missing answers drawn instead of people dropped. */
export function reproduceImputed(survey: Survey, readings: Readings, published: PublishedTable, imputations: number, seed: number, json = false): number {
  const imputed = imputeSurvey(survey, { imputations, seed }, readings);
  const models = poolStudy(imputed.surveys.map((one) => runStudy(sfrc, codeUnder(one, readings))));
  const { people, completed, drawn } = imputed;
  if (json) console.log(JSON.stringify({ imputation: { imputations, seed, people, completed, drawn }, models: Object.fromEntries(models.map(({ id, ...model }) => [id, model])) }, null, 2));
  else console.log(models.map((model) => terminalTable(pooledTable(model, published, imputed, imputations, survey.synthetic))).join("\n\n"));
  return models.some(({ refusedIn }) => refusedIn > 0) ? 1 : 0;
}

function pooledTable({ id, n, coefficients, refusedIn, refusal }: PooledModel, published: PublishedTable, { people, completed }: ImputedSurveys, imputations: number, synthetic: boolean): Table {
  const printed = (term: string): string => {
    const row = published.models[id]?.rows.find((one) => one.term === term);
    return row === undefined ? "–" : `${row.coef}${row.stars} (${row.se})`;
  };
  return plainTable({
    id: `imputed-${id}`, synthetic, stub: { zh: "变量", en: "term" },
    title: { zh: `${id}：多重插补（${imputations} 次），N = ${n}`, en: `${id}: multiple imputation (${imputations} data sets), N = ${n}` },
    columns: [{ zh: "合并估计（标准误）", en: "pooled (SE)" }, { zh: "t", en: "t" }, { zh: "自由度", en: "df" }, { zh: "p", en: "p" }, { zh: "缺失信息比例", en: "missing information" }, { zh: "原文报告", en: "published" }],
    rows: coefficients.map(({ term, estimate, standardError, t, df, p, missingInformation }) => [
      term, `${estimate.toPrecision(3)}${starsOf(p)} (${standardError.toPrecision(3)})`, t.toFixed(2), df.toFixed(0), pCell(p), `${(missingInformation * 100).toFixed(1)}%`, printed(term),
    ]),
    notes: [
      { zh: `${people} 名符合条件者中，${completed} 人有缺失答案，由链式方程插补后再编码；按 Rubin 规则合并，自由度用 Barnard–Rubin 小样本公式。`, en: `Of ${people} eligible people ${completed} have missing answers, which were drawn by chained equations and then coded; pooled by Rubin's rules with Barnard and Rubin's small-sample degrees of freedom.` },
      ...(refusedIn > 0 ? [{ zh: `有 ${refusedIn} 份插补数据无法拟合，故不合并：${refusal ?? ""}`, en: `${refusedIn} of the imputed data sets refuse the model, so nothing is pooled: ${refusal ?? ""}` }] : []),
    ],
  });
}
