/**
 * p-values adjusted for being the smallest of many, in the order given.
 *
 * @throws {RangeError} a number that is no p-value
 * Source: Holm (1979), Scandinavian J. Statistics 6; R `p.adjust(method = "holm")`.
 */
export function holm(p: readonly number[]): number[] {
  const wrong = p.findIndex((value) => typeof value !== "number" || !(value >= 0 && value <= 1));
  if (wrong >= 0) throw new RangeError(`${p[wrong]} is no p-value (expected numbers from 0 to 1)`);
  const order = [...p.keys()].sort((a, b) => p[a] - p[b]);
  const adjusted = new Array<number>(p.length);
  let largest = 0;
  order.forEach((i, rank) => {
    largest = Math.max(largest, Math.min(1, (p.length - rank) * p[i]));
    adjusted[i] = largest;
  });
  return adjusted;
}
