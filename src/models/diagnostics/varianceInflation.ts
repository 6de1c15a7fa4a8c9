import type { Fit } from "../fit";
import { norm, orthogonalise } from "../numeric/orthogonal";

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
  const { root, parameters: { length: m } } = fit.inference;
  const columns = fit.coefficients.flatMap(({ term }, j) => (term === "const" ? [] : [j]));
  const terms = [...new Set(columns.map((j) => termOf[j]))];
  /** log det of the correlations of some estimates: of their rows of the root, cut to length 1, 2·log of the volume. */
  const logDet = (chosen: readonly number[]): number => {
    const rows = chosen.map((j) => { const row = root.slice(j * m, (j + 1) * m); const length = norm(row); return row.map((value) => value / length); });
    return orthogonalise(rows).R.reduce((sum, r, c) => sum + 2 * Math.log(r[c]), 0);
  };
  const all = logDet(columns);
  return terms.map((term) => {
    const own = columns.filter((j) => termOf[j] === term);
    const vif = Math.exp(logDet(own) + logDet(columns.filter((j) => termOf[j] !== term)) - all);
    return { term, vif, df: own.length, perColumn: vif ** (1 / (2 * own.length)) };
  });
}
