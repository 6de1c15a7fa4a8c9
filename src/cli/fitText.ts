import { tableText } from "../display/render/tableText";
import { plainTable } from "../display/tables/plainTable";
import type { Cell } from "../display/table";
import type { ChiSquareTest } from "../models/chiSquareTest";
import type { Fit } from "../models/fit";

/** The fit as a table for a terminal, with its tests and warnings beneath. */
export function fitText(file: string, fit: Fit, tests: object | undefined, synthetic: boolean): string {
  const of = (number: number, decimals = 4): Cell => ({ number, format: { decimals, floor: decimals === 4 } });
  const estimate = (number: number): Cell => ({ text: number.toPrecision(5) });
  const rows = [
    ...fit.coefficients.map(({ term, estimate: b, standardError, z, p, lower, upper }) =>
      [term, estimate(b), estimate(standardError), of(z, 2), of(p), estimate(lower), estimate(upper)] as const),
    ...(fit.thresholds ?? []).map(({ between, estimate: b, standardError }) =>
      [between, estimate(b), estimate(standardError), "", "", "", ""] as const),
  ];
  return tableText(plainTable({
    id: "fit", title: { en: `${heading(fit)} of ${file}`, zh: `${file}` }, stub: { en: "term", zh: "变量" },
    columns: [{ en: "estimate", zh: "系数" }, { en: "SE", zh: "标准误" }, "z", "p", { en: "lower", zh: "下限" }, { en: "upper", zh: "上限" }],
    rows, synthetic, notes: [...summary(fit), ...testLines(tests), ...fit.warnings.map((warning) => `! ${warning}`)].map((en) => ({ en, zh: en })),
  }));
}

const heading = ({ family, link, covarianceKind, penalised }: Fit): string =>
  `${family === "ordered" ? "Ordered" : "Binary"} ${link}${penalised ? ", Firth's penalised likelihood (profile intervals)" : ""}, ${covarianceKind} standard errors`;

function summary({ n, events, iterations, logLik, logLikNull, aic, bic, pseudoR2 }: Fit): string[] {
  return [
    `n ${n}${events === null ? "" : `, events ${events}`}; converged in ${iterations} Newton steps`,
    `log-likelihood ${logLik.toFixed(4)} (without terms ${logLikNull.toFixed(4)}); AIC ${aic.toFixed(3)}, BIC ${bic.toFixed(3)}`,
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
