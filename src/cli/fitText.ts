import type { Bilingual } from "../bilingual";
import { noteIn } from "../faults/noted";
import { plainTable } from "../display/tables/plainTable";
import type { Cell, Table } from "../display/table";
import type { ChiSquareTest } from "../models/chiSquareTest";
import type { Design } from "../models/data/design";
import type { CovarianceKind, Fit } from "../models/fit";
import { oddsRatios } from "../models/intervals";
import { BEYOND_DOUBLES, pText } from "./numberCells";

/** How a fit is shown. */
export interface FitShown {
  readonly level: number;
  readonly interval: "wald" | "profile";
  readonly oddsRatios?: boolean | undefined;
  readonly synthetic: boolean;
}

/** The fit as a table, with its tests and warnings beneath. */
export function fitTable(file: string, fit: Fit, { dropped }: Pick<Design, "dropped">, tests: object | undefined, { level, interval, oddsRatios: asked, synthetic }: FitShown): Table {
  const of = (number: number, decimals = 4): Cell => ({ number, format: { decimals, floor: decimals === 4 } });
  const estimate = (number: number): Cell => (Number.isNaN(number) ? UNDETERMINED : { text: number === Infinity ? BEYOND_DOUBLES : number.toPrecision(5) });
  const ratios = asked ? oddsRatios(fit) : [];
  const rows = [
    ...fit.coefficients.map(({ term, estimate: b, standardError, z, p, lower, upper }, j) => [
      term, estimate(b), estimate(standardError), of(z, 2), Number.isNaN(p) ? UNDETERMINED : of(p), estimate(lower), estimate(upper),
      ...ratios.slice(j, j + 1).flatMap((ratio) => [estimate(ratio.estimate), estimate(ratio.lower), estimate(ratio.upper)]),
    ] as const),
    ...(fit.thresholds ?? []).map(({ between, estimate: b, standardError }) =>
      [between, estimate(b), estimate(standardError), "", "", "", "", ...(asked ? ["", "", ""] : [])] as const),
  ];
  const ends = [{ en: "lower", zh: "下限" }, { en: "upper", zh: "上限" }];
  const percent = `${Number((level * 100).toPrecision(12))}%`;
  return plainTable({
    id: "fit", title: headingOf(file, fit), stub: { en: "term", zh: "变量" },
    columns: [{ en: "estimate", zh: "系数" }, { en: "SE", zh: "标准误" }, "z", "p", ...ends, ...(asked ? [{ en: "odds ratio", zh: "优势比" }, ...ends] : [])],
    rows, synthetic,
    notes: [
      ...degrees(fit), ...(level === 0.95 && interval === "wald" ? [] : [intervalNote(percent, interval)]), ...summary(fit), ...testLines(tests),
      ...dropped.map(({ term, why }) => ({ en: `left out: ${term} (${why})`, zh: `未进入模型：${term}（${noteIn(why, "zh")}）` })),
      ...fit.warnings.map((warning) => ({ en: `! ${warning}`, zh: `! ${noteIn(warning, "zh")}` })),
    ],
  });
}

/** Where a number could not be determined. */
export const UNDETERMINED: { readonly text: Bilingual } = { text: { en: "undetermined", zh: "无法确定" } };

const intervalNote = (percent: string, interval: "wald" | "profile"): Bilingual => interval === "profile"
  ? { en: `intervals: ${percent}, by the profile likelihood`, zh: `置信区间：${percent}，剖面似然` } : { en: `intervals: ${percent}`, zh: `置信区间：${percent}` };

/** By how many degrees of freedom p and intervals take t. */
function degrees({ coefficients }: Fit): Bilingual[] {
  const all = coefficients.flatMap(({ df }) => (df === undefined ? [] : [df]));
  if (all.length === 0) return [];
  const one = new Set(all).size === 1;
  const each = coefficients.map(({ term, df }) => `${df!.toFixed(1)} (${term})`);
  return [{
    en: `p and intervals by t on ${one ? all[0] : each.join(", ")} degrees of freedom`,
    zh: `p 与置信区间按 t 分布，自由度 ${one ? all[0] : coefficients.map(({ term, df }) => `${df!.toFixed(1)}（${term}）`).join("、")}`,
  }];
}

