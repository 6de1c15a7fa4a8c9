import { noted } from "../../faults/noted";
import { normalCdf, normalQuantile } from "../numeric/normal";
import { RefusedModel } from "../refusedModel";
import { said } from "../../faults/said";
import { grouped } from "../../grouped";
import { EVERYTHING, isOf, type Resampling, resamples } from "./resample";

/** With more rows than this, the jackknife leaves out groups of rows, so that there are no more of them. */
const MOST_LEFT_OUT = 400;
/** A share of refused resamples above which the reader is told. */
const TOLD_ABOVE = 0.01;

export interface Bootstrapped {
  /** One for each statistic. */
  readonly standardErrors: readonly number[];
  /** BCa; percentile where BCa has none. */
  readonly intervals: readonly (readonly [number, number])[];
  readonly covariance: readonly (readonly number[])[];
  /** Resamples in which the model was refused (separated, say); the rest make the numbers above. */
  readonly refused: number;
}

/** The numbers wanted, from how often each row is in the sample. */
export type Statistic = (counts: readonly number[]) => readonly number[];
/** What a sample gives; undefined where the model was refused. */
export type Given = readonly number[] | undefined;

/**
 * Bootstrap of cases: standard errors, covariance and BCa intervals of whatever is computed from the counts of rows.
 *
 * @param n         rows
 * @throws {RefusedModel} not-converged, where fewer than half of the resamples could be fitted
 * Source: Efron & Tibshirani (1993) §6, §14.
 */
export function bootstrap(n: number, statistic: Statistic, options: Resampling): Bootstrapped {
  const given: Given[] = [];
  for (const counts of samples(n, options)) given.push(unlessRefused(() => statistic(Array.from(counts))));
  return summarise(n, statistic(baseCounts(n, options)), given, options);
}

/** How often each row is in the sample itself. */
export const baseCounts = (n: number, { counts }: Pick<Resampling, "counts">): number[] => Array.from({ length: n }, (_, i) => counts?.[i] ?? 1);

/**
 * All that a bootstrap computes its statistics of, by how often each row counts: the resamples as they are drawn, then the
 * sample less each of its rows or groups of rows. What is handed over may be used again for the next.
 *
 * @param share of them all, numbered in this order
 */
export function* samples(n: number, options: Resampling, share = EVERYTHING): Generator<ArrayLike<number>> {
  yield* resamples(n, options, share);
  const left = leftOut(baseCounts(n, options), options.strata);
  for (let i = 0; i < left.length; i++) if (isOf(share, options.replicates + i)) yield left[i].counts();
}

/**
 * Standard errors, intervals and covariance from what every sample gave.
 *
 * @param n         rows
 * @param estimates of the sample itself
 * @param given     of each of `samples`, in their order
 */
export function summarise(n: number, estimates: readonly number[], given: readonly Given[], options: Resampling): Bootstrapped {
  const kept = given.slice(0, options.replicates).filter((values) => values !== undefined);
  const refused = options.replicates - kept.length;
  if (kept.length < options.replicates / 2) {
    throw new RefusedModel("not-converged", [], said`the model was refused in ${refused} of ${options.replicates} resamples: the sample is too small to bootstrap`);
  }
  const pulls = jackknife(leftOut(baseCounts(n, options), options.strata), given.slice(options.replicates));
  const times = pulls.map((each) => each.times);
  const columns = estimates.map((_, j) => Float64Array.from(kept, (values) => values[j]));
  const covariance = covarianceOf(columns);
  return {
    standardErrors: covariance.map((row, j) => Math.sqrt(row[j])),
    intervals: columns.map((column, j) => bcaInterval(estimates[j], column, pulls.map(({ pull }) => pull[j]), 0.95, times) ?? percentile(column)),
    covariance,
    refused,
  };
}

export const refusedWarning = ({ refused }: Bootstrapped, { replicates }: Pick<Resampling, "replicates">): string[] =>
  refused > TOLD_ABOVE * replicates ? [noted`the model was refused in ${refused} of ${replicates} resamples: its intervals are of the rest`] : [];

export function unlessRefused<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RefusedModel) return undefined;
    throw error;
  }
}

/** The sample less a row or a group of rows of one stratum. */
interface LeftOut {
  readonly stratum: string;
  /** For how many units it stands. */
  readonly times: number;
  /** Made when asked for: of many rows, all of them at once would not find room. */
  readonly counts: () => number[];
}

