import { dictionary } from "../published/dictionary";
import type { PublishedModel, PublishedTable } from "../published/publishedTable";
import { eventCounts, type PrintedFit } from "./eventCounts";
import { type Assignment, linkedCounts, type Pool } from "./linkedCounts";
import type { Rounding } from "./printedInterval";
import { PSEUDO_R2_DEFINITIONS, type PseudoR2Definition } from "./pseudoR2Definitions";
import { slopesOf } from "./words";

/** A definition that every model allows, with all counts left to each, the larger of each mirrored two. */
export interface Candidate {
  readonly definition: PseudoR2Definition;
  readonly events: Readonly<Record<string, readonly number[]>>;
}

/**
 * Which pseudo R² does a table print, and how many events had its models?
 *
 * Method    for each definition, the event counts that give each model's printed R² from its printed log-likelihood
 *           (`eventCounts`); a definition is out where a model has none, or where the counts of parts and whole
 *           cannot add up (`linkedCounts`).
 * Source    Veall & Zimmermann (1996) for the definitions.
 * Inconsistent means: (a) the log-likelihood is below n·log(1/2), or R² above what any of the eight reaches at the most
 *           even split (`attainableR2` has the proof); or (b) the table names its definition and no event count gives
 *           the printed R². Both were tried over every value that rounding to the nearest or truncation leaves, and
 *           over every event count, so no data have these numbers.
 * Assumes   a binary logit by maximum likelihood with a constant, unweighted, and an R² that is one of the eight.
 *
 * @example definitionsLeft({ models: { A: { family: "binary logit", n: 187, logLik: "-106.527", pseudoR2: "0.257", rows: [] } } }).map((left) => left.definition)  // ["nagelkerke"]
 * @example definitionsLeft({ models: { A: { family: "binary logit", n: 187, logLik: "-106.527", pseudoR2: "0.557", rows: [] } } })  // []
 */
export function definitionsLeft(table: PublishedTable, rounding: Rounding = "nearest", without?: string): Candidate[] {
  const fits = printedFits(table, without);
  if (Object.keys(fits).length === 0) return [];
  return PSEUDO_R2_DEFINITIONS.flatMap((definition) => {
    const counts: Record<string, number[]> = dictionary([]);
    for (const [id, fit] of Object.entries(fits)) {
      counts[id] = eventCounts(definition, fit, rounding);
      if (counts[id].length === 0) return [];
    }
    const groups = linkedCounts(counts, sizesOf(fits), poolsOf(table));
    if (groups.some((assignments) => assignments.length === 0)) return [];
    return [{ definition, events: countsIn(groups, fits, counts) }];
  });
}

/** Models of which enough is printed. */
export function printedFits(table: PublishedTable, without?: string): Record<string, PrintedFit> {
  return dictionary(Object.entries(table.models).flatMap(([id, model]) => {
    const fit = id === without ? undefined : printedFit(model);
    return fit ? [[id, fit] as const] : [];
  }));
}

/** Beyond this, hundreds of thousands of counts give any R²: trying them tells nothing. */
const MOST_ROWS = 500_000;

export function printedFit(model: PublishedModel): PrintedFit | undefined {
  if (model.family !== "binary logit" || !model.logLik || !model.pseudoR2 || model.n === undefined || model.n > MOST_ROWS) return undefined;
  return { n: model.n, logLik: model.logLik, pseudoR2: model.pseudoR2, slopes: slopesOf(model).length };
}

export const sizesOf = (fits: Readonly<Record<string, PrintedFit>>): Record<string, number> =>
  dictionary(Object.entries(fits).map(([id, { n }]) => [id, n]));

/** Parts whose n do not add up to the whole's share no rows that could be counted (check 2 says so). */
export const poolsOf = (table: PublishedTable): Pool[] =>
  (table.pooled ?? []).filter(({ whole, parts }) => table.models[whole].n === parts.reduce((sum, part) => sum + (table.models[part].n ?? NaN), 0));

/** The counts that stand in some assignment; a model that none speaks of keeps all of its own. */
function countsIn(groups: readonly Assignment[][], fits: Readonly<Record<string, PrintedFit>>, own: Readonly<Record<string, readonly number[]>>): Record<string, number[]> {
  return dictionary(Object.entries(fits).map(([id, { n }]) => {
    const all = groups.flat().flatMap((assignment) => (Object.hasOwn(assignment, id) ? [Math.max(assignment[id], n - assignment[id])] : []));
    return [id, [...new Set(all.length > 0 ? all : own[id])].sort((a, b) => a - b)];
  }));
}
