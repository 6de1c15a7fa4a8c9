import { noted } from "../faults/noted";
import type { Matrix, Packed } from "./matrix";
import { checkPacked, isPacked, pack } from "./matrix";
import { type Observations, total } from "./observations";
import { RefusedModel } from "./refusedModel";
import { said } from "../faults/said";

/** Told with a fit where the third answer was given. */
export const TOO_CLOSE = noted`whether the data are separated was too close to call`;

/** The data overlap, so there is a maximum, but Newton's method did not get there. */
export const OUT_OF_REACH = "the likelihood's maximum was not reached: it is as good as flat there, as where data are nearly separated. Drop a term or merge a category.";

/** A design packed, its columns being those of the terms. @throws {RefusedModel | RangeError} */
export function packedColumns(X: Matrix | Packed, terms: readonly string[], kept?: readonly number[]): Packed {
  const columns = isPacked(X) ? X.columns : X[0]?.length ?? terms.length;
  if (columns !== terms.length) throw new RangeError(`the design has ${columns} columns for ${terms.length} terms`);
  if (new Set(terms).size < terms.length) {
    const repeated = terms.find((term, j) => terms.indexOf(term) !== j)!;
    throw new RefusedModel("bad-input", [repeated], said`${repeated} is named twice among the terms`);
  }
  return isPacked(X) ? select(checkPacked(X), kept) : pack(X, kept);
}

/** Some columns of a packed design. */
function select(X: Packed, kept?: readonly number[]): Packed {
  if (!kept || kept.length === X.columns) return X;
  const values = new Float64Array(X.rows * kept.length);
  for (let i = 0, to = 0; i < X.rows; i++) for (const j of kept) values[to++] = X.values[i * X.columns + j];
  return { rows: X.rows, columns: kept.length, values };
}

/** Refuses as many parameters as rows; a row of weight 100 is as good as a hundred. */
export function refuseTooFewRows(seen: Observations, parameters: number): void {
  const rows = Math.max(seen.y.length, Math.floor(total(seen)));
  if (rows <= parameters) throw new RefusedModel("bad-input", [], said`${rows} rows cannot estimate ${parameters} parameters (at least ${parameters + 1} are needed)`);
}

export const refuseConstantOutcome = (outcome: string | number, rows: number): never => {
  throw new RefusedModel("constant-outcome", [], said`the outcome is ${outcome} in all ${rows} rows: there is nothing to explain`);
};
