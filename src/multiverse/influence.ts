import { type CrossTable, crossTable } from "./crossTable";
import { type Curve, SIGNIFICANT } from "./curves";
import { type Decision, paperOption } from "./spec";

/** What an option does to a curve, the other decisions held: against the paper's option of its decision. */
export interface OptionInfluence {
  readonly model: string;
  readonly term: string;
  readonly decision: string;
  readonly option: string;
  /** The option it is compared with: the paper's, or, where no universe of the curve has that, the first one in the file that some has. */
  readonly against: string;
  /** Distinct universes of the curve that have the option. */
  readonly universes: number;
  /** Change of the estimate, in the estimate's unit; null where the option is never apart from others. */
  readonly estimate: number | null;
  /** The same in percent of the curve's mean estimate; null where that is 0, too. */
  readonly percentOfMean: number | null;
  /** Change of the share of universes with p < .05, from −1 to 1 and, where decisions are not crossed evenly, a little beyond; null as `estimate`. */
  readonly significant: number | null;
}

/**
 * Model influence: a regression of a curve's estimates (and of whether they are significant) on indicators of the options,
 * each distinct universe a row. With decisions crossed evenly it is the difference of two means.
 *
 * An option that only gives other numbers to the same likelihood has no distinct universes, and no row here.
 *
 * @returns every option that some distinct universe has, but for those they are compared with, in the order of the decisions
 * Source: Young & Holsteen (2017), Sociological Methods & Research 46(1), "model influence"; Stata `mrobust`. R `lm`, test/fixtures/influence.R.
 * @example influenceOf(spec.decisions, result.curves[0])[0] // {decision: "outcome", option: "ordered", estimate: −0.12, …}
 */
export function influenceOf(decisions: readonly Decision[], { model, term, distinct }: Curve): OptionInfluence[] {
  const counts = new Map(decisions.map(({ id }) => [id, new Map<string, number>()]));
  for (const { options } of distinct) for (const [id, count] of counts) count.set(options[id], (count.get(options[id]) ?? 0) + 1);
  const indicators = decisions.flatMap((decision) => {
    const there = decision.options.map(({ id }) => ({ option: id, universes: counts.get(decision.id)!.get(id) ?? 0 })).filter(({ universes }) => universes > 0);
    const against = there.find(({ option }) => option === paperOption(decision).id) ?? there[0];
    return there.filter((one) => one !== against).map((one) => ({ decision: decision.id, against: against.option, ...one }));
  });
  const places = new Map(decisions.map(({ id }) => [id, new Map(indicators.flatMap(({ decision, option }, place) => (decision === id ? [[option, place] as const] : [])))]));
  const estimates = distinct.map(({ estimate }) => estimate);
  const [onEstimate, onSignificant] = slopesOf(crossTable(places, distinct.map(({ options }) => options), [estimates, distinct.map(({ p }) => Number(p < SIGNIFICANT))]));
  const mean = estimates.reduce((sum, value) => sum + value, 0) / estimates.length;
  return indicators.map(({ decision, option, against, universes }, j) => ({
    model, term, decision, option, against, universes, estimate: onEstimate[j],
    percentOfMean: onEstimate[j] === null || mean === 0 ? null : (100 * onEstimate[j]) / Math.abs(mean), significant: onSignificant[j],
  }));
}

/** Less of an indicator's sum of squares left than this is rounding. */
const LEFT_OVER = 1e-9;

/** Slopes of least squares on indicators and a constant; null of those that others make up. The table is swept, column after column. */
function slopesOf({ cross, withOutcomes }: CrossTable): (number | null)[][] {
  const p = cross.length;
  const table = cross.map((row, i) => [...row, ...withOutcomes.map((sums) => sums[i])]);
  const spread = table.map((row, j) => row[j]);
  const swept = table.map((_, k) => {
    if (!(table[k][k] > LEFT_OVER * spread[k])) return false;
    const pivot = table[k].map((value) => value / table[k][k]);
    table.forEach((row, i) => {
      if (i === k) return;
      const share = row[k];
      if (share !== 0) for (let j = 0; j < row.length; j++) row[j] -= share * pivot[j];
    });
    table[k] = pivot;
    return true;
  });
  // A column that was not swept is, on those that were, what stands in it: none of them has an effect of its own.
  const apart = table.map((row, i) => swept[i] && swept.every((done, j) => done || Math.abs(row[j]) < LEFT_OVER));
  return withOutcomes.map((_, y) => table.map((row, i) => (apart[i] ? row[p + y] : null)));
}
