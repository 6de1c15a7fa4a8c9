import { type ChiSquareTest, chiSquareTest, notTested } from "../chiSquareTest";
import type { Fit } from "../fit";
import { dot, onStandardised, throughRoot } from "../inference";
import { norm, orthogonalise, solveTransposed } from "../numeric/orthogonal";

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
  const { parameters, root } = fit.inference;
  const gradients = rows.map(({ weights }) => onStandardised(fit, weights));
  const gaps = rows.map(({ value = 0 }: { value?: number }, a) => dot(gradients[a], parameters) - value);
  // Through the root, the restrictions' covariance is UU′ = R′R: gap′(R′R)⁻¹gap is the squared length of R′⁻¹gap.
  let apart = true;
  const { R } = orthogonalise(gradients.map((gradient) => throughRoot(root, gradient)), (_, share) => { apart &&= share > DEPENDENT; });
  if (!apart) return notTested(rows.length, "the restrictions depend on each other, or the covariance is singular for them");
  return chiSquareTest(norm(solveTransposed(R, gaps)) ** 2, rows.length);
}

/** A restriction with a smaller part of its own than this, in standard errors, is one too many. */
const DEPENDENT = 1e-8;

function weightsOf(fit: Fit, { combination }: Restriction): number[] {
  const unknown = Object.keys(combination).find((name) => !fit.covariance.terms.includes(name));
  if (unknown !== undefined) throw new RangeError(`the fit has no term ${unknown} (it has ${fit.covariance.terms.join(", ")})`);
  return fit.covariance.terms.map((term) => combination[term] ?? 0);
}
