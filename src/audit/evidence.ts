import { normalQuantile } from "../models/numeric/normal";
import { twoSidedT } from "../models/numeric/studentT";
import { DEFAULT_CUTOFFS } from "../published/publishedTable";
import type { Interval } from "../published/printedNumber";
import type { Given } from "./given";
import { magnitudeOf } from "./printedInterval";
import { estimateOf, logOf, type PrintedModel, type PrintedRow } from "./printedModel";

/** One way to read the cells of a table: everything that print may leave open. */
export interface Reading {
  readonly cutoffs: Readonly<Record<string, string>>;
  /** What the number in the standard error's place is. */
  readonly brackets: "se" | "z" | "p";
  /** Coefficients are odds ratios. */
  readonly oddsRatios: boolean;
  /** How an odds ratio's standard error is meant: the log-odds' own, by the delta method, or exponentiated. */
  readonly errors: "own" | "delta" | "exponentiated";
}

/** How a p-value follows from a statistic: degrees of freedom from … to (none: the normal curve), and the likeliest. */
export interface Tail {
  readonly most?: number;
  readonly least?: number;
  readonly likeliest?: number;
}

/** What a cell says of its p-value. */
export interface Evidence {
  readonly from: "p" | "z" | "t" | "wald" | "se" | "limits";
  /** |statistic|, where p is computed from one. */
  readonly statistic?: Interval;
  readonly p: Interval;
  /** The same without what only an unusual tail allows. */
  readonly likelyP: Interval;
  /** p at the printed face values, where there is one. */
  readonly face: number | undefined;
}

const LEGENDS: readonly Readonly<Record<string, string>>[] = [
  DEFAULT_CUTOFFS,
  { "***": "0.001", "**": "0.01", "*": "0.05" },
  { "**": "0.01", "*": "0.05" },
  { "**": "0.05", "*": "0.1" },
];

/** Every reading that the table leaves open for a model; the one stated or supposed first. */
export function readingsOf(given: Given, model: PrintedModel): Reading[] {
  const { table } = given;
  const own = table.cutoffs ?? DEFAULT_CUTOFFS;
  const marks = new Set([...given.models.values()].flatMap(({ rows }) => rows.map(({ row }) => row.stars)).filter((mark) => mark !== ""));
  const rivals = LEGENDS.filter((legend) => [...marks].every((mark) => Object.hasOwn(legend, mark)));
  const legends = given.supposes("cutoffs") ? [own, ...rivals.filter((legend) => JSON.stringify(legend) !== JSON.stringify(own))] : [own];
  const { brackets } = model.published;
  const stated = brackets === "z" || brackets === "t" ? "z" : brackets === "p" ? "p" : "se";
  const places: Reading["brackets"][] = given.supposes("brackets", model.id) ? [stated, ...(["se", "z", "p"] as const).filter((one) => one !== stated)] : [stated];
  const ratios = given.supposes("scale", model.id) ? [model.scale === "oddsRatio", model.scale !== "oddsRatio"] : [model.scale === "oddsRatio"];
  return legends.flatMap((cutoffs) => places.flatMap((place) => ratios.flatMap((oddsRatios) =>
    (oddsRatios && place === "se" ? (["delta", "own", "exponentiated"] as const) : (["own"] as const)).map((errors) => ({ cutoffs, brackets: place, oddsRatios, errors })))));
}

/** By what curve this model's statistics turn into p: z for logits, t where the table says so, open where design or kind leaves it open. */
export function tailOf(given: Given, { n, rows, isLogit, id }: PrintedModel): Tail {
  const df = n === undefined ? undefined : Math.max(1, n - rows.length);
  const byT = given.table.statistic === "t";
  if (byT && df !== undefined && isLogit && !given.supposes("statistic", id) && given.rowsAreCounted) return { most: df, least: df, likeliest: df };
  const open = byT || !isLogit || given.supposes("statistic", id) || given.said.has("survey") || given.said.has("imputation") || given.said.has("resampling");
  // A t curve has heavier ends than the normal, so that p is at least the normal's; with few clusters or strata, much more.
  return open ? { least: 1, ...(df !== undefined && { likeliest: df }) } : {};
}

/** The standard error of the estimate (of the log of an odds ratio) under a reading. */
export function errorOf({ se, coef }: PrintedRow, { brackets, oddsRatios, errors }: Reading): Interval | undefined {
  if (se === undefined || brackets !== "se") return undefined;
  if (!oddsRatios || errors === "own") return se;
  if (errors === "exponentiated") {
    const log = logOf(se);
    return log && log.upper >= 0 ? { lower: Math.max(0, log.lower), upper: log.upper } : undefined;
  }
  return coef.upper <= 0 ? undefined : { lower: se.lower / coef.upper, upper: coef.lower > 0 ? se.upper / coef.lower : Infinity };
}

