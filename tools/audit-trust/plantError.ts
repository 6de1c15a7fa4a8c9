import { DEFAULT_CUTOFFS, type PublishedModel, type PublishedRow, type PublishedTable } from "../../src/published/publishedTable";
import { PSEUDO_R2_DEFINITIONS, pseudoR2 } from "../../src/audit/pseudoR2Definitions";
import type { Chance } from "./chance";
import { printNumber } from "./printing";
import type { SimulatedTable } from "./simulateTable";

/** What can go wrong between a fit and its print. */
export const ERROR_KINDS = [
  "star", "digit: first of a coefficient", "digit: second of a coefficient", "digit: third or later of a coefficient",
  "digit: first of a standard error", "digit: second of a standard error", "sign", "swapped standard errors",
  "wrong n of a part", "mixed R² definition", "wrong R² digit", "pooled log-likelihood digit", "count of a category",
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

export interface Planted {
  readonly table: PublishedTable;
  readonly model: string;
  /** The terms touched; none where the model's own numbers were. */
  readonly terms: readonly string[];
}

/** The table with one error of this kind; undefined where it has no place for it (no such digit, an ordered outcome). */
export function plantError(truth: SimulatedTable, kind: ErrorKind, chance: Chance): Planted | undefined {
  const { table } = truth;
  const model = chance.one(Object.keys(table.models));
  const row = chance.one(table.models[model].rows);
  switch (kind) {
    case "star": return inRow(table, model, { ...row, stars: chance.one(["", ...Object.keys(DEFAULT_CUTOFFS)].filter((stars) => stars !== row.stars)) });
    case "digit: first of a coefficient": return digitInRow(table, model, row, "coef", 0, 0, chance);
    case "digit: second of a coefficient": return digitInRow(table, model, row, "coef", 1, 1, chance);
    case "digit: third or later of a coefficient": return digitInRow(table, model, row, "coef", 2, Infinity, chance);
    case "digit: first of a standard error": return digitInRow(table, model, row, "se", 0, 0, chance);
    case "digit: second of a standard error": return digitInRow(table, model, row, "se", 1, 1, chance);
    case "sign": return /[1-9]/.test(row.coef) ? inRow(table, model, { ...row, coef: row.coef.startsWith("-") ? row.coef.slice(1) : `-${row.coef}` }) : undefined;
    case "swapped standard errors": return swapped(table, model, row, chance);
    case "wrong n of a part": return inModel(table, "A", { n: Number(otherDigit(String(table.models.A.n), 0, Infinity, chance)) });
    case "mixed R² definition": return mixed(truth, model, chance);
    case "wrong R² digit": return table.models[model].family === "binary logit" ? changed(table, model, "pseudoR2", chance) : undefined;
    case "pooled log-likelihood digit": return changed(table, "W", "logLik", chance);
    case "count of a category": return miscounted(table, chance);
  }
}

const inModel = (table: PublishedTable, model: string, change: Partial<PublishedModel>): Planted => ({
  table: { ...table, models: { ...table.models, [model]: { ...table.models[model], ...change } } }, model, terms: [],
});

function inRow(table: PublishedTable, model: string, row: PublishedRow): Planted {
  const rows = table.models[model].rows.map((one) => (one.term === row.term ? row : one));
  return { ...inModel(table, model, { rows }), terms: [row.term] };
}

function digitInRow(table: PublishedTable, model: string, row: PublishedRow, field: "coef" | "se", from: number, to: number, chance: Chance): Planted | undefined {
  const text = otherDigit(row[field] ?? "", from, to, chance);
  return text === undefined ? undefined : inRow(table, model, { ...row, [field]: text });
}

/** Another digit at one of the significant places from … to (0 the first); undefined where there is none. */
function otherDigit(text: string, from: number, to: number, chance: Chance): string | undefined {
  const first = text.search(/[1-9]/);
  if (first === -1) return undefined;
  const places = [...text].flatMap((sign, i) => (i >= first && /\d/.test(sign) ? [i] : [])).slice(from, to + 1);
  if (places.length === 0) return undefined;
  const at = chance.one(places);
  const digits = [..."0123456789"].filter((digit) => digit !== text[at] && !(digit === "0" && at === first));
  return text.slice(0, at) + chance.one(digits) + text.slice(at + 1);
}

function swapped(table: PublishedTable, model: string, row: PublishedRow, chance: Chance): Planted | undefined {
  if (row.se === undefined) return undefined;
  const others = table.models[model].rows.filter((one) => one.term !== row.term && one.se !== undefined && one.se !== row.se);
  if (others.length === 0) return undefined;
  const other = chance.one(others);
  const once = inRow(table, model, { ...row, se: other.se! });
  return { ...inRow(once.table, model, { ...other, se: row.se }), terms: [row.term, other.term] };
}

function mixed({ table, fits, definition, cut }: SimulatedTable, model: string, chance: Chance): Planted | undefined {
  if (table.models[model].family !== "binary logit") return undefined;
  const fit = fits[model];
  const k = fit.coefficients.length + (fit.thresholds?.length ?? 0);
  const other = chance.one(PSEUDO_R2_DEFINITIONS.filter((one) => one !== definition));
  const text = printNumber(pseudoR2(other, { logLik: fit.logLik, logLikNull: fit.logLikNull, n: fit.n, k }), 3, cut);
  return text === table.models[model].pseudoR2 ? undefined : inModel(table, model, { pseudoR2: text });
}

function changed(table: PublishedTable, model: string, field: "pseudoR2" | "logLik", chance: Chance): Planted | undefined {
  const text = otherDigit(table.models[model][field]!, 0, Infinity, chance);
  return text === undefined ? undefined : inModel(table, model, { [field]: text });
}

/** In the descriptive table, where the percentage stands beside it. */
function miscounted(table: PublishedTable, chance: Chance): Planted | undefined {
  const questions = Object.entries(table.table1 ?? {}).filter(([, value]) => typeof value === "object") as [string, Record<string, readonly [number, string]>][];
  if (questions.length === 0) return undefined;
  const [variable, answers] = chance.one(questions);
  const [answer, [count, percentage]] = chance.one(Object.entries(answers));
  const wrong = otherDigit(String(count), 0, Infinity, chance);
  if (wrong === undefined) return undefined;
  return { table: { ...table, table1: { ...table.table1!, [variable]: { ...answers, [answer]: [Number(wrong), percentage] } } }, model: "table1", terms: [variable] };
}
