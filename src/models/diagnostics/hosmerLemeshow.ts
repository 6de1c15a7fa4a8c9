import { type ChiSquareTest, chiSquareTest, notTested } from "../chiSquareTest";
import { type CalibrationBin, calibrationBins } from "./calibration";
import type { FittedRow } from "./fittedRows";

/**
 * Hosmer and Lemeshow's test of calibration: events seen and expected in ten groups of fitted probability.
 *
 * Groups are cut at the deciles (R's `quantile`, type 7), equal cut points merged; df is the number of groups less 2.
 *
 * Source: Hosmer & Lemeshow (1980), Communications in Statistics A9; the grouping of R's ResourceSelection
 * `hoslem.test`; test/fixtures/models/diagnostics.R.
 */
export function hosmerLemeshow(rows: readonly FittedRow[], groups = 10): ChiSquareTest {
  const bins = calibrationBins(rows, groups);
  if (bins.length < 3) return notTested(Math.max(0, bins.length - 2), `the fitted probabilities make ${bins.length} ${bins.length === 1 ? "group" : "groups"} only`);
  return chiSquareTest(bins.reduce((sum, bin) => sum + part(bin), 0), bins.length - 2);
}

function part({ count, predicted, observed }: CalibrationBin): number {
  const gap = count * (observed - predicted);
  return (gap * gap) / (count * predicted) + (gap * gap) / (count * (1 - predicted));
}
