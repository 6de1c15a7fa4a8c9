import { noted } from "../../faults/noted";
import { fitBinary } from "../binary";
import { type ChiSquareTest, chiSquareTest, notTested } from "../chiSquareTest";
import type { Fit } from "../fit";
import type { Matrix, Packed } from "../matrix";
import { TOO_CLOSE } from "../modelChecks";
import { inverse } from "../numeric/cholesky";
import { refusePartial } from "../partial/refusePartial";
import type { Observations, RowOptions } from "../observations";
import { type Level, orderedData, thresholdNames } from "../orderedData";
import { RefusedModel } from "../refusedModel";
import { nothingToCompare } from "./nothingToCompare";

export interface BrantTest {
  readonly overall: ChiSquareTest;
  /** Of each column of the design by itself. */
  readonly terms: readonly (ChiSquareTest & { readonly term: string })[];
  /** Of the columns of one term together, for terms with several (a factor). */
  readonly byTerm: readonly (ChiSquareTest & { readonly term: string })[];
}

/**
 * Brant's Wald test of parallel lines: a binary logit of y > j at every cut point, and a test that their slopes agree,
 * with the covariance *between* the logits (they share their rows, so it is far from 0).
 *
 * @param fit an ordered logit of the same data
 * @param termOf for each column the term it belongs to, where a factor has several
 * Source: Brant (1990), Biometrics 46; test/fixtures/models/parallelLines.R, contrasts.R.
 * @example brantTest(fit, data.X, data.y, data.columns, rowOptions(data), data.termOf).byTerm
 */
export function brantTest(fit: Fit, X: Matrix, y: readonly Level[], terms: readonly string[], options: RowOptions = {}, termOf: readonly string[] = terms): BrantTest {
  refusePartial(fit, "tests of parallel lines");
  const levels = fit.levels ?? [];
  const { seen, slopes, standardised } = orderedData(X, y, terms, levels, options);
  const cuts = levels.length - 1;
  const groups = groupsOf(slopes, slopes.map((term) => termOf[terms.indexOf(term)]));
  const refuse = (note: string): BrantTest => ({
    overall: notTested(slopes.length * (cuts - 1), note), terms: slopes.map((term) => ({ term, ...notTested(cuts - 1, note) })),
    byTerm: groups.map(({ term, columns }) => ({ term, ...notTested(columns.length * (cuts - 1), note) })),
  });
  if (fit.link !== "logit") return refuse(noted`Brant's test is of logits`);
  const nothing = nothingToCompare(slopes, levels);
  if (nothing !== undefined) return refuse(nothing);
  const Z = withConstant(standardised());
  const logits = cutLogits(Z, seen, slopes, levels);
  if (typeof logits === "string") return refuse(logits);
  const covariance = jointCovariance(Z, seen, logits);
  const test = (chosen: readonly number[]): ChiSquareTest => differenceTest(logits, covariance, chosen);
  return {
    overall: test(slopes.map((_, j) => j + 1)), terms: slopes.map((term, j) => ({ term, ...test([j + 1]) })),
    byTerm: groups.map(({ term, columns }) => ({ term, ...test(columns.map((j) => j + 1)) })),
  };
}

/** Terms with several columns, and which slopes are theirs. */
const groupsOf = (slopes: readonly string[], owners: readonly string[]): { term: string; columns: number[] }[] =>
  [...new Set(owners)].map((term) => ({ term, columns: [...slopes.keys()].filter((j) => owners[j] === term) })).filter(({ columns }) => columns.length > 1);

/** The binary logit at one cut point: estimates (constant first), inverse information, fitted P(y > cut). */
interface CutLogit {
  readonly estimates: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly above: Float64Array;
  /** Whether it was too close to call that they exist. */
  readonly undecided: boolean;
}

