/** Log-likelihood of a model without terms whose outcome has these counts, by level: Σ nⱼ log(nⱼ/n). */
export function logLikOfCounts(counts: readonly number[]): number {
  const n = counts.reduce((a, b) => a + b, 0);
  return counts.reduce((sum, count) => (count > 0 ? sum + count * Math.log(count / n) : sum), 0);
}
