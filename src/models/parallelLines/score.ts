import { noted } from "../../faults/noted";
import { type ChiSquareTest, notTested } from "../chiSquareTest";
import { CumulativeLikelihood } from "../cumulativeLikelihood";
import { expectedInformation } from "../expectedInformation";
import type { Fit } from "../fit";
import { linkFunction } from "../links/link";
import type { Matrix } from "../matrix";
import { scoreStatistic } from "../hypotheses/scoreStatistic";
import type { RowOptions } from "../observations";
import type { Standardised } from "../standardise";
import { type Level, noColumns, orderedData } from "../orderedData";
import { nothingToCompare } from "./nothingToCompare";

/**
 * Parallel lines by score: how steep the general model's likelihood is at the proportional-odds estimates, with the
 * general model's expected information there (as SAS PROC LOGISTIC prints). It needs no general fit.
 *
 * @param fit an ordered model of the same data
 * Source: Peterson & Harrell (1990), Applied Statistics 39; test/fixtures/models/parallelLines.R.
 */
export function parallelLinesByScore(fit: Fit, X: Matrix, y: readonly Level[], terms: readonly string[], options: RowOptions = {}): ChiSquareTest {
  const levels = fit.levels ?? [];
  const { seen, slopes, standardised } = orderedData(X, y, terms, levels, options);
  const df = slopes.length * (levels.length - 2);
  const nothing = nothingToCompare(slopes, levels);
  if (nothing !== undefined) return notTested(0, nothing);
  const Z = standardised();
  const general = new CumulativeLikelihood(noColumns(Z.rows), Z, levels.length, seen, linkFunction(fit.link));
  const parameters = asGeneral(fit, general);
  const score = new Float64Array(general.size);
  general.evaluate(parameters, score, new Float64Array(general.size ** 2));
  return scoreStatistic(score, expectedInformation(general, parameters), df, noted`the general model's information is singular at these estimates`);
}

/** The fit's parameters as the general model's on standardised columns: the same slopes at every cut point. */
function asGeneral({ coefficients, inference: { parameters, scale } }: Fit, { free, cuts }: CumulativeLikelihood): Float64Array {
  const k = coefficients.length;
  const here = (free as Standardised).scale;
  return Float64Array.from(Array.from({ length: cuts }, (_, cut) => [parameters[k + cut], ...coefficients.map((__, j) => (parameters[j] / scale[j]) * here[j])]).flat());
}
