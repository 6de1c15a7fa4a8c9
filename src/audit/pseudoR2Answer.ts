import { dictionary } from "../published/dictionary";
import type { PublishedTable } from "../published/publishedTable";
import { type Candidate, definitionsLeft, poolsOf, printedFits, sizesOf } from "./definitionsLeft";
import { attainableR2, type PrintedFit } from "./eventCounts";
import { impliedShare } from "./impliedShare";
import { linkedCounts } from "./linkedCounts";
import type { Rounding } from "./printedInterval";
import { namedDefinition, type PseudoR2Definition } from "./pseudoR2Definitions";
import { settleMirror } from "./settleMirror";

export type EventCounts = Readonly<Record<string, number>>;

export interface PseudoR2Answer {
  /** The definition, where exactly one is left. */
  readonly definition: PseudoR2Definition | null;
  readonly candidates: readonly Candidate[];
  readonly events: EventCounts;
  readonly mirror: EventCounts;
  /** What tells the events from their mirror; null where nothing does (`events` are then the larger). */
  readonly settledBy: string | null;
  readonly settledByZh: string | null;
  /** The rounding under which the candidates stand. */
  readonly rounding: Rounding;
  /** Where no definition fits all models: those that fit all but one, and which one. */
  readonly exceptFor: readonly { readonly definition: PseudoR2Definition; readonly model: string }[];
  /** The most each definition can reach, by model. */
  readonly attainable: Readonly<Record<string, Readonly<Record<PseudoR2Definition, number>> | null>>;
}

/** Which pseudo R² a table prints and how many events its models had: by the definition that it names, where it does. */
export function pseudoR2Answer(table: PublishedTable, rounding: Rounding = "any"): PseudoR2Answer {
  const named = namedDefinition(table.pseudoR2Definition);
  // Almost all software rounds to the nearest: truncation is tried where that leaves nothing.
  const tried: Rounding[] = rounding === "any" ? ["nearest", "truncated"] : [rounding];
  const left = tried.map((one) => ({ rounding: one, candidates: definitionsLeft(table, one) }));
  const found = left.find(({ candidates }) => candidates.length > 0) ?? left[0];
  const ofName = found.candidates.filter(({ definition }) => definition === named);
  const candidates = ofName.length > 0 ? ofName : found.candidates;
  const fits = printedFits(table);
  const only = candidates.length === 1 ? candidates[0] : undefined;
  const settled = only ? settleMirror(linkedCounts(only.events, sizesOf(fits), poolsOf(table)), sizesOf(fits), (id) => impliedShare(table, id)) : undefined;
  return {
    definition: only?.definition ?? null,
    candidates,
    events: inOrder(fits, (id) => settled?.events[id]),
    mirror: inOrder(fits, (id) => settled && fits[id].n - settled.events[id]),
    settledBy: settled?.settledBy ?? null,
    settledByZh: settled?.settledByZh ?? null,
    rounding: found.rounding,
    exceptFor: candidates.length > 0 || Object.keys(fits).length < 2 ? [] : exceptions(table, Object.keys(fits)),
    attainable: dictionary(Object.entries(fits).map(([id, fit]) => [id, attainableR2(fit) ?? null] as const)),
  };
}

/** Counts by model, in the order of the table. */
const inOrder = (fits: Readonly<Record<string, PrintedFit>>, count: (id: string) => number | undefined): EventCounts =>
  dictionary(Object.keys(fits).flatMap((id) => {
    const events = count(id);
    return events === undefined ? [] : [[id, events] as const];
  }));

const exceptions = (table: PublishedTable, ids: readonly string[]): { definition: PseudoR2Definition; model: string }[] =>
  ids.flatMap((model) => definitionsLeft(table, "nearest", model).map(({ definition }) => ({ definition, model })));

