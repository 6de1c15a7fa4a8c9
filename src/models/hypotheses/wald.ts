import { type ChiSquareTest, chiSquareTest, notTested } from "../chiSquareTest";
import { parametersOf } from "../effects/curves";
import type { Fit } from "../fit";
import { inverse } from "../numeric/cholesky";

/** A linear combination of parameters that is to equal `value` (0 by default), by term or threshold. */
export interface Restriction {
  readonly combination: Readonly<Record<string, number>>;
  readonly value?: number;
}

/**
 * Wald's test that some terms are 0 together, or that linear combinations have given values.
 * It uses the fit's covariance: robust where that is.
 *
 * @param restrictions names of terms, or combinations such as `{ combination: { a: 1, b: -1 } }`
 * @throws {RangeError} at a name the fit has not
 * Source: R `lmtest::waldtest`, `car::linearHypothesis`, test/fixtures/models/hypotheses.R.
 */
export function waldTest(fit: Fit, restrictions: readonly (string | Restriction)[]): ChiSquareTest {
  const rows = restrictions.map((restriction) => typeof restriction === "string" ? { combination: { [restriction]: 1 } } : restriction)
    .map((restriction) => ({ ...restriction, weights: weightsOf(fit, restriction) }));
  const parameters = parametersOf(fit);
  const V = fit.covariance.values;
  const gaps = rows.map(({ weights, value = 0 }: { weights: number[]; value?: number }) => weights.reduce((sum, w, j) => sum + w * parameters[j], -value));
  const moved = rows.map(({ weights }) => V.map((row) => row.reduce((sum, v, j) => sum + v * weights[j], 0)));
  const inverted = inverse(rows.map((_, a) => rows.map((row) => row.weights.reduce((sum, w, j) => sum + w * moved[a][j], 0))));
  if (!inverted) return notTested(rows.length, "the restrictions depend on each other, or the covariance is singular for them");
  return chiSquareTest(gaps.reduce((sum, gap, a) => sum + gap * gaps.reduce((inner, other, b) => inner + inverted[a][b] * other, 0), 0), rows.length);
}

function weightsOf(fit: Fit, { combination }: Restriction): number[] {
  const unknown = Object.keys(combination).find((name) => !fit.covariance.terms.includes(name));
  if (unknown !== undefined) throw new RangeError(`the fit has no term ${unknown} (it has ${fit.covariance.terms.join(", ")})`);
  return fit.covariance.terms.map((term) => combination[term] ?? 0);
}
