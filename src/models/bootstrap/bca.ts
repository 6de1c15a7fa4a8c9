import { normalCdf, normalQuantile } from "../numeric/normal";

/**
 * Bias-corrected and accelerated interval of one statistic.
 *
 * @param estimate   on the sample itself
 * @param replicates on each resample
 * @param influence  each row's (or group of rows') pull: by the jackknife, mean of the left-out values less the value
 * @returns undefined where all replicates lie on one side of the estimate, or nothing varies: then it has no BCa interval
 * Source: Efron (1987), JASA 82; interpolation between order statistics as R `boot::boot.ci`,
 * test/fixtures/models/bca.R.
 */
export function bcaInterval(estimate: number, replicates: readonly number[], influence: readonly number[], level = 0.95): [number, number] | undefined {
  const below = replicates.filter((value) => value < estimate).length / replicates.length;
  const spread = influence.reduce((sum, value) => sum + value * value, 0);
  if (below === 0 || below === 1 || spread === 0) return undefined;
  const bias = normalQuantile(below);
  const acceleration = influence.reduce((sum, value) => sum + value ** 3, 0) / (6 * spread ** 1.5);
  const sorted = [...replicates].sort((a, b) => a - b);
  const end = (tail: number): number => {
    const z = bias + normalQuantile(tail);
    return orderStatistic(sorted, normalCdf(bias + z / (1 - acceleration * z)));
  };
  return [end((1 - level) / 2), end((1 + level) / 2)];
}

/** The value at a share, between order statistics on the scale of normal quantiles; the extremes beyond them. */
function orderStatistic(sorted: readonly number[], share: number): number {
  const R = sorted.length;
  const rank = (R + 1) * share;
  const k = Math.floor(rank);
  if (k <= 0) return sorted[0];
  if (k >= R) return sorted[R - 1];
  if (k === rank) return sorted[k - 1];
  const [at, low, high] = [share, k / (R + 1), (k + 1) / (R + 1)].map(normalQuantile);
  return sorted[k - 1] + ((at - low) / (high - low)) * (sorted[k] - sorted[k - 1]);
}
