import { BinaryLikelihood } from "./binaryLikelihood";
import { type BinaryData, binaryMaximum } from "./binaryMaximum";
import { certify } from "./certificate";
import { asCoefficient } from "./coefficients";
import { refuseCollinear } from "./collinear";
import type { Fit, Link } from "./fit";
import { type LinkFunction, linkFunction } from "./links/link";
import { asRows, checkPacked, isPacked, type Matrix, pack, type Packed } from "./matrix";
import { maximise, type Maximum } from "./newton";
import { nullLogLik } from "./nullModel";
import { countLevels, type Observations, observe, type RowOptions, total } from "./observations";
import { pseudoR2 } from "./pseudoR2";
import { RefusedModel } from "./refusedModel";
import { backTransform, type Scaling, type Standardised, standardise, transformCovariance, transformVector } from "./standardise";

/** Told with a fit where the third answer was given. */
export const TOO_CLOSE = "whether the data are separated was too close to call";

export interface BinaryOptions extends RowOptions {
  /** Default logit. */
  readonly link?: Link;
}

/**
 * Binary logit by maximum likelihood: `fitBinary` with its default link.
 *
 * @param X      design, n × k, as rows or packed; first column the constant, under the term `const`
 * @param y      outcomes, length n, each 0 or 1
 * @param terms  names of X's columns, in order
 * @returns      estimates and standard errors (observed information), log-odds, in the order of `terms`
 * @throws {RefusedModel} bad-input, constant-outcome, collinear, separation or not-converged, naming terms
 *
 * Source: McCullagh & Nelder (1989) §4.4; R `glm(family = binomial)`, test/fixtures/models/binary.R.
 */
export function fitBinaryLogit(X: Matrix | Packed, y: ArrayLike<number>, terms: readonly string[], options: Omit<BinaryOptions, "link"> = {}): Fit {
  return fitBinary(X, y, terms, { ...options, link: "logit" });
}

/** The same for any link. */
export function fitBinary(X: Matrix | Packed, y: ArrayLike<number>, terms: readonly string[], options: BinaryOptions = {}): Fit {
  const data = binaryData(X, y, terms, options);
  const link = linkFunction(options.link ?? "logit");
  const { maximum, scaling, undecided } = binaryMaximum(data, terms, link);
  const fit = describe({ X: scaling, seen: data.seen }, link.name, maximum, terms, data.constant);
  return undecided ? { ...fit, warnings: [TOO_CLOSE] } : fit;
}

/** Checks the data of a binary model. */
export function binaryData(X: Matrix | Packed, y: ArrayLike<number>, terms: readonly string[], options: RowOptions): BinaryData {
  const { X: design, seen } = observe(checked(X, terms), new Float64Array(y), options);
  refuseBinary(design, seen);
  return { design, seen, constant: constantColumn(design, terms) };
}

/** Refuses an outcome that is not 0 or 1, or always the same, and fewer rows than parameters. */
export function refuseBinary(design: Packed, seen: Observations): void {
  refuseOutcome(seen);
  refuseTooFewRows(design.rows, design.columns);
}

/** Checks the data of a binary model, collinearity among it, and brings them into the form the plain likelihood takes. */
export function prepare(X: Matrix | Packed, y: readonly number[], terms: readonly string[], options: RowOptions):
  BinaryData & { Z: Standardised } {
  const data = binaryData(X, y, terms, options);
  const Z = standardise(data.design, data.constant);
  refuseCollinear(Z, terms);
  return { ...data, Z };
}

/** The fit that a maximum on the standardised design stands for. */
export function describe(
  { X, seen }: { X: Scaling; seen: Observations }, link: Link, maximum: Maximum, terms: readonly string[], constant: number | null,
): Fit {
  const k = terms.length;
  const back = backTransform(X, terms.map((_, j) =>
    ({ column: j === constant ? -1 : j, sign: 1, constants: constant === null ? [] : [constant] })));
  const estimates = transformVector(back, maximum.parameters);
  const covariance = transformCovariance(back, maximum.covariance, k);
  const n = total(seen);
  const [, events] = countLevels(seen, 2);
  const { logLik } = maximum;
  const logLikNull = seen.offset ? nullWithOffset(seen, linkFunction(link)) : nullLogLik([n - events, events]);
  return {
    family: "binomial", link, n, events, converged: true, iterations: maximum.iterations, logLik, logLikNull,
    aic: 2 * k - 2 * logLik, bic: k * Math.log(n) - 2 * logLik, pseudoR2: pseudoR2(logLik, logLikNull, n),
    coefficients: terms.map((term, j) => asCoefficient(term, estimates[j], Math.sqrt(covariance[j * k + j]))),
    covariance: { terms, values: asRows(covariance, k) }, covarianceKind: "observed", penalised: false,
    certificate: certify(maximum, transformVector(back, maximum.nextStep), terms, estimates),
    warnings: [],
  };
}

/** The constant alone, with the offset: no closed form, but one parameter. */
function nullWithOffset(seen: Observations, link: LinkFunction): number {
  const constant: Packed = { rows: seen.y.length, columns: 1, values: new Float64Array(seen.y.length).fill(1) };
  const maximum = maximise(new BinaryLikelihood(constant, seen, link), new Float64Array(1), () => true);
  if (!maximum) throw new RefusedModel("not-converged", ["const"], "the model without terms, needed for pseudo-R², was not reached");
  return maximum.logLik;
}

function checked(X: Matrix | Packed, terms: readonly string[]): Packed {
  const columns = isPacked(X) ? X.columns : X[0]?.length ?? terms.length;
  if (columns !== terms.length) throw new RangeError(`the design has ${columns} columns for ${terms.length} terms`);
  const repeated = terms.find((term, j) => terms.indexOf(term) !== j);
  if (repeated !== undefined) throw new RefusedModel("bad-input", [repeated], `${repeated} is named twice among the terms`);
  return isPacked(X) ? checkPacked(X) : pack(X);
}

function refuseOutcome(seen: Observations): void {
  const wrong = firstNeither(seen.y);
  if (wrong >= 0) throw new RefusedModel("bad-input", [], `row ${seen.names[wrong]} has outcome ${seen.y[wrong]} (expected 0 or 1)`, [seen.names[wrong]]);
  const [others, events] = countLevels(seen, 2);
  if (events === 0 || others === 0) {
    throw new RefusedModel("constant-outcome", [], `the outcome is ${seen.y[0]} in all ${seen.y.length} rows: there is nothing to explain`);
  }
}

function firstNeither(y: Float64Array): number {
  for (let i = 0; i < y.length; i++) if (y[i] !== 0 && y[i] !== 1) return i;
  return -1;
}

export function refuseTooFewRows(rows: number, parameters: number): void {
  if (rows <= parameters) throw new RefusedModel("bad-input", [], `${rows} rows cannot estimate ${parameters} parameters (at least ${parameters + 1} are needed)`);
}

/** Where the column of ones under `const` is; null where the model has none. */
function constantColumn({ values, rows, columns }: Packed, terms: readonly string[]): number | null {
  const j = terms.indexOf("const");
  if (j < 0) return null;
  for (let i = 0; i < rows; i++) if (values[i * columns + j] !== 1) throw new RangeError("the column of the term `const` must be 1 in every row");
  return j;
}
