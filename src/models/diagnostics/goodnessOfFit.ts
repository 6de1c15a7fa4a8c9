import { noted } from "../../faults/noted";
import { type ChiSquareTest, chiSquareTest, notTested } from "../chiSquareTest";
import type { FittedRow } from "./fittedRows";

/**
 * Hosmer and Lemeshow's test of calibration: events seen and expected in ten groups of fitted probability.
 *
 * Groups are cut at the deciles (R's `quantile`, type 7), equal cut points merged; df is the number of groups less 2.
 * A group in which every fitted probability rounds to 0 or 1 and the outcome agrees adds nothing (0/0, whose limit is 0).
 *
 * Source: Hosmer & Lemeshow (1980), Communications in Statistics A9; the grouping of R's ResourceSelection
 * `hoslem.test`; test/fixtures/models/diagnostics.R.
 */
export function hosmerLemeshow(rows: readonly FittedRow[], groups = 10): ChiSquareTest {
  const bins = calibrationBins(rows, groups);
  if (bins.length < 3) return notTested(Math.max(0, bins.length - 2), bins.length === 1 ? noted`the fitted probabilities make 1 group only` : noted`the fitted probabilities make ${bins.length} groups only`);
  return chiSquareTest(bins.reduce((sum, bin) => sum + part(bin), 0), bins.length - 2);
}

function part({ count, predicted, others, observed }: CalibrationBin): number {
  const gap = observed > 0.5 ? count * (others - (1 - observed)) : count * (observed - predicted);
  return gap === 0 ? 0 : (gap * gap) / (count * predicted) + (gap * gap) / (count * others);
}

/** Rows of neighbouring fitted probability. */
export interface CalibrationBin {
  readonly count: number;
  /** Mean fitted probability. */
  readonly predicted: number;
  /** Mean of 1 − fitted probability, with digits of its own. */
  readonly others: number;
  /** Share of events. */
  readonly observed: number;
}

/** Rows in groups cut at the quantiles of the fitted probability, lowest first: points of a calibration plot. */
export function calibrationBins(rows: readonly FittedRow[], groups = 10): CalibrationBin[] {
  return cutAtQuantiles(rows, groups).map((bin) => {
    const sum = (of: (row: FittedRow) => number): number => bin.reduce((so, row) => so + row.weight * of(row), 0);
    const count = sum(() => 1);
    return { count, predicted: sum(({ p }) => p) / count, others: sum(({ q }) => q) / count, observed: sum(({ y }) => y) / count };
  });
}

/** What has a fitted probability (or score) and counts so often. */
interface Scored {
  readonly p: number;
  readonly weight: number;
}

/** Rows in groups cut at the quantiles of p, lowest first; equal cut points merged, rows of weight 0 left out. */
export function cutAtQuantiles<Row extends Scored>(rows: readonly Row[], groups: number): Row[][] {
  const sorted = rows.filter(({ weight }) => weight > 0).sort((a, b) => a.p - b.p);
  const cuts = [...new Set(quantiles(sorted, Array.from({ length: groups + 1 }, (_, g) => g / groups)))];
  const bins = Array.from({ length: Math.max(1, cuts.length - 1) }, (): Row[] => []);
  let bin = 0;
  for (const row of sorted) {
    while (bin < bins.length - 1 && row.p > cuts[bin + 1]) bin++; // intervals are open below, closed above
    bins[bin].push(row);
  }
  return bins.filter((own) => own.length > 0);
}

/** Mean squared distance between outcome and fitted probability (Brier 1950): 0 is perfect. */
export function brierScore(rows: readonly FittedRow[]): number {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  return rows.reduce((sum, { y, p, weight }) => sum + weight * (y - p) ** 2, 0) / total;
}

/** R's quantile type 7 of sorted rows, a row of weight w counting as w equal ones. */
function quantiles(sorted: readonly Scored[], shares: readonly number[]): number[] {
  const ends: number[] = [];
  let total = 0;
  for (const { weight } of sorted) ends.push((total += weight));
  const valueAt = (position: number): number => sorted[Math.min(sorted.length - 1, ends.findIndex((end) => position < end - 1e-9))]?.p ?? sorted.at(-1)!.p;
  return shares.map((share) => {
    const position = share * (total - 1);
    const below = Math.floor(position + 1e-9);
    const [low, high] = [valueAt(below), valueAt(Math.min(below + 1, total - 1))];
    return low + Math.max(0, position - below) * (high - low);
  });
}

/**
 * Tjur's coefficient of discrimination: mean fitted probability among events less that among the others.
 * Source: Tjur (2009), American Statistician 63.
 */
export function tjurR2(rows: readonly FittedRow[]): number {
  const mean = (outcome: number): number => {
    const own = rows.filter(({ y }) => y === outcome);
    return own.reduce((sum, { p, weight }) => sum + weight * p, 0) / own.reduce((sum, { weight }) => sum + weight, 0);
  };
  return mean(1) - mean(0);
}
