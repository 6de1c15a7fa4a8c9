import { RefusedModel } from "../refusedModel";
import { bcaInterval } from "./bca";
import { unlessRefused } from "./replicates";
import { type Resampling, resamples } from "./resample";

/** With more rows than this, the jackknife leaves out groups of rows, so that there are no more of them. */
const MOST_LEFT_OUT = 400;

export interface Bootstrapped {
  /** One for each statistic. */
  readonly standardErrors: readonly number[];
  /** BCa; percentile where BCa has none. */
  readonly intervals: readonly (readonly [number, number])[];
  readonly covariance: readonly (readonly number[])[];
  /** Resamples in which the model was refused (separated, say); the rest make the numbers above. */
  readonly refused: number;
}

/**
 * Bootstrap of cases: standard errors, covariance and BCa intervals of whatever is computed from the counts of rows.
 *
 * @param n         rows
 * @param statistic the numbers wanted, from how often each row is in the sample
 * @throws {RefusedModel} not-converged, where fewer than half of the resamples could be fitted
 * Source: Efron & Tibshirani (1993) §6, §14.
 */
export function bootstrap(n: number, statistic: (counts: readonly number[]) => number[], options: Resampling): Bootstrapped {
  const base = Array.from({ length: n }, (_, i) => options.counts?.[i] ?? 1);
  const replicates: (number[] | undefined)[] = [];
  for (const counts of resamples(n, options)) replicates.push(unlessRefused(() => statistic(Array.from(counts))));
  return summarise(base, statistic, replicates, options);
}

/**
 * Standard errors, intervals and covariance from what every resample gave.
 *
 * @param base       how often each row is in the sample itself
 * @param replicates the statistics of each resample; undefined where the model was refused
 */
export function summarise(
  base: readonly number[], statistic: (counts: readonly number[]) => number[], replicates: readonly (number[] | undefined)[], { strata }: Resampling,
): Bootstrapped {
  const estimates = statistic(base);
  const kept = replicates.filter((values) => values !== undefined);
  const refused = replicates.length - kept.length;
  if (kept.length < replicates.length / 2) {
    throw new RefusedModel("not-converged", [], `the model was refused in ${refused} of ${replicates.length} resamples: the sample is too small to bootstrap`);
  }
  const influences = jackknife(base, statistic, strata);
  const columns = estimates.map((_, j) => kept.map((values) => values[j]));
  return {
    standardErrors: columns.map((column) => Math.sqrt(covarianceOf(column, column))),
    intervals: columns.map((column, j) => bcaInterval(estimates[j], column, influences.map((row) => row[j])) ?? percentile(column)),
    covariance: columns.map((a) => columns.map((b) => covarianceOf(a, b))),
    refused,
  };
}

/** Pull of each row (or group of rows): mean of the left-out values less the value, within strata. */
function jackknife(base: readonly number[], statistic: (counts: readonly number[]) => number[], strata?: readonly string[]): number[][] {
  const groups = Math.min(base.length, MOST_LEFT_OUT);
  const labels = [...new Set(strata ?? [""])];
  return labels.flatMap((label) => {
    const own = [...base.keys()].filter((i) => strata === undefined || strata[i] === label);
    const parts = Math.min(own.length, Math.ceil((groups * own.length) / base.length));
    const values = Array.from({ length: parts }, (_, part) => {
      const left = base.slice();
      own.forEach((i, place) => {
        if (place % parts === part) left[i] = base.length <= MOST_LEFT_OUT ? Math.max(0, base[i] - 1) : 0;
      });
      return unlessRefused(() => statistic(left));
    }).filter((value) => value !== undefined);
    const mean = (values[0] ?? []).map((_, j) => values.reduce((sum, row) => sum + row[j], 0) / values.length);
    return values.map((row) => row.map((value, j) => mean[j] - value));
  });
}

function covarianceOf(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [a, b].map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  return a.reduce((sum, value, i) => sum + (value - meanA) * (b[i] - meanB), 0) / (a.length - 1);
}

function percentile(values: readonly number[]): [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length + 1)) - 1))];
  return [at(0.025), at(0.975)];
}
