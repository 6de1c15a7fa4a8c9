import { noted } from "../../faults/noted";
import { type ChiSquareTest, chiSquareTest, notTested } from "../chiSquareTest";
import type { FittedData } from "../covariance/influenceRows";
import { slopesOf } from "../effects/slopesOf";
import type { Fit } from "../fit";
import { dot, standardisedRow } from "../inference";
import { linkFunction } from "../links/link";
import { refusePartial } from "../partial/refusePartial";
import { cutAtQuantiles } from "./goodnessOfFit";

/** Fitted probabilities of an ordered fit, row by row, for each level, low to high. */
export function fittedLevels(fit: Fit, { X, offset }: Pick<FittedData, "X" | "offset">): number[][] {
  if (!fit.levels) throw new RangeError(noted`only an ordered fit has a probability for each level`);
  refusePartial(fit, "fitted levels");
  const F = linkFunction(fit.link);
  const { parameters } = fit.inference;
  const k = fit.coefficients.length;
  return slopesOf(X, fit).map((x, i) => {
    const eta = dot(standardisedRow(fit, x), parameters) + (offset?.[i] ?? 0);
    const below = [0, ...Array.from(parameters.subarray(k), (cut) => F.cdf(cut - eta))];
    const above = [...Array.from(parameters.subarray(k), (cut) => F.upper(cut - eta)), 0];
    // A difference of whichever tails are small, so that a level far out keeps its digits.
    return fit.levels!.map((_, j) => (j < below.length - 1 ? (below[j] > 0.5 ? (j === 0 ? 1 : above[j - 1]) - above[j] : below[j + 1] - below[j]) : above[j - 1]));
  });
}

/**
 * Hosmer and Lemeshow's test of an ordered fit: how many of each level were seen and expected in groups of the mean level
 * fitted (levels numbered 1, 2, …). df is (groups − 2)(levels − 1) + levels − 2.
 *
 * @param groups cut at quantiles of the score, equal cut points merged
 * @example ordinalHosmerLemeshow(fit, data, 10).p
 * Source: Fagerland & Hosmer (2013), Statistics in Medicine 32; base-R arithmetic in test/fixtures/models/diagnoseMore.R.
 */
export function ordinalHosmerLemeshow(fit: Fit, data: FittedData, groups = 10): ChiSquareTest {
  const levels = fit.levels!;
  const probabilities = fittedLevels(fit, data);
  const scored = probabilities.map((own, i) => ({ p: own.reduce((sum, p, j) => sum + (j + 1) * p, 0), weight: data.weights?.[i] ?? 1, i }));
  const bins = cutAtQuantiles(scored, groups);
  const df = (bins.length - 2) * (levels.length - 1) + levels.length - 2;
  if (bins.length < 3) return notTested(Math.max(0, df), bins.length === 1 ? noted`the fitted scores make 1 group only` : noted`the fitted scores make ${bins.length} groups only`);
  let statistic = 0;
  for (const bin of bins) {
    levels.forEach((level, j) => {
      const expected = bin.reduce((sum, { i, weight }) => sum + weight * probabilities[i][j], 0);
      const seen = bin.reduce((sum, { i, weight }) => sum + (data.y[i] === level ? weight : 0), 0);
      if (seen !== expected) statistic += (seen - expected) ** 2 / expected;
    });
  }
  return chiSquareTest(statistic, df);
}
