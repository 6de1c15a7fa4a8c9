/**
 * Softmax: turns counts into probabilities that sum to 1, pᵢ = e^xᵢ / Σ e^xⱼ.
 *
 * The largest count is taken off first: it changes nothing, and e^x cannot overflow. Equal counts get equal
 * probabilities to the last bit.
 */
export function softmax(counts: readonly number[]): number[] {
  const largest = Math.max(...counts);
  const weights = counts.map((count) => Math.exp(count - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
