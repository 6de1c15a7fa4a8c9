import type { Matrix, Packed } from "./matrix";
import { packedColumns, refuseConstantOutcome, refuseTooFewRows } from "./modelChecks";
import { countLevels, type Observations, observe, type RowOptions } from "./observations";
import { RefusedModel } from "./refusedModel";
import { either, said } from "../faults/said";
import { type Standardised, standardise } from "./standardise";

/** An outcome's level as the user names it. */
export type Level = string | number;

/** The data of an ordered model. */
export interface OrderedData {
  /** Slopes only, as given. */
  readonly design: Packed;
  readonly seen: Observations;
  readonly slopes: readonly string[];
  /** The design standardised, when it is first asked for. */
  readonly standardised: () => Standardised;
}

/** Checks the data of an ordered model and brings them into the form the likelihood takes. */
export function orderedData(X: Matrix | Packed, y: readonly Level[], terms: readonly string[], levels: readonly Level[], options: RowOptions): OrderedData {
  const slopes = terms.filter((term) => term !== "const");
  const kept = slopes.map((term) => terms.indexOf(term));
  const { X: design, seen } = observe(packedColumns(X, terms, kept), levelIndices(y, levels, options), options);
  refuseOrdered(design, seen, levels);
  return withStandardised(design, seen, slopes);
}

/** The same of rows that have been checked. */
export function withStandardised(design: Packed, seen: Observations, slopes: readonly string[]): OrderedData {
  let made: Standardised | undefined;
  return { design, seen, slopes, standardised: () => (made ??= standardise(design, undefined)) };
}

/** Refuses an outcome with a level nobody has, or with one level, and fewer rows than parameters. */
export function refuseOrdered(design: Packed, seen: Observations, levels: readonly Level[]): void {
  const counts = countLevels(seen, levels.length);
  const observed = levels.filter((_, j) => counts[j] > 0);
  if (observed.length < 2) refuseConstantOutcome(observed[0], seen.y.length);
  const empty = levels.filter((_, j) => counts[j] === 0);
  if (empty.length > 0) throw new RefusedModel("bad-input", [], said`no row has outcome ${either(empty.map(String))}: leave the level out, or merge it with its neighbour`);
  refuseTooFewRows(seen, design.columns + levels.length - 1);
}

/** `1|2`, `2|3`, …: what lies between two neighbouring levels. */
export const thresholdNames = (levels: readonly Level[]): string[] => levels.slice(1).map((level, j) => `${levels[j]}|${level}`);

export const noColumns = (rows: number): Packed => ({ rows, columns: 0, values: new Float64Array(0) });

function levelIndices(y: readonly Level[], levels: readonly Level[], { rows }: RowOptions): Float64Array {
  const index = new Map(levels.map((level, j) => [level, j]));
  if (index.size < levels.length) throw new RefusedModel("bad-input", [], said`a level is named twice (${levels.join(", ")})`);
  return Float64Array.from(y, (value, i) => {
    const j = index.get(value);
    if (j === undefined) {
      const row = rows?.[i] ?? i + 1;
      throw new RefusedModel("bad-input", [], said`row ${row} has outcome ${value}, which is not among the levels (${levels.join(", ")})`, [row]);
    }
    return j;
  });
}
