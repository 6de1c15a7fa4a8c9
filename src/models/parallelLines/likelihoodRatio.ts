import { noted } from "../../faults/noted";
import { CumulativeLikelihood } from "../cumulativeLikelihood";
import type { Fit } from "../fit";
import { linkFunction } from "../links/link";
import type { Matrix } from "../matrix";
import { TOO_CLOSE } from "../modelChecks";
import { maximise } from "../newton";
import { startOfGeneral } from "../nullModel";
import { type Level, noColumns, orderedData } from "../orderedData";
import { type RowOptions, total } from "../observations";
import { decideCone } from "../separation/cone";
import { type ChiSquareTest, chiSquareTest, notTested } from "../chiSquareTest";
import { fewestTerms } from "../separation/refuseSeparation";
import { nothingToCompare } from "./nothingToCompare";

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
  const { design, seen, slopes, standardised } = orderedData(X, y, terms, levels, options);
  const df = slopes.length * (levels.length - 2);
  const nothing = nothingToCompare(slopes, levels);
  if (nothing !== undefined) return notTested(0, nothing);
  const Z = standardised();
  const general = new CumulativeLikelihood(noColumns(Z.rows), Z, levels.length, seen, linkFunction(fit.link));
  if (design.rows <= general.size) return notTested(df, noted`the general model has ${general.size} parameters for ${design.rows} rows`);

  let separating: readonly string[] = [];
  let undecided = false;
  const maximum = maximise(general, startOfGeneral(general), () => {
    const cone = general.cone();
    const { kind } = decideCone(cone);
    undecided = kind === "undecided";
    if (kind === "separated") separating = fewestTerms({ cone, terms: Array.from({ length: general.cuts }, () => [null, ...slopes]).flat() });
    return kind !== "separated";
  });
  if (separating.length > 0) return notTested(df, noted`the general model has no finite estimates: ${separating.join(", ")} separates the outcome at a cut point`);
  if (!maximum) return notTested(df, noted`the general model's likelihood was not maximised`);
  const statistic = 2 * (maximum.logLik - fit.logLik);
  const crossing = rowsWhereLinesCross(general, maximum.parameters, seen.weights);
  const notes = [
    ...(undecided ? [TOO_CLOSE] : []),
    ...(crossing > 0 ? [noted`the general model's lines cross: in ${crossing} of ${total(seen)} rows it gives some level a negative probability`] : []),
  ];
  return chiSquareTest(statistic, df, notes.length > 0 ? notes.join("; ") : undefined);
}

function rowsWhereLinesCross(general: CumulativeLikelihood, parameters: Float64Array, weights: Float64Array | undefined): number {
  let rows = 0;
  for (let i = 0; i < general.free.rows; i++) {
    let crosses = false;
    for (let cut = 1; cut < general.cuts; cut++) {
      crosses ||= general.predictor(i, cut, parameters) < general.predictor(i, cut - 1, parameters);
    }
    if (crosses) rows += weights ? weights[i] : 1;
  }
  return rows;
}
