import { logit } from "../models/links/logit";
import { RepeatedFit } from "../models/repeated/repeatedFit";
import type { NullCurve } from "./nullCurve";
import type { NullOutcome } from "./nullModel";

/** By an outcome's column: by cut, then person, how the draw's own null model differs from the one it was drawn from. */
export type NullShift = ReadonlyMap<number, readonly Float64Array[]>;

/**
 * The null model refitted to each draw.
 *
 * A universe without a control that x goes with is off by as much as that control's effect; what is observed is off by the effect
 * that the null model finds in the very data. Draws would vary about it by how uncertain that effect is, too, and the test would
 * reject too seldom. So each draw is compared with the null model of its own, as the observed universes are with theirs.
 *
 * @returns null for a draw whose null model has no finite maximum: it is one that cannot be fitted
 */
export function nullShifts({ arena, drawn, derived }: NullCurve, draws: readonly ReadonlyMap<number, Float64Array>[]): (NullShift | null)[] {
  const shifts = draws.map((): Map<number, readonly Float64Array[]> | null => new Map());
  for (const model of drawn) {
    const again = new RepeatedFit(designOf(model));
    draws.forEach((outcomes, d) => {
      const [y, into] = [outcomes.get(model.outcome)!, shifts[d]];
      if (into === null) return;
      if (!again.fit(Float64Array.from(model.rows, (person) => y[person]))) return void (shifts[d] = null);
      const changes = changesOf(model, again.linear(), arena.people);
      into.set(model.outcome, changes);
      for (const { outcome, from, atLeast } of derived) if (from === model.outcome) into.set(outcome, [changes[model.levels.findIndex((level) => level >= atLeast) - 1]]);
    });
    again.release();
  }
  return shifts;
}

function designOf({ levels, rows, basis }: NullOutcome): ConstructorParameters<typeof RepeatedFit>[0] {
  const family = levels.length === 2 ? "binomial" : "ordered";
  const columns = family === "binomial" ? [new Float64Array(rows.length).fill(1), ...basis] : basis;
  const values = new Float64Array(rows.length * columns.length);
  columns.forEach((column, j) => column.forEach((value, i) => (values[i * columns.length + j] = value)));
  return { family, link: "logit", X: { rows: rows.length, columns: columns.length, values }, levels };
}

function changesOf({ rows, basis, above, levels }: NullOutcome, { slopes, cuts }: ReturnType<RepeatedFit["linear"]>, people: number): Float64Array[] {
  const first = levels.length === 2 ? 1 : 0;
  const eta = new Float64Array(rows.length);
  basis.forEach((column, j) => column.forEach((value, i) => (eta[i] += value * slopes[j + first])));
  return above.map((was, cut) => {
    const changes = new Float64Array(people);
    rows.forEach((person, i) => (changes[person] = logit.cdf(eta[i] - cuts[cut]) - was[person]));
    return changes;
  });
}
