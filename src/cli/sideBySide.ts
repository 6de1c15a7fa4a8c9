import { noteIn } from "../faults/noted";
import type { Words } from "../display/words";
import { plainTable } from "../display/tables/plainTable";
import type { Cell, Table } from "../display/table";
import type { Fit } from "../models/fit";
import { STANDARD_ERRORS_ZH, UNDETERMINED } from "./fitText";
import { starCutoffs, starNote, starsOf } from "../study/stars";

/** A fit under the name its column has. */
export interface NamedFit {
  readonly name: string;
  readonly fit: Fit;
}

/** Stars as most programs give them; the paper's own begin at .1, and only its tables have them. */
const CUTOFFS = starCutoffs({ "*": "0.05", "**": "0.01", "***": "0.001" });
const NOTE = starNote(CUTOFFS);

/**
 * Several fits side by side: a row for each term in the order of first appearance, coefficients with stars and standard
 * errors in parentheses; cut points, counts and fit beneath. A term that a fit has not stays empty.
 */
export function sideBySide(models: readonly NamedFit[], synthetic: boolean): Table {
  const terms = [...new Set(models.flatMap(({ fit }) => fit.coefficients.map((row) => row.term)))];
  const cuts = [...new Set(models.flatMap(({ fit }) => (fit.thresholds ?? []).map((row) => row.between)))];
  const cell = (found: { estimate: number; standardError: number; p?: number } | undefined): Cell =>
    ({ text: found ? estimateText(found) : "" });
  const number = (value: number | null, decimals: number): Cell => ({ text: value === null ? "–" : value.toFixed(decimals) });
  const kinds = models.map(({ name, fit: { family, link, covarianceKind, penalised } }) => ({
    en: `${name}: ${family === "ordered" ? "ordered" : "binary"} ${link}, ${covarianceKind} standard errors${penalised ? ", Firth's penalised likelihood" : ""}`,
    zh: `${name}：${family === "ordered" ? "有序" : "二元"} ${link} 回归，${STANDARD_ERRORS_ZH[covarianceKind]}${penalised ? "，Firth 惩罚似然" : ""}`,
  }));
  return plainTable({
    id: "fits", title: { en: "Models side by side", zh: "模型比较" }, stub: { en: "term", zh: "变量" }, columns: models.map(({ name }) => name), synthetic,
    rows: [
      ...terms.map((term) => [term, ...models.map(({ fit }) => cell(fit.coefficients.find((row) => row.term === term)))] as const),
      ...cuts.map((between) => [between, ...models.map(({ fit }) => cell(fit.thresholds?.find((row) => row.between === between)))] as const),
      ["n", ...models.map(({ fit }) => number(fit.n, 0))],
      [{ en: "log-likelihood", zh: "对数似然" }, ...models.map(({ fit }) => number(fit.aic === null ? null : fit.logLik, 3))],
      ["AIC", ...models.map(({ fit }) => number(fit.aic, 2))],
      ["BIC", ...models.map(({ fit }) => number(fit.bic, 2))],
      [{ en: "McFadden's R²", zh: "McFadden R²" }, ...models.map(({ fit }) => number(fit.pseudoR2.mcFadden, 4))],
    ],
    notes: [{ en: `Standard errors in parentheses. ${NOTE.en}`, zh: `括号内为标准误。${NOTE.zh}` }, ...kinds, ...models.flatMap(({ name, fit }) => fit.warnings.map((warning) => ({ en: `! ${name}: ${warning}`, zh: `! ${name}：${noteIn(warning, "zh")}` })))],
  });
}

/** `0.123** (0.045)` */
function estimateText({ estimate, standardError, p }: { estimate: number; standardError: number; p?: number }): Words {
  const starred = `${estimate.toFixed(3)}${p === undefined || Number.isNaN(p) ? "" : starsOf(p, CUTOFFS)}`;
  return Number.isNaN(standardError) ? { en: `${starred} (${UNDETERMINED.text.en})`, zh: `${starred}（${UNDETERMINED.text.zh}）` } : `${starred} (${standardError.toFixed(3)})`;
}
