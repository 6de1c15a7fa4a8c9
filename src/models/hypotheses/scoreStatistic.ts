import { type ChiSquareTest, chiSquareTest, notTested } from "../chiSquareTest";
import { factorise, solveFactored } from "../numeric/cholesky";

/**
 * Rao's statistic, score′ · information⁻¹ · score.
 * @param information m × m, lower triangle; overwritten
 * @param singular    what is said where it has no inverse
 */
export function scoreStatistic(score: Float64Array, information: Float64Array, df: number, singular: string): ChiSquareTest {
  const m = score.length;
  if (!factorise(information, m)) return notTested(df, singular);
  const moved = solveFactored(information, m, score.slice());
  return chiSquareTest(Math.max(0, score.reduce((sum, s, j) => sum + s * moved[j], 0)), df);
}
