import { noted } from "../../faults/noted";
import { BinaryLikelihood } from "../binaryLikelihood";
import { fitBinary, type BinaryOptions } from "../binary";
import { binaryData } from "../binaryData";
import type { ChiSquareTest } from "../chiSquareTest";
import { CumulativeLikelihood } from "../cumulativeLikelihood";
import type { Fit } from "../fit";
import { linkFunction } from "../links/link";
import type { Matrix } from "../matrix";
import type { Likelihood } from "../newton";
import { fitOrdered, type OrderedOptions } from "../ordered";
import { scoreStatistic } from "./scoreStatistic";
import { type Level, noColumns, orderedData } from "../orderedData";
import { refuseCollinear } from "../collinear";

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
  const { standardised, seen } = binaryData(X, y, terms, options);
  const Z = standardised();
  refuseCollinear(Z, terms);
  const parameters = Float64Array.from(terms, (term, j) => onColumn(small, term, Z.scale[j]));
  return steepness(new BinaryLikelihood(Z, seen, linkFunction(options.link ?? "logit")), parameters, tested.length);
}

/** The same for an ordered model. */
export function orderedScoreTest(
  X: Matrix, y: readonly Level[], terms: readonly string[], levels: readonly Level[], tested: readonly string[], options: OrderedOptions = {},
): ChiSquareTest {
  const { kept, columns } = without(terms, tested);
  const small = fitOrdered(X.map((row) => columns.map((j) => row[j])), y, kept, levels, options);
  const { standardised, seen, slopes } = orderedData(X, y, terms, levels, options);
  const Z = standardised();
  refuseCollinear(Z, slopes);
  const cutPoints = small.inference.parameters.subarray(small.coefficients.length);
  const parameters = Float64Array.from([...cutPoints, ...slopes.map((term, j) => onColumn(small, term, Z.scale[j]))]);
  return steepness(new CumulativeLikelihood(Z, noColumns(Z.rows), levels.length, seen, linkFunction(options.link ?? "logit")), parameters, tested.length);
}

/** The smaller fit's slope on the larger one's standardised column; 0 for a term it has not. */
function onColumn({ coefficients, inference: { parameters, scale } }: Fit, term: string, scaleHere: number): number {
  const j = coefficients.findIndex((row) => row.term === term);
  return j < 0 ? 0 : (parameters[j] / scale[j]) * scaleHere;
}

function without(terms: readonly string[], tested: readonly string[]): { kept: string[]; columns: number[] } {
  const unknown = tested.find((term) => !terms.includes(term));
  if (unknown !== undefined || tested.length === 0) throw new RangeError(unknown === undefined ? "no term is tested" : `there is no term ${unknown}`);
  const columns = [...terms.keys()].filter((j) => !tested.includes(terms[j]));
  return { columns, kept: columns.map((j) => terms[j]) };
}

/** The score test at the smaller model's estimates, with the observed information of the larger. */
function steepness(likelihood: Likelihood, parameters: Float64Array, df: number): ChiSquareTest {
  const m = likelihood.size;
  const score = new Float64Array(m);
  const information = new Float64Array(m * m);
  likelihood.evaluate(parameters, score, information);
  return scoreStatistic(score, information, df, noted`the information of the full model is singular at these estimates`);
}
