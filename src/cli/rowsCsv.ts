import type { FittedData } from "../models/covariance/influenceRows";
import type { ModelData } from "../models/data/modelData";
import { fittedRows } from "../models/diagnostics/fittedRows";
import { influence } from "../models/diagnostics/influence";
import { fittedLevels } from "../models/diagnostics/ordinalHosmerLemeshow";
import type { Fit } from "../models/fit";

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const number = (value: number): string => (Number.isFinite(value) ? String(value) : "");

/**
 * Every row by its file line: of a binary fit fitted probability, linear predictor, residuals, leverage, Cook's distance and
 * DFBETA by coefficient; of an ordered one the fitted probability of each level. A cell without a number is empty; rows whose level was not fitted have no line.
 */
export function rowsCsv(fit: Fit, data: FittedData, { rows, source: { strangers } }: ModelData): string {
  const [header, lines] = fit.family === "binomial" ? binary(fit, data) : ordered(fit, data);
  return [["row", "outcome", ...header], ...lines.flatMap((line, i) => (strangers?.has(i) ? [] : [[String(rows[i]), String(data.y[i]), ...line.map(number)]]))].map((line) => line.map(cell).join(",")).join("\n") + "\n";
}

function binary(fit: Fit, data: FittedData): [string[], number[][]] {
  const rows = fittedRows(fit, data);
  const header = ["fitted", "linear", "pearson", "deviance", "standardised", "leverage", "cooksDistance", ...fit.coefficients.map(({ term }) => `dfbeta:${term}`)];
  return [header, influence(fit, data).map(({ pearson, deviance, standardised, leverage, cooksDistance, dfbeta }, i) => [rows[i].p, rows[i].eta, pearson, deviance, standardised, leverage, cooksDistance, ...dfbeta])];
}

const ordered = (fit: Fit, data: FittedData): [string[], number[][]] => [fit.levels!.map((level) => `fitted:${level}`), fittedLevels(fit, data)];