/** Standard errors by how they were estimated. */
export const STANDARD_ERRORS_ZH: Readonly<Record<CovarianceKind, string>> = {
  observed: "经典标准误（观测信息阵）", expected: "经典标准误（期望信息阵）", robust: "稳健标准误", cluster: "聚类稳健标准误", linearised: "线性化标准误",
  HC0: "HC0 稳健标准误", HC1: "HC1 稳健标准误", HC2: "HC2 稳健标准误", HC3: "HC3 稳健标准误", CR2: "CR2 聚类稳健标准误",
};

const headingOf = (file: string, { family, link, covarianceKind, penalised }: Fit): Bilingual => ({
  en: `${family === "ordered" ? "Ordered" : "Binary"} ${link}${penalised ? ", Firth's penalised likelihood (z by Wald; p and intervals of the penalised likelihood ratio)" : ""}, ${covarianceKind} standard errors of ${file}`,
  zh: `${file}：${family === "ordered" ? "有序" : "二元"} ${link} 回归，${penalised ? "Firth 惩罚似然（z 按 Wald；p 与区间按惩罚似然比），" : ""}${STANDARD_ERRORS_ZH[covarianceKind]}`,
});

function summary({ n, events, iterations, logLik, logLikNull, aic, bic, pseudoR2: { mcFadden, coxSnell, nagelkerke } }: Fit): Bilingual[] {
  const [of, without] = [logLik.toFixed(4), logLikNull.toFixed(4)];
  return [
    { en: `n ${n}${events === null ? "" : `, events ${events}`}; converged in ${iterations} Newton steps`, zh: `n ${n}${events === null ? "" : `，事件 ${events}`}；牛顿迭代 ${iterations} 步收敛` },
    aic === null || bic === null ? { en: `pseudo-log-likelihood ${of} (without terms ${without})`, zh: `伪对数似然 ${of}（空模型 ${without}）` }
      : { en: `log-likelihood ${of} (without terms ${without}); AIC ${aic.toFixed(3)}, BIC ${bic.toFixed(3)}`, zh: `对数似然 ${of}（空模型 ${without}）；AIC ${aic.toFixed(3)}，BIC ${bic.toFixed(3)}` },
    {
      en: `pseudo-R²: McFadden ${mcFadden.toFixed(4)}, Cox-Snell ${coxSnell.toFixed(4)}, Nagelkerke ${nagelkerke.toFixed(4)}`,
      zh: `伪 R²：McFadden ${mcFadden.toFixed(4)}，Cox-Snell ${coxSnell.toFixed(4)}，Nagelkerke ${nagelkerke.toFixed(4)}`,
    },
  ];
}

function testLines(tests: object | undefined): Bilingual[] {
  return Object.entries(tests ?? {}).flatMap(([name, test]) => (isTest(test) ? [parallelLinesText(name, test)] : []));
}

const isTest = (value: unknown): value is ChiSquareTest => typeof value === "object" && value !== null && "statistic" in value;

/** Tests of parallel lines by their short names. */
export const PARALLEL_ZH: Readonly<Record<string, string>> = { lr: "似然比检验", brant: "Brant 检验", score: "得分检验" };

/** A test of parallel lines in a line, under its name. */
export const parallelLinesText = (name: string, test: ChiSquareTest): Bilingual => under({ en: `parallel lines, ${name}`, zh: `平行线假定，${PARALLEL_ZH[name] ?? name}` }, test);

/** A test in a line, under a name. */
export function under(name: Bilingual, test: ChiSquareTest): Bilingual {
  const { en, zh } = testText(test);
  return { en: `${name.en}: ${en}`, zh: `${name.zh}：${zh}` };
}

/** A χ² test in a line. */
export function testText({ statistic, df, p, note }: ChiSquareTest): Bilingual {
  const after = note === undefined ? { en: [], zh: [] } : { en: [note], zh: [noteIn(note, "zh")] };
  if (statistic === null || p === null) return { en: ["not tested", ...after.en].join("; "), zh: ["未检验", ...after.zh].join("：") };
  return { en: [`χ² ${statistic.toFixed(3)} on ${df}, p ${pText(p)}`, ...after.en].join("; "), zh: [`χ² ${statistic.toFixed(3)}，自由度 ${df}，p ${pText(p)}`, ...after.zh].join("；") };
}
