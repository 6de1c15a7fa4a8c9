import { type ChiSquareTest, chiSquareTest, notTested } from "../chiSquareTest";
import { CumulativeLikelihood } from "../cumulativeLikelihood";
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

/**
 * Expected information of the general model. By the cut points' predictors it is tridiagonal in each row:
 * f_c²(1/P_c + 1/P_{c+1}) and −f_c f_{c+1}/P_{c+1}, P being the probabilities of the levels.
 */
function expectedInformation(general: CumulativeLikelihood, parameters: Float64Array): Float64Array {
  const { cuts, block, size, free, link, seen: { weights } } = general;
  const information = new Float64Array(size * size);
  for (let i = 0; i < free.rows; i++) {
    const z = [1, ...free.values.subarray(i * free.columns, (i + 1) * free.columns)].map((value, j) => (j === 0 ? 1 : -value));
    const predictors = Array.from({ length: cuts }, (_, cut) => general.predictor(i, cut, parameters));
    const f = predictors.map((a) => link.density(a));
    const P = levelProbabilities(general, predictors);
    const w = weights?.[i] ?? 1;
    const add = (c: number, d: number, value: number): void => {
      for (let a = 0; a < block; a++) for (let b = 0; b < block; b++) information[(c * block + a) * size + d * block + b] += w * value * z[a] * z[b];
    };
    for (let c = 0; c < cuts; c++) {
      add(c, c, f[c] * f[c] * (1 / P[c] + 1 / P[c + 1]));
      if (c + 1 < cuts) add(c + 1, c, (-f[c] * f[c + 1]) / P[c + 1]);
    }
  }
  return information;
}

function levelProbabilities({ cuts, link }: CumulativeLikelihood, predictors: readonly number[]): number[] {
  const out = new Float64Array(6);
  return Array.from({ length: cuts + 1 }, (_, level) => {
    if (level === 0) link.binary(1, predictors[0], out);
    else if (level === cuts) link.binary(0, predictors[cuts - 1], out);
    else link.interval(predictors[level], predictors[level - 1], out);
    return Math.exp(out[0]);
  });
}
