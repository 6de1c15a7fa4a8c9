import { pool } from "../models/imputation/rubin";
import type { Fitted, PlannedFit } from "./plannedFit";

/**
 * A model over several draws of what is missing, by Rubin's rules with Barnard and Rubin's degrees of freedom. One that any of
 * them refuses is not pooled over the rest: those would be the draws that happen to suit it.
 *
 * @param n people of the first draw
 */
export function pooledFit(fits: readonly Fitted[], { terms, family, levels, nonparallel = [] }: Pick<PlannedFit, "terms" | "family" | "levels" | "nonparallel">, n: number): Fitted {
  const estimates = fits.flatMap((fit) => ("refused" in fit ? [] : [fit]));
  const at = fits.findIndex((fit) => "refused" in fit);
  if (at >= 0) {
    const { en, zh } = (fits[at] as Extract<Fitted, { refused: unknown }>).refused;
    const [refused, of] = [fits.length - estimates.length, fits.length];
    return { refused: { en: `${en} (in ${refused} of ${of} imputations)`, zh: `${zh}（${of} 次插补中有 ${refused} 次）` } };
  }
  const cuts = family === "binomial" ? 1 : levels!.length - 1;
  const parameters = terms.length + cuts + nonparallel.length * (cuts - 1); // a free slope is one at each cut
  const pooled = terms.map((term, j) => {
    const of = (field: "estimate" | "standardError"): number[] => estimates.map((fit) => fit[field][j]);
    return Number.isNaN(of("estimate")[0]) ? { estimate: NaN, standardError: NaN, p: NaN, df: NaN } : pool(term, of("estimate"), of("standardError"), n - parameters);
  });
  const each = (field: "estimate" | "standardError" | "p" | "df") => Float64Array.from(pooled, (one) => one[field]);
  return { estimate: each("estimate"), standardError: each("standardError"), p: each("p"), df: each("df") };
}
