import type { FittedRow } from "./fittedRows";

/** Rows of neighbouring fitted probability. */
export interface CalibrationBin {
  readonly count: number;
  /** Mean fitted probability. */
  readonly predicted: number;
  /** Share of events. */
  readonly observed: number;
}

/** Rows in groups cut at the quantiles of the fitted probability, lowest first: points of a calibration plot. */
export function calibrationBins(rows: readonly FittedRow[], groups = 10): CalibrationBin[] {
  const sorted = rows.filter(({ weight }) => weight > 0).sort((a, b) => a.p - b.p);
  const cuts = [...new Set(quantiles(sorted, Array.from({ length: groups + 1 }, (_, g) => g / groups)))];
  const bins = Array.from({ length: Math.max(1, cuts.length - 1) }, () => ({ count: 0, predicted: 0, events: 0 }));
  let bin = 0;
  for (const { y, p, weight } of sorted) {
    while (bin < bins.length - 1 && p > cuts[bin + 1]) bin++; // intervals are open below, closed above
    bins[bin].count += weight;
    bins[bin].predicted += weight * p;
    bins[bin].events += weight * y;
  }
  return bins.filter(({ count }) => count > 0).map(({ count, predicted, events }) => ({ count, predicted: predicted / count, observed: events / count }));
}

/** Mean squared distance between outcome and fitted probability (Brier 1950): 0 is perfect. */
export function brierScore(rows: readonly FittedRow[]): number {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  return rows.reduce((sum, { y, p, weight }) => sum + weight * (y - p) ** 2, 0) / total;
}

/** R's quantile type 7 of sorted rows, a row of weight w counting as w equal ones. */
function quantiles(sorted: readonly FittedRow[], shares: readonly number[]): number[] {
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
