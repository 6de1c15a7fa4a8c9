import type { Coefficient } from "./fit";
import { normalQuantile, twoSidedP } from "./numeric/normal";

/** 1.959964…: half the width of a 95% Wald interval, in standard errors. */
export const WALD_95 = normalQuantile(0.975);

/** One row of the table of estimates: Wald z, two-sided p, 95% interval. */
export function asCoefficient(term: string, estimate: number, standardError: number): Coefficient {
  const z = estimate / standardError;
  return {
    term, estimate, standardError, z, p: twoSidedP(z),
    lower: estimate - WALD_95 * standardError,
    upper: estimate + WALD_95 * standardError,
  };
}
