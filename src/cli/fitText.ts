import { plainTable } from "../display/tables/plainTable";
import type { Cell, Table } from "../display/table";
import type { ChiSquareTest } from "../models/chiSquareTest";
import type { Design } from "../models/data/design";
import type { Fit } from "../models/fit";
import { oddsRatios } from "../models/intervals";

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
  const estimate = (number: number): Cell => ({ text: Number.isNaN(number) ? "undetermined" : number.toPrecision(5) });
  const ratios = asked ? oddsRatios(fit) : [];
  const rows = [
    ...fit.coefficients.map(({ term, estimate: b, standardError, z, p, lower, upper }, j) => [
      term, estimate(b), estimate(standardError), of(z, 2), Number.isNaN(p) ? { text: "undetermined" } : of(p), estimate(lower), estimate(upper),
      ...ratios.slice(j, j + 1).flatMap((ratio) => [estimate(ratio.estimate), estimate(ratio.lower), estimate(ratio.upper)]),
    ] as const),
    ...(fit.thresholds ?? []).map(({ between, estimate: b, standardError }) =>
      [between, estimate(b), estimate(standardError), "", "", "", "", ...(asked ? ["", "", ""] : [])] as const),
  ];
  const ends = [{ en: "lower", zh: "下限" }, { en: "upper", zh: "上限" }];
  const percent = `${Number((level * 100).toFixed(4))}%`;
  return plainTable({
    id: "fit", title: { en: `${heading(fit)} of ${file}`, zh: `${file} 的模型` }, stub: { en: "term", zh: "变量" },
    columns: [{ en: "estimate", zh: "系数" }, { en: "SE", zh: "标准误" }, "z", "p", ...ends, ...(asked ? [{ en: "odds ratio", zh: "比值比" }, ...ends] : [])],
    rows, synthetic, notes: [...degrees(fit), ...(level === 0.95 && interval === "wald" ? [] : [`intervals: ${percent}${interval === "profile" ? ", by the profile likelihood" : ""}`]), ...summary(fit), ...testLines(tests), ...dropped.map(({ term, why }) => `left out: ${term} (${why})`), ...fit.warnings.map((warning) => `! ${warning}`)].map((en) => ({ en, zh: en })),
  });
}

/** By how many degrees of freedom p and intervals take t. */
function degrees({ coefficients }: Fit): string[] {
  const all = coefficients.flatMap(({ df }) => (df === undefined ? [] : [df]));
  if (all.length === 0) return [];
  return [`p and intervals by t on ${new Set(all).size === 1 ? all[0] : coefficients.map(({ term, df }) => `${df!.toFixed(1)} (${term})`).join(", ")} degrees of freedom`];
}

const heading = ({ family, link, covarianceKind, penalised }: Fit): string =>
  `${family === "ordered" ? "Ordered" : "Binary"} ${link}${penalised ? ", Firth's penalised likelihood (z by Wald; p and intervals of the penalised likelihood ratio)" : ""}, ${covarianceKind} standard errors`;

function summary({ n, events, iterations, logLik, logLikNull, aic, bic, pseudoR2 }: Fit): string[] {
  return [
    `n ${n}${events === null ? "" : `, events ${events}`}; converged in ${iterations} Newton steps`,
    aic === null || bic === null ? `pseudo-log-likelihood ${logLik.toFixed(4)} (without terms ${logLikNull.toFixed(4)})`
      : `log-likelihood ${logLik.toFixed(4)} (without terms ${logLikNull.toFixed(4)}); AIC ${aic.toFixed(3)}, BIC ${bic.toFixed(3)}`,
    `pseudo-R²: McFadden ${pseudoR2.mcFadden.toFixed(4)}, Cox-Snell ${pseudoR2.coxSnell.toFixed(4)}, Nagelkerke ${pseudoR2.nagelkerke.toFixed(4)}`,
  ];
}

function testLines(tests: object | undefined): string[] {
  return Object.entries(tests ?? {}).flatMap(([name, test]) => (isTest(test) ? [`parallel lines, ${name}: ${testText(test)}`] : []));
}

const isTest = (value: unknown): value is ChiSquareTest => typeof value === "object" && value !== null && "statistic" in value;

/** A χ² test in a line. */
export const testText = ({ statistic, df, p, note }: ChiSquareTest): string =>
  [statistic === null || p === null ? "not tested" : `χ² ${statistic.toFixed(3)} on ${df}, p ${p < 1e-4 ? p.toExponential(2) : p.toFixed(4)}`, note].filter(Boolean).join("; ");
