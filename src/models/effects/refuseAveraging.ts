import type { Matrix } from "../matrix";

/**
 * Sees to it that rows can be averaged over: what is no number would come out as one.
 *
 * @throws {RangeError} a cell, weight or offset that is none, a row of another width, weights or offset not as many as rows
 */
export function refuseAveraging(at: Matrix, { weights, offset }: { readonly weights?: readonly number[] | undefined; readonly offset?: readonly number[] | undefined }): void {
  for (const [name, values] of Object.entries({ weights, offset })) {
    if (values && values.length !== at.length) throw new RangeError(`${name} has ${values.length} values for ${at.length} rows`);
  }
  at.forEach((row, i) => {
    if (row.length !== at[0].length) throw new RangeError(`row ${i + 1} of the design has ${row.length} columns, not ${at[0].length}`);
    for (let j = 0; j < row.length; j++) if (!Number.isFinite(row[j])) throw new RangeError(`row ${i + 1}, column ${j + 1} of the design is ${row[j]}, not a finite number`);
    if (weights && !(Number.isFinite(weights[i]) && weights[i] >= 0)) throw new RangeError(`row ${i + 1} has weight ${weights[i]} (expected 0 or more)`);
    if (offset && !Number.isFinite(offset[i])) throw new RangeError(`row ${i + 1} has offset ${offset[i]} (expected a number)`);
  });
}
