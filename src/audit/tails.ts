export { holm } from "../models/hypotheses/holm";
export { normalCdf, normalDensity, normalQuantile } from "../models/numeric/normal";
export { chiSquareTail } from "../models/numeric/chiSquare";
import { twoSidedP as twoSidedNormalP } from "../models/numeric/normal";

/**
 * Two-sided p of a z statistic, or of a t statistic where its degrees of freedom are given.
 * An infinite statistic has p = 0.
 */
export function twoSidedP(statistic: number, df?: number): number {
  const magnitude = Math.abs(statistic);
  if (magnitude === Infinity) return 0;
  return df === undefined ? twoSidedNormalP(magnitude) : twoSidedStudentP(magnitude, df);
}

/**
 * P(|T| > t) with a whole number of degrees of freedom, as a finite trigonometric sum; right to about 1e-14 absolutely,
 * which is ample beside the cut-offs it is compared with.
 *
 * Source: Abramowitz & Stegun (1964) 26.7.3, 26.7.4.
 */
function twoSidedStudentP(t: number, df: number): number {
  if (!Number.isInteger(df) || df < 1) throw new RangeError(`degrees of freedom must be a positive whole number, not ${df}`);
  const theta = Math.atan(t / Math.sqrt(df));
  const cosine = Math.cos(theta);
  const odd = df % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = df === 1 ? 0 : term;
  for (let j = odd ? 3 : 2; j <= df - 2; j += 2) {
    term *= ((j - 1) / j) * cosine * cosine;
    sum += term;
  }
  const inside = odd ? (2 / Math.PI) * (theta + Math.sin(theta) * sum) : Math.sin(theta) * sum;
  return Math.min(1, Math.max(0, 1 - inside));
}
