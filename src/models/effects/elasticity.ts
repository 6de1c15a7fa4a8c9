import type { Fit } from "../fit";
import { averageChange, type Averaging, type Cells, type Change } from "./averageChange";
import { byOutcome, logarithm, type Measured, type Quantity } from "./curves";
import type { EffectVariable, Elasticity } from "./effect";

/** A step from 0 to 1 is no share of the variable: it has ln P at 1 less ln P at 0 only. */
export const hasElasticity = ({ change }: EffectVariable, elasticity: Elasticity | undefined): boolean =>
  elasticity === undefined || elasticity === "eydx" || change.kind === "slope";

/**
 * The weighted average over rows of an elasticity of each outcome's probability, with its gradient: every row has its own,
 * of its own probability, and they are averaged (as Stata's `margins, eyex()`; not the elasticity of the average).
 *
 * @throws {RangeError} where the rows averaged over have no weight
 * @throws {RefusedModel} bad-input, where a probability rounds to 0 in some row
 */
export function averageElasticity(
  fit: Fit, { change, values }: EffectVariable, elasticity: Elasticity, { weights, offset, rows, valuesOnly }: Averaging,
): { level?: string | number; measured: Measured }[] {
  const chosen = (rows ?? Array.from(change.at.keys())).filter((i) => (weights?.[i] ?? 1) > 0);
  const total = chosen.reduce((sum, i) => sum + (weights?.[i] ?? 1), 0);
  if (!(total > 0)) throw new RangeError("the rows averaged over have no weight");
  const sums: Measured[] = [];
  for (const i of chosen) {
    const times = ((weights?.[i] ?? 1) / total) * (elasticity === "eydx" ? 1 : values![i]);
    ofRow(fit, change, i, elasticity, { offset: offset && [offset[i]], valuesOnly }).forEach(({ value, gradient }, c) => {
      const before = sums[c] ?? { value: 0, rest: 0, gradient: new Array<number>(gradient.length).fill(0) };
      sums[c] = { value: before.value + times * value, rest: before.rest - times * value, gradient: gradient.map((g, j) => before.gradient[j] + times * g) };
    });
  }
  return (fit.levels ?? [undefined]).map((level, c) => ({ ...(level === undefined ? {} : { level }), measured: sums[c] }));
}

/** Of one row, for each outcome: dP/dx, or d ln P/dx, or the difference of ln P at the ends of a step. */
function ofRow(fit: Fit, change: EffectVariable["change"], i: number, elasticity: Elasticity, averaging: Averaging): Quantity[] {
  const row = change.at[i];
  if (change.kind === "step") {
    const [to, from] = [change.to, change.from].map((cells) => probabilities(fit, moved(row, change, cells, i), averaging).map(logarithm));
    return to.map((a, c) => ({ value: a.value - from[c].value, gradient: a.gradient.map((g, j) => g - from[c].gradient[j]) }));
  }
  const slope: Change = { kind: "slope", at: [row], along: (_, use) => change.along(i, use) };
  const slopes = byOutcome(fit, averageChange(fit, slope, averaging), 0).map(({ measured }) => measured);
  if (elasticity === "dyex") return slopes;
  const levels = probabilities(fit, row, averaging);
  return slopes.map(({ value, gradient }, c) => {
    const share = value / levels[c].value;
    const own = logarithm(levels[c]).gradient;
    return { value: share, gradient: gradient.map((g, j) => g / levels[c].value - share * own[j]) };
  });
}

const probabilities = (fit: Fit, row: readonly number[], averaging: Averaging): Measured[] =>
  byOutcome(fit, averageChange(fit, { kind: "none", at: [row] }, averaging), 1).map(({ measured }) => measured);

function moved(row: readonly number[], { columns }: { readonly columns: readonly number[] }, cells: Cells, i: number): number[] {
  const other = row.slice();
  for (const column of columns) other[column] = 0;
  cells(i, (column, value) => (other[column] = value));
  return other;
}