/** All of them, or why one could not be fitted. */
function cutLogits(Z: number[][], seen: Observations, slopes: readonly string[], levels: readonly Level[]): CutLogit[] | string {
  const options = { weights: seen.weights && Array.from(seen.weights), offset: seen.offset && Array.from(seen.offset) };
  try {
    return thresholdNames(levels).map((_, cut) => {
      const fit = fitBinary(Z, Array.from(seen.y, (level) => Number(level > cut)), ["const", ...slopes], options);
      const estimates = fit.coefficients.map((row) => row.estimate);
      const above = Float64Array.from(Z, (row, i) => 1 / (1 + Math.exp(-row.reduce((sum, z, j) => sum + z * estimates[j], seen.offset?.[i] ?? 0))));
      return { estimates, covariance: fit.covariance.values, above, undecided: fit.warnings.includes(TOO_CLOSE) };
    });
  } catch (error) {
    if (!(error instanceof RefusedModel)) throw error;
    return error.terms.length > 0 ? noted`the binary logit at one cut point was refused (${error.kind}: ${error.terms.join(", ")})` : noted`the binary logit at one cut point was refused (${error.kind})`;
  }
}

/** Covariance of all the logits' estimates, in blocks: between cut points c < d, H_c⁻¹ · Σ w·x x′·(π_d − π_c π_d) · H_d⁻¹. */
function jointCovariance(Z: number[][], seen: Observations, logits: readonly CutLogit[]): number[][] {
  const k = Z[0].length;
  const joint = Array.from({ length: k * logits.length }, () => new Array<number>(k * logits.length).fill(0));
  for (let c = 0; c < logits.length; c++) {
    for (let d = c; d < logits.length; d++) {
      const block = c === d ? logits[c].covariance : sandwich(logits[c].covariance, between(Z, seen, logits[c].above, logits[d].above), logits[d].covariance);
      for (let a = 0; a < k; a++) {
        for (let b = 0; b < k; b++) {
          joint[c * k + a][d * k + b] = block[a][b];
          joint[d * k + b][c * k + a] = block[a][b];
        }
      }
    }
  }
  return joint;
}

function between(Z: number[][], { weights }: Observations, lower: Float64Array, higher: Float64Array): number[][] {
  const k = Z[0].length;
  const sum = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  Z.forEach((row, i) => {
    const w = (weights?.[i] ?? 1) * higher[i] * (1 - lower[i]);
    for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) sum[a][b] += w * row[a] * row[b];
  });
  return sum;
}

const sandwich = (A: readonly (readonly number[])[], B: readonly (readonly number[])[], C: readonly (readonly number[])[]): number[][] =>
  product(product(A, B), C);

const product = (A: readonly (readonly number[])[], B: readonly (readonly number[])[]): number[][] =>
  A.map((row) => B[0].map((_, j) => row.reduce((sum, a, c) => sum + a * B[c][j], 0)));

/** Wald test that the chosen coefficients are the same at every cut point as at the first. */
function differenceTest(logits: readonly CutLogit[], covariance: readonly (readonly number[])[], chosen: readonly number[]): ChiSquareTest {
  const k = covariance.length / logits.length;
  const pairs = logits.slice(1).flatMap((_, other) => chosen.map((j) => ({ j, at: (other + 1) * k + j, cut: other + 1 })));
  const differences = pairs.map(({ j, cut }) => logits[0].estimates[j] - logits[cut].estimates[j]);
  const V = pairs.map((p) => pairs.map((q) => covariance[p.j][q.j] - covariance[p.j][q.at] - covariance[p.at][q.j] + covariance[p.at][q.at]));
  const inverted = V.every((row, i) => row[i] > 0) ? inverse(V) : undefined;
  if (!inverted) return notTested(pairs.length, noted`the logits' slopes have no positive definite covariance between them`);
  const statistic = differences.reduce((sum, d, i) => sum + d * differences.reduce((inner, e, j) => inner + inverted[i][j] * e, 0), 0);
  return chiSquareTest(statistic, pairs.length, logits.some(({ undecided }) => undecided) ? TOO_CLOSE : undefined);
}

const withConstant = ({ rows, columns, values }: Packed): number[][] =>
  Array.from({ length: rows }, (_, i) => [1, ...values.subarray(i * columns, (i + 1) * columns)]);
