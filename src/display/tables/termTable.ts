import type { Bilingual } from "../../bilingual";
import type { PublishedTable } from "../../published/publishedTable";
import { refuseOtherScale } from "../../study/refuseOtherScale";
import type { StudyResult } from "../../study/runStudy";
import { cutoffsOf, starNote, starsOf } from "../../study/stars";
import { decimalsFor } from "../decimals";
import { LABEL } from "../labels";
import { type Cell, EMPTY, type Row, type Table } from "../table";
import { asBilingual } from "../words";
import { labelOf } from "./regressionTable";
import { refuseTerms, refuseUnrun } from "../refuseUnrun";
import { originOf } from "../../provenance";

/** An average marginal effect, on the scale of the probability: 0.12 is 12 percentage points. */
export interface EffectEstimate {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

export interface TermTableInput {
  readonly id: string;
  readonly term: string;
  readonly result: StudyResult;
  readonly models?: readonly string[];
  readonly published?: PublishedTable | undefined;
  /** By model; a binary model's effect on the probability of staying. */
  readonly effects?: Readonly<Record<string, EffectEstimate>> | undefined;
  readonly title?: Bilingual;
  /** Further notes, after the table's own. */
  readonly notes?: readonly Bilingual[];
}

const PRINTED_WITH_SE: Bilingual = { en: "printed (SE)", zh: "原文（标准误）" };

/** One variable across models: printed, estimate, SE, odds ratio and average marginal effect with intervals, p and stars. */
export function termTable({ id, term, result, models = result.study.models.map((model) => model.id), published, effects, title, notes = [] }: TermTableInput): Table {
  refuseUnrun(result, models, published);
  refuseTerms("termTable", [term], result, models, published);
  for (const model of models) if (published?.models[model]) refuseOtherScale(model, published.models[model]);
  const label = asBilingual(labelOf(term, result, published));
  const headers = [
    ...(published ? [PRINTED_WITH_SE] : []),
    LABEL.estimate, LABEL.standardError, LABEL.oddsRatio, ...(effects ? [LABEL.effect] : []), LABEL.p, LABEL.stars,
  ];
  return {
    kind: "table", id, ...originOf(result),
    title: title ?? { en: `${label.en} across models`, zh: `${label.zh}：各模型比较` },
    stub: LABEL.model,
    columnGroups: [{ columns: headers.map((header) => ({ header, ...(published && { role: header === PRINTED_WITH_SE ? "printed" : "refitted" } as const) })) }],
    rowGroups: [{ rows: models.map((model) => modelRow(model, { term, result, published, effects }, placesOf(models, { term, result, effects }))) }],
    notes: [
      starNote(cutoffsOf(result, published)),
      { en: "Odds ratio: e to the coefficient. An ordered model's is for a higher level of the outcome.", zh: "优势比：系数的指数；定序模型中指结果处于更高等级。" },
      ...(effects ? [{ en: "Average marginal effect: on the probability, averaged over the sample; 0/1 variables from 0 to 1.", zh: "平均边际效应：对概率的影响，在样本上平均；0/1 变量由 0 变为 1。" }] : []),
      ...notes,
    ],
  };
}

/** Decimals by column, by the smallest standard error in it (of an effect, by its narrowest interval). */
function placesOf(models: readonly string[], { term, result, effects = {} }: Pick<TermTableInput, "term" | "result" | "effects">) {
  const found = models.flatMap((model) => result.fits[model]?.coefficients.filter((one) => one.term === term) ?? []);
  return {
    estimate: decimalsFor(...found.map(({ standardError }) => standardError)),
    oddsRatio: decimalsFor(...found.map(({ estimate, standardError }) => Math.exp(estimate) * standardError)),
    effect: decimalsFor(...Object.values(effects).map(({ lower, upper }) => (upper - lower) / 4)),
  };
}

function modelRow(model: string, { term, result, published, effects }: Pick<TermTableInput, "term" | "result" | "published" | "effects">, decimals: ReturnType<typeof placesOf>): Row {
  const header = result.study.models.find(({ id }) => id === model)?.title ?? model;
  const found = result.fits[model]?.coefficients.find((coefficient) => coefficient.term === term);
  const row = published?.models[model]?.rows.find((printed) => printed.term === term);
  const printed: Cell[] = published ? [row ? { text: `${row.coef}${row.stars} (${row.se})`, place: { model, term } } : EMPTY] : [];
  const effect = effects?.[model];
  const effectCell: Cell[] = effects ? [effect ? { number: effect.estimate, format: { decimals: decimals.effect }, interval: [effect.lower, effect.upper] } : EMPTY] : [];
  if (!found) return { header, cells: [...printed, { text: result.fits[model] ? LABEL.notInModel : LABEL.notFitted }, EMPTY, EMPTY, ...effectCell, EMPTY, EMPTY] };
  const { estimate, standardError, lower, upper, p } = found;
  const places = { decimals: decimals.estimate };
  return {
    header,
    cells: [
      ...printed,
      { number: estimate, format: places },
      { number: standardError, format: places },
      { number: Math.exp(estimate), format: { decimals: decimals.oddsRatio }, interval: [Math.exp(lower), Math.exp(upper)] },
      ...effectCell,
      { number: p, format: { decimals: 3, floor: true } },
      { text: starsOf(p, cutoffsOf(result, published)) },
    ],
  };
}
