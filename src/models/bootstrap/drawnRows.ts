import type { Packed } from "../matrix";
import type { Observations } from "../observations";

/**
 * Brings together the rows that were drawn, each with its count as weight, in memory that is used again for the next
 * draw: what is returned is good until then.
 */
export function drawnRows({ rows, columns: k, values }: Packed, { y, offset, names }: Observations): (counts: ArrayLike<number>) => { design: Packed; seen: Observations } {
  const space = { values: new Float64Array(rows * k), y: new Float64Array(rows), weights: new Float64Array(rows), offset: new Float64Array(offset ? rows : 0) };
  const kept = new Int32Array(rows);
  return (counts) => {
    const drawn = pickDrawn(values, k, counts, kept, space.values);
    for (let row = 0; row < drawn; row++) {
      const i = kept[row];
      space.y[row] = y[i];
      space.weights[row] = counts[i];
      if (offset) space.offset[row] = offset[i];
    }
    return {
      design: { rows: drawn, columns: k, values: space.values.subarray(0, drawn * k) },
      seen: {
        y: space.y.subarray(0, drawn), weights: space.weights.subarray(0, drawn), offset: offset && space.offset.subarray(0, drawn),
        get names() { return Array.from(kept.subarray(0, drawn), (i) => names[i]); },
      },
    };
  };
}

/** Notes which rows were drawn, and copies them. A function of its own, which engines make fast. */
function pickDrawn(values: Float64Array, k: number, counts: ArrayLike<number>, kept: Int32Array, picked: Float64Array): number {
  let drawn = 0;
  for (let i = 0; i < kept.length; i++) if (counts[i] > 0) kept[drawn++] = i;
  for (let row = 0, to = 0; row < drawn; row++) {
    const end = (kept[row] + 1) * k;
    for (let from = end - k; from < end; from++) picked[to++] = values[from];
  }
  return drawn;
}
