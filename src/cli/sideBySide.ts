import { plainTable } from "../display/tables/plainTable";
import type { Cell, Table } from "../display/table";
import type { Fit } from "../models/fit";
import { starCutoffs, starNote, starsOf } from "../study/stars";

/** A fit under the name its column has. */
export interface NamedFit {
  readonly name: string;
  readonly fit: Fit;
}

/** Stars as most programs give them; the paper's own begin at .1, and only its tables have them. */
const CUTOFFS = starCutoffs({ "*": "0.05", "**": "0.01", "***": "0.001" });
const NOTE = starNote(CUTOFFS);
const both = (text: string) => ({ en: text, zh: text });

/**
 * Several fits side by side: a row for each term in the order of first appearance, coefficients with stars and standard
 * errors in parentheses; cut points, counts and fit beneath. A term that a fit has not stays empty.
 */
export function sideBySide(models: readonly NamedFit[], synthetic: boolean): Table {
  const terms = [...new Set(models.flatMap(({ fit }) => fit.coefficients.map((row) => row.term)))];
  const cuts = [...new Set(models.flatMap(({ fit }) => (fit.thresholds ?? []).map((row) => row.between)))];
  const cell = (found: { estimate: number; standardError: number; p?: number } | undefined): Cell =>
    ({ text: found ? `${found.estimate.toFixed(3)}${found.p === undefined || Number.isNaN(found.p) ? "" : starsOf(found.p, CUTOFFS)} (${Number.isNaN(found.standardError) ? "undetermined" : found.standardError.toFixed(3)})` : "" });
  const number = (value: number | null, decimals: number): Cell => ({ text: value === null ? "–" : value.toFixed(decimals) });
  const kinds = models.map(({ name, fit }) => `${name}: ${fit.family === "ordered" ? "ordered" : "binary"} ${fit.link}, ${fit.covarianceKind} standard errors${fit.penalised ? ", Firth's penalised likelihood" : ""}`);
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
    notes: [{ en: `Standard errors in parentheses. ${NOTE.en}`, zh: `括号内为标准误。${NOTE.zh}` }, ...kinds.map(both), ...models.flatMap(({ name, fit }) => fit.warnings.map((warning) => both(`! ${name}: ${warning}`)))],
  });
}
