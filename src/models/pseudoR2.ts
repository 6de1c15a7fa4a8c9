import type { Fit, PseudoR2 } from "./fit";

/** Two heights of a log-likelihood that differ by less than this share of them are one, but for rounding. */
const SAME = 1e-14;

/**
 * Shares of "explained" log-likelihood.
 *
 * Source: McFadden (1974); Cox & Snell (1989) §6; Nagelkerke (1991), Biometrika 78.
 */
export function pseudoR2(logLik: number, logLikNull: number, n: number): PseudoR2 {
  const gain = logLik - logLikNull;
  // A model without terms comes to its own height by another way, and a last digit below it would print as -0.0000.
  if (Math.abs(gain) <= SAME * Math.abs(logLikNull)) return { mcFadden: 0, coxSnell: 0, nagelkerke: 0 };
  const coxSnell = -Math.expm1((-2 / n) * gain);
  return {
    mcFadden: 1 - logLik / logLikNull,
    coxSnell,
    nagelkerke: coxSnell / -Math.expm1((2 / n) * logLikNull),
  };
}

/**
 * McFadden's, less the number of slopes: it falls when a term adds nothing, and can be negative.
 * Source: Ben-Akiva & Lerman (1985) §7.
 */
export const adjustedMcFadden = ({ logLik, logLikNull, coefficients }: Fit): number =>
  1 - (logLik - coefficients.filter(({ term }) => term !== "const").length) / logLikNull;
