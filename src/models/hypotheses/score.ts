import { BinaryLikelihood } from "../binaryLikelihood";
import { fitBinary, prepare, type BinaryOptions } from "../binary";
import { type ChiSquareTest, chiSquareTest, notTested } from "../chiSquareTest";
import { CumulativeLikelihood } from "../cumulativeLikelihood";
import { linkFunction } from "../links/link";
import type { Matrix } from "../matrix";
import type { Likelihood } from "../newton";
import { factorise, solveFactored } from "../numeric/cholesky";
import { fitOrdered, type Level, noColumns, orderedData, type OrderedOptions } from "../ordered";
import { standardise } from "../standardise";

/**
 * Rao's score test that some terms of a binary model are 0: it fits only the model without them.
 * With observed information (for the logit the same as the expected).
 *
 * @param tested names of the terms
 * Source: Rao (1948); R `anova(test = "Rao")`, test/fixtures/models/hypotheses.R.
 */
export function binaryScoreTest(X: Matrix, y: readonly number[], terms: readonly string[], tested: readonly string[], options: BinaryOptions = {}): ChiSquareTest {
  const { kept, columns } = without(terms, tested);
  const small = fitBinary(X.map((row) => columns.map((j) => row[j])), y, kept, options);
  const { Z, seen, constant } = prepare(X, y, terms, options);
  const estimates = terms.map((term) => small.coefficients.find((row) => row.term === term)?.estimate ?? 0);
  const shift = constant === null ? 0 : estimates.reduce((sum, b, j) => sum + (j === constant ? 0 : b * Z.centre[j]), 0);
  const parameters = Float64Array.from(estimates, (b, j) => (j === constant ? b + shift : b * Z.scale[j]));
  return steepness(new BinaryLikelihood(Z, seen, linkFunction(options.link ?? "logit")), parameters, tested.length);
}

/** The same for an ordered model. */
export function orderedScoreTest(
  X: Matrix, y: readonly Level[], terms: readonly string[], levels: readonly Level[], tested: readonly string[], options: OrderedOptions = {},
): ChiSquareTest {
  const { kept, columns } = without(terms, tested);
  const small = fitOrdered(X.map((row) => columns.map((j) => row[j])), y, kept, levels, options);
  const { design, seen, slopes } = orderedData(X, y, terms, levels, options);
  const Z = standardise(design, undefined);
  const estimates = slopes.map((term) => small.coefficients.find((row) => row.term === term)?.estimate ?? 0);
  const shift = estimates.reduce((sum, b, j) => sum + b * Z.centre[j], 0);
  const parameters = Float64Array.from([...small.thresholds!.map(({ estimate }) => estimate - shift), ...estimates.map((b, j) => b * Z.scale[j])]);
  return steepness(new CumulativeLikelihood(Z, noColumns(Z.rows), levels.length, seen, linkFunction(options.link ?? "logit")), parameters, tested.length);
}

function without(terms: readonly string[], tested: readonly string[]): { kept: string[]; columns: number[] } {
  const unknown = tested.find((term) => !terms.includes(term));
  if (unknown !== undefined || tested.length === 0) throw new RangeError(unknown === undefined ? "no term is tested" : `there is no term ${unknown}`);
  const columns = [...terms.keys()].filter((j) => !tested.includes(terms[j]));
  return { columns, kept: columns.map((j) => terms[j]) };
}

/** score′ · information⁻¹ · score. */
function steepness(likelihood: Likelihood, parameters: Float64Array, df: number): ChiSquareTest {
  const m = likelihood.size;
  const score = new Float64Array(m);
  const L = new Float64Array(m * m);
  likelihood.evaluate(parameters, score, L);
  if (!factorise(L, m)) return notTested(df, "the information of the full model is singular at these estimates");
  const moved = solveFactored(L, m, score.slice());
  return chiSquareTest(Math.max(0, score.reduce((sum, s, j) => sum + s * moved[j], 0)), df);
}
