/**
 * Log-likelihood of the model without terms, in closed form: Σ nⱼ log(nⱼ/n) over the outcome's levels.
 * True for any link and for both families, as long as there is no offset.
 */
export function nullLogLik(counts: readonly number[]): number {
  const n = counts.reduce((a, b) => a + b, 0);
  return counts.reduce((sum, count) => (count > 0 ? sum + count * Math.log(count / n) : sum), 0);
}
