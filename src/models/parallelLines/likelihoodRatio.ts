import { CumulativeLikelihood } from "../cumulativeLikelihood";
import type { Fit } from "../fit";
import { linkFunction } from "../links/link";
import type { Matrix } from "../matrix";
import { maximise } from "../newton";
import { type Level, noColumns, orderedData, startFrom } from "../ordered";
import type { RowOptions } from "../observations";
import { decideCone } from "../separation/cone";
import { type ChiSquareTest, chiSquareTest, notTested } from "../chiSquareTest";
import { standardise } from "../standardise";

/**
 * Parallel lines by likelihood ratio: slopes free at every cut point, against one slope for all.
 * It is what SPSS PLUM prints and what `anova` of two `clm` fits gives.
 *
 * The general model is fitted by maximum likelihood on the outcomes seen; where its lines cross within the sample,
 * so that some unseen level would have a negative probability, the note says in how many rows.
 *
 * @param fit an ordered model of the same data
 * Source: McCullagh (1980); R `ordinal::clm(nominal = ~ …)`, test/fixtures/models/ordered.R.
 */
export function parallelLinesByLikelihoodRatio(fit: Fit, X: Matrix, y: readonly Level[], terms: readonly string[], options: RowOptions = {}): ChiSquareTest {
  const levels = fit.levels ?? [];
  const { design, seen, slopes } = orderedData(X, y, terms, levels, options);
  const df = slopes.length * (levels.length - 2);
  if (df === 0) return notTested(0, "two levels have one cut point: there is nothing to compare");
  const Z = standardise(design, undefined);
  const general = new CumulativeLikelihood(noColumns(Z.rows), Z, levels.length, seen, linkFunction(fit.link));
  if (design.rows <= general.size) return notTested(df, `the general model has ${general.size} parameters for ${design.rows} rows`);

  const maximum = maximise(general, startFrom(general), () => decideCone(general.cone()).kind !== "separated");
  if (!maximum) return notTested(df, "the general model has no finite estimates: some terms separate the outcome at a cut point");
  const statistic = 2 * (maximum.logLik - fit.logLik);
  const crossing = rowsWhereLinesCross(general, maximum.parameters);
  return chiSquareTest(statistic, df, crossing === 0 ? undefined
    : `the general model's lines cross: in ${crossing} of ${design.rows} rows it gives some level a negative probability`);
}

function rowsWhereLinesCross(general: CumulativeLikelihood, parameters: Float64Array): number {
  let rows = 0;
  for (let i = 0; i < general.free.rows; i++) {
    let crosses = false;
    for (let cut = 1; cut < general.cuts; cut++) {
      crosses ||= general.predictor(i, cut, parameters) < general.predictor(i, cut - 1, parameters);
    }
    if (crosses) rows++;
  }
  return rows;
}
