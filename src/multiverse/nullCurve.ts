import type { Arena } from "./arena";
import type { Curve } from "./curves";
import { type NullOutcome, nullOutcome, peopleOf } from "./nullModel";
import type { Plan } from "./plan";
import type { PlannedFit } from "./plannedFit";

/** A binary outcome that is "at least so much" of an ordered one: it is not drawn again. */
export interface DerivedOutcome {
  readonly outcome: number;
  readonly from: number;
  readonly atLeast: number;
}

/** All that is needed to draw a curve where its term has no effect: plain values that a worker thread can be handed. */
export interface NullCurve {
  readonly arena: Arena;
  readonly fits: readonly { readonly plan: PlannedFit; readonly place: number; readonly sign: 1 | -1 }[];
  readonly drawn: readonly NullOutcome[];
  readonly derived: readonly DerivedOutcome[];
}

/**
 * A curve's null: the model of each outcome without the term, an ordered outcome first. A binary outcome that is in everybody
 * "at least so much" of an ordered one is derived from its draw.
 */
export function nullCurve({ arena, fits }: Plan, { distinct, term }: Curve): NullCurve {
  const planned = distinct.map(({ fit, sign }) => ({ plan: fits[fit!], place: fits[fit!].terms.indexOf(term), sign }));
  const focal = new Set(planned.map(({ plan, place }) => arena.alike[plan.columns[place]]));
  const outcomes = [...new Set(planned.map(({ plan }) => plan.outcome))];
  const withOutcome = (outcome: number) => planned.map(({ plan }) => plan).filter((plan) => plan.outcome === outcome);
  const ordered = outcomes.filter((outcome) => withOutcome(outcome).some(({ family }) => family === "ordered"));
  const drawn = ordered.map((outcome) => nullOutcome(arena, outcome, withOutcome(outcome), focal));
  const derived: DerivedOutcome[] = [];
  for (const outcome of outcomes.filter((one) => !ordered.includes(one))) {
    const rows = peopleOf(arena, withOutcome(outcome));
    const from = drawn.map((one) => ({ outcome, from: one.outcome, atLeast: stepOf(arena.columns[outcome], arena.columns[one.outcome], one.above[0], rows) }))
      .find(({ atLeast }) => atLeast !== undefined);
    if (from) derived.push(from as DerivedOutcome);
    else drawn.push(nullOutcome(arena, outcome, withOutcome(outcome), focal));
  }
  return { arena: { people: arena.people, columns: arena.columns, rows: arena.rows }, fits: planned, drawn, derived };
}

/** From which level of the ordered outcome on the binary one is 1, in everybody; undefined where it is no such step. */
function stepOf(binary: Float64Array, ordered: Float64Array, above: Float64Array, rows: ReadonlySet<number>): number | undefined {
  let [highestNo, lowestYes] = [-Infinity, Infinity];
  for (const i of rows) {
    if (Number.isNaN(above[i])) return undefined;
    if (binary[i] === 1) lowestYes = Math.min(lowestYes, ordered[i]);
    else highestNo = Math.max(highestNo, ordered[i]);
  }
  return highestNo < lowestYes ? lowestYes : undefined;
}
