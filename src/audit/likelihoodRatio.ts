import type { Interval } from "../published/printedNumber";
import { printedInterval } from "./printedInterval";

/** The pseudo R² that print alone turns back into a likelihood ratio, once the spread of the outcome is known. */
export const INVERTIBLE = ["mcFadden", "coxSnell", "nagelkerke"] as const;
export type Invertible = (typeof INVERTIBLE)[number];

/**
 * The likelihood ratio behind a printed R², for an outcome of a given entropy H (−Σ q log q a row, so that the null
 * log-likelihood is −nH).
 *
 * Method    McFadden's LR/(2nH), Cox–Snell's 1 − exp(−LR/n), Nagelkerke's the latter over 1 − exp(−2H), each solved for LR.
 *
 * @example likelihoodRatioOf("nagelkerke", 0.063, 777, Math.log(3)).toFixed(1)  // "44.8"
 */
export function likelihoodRatioOf(definition: Invertible, r2: number, n: number, entropy: number): number {
  if (definition === "mcFadden") return 2 * r2 * n * entropy;
  const coxSnell = definition === "coxSnell" ? r2 : r2 * -Math.expm1(-2 * entropy);
  return -n * Math.log1p(-coxSnell);
}

/** The same over the rounding of R² and a range of entropies; every definition rises with R², McFadden's and Nagelkerke's with H. */
export function likelihoodRatioRange(definition: Invertible, printedR2: string, n: number, entropy: Interval): Interval {
  const { lower, upper } = printedInterval(printedR2, "nearest");
  return { lower: likelihoodRatioOf(definition, Math.max(0, lower), n, entropy.lower), upper: likelihoodRatioOf(definition, Math.min(0.999999, upper), n, entropy.upper) };
}
