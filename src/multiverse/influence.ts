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
  const has = (decision: string, option: string): number[] => distinct.flatMap(({ options }, i) => (options[decision] === option ? [i] : []));
  const indicators = decisions.flatMap((decision) => {
    const there = decision.options.map(({ id }) => ({ option: id, rows: has(decision.id, id) })).filter(({ rows }) => rows.length > 0);
    const against = there.find(({ option }) => option === paperOption(decision).id) ?? there[0];
    return there.filter((one) => one !== against).map((one) => ({ decision: decision.id, against: against.option, ...one }));
  });
  const rows = indicators.map((one) => one.rows);
  const estimates = distinct.map(({ estimate }) => estimate);
  const [onEstimate, onSignificant] = slopesOn(rows, [estimates, distinct.map(({ p }) => Number(p < SIGNIFICANT))]);
  const mean = estimates.reduce((sum, value) => sum + value, 0) / estimates.length;
  return indicators.map(({ decision, option, against, rows: own }, j) => ({
    model, term, decision, option, against, universes: own.length, estimate: onEstimate[j],
    percentOfMean: onEstimate[j] === null || mean === 0 ? null : (100 * onEstimate[j]) / Math.abs(mean), significant: onSignificant[j],
  }));
}

/** Less of an indicator's sum of squares left than this is rounding. */
const LEFT_OVER = 1e-9;

/**
 * Slopes of least squares on indicators (each the list of rows that have it) and a constant; null of those that others make up.
 * The table of cross products is swept, column after column.
 */
function slopesOn(indicators: readonly (readonly number[])[], outcomes: readonly (readonly number[])[]): (number | null)[][] {
  const [p, n] = [indicators.length, outcomes[0].length];
  const sets = indicators.map((rows) => new Set(rows));
  const table = indicators.map((a, i) => [
    ...indicators.map((b, j) => (i === j ? a.length : a.reduce((sum, row) => sum + Number(sets[j].has(row)), 0)) - (a.length * b.length) / n),
    ...outcomes.map((y) => a.reduce((sum, row) => sum + y[row], 0) - (a.length * y.reduce((sum, value) => sum + value, 0)) / n),
  ]);
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
  return outcomes.map((_, y) => table.map((row, i) => (apart[i] ? row[p + y] : null)));
}
