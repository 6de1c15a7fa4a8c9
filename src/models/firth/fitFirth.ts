import { noted } from "../../faults/noted";
import { describeBinary } from "../binary";
import { type BinaryData, binaryData } from "../binaryData";
import { type ChiSquareTest, chiSquareTest, notTested } from "../chiSquareTest";
import { type OrthogonalColumns, orthogonalColumns, unmix } from "../collinear";
import type { Fit } from "../fit";
import { dot } from "../inference";
import type { Matrix } from "../matrix";
import { carriedBack, INDEPENDENT } from "../newton";
import type { RowOptions } from "../observations";
import type { Crossing } from "../profile/crossing";
import { RefusedModel } from "../refusedModel";
import { orthogonalise } from "../numeric/orthogonal";
import type { Standardised } from "../standardise";
import { type FirthMaximum, firthMaximum } from "./firthMaximum";
import { type FirthProfile, firthProfile } from "./firthProfile";

/** Higher maxima come upon in profiling are taken up so many times. */
const MOST_RESTARTS = 5;

/**
 * Binary logit by Firth's penalised likelihood: finite estimates even where the data are separated, and less bias in
 * small samples. Standard errors and z from the inverse information (as R's brglm2); p and intervals belong together:
 * p is of the penalised likelihood-ratio test, with the penalty of the full model on both sides, so that it is never
 * negative (as R's logistf), and the interval is where the profile of the penalised likelihood has fallen by
 * χ²₁(.95)/2. An end that cannot be determined is NaN, and a warning says why. `logLik` is the log-likelihood itself, at
 * these estimates.
 *
 * @throws {RefusedModel} as `fitBinaryLogit`, but not for separation
 * Source: Firth (1993); Heinze & Schemper (2002); R `brglm2` (type = "AS_mean"), test/fixtures/models/firth.R.
 */
export function fitFirth(X: Matrix, y: readonly number[], terms: readonly string[], options: RowOptions = {}): Fit {
  const data = binaryData(X, y, terms, options);
  const columns = orthogonalColumns(data.standardised(), terms);
  const { best, profiles } = highest(data, columns, terms);
  const fit = describeBinary({ scaling: data.standardised(), seen: data.seen, constant: data.constant }, "logit", best, terms);
  const end = ({ at }: Crossing): number => at ?? NaN;
  return {
    ...fit, penalised: true,
    coefficients: fit.coefficients.map((row, j) => ({ ...row, p: profiles[j].test.p ?? NaN, lower: end(profiles[j].lower), upper: end(profiles[j].upper) })),
    firth: { likelihoodRatio: overall(data, best, columns), terms: terms.map((term, j) => ({ term, ...profiles[j].test })) },
    warnings: terms.flatMap((term, j) => undetermined(term, profiles[j])),
  };
}

/** The highest maximum found, from 0 and from wherever a profile finds better, and the profiles at it. */
function highest({ seen, constant, standardised }: BinaryData, columns: OrthogonalColumns, terms: readonly string[]): { best: FirthMaximum; profiles: FirthProfile[] } {
  const Z = standardised();
  // Where they are not, the information loses digits: its determinant, which is the penalty, most of all.
  const apart = columns.R.every((r, j) => r[j] ** 2 > INDEPENDENT);
  let start: Float64Array = new Float64Array(terms.length);
  for (let restarts = 0; ; restarts++) {
    const best = (apart ? firthMaximum(Z, seen, start) : undefined) ?? onOrthogonal(columns, seen, start);
    if (!best) throw new RefusedModel("not-converged", terms, "the penalised likelihood's maximum was not reached");
    const profiles = terms.map((_, j) => (j === constant || !apart ? profileOnOrthogonal(Z, seen, best, j) : firthProfile(Z, seen, best, j)));
    const better = profiles.find(({ higher }) => higher)?.higher;
    if (!better || restarts === MOST_RESTARTS) return { best, profiles };
    start = better;
  }
}

/**
 * Where columns are nearly combinations of others, on orthogonal ones, whose information keeps the digits that theirs has lost;
 * the penalty differs by a constant only.
 */
function onOrthogonal(columns: OrthogonalColumns, seen: BinaryData["seen"], start: Float64Array, held: readonly number[] = []): FirthMaximum | undefined {
  const found = firthMaximum(columns, seen, Float64Array.from(start, (_, c) => columns.R.reduce((sum, r, j) => (j < c ? sum : sum + r[c] * start[j]), 0)), held);
  if (!found) return undefined;
  const { root, share, penalised } = found;
  return { ...carriedBack(found, (v) => unmix(columns, v), () => root), share, penalised: penalised + Math.log(Math.abs(columns.R.reduce((product, r, j) => product * r[j], 1))) };
}

/**
 * A profile on columns that were not centred (or the constant would be another parameter), made orthogonal with its own
 * last, so that its own part stands alone: the constant's, and any where columns are nearly combinations of others.
 */
function profileOnOrthogonal({ rows, columns: k, values, centre, scale }: Standardised, seen: BinaryData["seen"], best: FirthMaximum, own: number): FirthProfile {
  const order = [...best.parameters.keys()].sort((a, b) => Number(a === own) - Number(b === own));
  const columns = order.map((j) => Float64Array.from({ length: rows }, (_, i) => values[i * k + j] + centre[j] / scale[j]));
  const { Q, R } = orthogonalise(columns);
  const packed = new Float64Array(rows * k);
  Q.forEach((column, j) => column.forEach((value, i) => (packed[i * k + j] = value)));
  const predictors = Float64Array.from({ length: rows }, (_, i) => dot(values.subarray(i * k, (i + 1) * k), best.parameters));
  const onBasis = Float64Array.from(Q, (column) => dot(column, predictors));
  const design = { rows, columns: k, values: packed, scale: new Float64Array(k).fill(R[k - 1][k - 1] * scale[own]) };
  const here = firthMaximum(design, seen, onBasis);
  if (here) {
    const { higher: _onOthers, ...profile } = firthProfile(design, seen, here, k - 1);
    return profile;
  }
  const why = noted`the profile was not reached`;
  return { lower: { at: null, why }, upper: { at: null, why }, test: notTested(1, why) };
}

/** All slopes against none, which are 0 on orthogonal columns where they are on the columns themselves. */
function overall({ seen, constant }: BinaryData, best: FirthMaximum, columns: OrthogonalColumns): ChiSquareTest {
  const slopes = Array.from(best.parameters.keys()).filter((j) => j !== constant);
  if (slopes.length === 0) return notTested(0, noted`there are no terms`);
  const without = onOrthogonal(columns, seen, new Float64Array(columns.columns), slopes);
  if (!without) return notTested(slopes.length, noted`the penalised model without terms was not reached`);
  return chiSquareTest(Math.max(0, 2 * (best.penalised - without.penalised)), slopes.length);
}

const undetermined = (term: string, { lower, upper, test }: FirthProfile): string[] => [
  ...(lower.at === null ? [noted`${term}: the lower end of its interval is undetermined: ${lower.why}`] : []), ...(upper.at === null ? [noted`${term}: the upper end of its interval is undetermined: ${upper.why}`] : []),
  ...(test.note === undefined ? [] : [noted`${term}: no p-value: ${test.note}`]),
];
