import { noted } from "../../faults/noted";
import { type ChiSquareTest, chiSquareTest, notTested } from "../chiSquareTest";
import type { Fit } from "../fit";
import { degreesOf, dot, onStandardised, throughRoot } from "../inference";
import { tailOfF, twoSidedT } from "../numeric/studentT";
import { norm, orthogonalise, solveTransposed } from "../numeric/orthogonal";

/** A linear combination of parameters that is to equal `value` (0 by default), by term or threshold. */
export interface Restriction {
  readonly combination: Readonly<Record<string, number>>;
  readonly value?: number;
}

/**
 * Wald's test that some terms are 0 together, or that linear combinations have given values.
 * It uses the fit's covariance (robust where that is), and t or F instead of the normal or χ² where its coefficients do.
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
  if (!apart) return notTested(rows.length, noted`the restrictions depend on each other, or the covariance is singular for them`);
  return judged(fit, norm(solveTransposed(R, gaps)) ** 2, rows.length, gradients.length === 1 ? gradients[0] : undefined);
}

/**
 * A Wald statistic's p: by χ²; where the fit's estimates are judged by t, by F. Of several restrictions that is the
 * adjusted Wald test, (d − q + 1)/(d·q) times the statistic on q and d − q + 1 degrees of freedom.
 *
 * @param gradient of the one restriction, where it is one
 * Source: Korn & Graubard (1990), American Statistician 44; Stata's `test` after `svy`.
 */
export function judged(fit: Fit, statistic: number, q: number, gradient?: ArrayLike<number>): ChiSquareTest {
  const { degreesOfFreedom: d } = fit.inference;
  if (d === undefined) return chiSquareTest(statistic, q);
  if (gradient) {
    const denominator = degreesOf(fit, gradient);
    return { statistic, df: q, denominator, p: twoSidedT(Math.sqrt(statistic), denominator) };
  }
  if (typeof d !== "number") return notTested(q, noted`CR2 has degrees of freedom for one restriction at a time: test each by itself`);
  const rest = d - q + 1;
  if (!(rest > 0)) return notTested(q, noted`there are more restrictions than the ${d} degrees of freedom of the standard errors`);
  return { statistic, df: q, denominator: rest, p: tailOfF((rest * statistic) / (d * q), q, rest) };
}

/** A restriction with a smaller part of its own than this, in standard errors, is one too many. */
const DEPENDENT = 1e-8;

function weightsOf(fit: Fit, { combination }: Restriction): number[] {
  const unknown = Object.keys(combination).find((name) => !fit.covariance.terms.includes(name));
  if (unknown !== undefined) throw new RangeError(`the fit has no term ${unknown} (it has ${fit.covariance.terms.join(", ")})`);
  return fit.covariance.terms.map((term) => combination[term] ?? 0);
}
