import type { Fit } from "../fit";
import { factorise, logDeterminant } from "../numeric/cholesky";

/** How much a term's variance is inflated by the others. */
export interface VarianceInflation {
  readonly term: string;
  /** VIF of a single column, generalised VIF (GVIF) of a factor or any term of several columns. */
  readonly vif: number;
  readonly df: number;
  /** GVIF^(1/(2·df)): comparable between terms, on the scale of a standard error. */
  readonly perColumn: number;
}

/**
 * (Generalised) variance inflation factors, from the correlations of the estimates: det R₁₁ · det R₂₂ / det R.
 *
 * @param termOf for each of the fit's coefficients the term it belongs to (default: each its own); `const` is left out
 * @returns 1 for a term that is alone
 * Source: Fox & Monette (1992), JASA 87; R `car::vif`, test/fixtures/models/diagnostics.R.
 */
export function varianceInflation(fit: Fit, termOf: readonly string[] = fit.coefficients.map((row) => row.term)): VarianceInflation[] {
  const V = fit.covariance.values;
  const columns = fit.coefficients.flatMap(({ term }, j) => (term === "const" ? [] : [j]));
  const terms = [...new Set(columns.map((j) => termOf[j]))];
  const logDet = (chosen: readonly number[]): number => {
    const L = Float64Array.from(chosen.flatMap((a) => chosen.map((b) => V[a][b] / Math.sqrt(V[a][a] * V[b][b]))));
    if (!factorise(L, chosen.length)) throw new RangeError("the covariance is not positive definite");
    return logDeterminant(L, chosen.length);
  };
  const all = logDet(columns);
  return terms.map((term) => {
    const own = columns.filter((j) => termOf[j] === term);
    const vif = Math.exp(logDet(own) + logDet(columns.filter((j) => termOf[j] !== term)) - all);
    return { term, vif, df: own.length, perColumn: vif ** (1 / (2 * own.length)) };
  });
}