/** |b|/se over the box of both. */
export function ratioOf(b: Interval, se: Interval): Interval {
  const size = magnitudeOf(b);
  return { lower: size.lower === 0 ? 0 : size.lower / se.upper, upper: se.lower > 0 ? size.upper / se.lower : Infinity };
}

const scaleOf = (reading: Reading): "oddsRatio" | "logOdds" => (reading.oddsRatios ? "oddsRatio" : "logOdds");

/** |z| from the estimate and its standard error. */
export function statisticFromError(row: PrintedRow, reading: Reading): Interval | undefined {
  const b = estimateOf(row, scaleOf(reading));
  const se = errorOf(row, reading);
  return b && se && ratioOf(b, se);
}

/**
 * The most direct evidence for a cell's p: p itself, else the printed statistic, else estimate over standard error, else
 * estimate over the half width of its confidence limits. `likelyP` and `face` serve the verdicts short of "inconsistent".
 */
export function evidenceOf(row: PrintedRow, reading: Reading, tail: Tail, level: number): Evidence | undefined {
  const { beside } = row;
  const atFace = (text: string | undefined) => (text === undefined || text.startsWith("<") ? undefined : Math.abs(Number(text)));
  if (beside.p) return { from: "p", p: beside.p, likelyP: beside.p, face: atFace(row.row.p) };
  if (reading.brackets === "p" && row.se) return { from: "p", p: row.se, likelyP: row.se, face: atFace(row.row.se) };
  const inPlace = reading.brackets === "z" ? row.se : undefined;
  const printed = beside.z ?? beside.t ?? inPlace;
  if (printed) {
    const face = atFace(beside.z ? row.row.z : beside.t ? row.row.t : row.row.se)!;
    return fromStatistic(beside.z ? "z" : beside.t ? "t" : "z", magnitudeOf(printed), face, tail);
  }
  if (beside.wald) {
    const root = { lower: Math.sqrt(Math.max(0, beside.wald.lower)), upper: Math.sqrt(Math.max(0, beside.wald.upper)) };
    return fromStatistic("wald", root, Math.sqrt(Math.max(0, Number(row.row.wald))), tail);
  }
  const fromError = statisticFromError(row, reading);
  if (fromError) return fromStatistic("se", fromError, faceRatio(row, reading), tail);
  const limits = limitsOf(row, reading);
  const b = estimateOf(row, scaleOf(reading));
  if (!limits || !b) return undefined;
  const q = 2 * normalQuantile((1 + level) / 2);
  const width = { lower: Math.max(0, limits.upper.lower - limits.lower.upper) / q, upper: (limits.upper.upper - limits.lower.lower) / q };
  return width.upper > 0 && Number.isFinite(width.upper) ? fromStatistic("limits", ratioOf(b, width), undefined, tail) : undefined;
}

function fromStatistic(from: Evidence["from"], statistic: Interval, face: number | undefined, { most, least, likeliest }: Tail): Evidence {
  const p = (lower: number | undefined, upper: number | undefined) => ({ lower: twoSidedT(statistic.upper, lower), upper: twoSidedT(statistic.lower, upper) });
  return { from, statistic, p: p(most, least), likelyP: p(likeliest, likeliest), face: face === undefined ? undefined : twoSidedT(face, likeliest) };
}

/** |estimate|/standard error at the printed face values; none where the error is printed as 0. */
function faceRatio({ row }: PrintedRow, { oddsRatios, errors }: Reading): number | undefined {
  const [coef, se] = [Number(row.coef), Number(row.se)];
  const b = oddsRatios ? Math.log(coef) : coef;
  const error = !oddsRatios || errors === "own" ? se : errors === "delta" ? se / coef : Math.log(se);
  return error > 0 && Number.isFinite(b) ? Math.abs(b) / error : undefined;
}

/** Confidence limits on the scale of the estimate. Beside a log-odds with its odds ratio they are the ratio's, unless only the log-odds lies in them. */
export function limitsOf(row: PrintedRow, reading: Reading): { readonly lower: Interval; readonly upper: Interval } | undefined {
  const { lower, upper, oddsRatio } = row.beside;
  if (!lower || !upper) return undefined;
  const ofRatio = reading.oddsRatios || (oddsRatio !== undefined && lower.upper >= 0 && (holds(lower, oddsRatio, upper) || !holds(lower, row.coef, upper)));
  if (!ofRatio) return { lower, upper };
  const [low, high] = [logOf(lower), logOf(upper)];
  return low && high && { lower: low, upper: high };
}

/** Can a value lie between two limits, as printed? */
export const holds = (lower: Interval, value: Interval, upper: Interval): boolean => lower.lower <= value.upper && value.lower <= upper.upper;

/** The confidence levels that a table's limits may have: the printed one, else 95%; where nothing printed says it, the three in use. */
export function levelsOf(given: Given, { published, id }: PrintedModel): readonly number[] {
  if (published.confidence !== undefined) return [Number(published.confidence) / 100];
  return given.supposes("confidence", id) || given.table.unused !== undefined ? [0.95, 0.9, 0.99] : [0.95];
}
