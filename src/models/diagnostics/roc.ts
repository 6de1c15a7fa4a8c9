import { noted } from "../../faults/noted";
import { WALD_95 } from "../coefficients";
import type { FittedRow } from "./fittedRows";

export interface AreaUnderCurve {
  readonly auc: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** A point of the ROC curve: both rates where every fitted probability at or above `threshold` counts as an event. */
export interface RocPoint {
  readonly threshold: number;
  readonly falsePositiveRate: number;
  readonly truePositiveRate: number;
}

/**
 * Area under the ROC curve: how often an event has the higher fitted probability of a pair (ties count half),
 * with DeLong's standard error and 95% interval, cut at 0 and 1. Weights count as rows.
 *
 * Source: DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44; R `pROC::ci.auc`, test/fixtures/models/diagnostics.R.
 */
export function areaUnderCurve(rows: readonly FittedRow[]): AreaUnderCurve {
  const events = rows.filter(({ y, weight }) => y === 1 && weight > 0);
  const others = rows.filter(({ y, weight }) => y === 0 && weight > 0);
  if (events.length === 0 || others.length === 0) throw new RangeError(noted`an ROC curve needs rows of both outcomes`);
  const overOthers = placements(events, others);
  const overEvents = placements(others, events).map((share) => 1 - share);
  const auc = weightedMean(events, overOthers);
  const standardError = Math.sqrt(varianceOfMean(events, overOthers) + varianceOfMean(others, overEvents));
  return { auc, standardError, lower: Math.max(0, auc - WALD_95 * standardError), upper: Math.min(1, auc + WALD_95 * standardError) };
}

/** The curve from (0, 0) to (1, 1), a point for every distinct fitted probability. */
export function rocCurve(rows: readonly FittedRow[]): RocPoint[] {
  const sorted = [...rows].sort((a, b) => b.p - a.p);
  const total = [0, 0];
  for (const { y, weight } of rows) total[y] += weight;
  const seen = [0, 0];
  const points: RocPoint[] = [{ threshold: Infinity, falsePositiveRate: 0, truePositiveRate: 0 }];
  sorted.forEach(({ y, p, weight }, i) => {
    seen[y] += weight;
    if (sorted[i + 1]?.p !== p) points.push({ threshold: p, falsePositiveRate: seen[0] / total[0], truePositiveRate: seen[1] / total[1] });
  });
  return points;
}

/** For each row, the weighted share of `others` below it, ties counted half. */
function placements(rows: readonly FittedRow[], others: readonly FittedRow[]): number[] {
  const sorted = [...others].sort((a, b) => a.p - b.p);
  const upTo = [0];
  for (const { weight } of sorted) upTo.push(upTo.at(-1)! + weight);
  const firstNotBelow = (p: number, orEqual: boolean): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle].p < p || (orEqual && sorted[middle].p === p)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return rows.map(({ p }) => (upTo[firstNotBelow(p, false)] + upTo[firstNotBelow(p, true)]) / 2 / upTo.at(-1)!);
}

const totalWeight = (rows: readonly FittedRow[]): number => rows.reduce((sum, { weight }) => sum + weight, 0);

const weightedMean = (rows: readonly FittedRow[], values: readonly number[]): number =>
  rows.reduce((sum, { weight }, i) => sum + weight * values[i], 0) / totalWeight(rows);

function varianceOfMean(rows: readonly FittedRow[], values: readonly number[]): number {
  const n = totalWeight(rows);
  const mean = weightedMean(rows, values);
  return rows.reduce((sum, { weight }, i) => sum + weight * (values[i] - mean) ** 2, 0) / (n - 1) / n;
}
