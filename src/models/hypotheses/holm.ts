/**
 * p-values adjusted for being the smallest of many, in the order given.
 * Source: Holm (1979), Scandinavian J. Statistics 6; R `p.adjust(method = "holm")`.
 */
export function holm(p: readonly number[]): number[] {
  const order = [...p.keys()].sort((a, b) => p[a] - p[b]);
  const adjusted = new Array<number>(p.length);
  let largest = 0;
  order.forEach((i, rank) => {
    largest = Math.max(largest, Math.min(1, (p.length - rank) * p[i]));
    adjusted[i] = largest;
  });
  return adjusted;
}