/** A row that counts five times is five units: one of them is left out, and its pull counts five times. */
function leftOut(base: readonly number[], strata?: readonly string[]): LeftOut[] {
  const all = base.reduce((a, b) => a + b, 0);
  return [...new Set(strata ?? [""])].flatMap((stratum): LeftOut[] => {
    const own = [...base.keys()].filter((i) => (strata === undefined || strata[i] === stratum) && base[i] > 0);
    if (all <= MOST_LEFT_OUT) return own.map((i) => ({ stratum, times: base[i], counts: () => base.with(i, base[i] - 1) }));
    const units = own.reduce((sum, i) => sum + base[i], 0);
    const groups = Math.min(units, Math.ceil((MOST_LEFT_OUT * units) / all));
    return Array.from({ length: groups }, (_, group) => ({ stratum, times: 1, counts: () => withoutEvery(groups, group, base, own) }));
  });
}

/** The sample less every so many-th of the units, counted as if its own rows were written out. */
function withoutEvery(groups: number, group: number, base: readonly number[], own: readonly number[]): number[] {
  const counts = base.slice();
  let before = 0;
  const upTo = (units: number): number => Math.floor((units + groups - 1 - group) / groups);
  for (const i of own) {
    counts[i] -= upTo(before + base[i]) - upTo(before);
    before += base[i];
  }
  return counts;
}

/** Pull of each row (or group of rows): mean of the left-out values less the value, within strata. */
function jackknife(left: readonly LeftOut[], given: readonly Given[]): { pull: number[]; times: number }[] {
  const found = left.flatMap(({ stratum, times }, i) => {
    const value = given[i];
    return value === undefined ? [] : [{ stratum, times, value }];
  });
  return [...grouped(found, ({ stratum }) => stratum).values()].flatMap((values) => {
    const total = values.reduce((sum, { times }) => sum + times, 0);
    const mean = values[0].value.map((_, j) => values.reduce((sum, { value, times }) => sum + times * value[j], 0) / total);
    return values.map(({ value, times }) => ({ times, pull: value.map((each, j) => mean[j] - each) }));
  });
}

/**
 * Bias-corrected and accelerated interval of one statistic.
 *
 * @param estimate   on the sample itself
 * @param replicates on each resample
 * @param influence  each row's (or group of rows') pull: by the jackknife, mean of the left-out values less the value
 * @param times      how often each pull counts; once where absent
 * @returns undefined where all replicates lie on one side of the estimate, or nothing varies: then it has no BCa interval
 * Source: Efron (1987), JASA 82; interpolation between order statistics as R `boot::boot.ci`,
 * test/fixtures/models/bca.R.
 */
export function bcaInterval(estimate: number, replicates: ArrayLike<number>, influence: readonly number[], level = 0.95, times?: readonly number[]): [number, number] | undefined {
  const sorted = Float64Array.from(replicates).sort();
  const below = sorted.reduce((count, value) => count + Number(value < estimate), 0) / sorted.length;
  const sumOf = (power: number): number => influence.reduce((sum, value, i) => sum + (times?.[i] ?? 1) * value ** power, 0);
  const spread = sumOf(2);
  if (below === 0 || below === 1 || !(spread > 0)) return undefined;
  const bias = normalQuantile(below);
  const acceleration = sumOf(3) / (6 * spread ** 1.5);
  const end = (tail: number): number => {
    const z = bias + normalQuantile(tail);
    return orderStatistic(sorted, normalCdf(bias + z / (1 - acceleration * z)));
  };
  return [end((1 - level) / 2), end((1 + level) / 2)];
}

/** The value at a share, between order statistics on the scale of normal quantiles; the extremes beyond them. */
function orderStatistic(sorted: Float64Array, share: number): number {
  const R = sorted.length;
  const rank = (R + 1) * share;
  const k = Math.floor(rank);
  if (k <= 0) return sorted[0];
  if (k >= R) return sorted[R - 1];
  if (k === rank) return sorted[k - 1];
  const [at, low, high] = [share, k / (R + 1), (k + 1) / (R + 1)].map(normalQuantile);
  return sorted[k - 1] + ((at - low) / (high - low)) * (sorted[k] - sorted[k - 1]);
}

function covarianceOf(columns: readonly Float64Array[]): number[][] {
  const centred = columns.map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    return column.map((value) => value - mean);
  });
  const covariance = columns.map((): number[] => []);
  centred.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      const b = centred[j];
      let sum = 0;
      for (let at = 0; at < a.length; at++) sum += a[at] * b[at];
      covariance[i][j] = covariance[j][i] = sum / (a.length - 1);
    }
  });
  return covariance;
}

function percentile(values: Float64Array): [number, number] {
  const sorted = values.toSorted();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length + 1)) - 1))];
  return [at(0.025), at(0.975)];
}
