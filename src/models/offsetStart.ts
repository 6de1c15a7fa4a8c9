import type { Packed } from "./matrix";

/**
 * Parameters on orthogonal columns (of length √n) by which they take an offset back as far as they can, by least squares.
 * An ascent that begins there does not see what the columns share with the offset: at the model without terms a large
 * one would leave every row certain, and the likelihood flat.
 */
export function takingBack({ rows, columns, values }: Packed, offset: Float64Array): Float64Array {
  const back = new Float64Array(columns);
  for (let i = 0, at = 0; i < rows; i++) for (let j = 0; j < columns; j++) back[j] -= (values[at++] * offset[i]) / rows;
  return back;
}
