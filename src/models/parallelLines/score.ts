import { type ChiSquareTest, chiSquareTest, notTested } from "../chiSquareTest";
import { CumulativeLikelihood } from "../cumulativeLikelihood";
import { expectedInformation } from "../expectedInformation";
import type { Fit } from "../fit";
import { linkFunction } from "../links/link";
import type { Matrix } from "../matrix";
import { factorise, solveFactored } from "../numeric/cholesky";
import type { RowOptions } from "../observations";
import { type Level, noColumns, orderedData } from "../ordered";
import { standardise } from "../standardise";

/**
 * Parallel lines by score: how steep the general model's likelihood is at the proportional-odds estimates, with the
 * general model's expected information there (as SAS PROC LOGISTIC prints). It needs no general fit.
 *
 * @param fit an ordered model of the same data
 * Source: Peterson & Harrell (1990), Applied Statistics 39; test/fixtures/models/parallelLines.R.
 */
export function parallelLinesByScore(fit: Fit, X: Matrix, y: readonly Level[], terms: readonly string[], options: RowOptions = {}): ChiSquareTest {
  const levels = fit.levels ?? [];
  const { design, seen, slopes } = orderedData(X, y, terms, levels, options);
  const df = slopes.length * (levels.length - 2);
  if (df === 0) return notTested(0, "two levels have one cut point: there is nothing to compare");
  const Z = standardise(design, undefined);
  const general = new CumulativeLikelihood(noColumns(Z.rows), Z, levels.length, seen, linkFunction(fit.link));
  const parameters = asGeneral(fit, general);
  const score = new Float64Array(general.size);
  general.evaluate(parameters, score, new Float64Array(general.size ** 2));
  const L = expectedInformation(general, parameters);
  if (!factorise(L, general.size)) return notTested(df, "the general model's information is singular at these estimates");
  const moved = solveFactored(L, general.size, score.slice());
  return chiSquareTest(Math.max(0, score.reduce((sum, s, j) => sum + s * moved[j], 0)), df);
}

/** The fit's parameters as the general model's on standardised columns: the same slopes at every cut point. */
function asGeneral({ coefficients, thresholds = [] }: Fit, general: CumulativeLikelihood): Float64Array {
  const { centre, scale } = general.free as ReturnType<typeof standardise>;
  const shift = coefficients.reduce((sum, { estimate }, j) => sum + estimate * centre[j], 0);
  return Float64Array.from(thresholds.flatMap(({ estimate }) => [estimate - shift, ...coefficients.map((row, j) => row.estimate * scale[j])]));
}
