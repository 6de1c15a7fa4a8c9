import { differenceOf, withHolm } from "../models/hypotheses/difference";
import type { Interval } from "../published/printedNumber";
import type { PublishedTable } from "../published/publishedTable";
import type { AuditOptions } from "./options";
import { asPair, printedInterval, printedIntervalAboveZero, type Rounding } from "./printedInterval";
import type { PrintedModel } from "./printedModel";

export interface GroupDifference {
  readonly term: string;
  readonly a: string;
  readonly b: string;
  readonly difference: number;
  readonly z: number;
  readonly p: number;
  /** Holm's, over all terms that this pair shares. */
  readonly pHolm: number;
  readonly zInterval: readonly [number, number];
}

type Cell = { readonly coef: string; readonly se: string };

/**
 * Do two independent groups differ in a coefficient?
 *
 * Method    z = (a − b)/√(se_a² + se_b²); Holm over the terms that a pair shares.
 * Source    Clogg, Petkova & Haritou (1995); Holm (1979). That "starred here, not there" is no test: Gelman & Stern (2006).
 * Never says inconsistent: a difference is a matter of evidence, not of arithmetic. It says "consistent" where a
 *           difference that the stars suggest is significant by itself (or none is suggested), else "cannot-tell".
 * Assumes   independent groups, model-based SEs. Logit coefficients also differ where only the unexplained variance
 *           does (Allison 1999): a significant z is not yet a different effect.
 *
 * @example groupDifference({ coef: "-1.685", se: "0.837" }, { coef: "0.547", se: "0.369" }).z.toFixed(2)  // "-2.44"
 * @example groupDifference({ coef: "0.423", se: "0.414" }, { coef: "0.535", se: "0.233" }).p < 0.05  // false
 */
export function groupDifference(a: Cell, b: Cell, rounding: Rounding = "any"): { difference: number; z: number; p: number; zInterval: Interval } {
  const { difference, z, p } = differenceOf(asEstimated(a), asEstimated(b));
  return { difference, z, p, zInterval: zIntervalOf(a, b, rounding) };
}

const asEstimated = ({ coef, se }: Cell) => ({ estimate: Number(coef), standardError: Number(se) });

function zIntervalOf(a: Cell, b: Cell, rounding: Rounding): Interval {
  const [ca, cb] = [printedInterval(a.coef, rounding), printedInterval(b.coef, rounding)];
  const [sa, sb] = [printedIntervalAboveZero(a.se, rounding), printedIntervalAboveZero(b.se, rounding)];
  const narrow = Math.hypot(sa.lower, sb.lower);
  const wide = Math.hypot(sa.upper, sb.upper);
  const [low, high] = [ca.lower - cb.upper, ca.upper - cb.lower];
  // A numerator below 0 is furthest out over the narrow denominator; above 0, over the wide one it is nearest.
  return { lower: ratio(low, low < 0 ? narrow : wide), upper: ratio(high, high < 0 ? wide : narrow) };
}

/** A standard error printed as 0 may be anything down to 0: the ratio then has no bound, but 0 stays 0. */
const ratio = (numerator: number, denominator: number): number => (numerator === 0 ? 0 : numerator / denominator);

/** A table's models, and which of them were asked to be held against each other. */
interface Asked {
  readonly table: PublishedTable;
  readonly options: AuditOptions;
  readonly models: ReadonlyMap<string, PrintedModel>;
}

/** Every pair of groups: the parts of every pooled model, and the pairs asked for. */
export function pairsOf({ table, options, models }: Asked): (readonly [PrintedModel, PrintedModel])[] {
  const parts = (table.pooled ?? []).flatMap(({ parts: ids }) => ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const)));
  const seen = new Set<string>();
  return [...parts, ...(options.pairs ?? [])].flatMap(([a, b]) => {
    const key = JSON.stringify([a, b].sort());
    const pair = [models.get(a), models.get(b)] as const;
    if (seen.has(key) || !pair[0] || !pair[1]) return [];
    seen.add(key);
    return [[pair[0], pair[1]]];
  });
}

/** May two models' coefficients be held against each other? */
export const comparable = (a: PrintedModel, b: PrintedModel): boolean =>
  a.family === b.family && a.scale === b.scale && (a.scale === "logOdds" || a.scale === "marginalEffect");

/** The tested difference of every term that a pair shares, standard errors and all. */
export const groupDifferencesOf = (asked: Asked): GroupDifference[] =>
  pairsOf(asked).filter(([a, b]) => comparable(a, b)).flatMap(([a, b]) => differencesOf(a, b, asked.options.rounding));

function differencesOf(a: PrintedModel, b: PrintedModel, rounding?: Rounding): GroupDifference[] {
  return withHolm(a.rows.flatMap(({ row }) => {
    const other = b.row(row.term)?.row;
    if (other?.se === undefined || row.se === undefined) return [];
    // Two standard errors printed as 0 leave nothing to divide by.
    return Math.hypot(Number(row.se), Number(other.se)) > 0 ? [{ term: row.term, a: a.id, b: b.id, ...groupDifference({ coef: row.coef, se: row.se }, { coef: other.coef, se: other.se }, rounding) }] : [];
  })).map(({ zInterval, ...test }) => ({ ...test, zInterval: asPair(zInterval) }));
}
