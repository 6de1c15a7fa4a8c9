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
    const picked = space.values;
    let drawn = 0;
    for (let i = 0, to = 0; i < rows; i++) {
      if (counts[i] === 0) continue;
      for (let j = 0, from = i * k; j < k; j++) picked[to++] = values[from++];
      space.y[drawn] = y[i];
      space.weights[drawn] = counts[i];
      if (offset) space.offset[drawn] = offset[i];
      kept[drawn++] = i;
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
