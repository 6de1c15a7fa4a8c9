import type { Packed } from "../models/matrix";
import { twoSidedP } from "../models/numeric/normal";
import { orthogonalise } from "../models/numeric/orthogonal";
import { type RepeatedCovariance, RepeatedFit } from "../models/repeated/repeatedFit";
import type { Arena } from "./arena";
import { fitPlanned, tooFewEvents } from "./fitPlanned";
import type { NullCurve } from "./nullCurve";
import type { NullShift } from "./nullShifts";
import { designOf, pick, type PlannedFit } from "./plannedFit";

/** One universe in one draw. */
export interface Refitted {
  readonly estimate: number;
  readonly standardError: number;
  readonly p: number;
}

/** Universes that differ in covariance alone: one maximum serves them. */
interface SameMaximum {
  readonly plan: PlannedFit;
  readonly members: readonly { readonly at: number; readonly plan: PlannedFit; readonly place: number; readonly sign: 1 | -1 }[];
}

/**
 * Refits all universes of a curve to draws of its outcomes.
 *
 * From each estimate is taken, to first order, what the draw's own null model differs from the one drawn from (`nullShifts`).
 *
 * @param drawn  for each draw the outcomes, by their columns
 * @param shifts for each draw what its null model changes; null where it has none; left out, nothing is taken from estimates
 * @returns for each draw all universes in their order; null where one of them could not be fitted
 */
export function refitAll({ arena, fits }: Pick<NullCurve, "arena" | "fits">, drawn: readonly ReadonlyMap<number, Float64Array>[], shifts: readonly (NullShift | null)[] = []): (Refitted[] | null)[] {
  const found: (Refitted[] | null)[] = drawn.map((_, d) => (shifts[d] === null ? null : []));
  for (const same of sameMaxima(fits)) {
    const rows = arena.rows[same.plan.rows];
    const offset = same.plan.family === "binomial" ? 1 : 0;
    const { again, responses } = repeatedOf(arena, same.plan, same.members[0].place + offset, shifts.length > 0);
    const covariances = same.members.map(({ plan }) => covarianceOf(arena, plan, rows));
    drawn.forEach((outcomes, d) => {
      const into = found[d];
      if (into === null) return;
      const outcome = outcomes.get(same.plan.outcome)!;
      const y = pick(outcome, rows);
      if (tooFewEvents(y, same.plan)) {
        found[d] = null;
        return;
      }
      const sure = again.fit(y);
      const shift = shiftOf(responses, shifts[d]?.get(same.plan.outcome), rows);
      if (shift === null) {
        found[d] = null;
        return;
      }
      for (const [m, { at, plan, place, sign }] of same.members.entries()) {
        const one = sure ? { estimate: again.estimate(place + offset), standardError: again.standardError(place + offset, covariances[m]) } : exactly(arena, plan, place, outcome);
        if (one === null) {
          found[d] = null;
          return;
        }
        const estimate = one.estimate - shift;
        into[at] = { estimate: sign * estimate, standardError: one.standardError, p: twoSidedP(estimate / one.standardError) };
      }
    });
    again.release();
  }
  return found;
}

/**
 * A universe's design for refitting, and how the estimate of its term responds at the fit as observed; none where that is not
 * sure. Other columns that are nearly dependent (a year beside its square) are replaced by what they span: the estimate of the
 * term and its standard errors are those of the span.
 */
function repeatedOf(arena: Arena, plan: PlannedFit, focal: number, shifted: boolean): { again: RepeatedFit; responses: readonly Float64Array[] } {
  const rows = arena.rows[plan.rows];
  const X = designOf(arena, plan, rows);
  const fitOf = (design: Packed): RepeatedFit => new RepeatedFit({ family: plan.family, link: plan.link, X: design, levels: plan.levels ?? [0, 1] });
  const plain = fitOf(X);
  if (!shifted) return { again: plain, responses: [] };
  const observed = pick(arena.columns[plan.outcome], rows);
  if (plain.fit(observed)) return { again: plain, responses: plain.responses(focal) };
  plain.release();
  const again = fitOf(withOthersApart(X, focal, plan.family === "binomial" ? 1 : 0));
  return { again, responses: again.fit(observed) ? again.responses(focal) : [] };
}

/** The design with all columns but the constants before `first` and the focal one made orthonormal, each in its place. */
function withOthersApart({ values, rows, columns }: Packed, focal: number, first: number): Packed {
  const others = Array.from({ length: columns - first }, (_, j) => j + first).filter((j) => j !== focal);
  const { Q } = orthogonalise([new Float64Array(rows).fill(1), ...others.map((j) => Float64Array.from({ length: rows }, (_, i) => values[i * columns + j]))]);
  const apart = values.slice();
  others.forEach((j, q) => Q[q + 1].forEach((value, i) => (apart[i * columns + j] = value)));
  return { values: apart, rows, columns };
}

/**
 * Σ over people and cuts of the estimate's response times the change of the probability to be above the cut; null where they do
 * not go together: a universe that was not surely fitted as observed, or whose people lack a level.
 */
function shiftOf(responses: readonly Float64Array[], changes: readonly Float64Array[] | undefined, rows: Int32Array): number | null {
  if (changes === undefined) return 0;
  if (changes.length !== responses.length) return null;
  let shift = 0;
  responses.forEach((response, cut) => {
    const change = changes[cut];
    for (let i = 0; i < rows.length; i++) shift += response[i] * change[rows[i]];
  });
  return shift;
}

function exactly(arena: Arena, plan: PlannedFit, place: number, outcome: Float64Array): { estimate: number; standardError: number } | null {
  const fitted = fitPlanned(arena, plan, outcome);
  return "refused" in fitted ? null : { estimate: fitted.estimate[place], standardError: fitted.standardError[place] };
}

function sameMaxima(fits: NullCurve["fits"]): SameMaximum[] {
  const by = new Map<string, { plan: PlannedFit; members: SameMaximum["members"][number][] }>();
  fits.forEach(({ plan, place, sign }, at) => {
    const key = JSON.stringify([plan.family, plan.link, plan.outcome, plan.rows, plan.levels, plan.columns]);
    if (!by.has(key)) by.set(key, { plan, members: [] });
    by.get(key)!.members.push({ at, plan, place, sign });
  });
  return [...by.values()];
}

function covarianceOf({ columns }: Arena, { covariance, clusters }: PlannedFit, rows: Int32Array): RepeatedCovariance {
  if (covariance === "classical" || covariance === "HC1") return covariance;
  const labels = pick(columns[clusters!], rows);
  const known = [...new Set(labels)];
  return { clusters: Int32Array.from(labels, (label) => known.indexOf(label)), count: known.length };
}
