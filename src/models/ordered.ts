import { refuseTooFewRows, TOO_CLOSE } from "./binary";
import { OUT_OF_REACH } from "./binaryMaximum";
import { certify } from "./certificate";
import { asCoefficient } from "./coefficients";
import { refuseCollinear } from "./collinear";
import { CumulativeLikelihood } from "./cumulativeLikelihood";
import type { Fit, Link } from "./fit";
import { type LinkFunction, linkFunction } from "./links/link";
import { BlockedOrdered } from "./kernel/blockedOrdered";
import { asRows, checkPacked, isPacked, type Matrix, pack, type Packed } from "./matrix";
import { type Likelihood, maximise, type Maximum } from "./newton";
import { nullLogLik } from "./nullModel";
import { countLevels, type Observations, observe, type RowOptions, total } from "./observations";
import { pseudoR2 } from "./pseudoR2";
import { RefusedModel } from "./refusedModel";
import { refuseSeparation } from "./separation/refuseSeparation";
import { backTransform, type Scaling, standardise, transformCovariance, transformVector } from "./standardise";

export interface OrderedOptions extends RowOptions {
  /** Default logit. */
  readonly link?: Link;
}

/** An outcome's level as the user names it. */
export type Level = string | number;

/**
 * Ordered logit (proportional odds) by maximum likelihood: `fitOrdered` with its default link.
 *
 * P(y ≤ j) = logit⁻¹(θⱼ − xβ), so a positive slope goes with higher levels.
 *
 * @param X      design, n × k, as rows or packed; a column under the term `const` is left out, since the cut points take its place
 * @param y      outcomes, length n, each one of `levels`
 * @param terms  names of X's columns, in order
 * @param levels all levels, low to high
 * @returns      slopes, thresholds, and their covariance (observed information)
 * @throws {RefusedModel} bad-input, constant-outcome, collinear, separation or not-converged, naming terms
 *
 * Source: McCullagh (1980), JRSS B 42; R `ordinal::clm`, test/fixtures/models/ordered.R.
 */
export function fitOrderedLogit(
  X: Matrix | Packed, y: readonly Level[], terms: readonly string[], levels: readonly Level[], options: Omit<OrderedOptions, "link"> = {},
): Fit {
  return fitOrdered(X, y, terms, levels, { ...options, link: "logit" });
}

/** The same for any link. */
export function fitOrdered(X: Matrix | Packed, y: readonly Level[], terms: readonly string[], levels: readonly Level[], options: OrderedOptions = {}): Fit {
  const data = orderedData(X, y, terms, levels, options);
  return orderedMaximum(data, levels, linkFunction(options.link ?? "logit"), (likelihood, maximum, undecided) =>
    describe(likelihood, maximum, data.slopes, levels, undecided));
}

/**
 * Finds the maximum of an ordered model's likelihood and hands it over with the likelihood, which does not outlive the call.
 *
 * @param closeEnough as `maximise`
 * @param start the standardised parameters to begin at; the model without slopes where absent
 * @throws {RefusedModel} collinear, separation or not-converged, naming terms
 */
export function orderedMaximum<T>(
  { design, seen, slopes }: OrderedData, levels: readonly Level[], link: LinkFunction,
  use: (likelihood: OrderedLikelihood, maximum: Maximum, undecided: boolean) => T, start: (likelihood: OrderedLikelihood) => Float64Array = startFrom, closeEnough?: number,
): T {
  const plain = (): CumulativeLikelihood => plainLikelihood(design, levels.length, seen, link);
  const refuseDependent = (): void => refuseCollinear(standardise(design, undefined), slopes);
  if (seen.offset) refuseDependent(); // extreme offsets could hide dependence from the information
  let undecided = false;
  const mayExist = (): boolean => {
    undecided = "undecided" === refuseSeparation({
      cone: plain().cone(), seen, levels,
      terms: [...thresholdNames(levels).map(() => null), ...slopes],
      valueOf: (term, i) => design.values[i * design.columns + slopes.indexOf(term)],
    });
    return true;
  };
  const likelihood = link.name === "logit" ? new BlockedOrdered(design, levels.length, seen) : plain();
  const ordered = likelihood as Likelihood & OrderedLikelihood;
  try {
    const maximum = maximise(ordered, start(ordered), mayExist, refuseDependent, closeEnough);
    if (!maximum) throw new RefusedModel("not-converged", slopes, OUT_OF_REACH);
    return use(ordered, maximum, undecided);
  } finally {
    if (likelihood instanceof BlockedOrdered) likelihood.release();
  }
}

/** The data of an ordered model. */
export interface OrderedData {
  /** Slopes only, as given. */
  readonly design: Packed;
  readonly seen: Observations;
  readonly slopes: readonly string[];
}

/** What the fit needs to know of its likelihood, plain or in the fast kernel. */
export type OrderedLikelihood = Pick<CumulativeLikelihood, "seen" | "levels" | "cuts" | "block" | "size" | "link"> & { readonly common: Scaling };

const plainLikelihood = (design: Packed, levels: number, seen: Observations, link: LinkFunction): CumulativeLikelihood =>
  new CumulativeLikelihood(standardise(design, undefined), noColumns(design.rows), levels, seen, link);

/** Checks the data of an ordered model and brings them into the form the likelihood takes. */
export function orderedData(
  X: Matrix | Packed, y: readonly Level[], terms: readonly string[], levels: readonly Level[], options: RowOptions,
): { design: Packed; seen: Observations; slopes: string[] } {
  const columns = isPacked(X) ? X.columns : X[0]?.length ?? terms.length;
  if (columns !== terms.length) throw new RangeError(`the design has ${columns} columns for ${terms.length} terms`);
  const repeated = terms.find((term, j) => terms.indexOf(term) !== j);
  if (repeated !== undefined) throw new RefusedModel("bad-input", [repeated], `${repeated} is named twice among the terms`);
  const slopes = terms.filter((term) => term !== "const");
  const kept = slopes.map((term) => terms.indexOf(term));
  const { X: design, seen } = observe(isPacked(X) ? select(checkPacked(X), kept) : pack(X, kept), levelIndices(y, levels, options), options);
  refuseOrdered(design, seen, levels);
  return { design, seen, slopes };
}

/** Refuses an outcome with a level nobody has, or with one level, and fewer rows than parameters. */
export function refuseOrdered(design: Packed, seen: Observations, levels: readonly Level[]): void {
  refuseOutcome(seen, levels);
  refuseTooFewRows(design.rows, design.columns + levels.length - 1);
}

/** Some columns of a packed design. */
function select(X: Packed, kept: readonly number[]): Packed {
  if (kept.length === X.columns) return X;
  const values = new Float64Array(X.rows * kept.length);
  for (let i = 0, to = 0; i < X.rows; i++) for (const j of kept) values[to++] = X.values[i * X.columns + j];
  return { rows: X.rows, columns: kept.length, values };
}

/** `1|2`, `2|3`, …: what lies between two neighbouring levels. */
export const thresholdNames = (levels: readonly Level[]): string[] => levels.slice(1).map((level, j) => `${levels[j]}|${level}`);

export const noColumns = (rows: number): Packed => ({ rows, columns: 0, values: new Float64Array(0) });

function levelIndices(y: readonly Level[], levels: readonly Level[], { rows }: RowOptions): Float64Array {
  const index = new Map(levels.map((level, j) => [level, j]));
  if (index.size < levels.length) throw new RefusedModel("bad-input", [], `a level is named twice (${levels.join(", ")})`);
  return Float64Array.from(y, (value, i) => {
    const j = index.get(value);
    if (j === undefined) {
      const row = rows?.[i] ?? i + 1;
      throw new RefusedModel("bad-input", [], `row ${row} has outcome ${value}, which is not among the levels (${levels.join(", ")})`, [row]);
    }
    return j;
  });
}

function refuseOutcome(seen: Observations, levels: readonly Level[]): void {
  const counts = countLevels(seen, levels.length);
  const observed = levels.filter((_, j) => counts[j] > 0);
  if (observed.length < 2) {
    throw new RefusedModel("constant-outcome", [], `the outcome is ${observed[0]} in all ${seen.y.length} rows: there is nothing to explain`);
  }
  const empty = levels.filter((_, j) => counts[j] === 0);
  if (empty.length > 0) throw new RefusedModel("bad-input", [], `no row has outcome ${empty.join(" or ")}: leave the level out, or merge it with its neighbour`);
}

/** The model without slopes, whose cut points have a closed form: the quantiles of the cumulative shares. */
export function startFrom({ seen, levels, block, size, link }: Omit<OrderedLikelihood, "common">): Float64Array {
  const start = new Float64Array(size);
  const counts = countLevels(seen, levels);
  const n = total(seen);
  let below = 0;
  for (let cut = 0; cut < levels - 1; cut++) {
    below += counts[cut];
    start[cut * block] = link.quantile(below / n);
  }
  return start;
}

function describe(likelihood: OrderedLikelihood, maximum: Maximum, slopes: readonly string[], levels: readonly Level[], undecided: boolean): Fit {
  const { seen, cuts, size: m } = likelihood;
  const names = [...slopes, ...thresholdNames(levels)];
  const back = slopesFirst(likelihood);
  const estimates = transformVector(back, maximum.parameters);
  const covariance = transformCovariance(back, maximum.covariance, m);
  const standardError = (j: number): number => Math.sqrt(covariance[j * m + j]);
  const n = total(seen);
  const { logLik } = maximum;
  const logLikNull = seen.offset ? nullWithOffset(seen, levels.length, likelihood.link) : nullLogLik(countLevels(seen, levels.length));
  return {
    family: "ordered", link: likelihood.link.name, n, events: null, converged: true, iterations: maximum.iterations, logLik, logLikNull,
    aic: 2 * m - 2 * logLik, bic: m * Math.log(n) - 2 * logLik, pseudoR2: pseudoR2(logLik, logLikNull, n),
    coefficients: slopes.map((term, j) => asCoefficient(term, estimates[j], standardError(j))),
    thresholds: thresholdNames(levels).map((between, j) =>
      ({ between, estimate: estimates[m - cuts + j], standardError: standardError(m - cuts + j) })),
    covariance: { terms: names, values: asRows(covariance, m) }, covarianceKind: "observed", penalised: false, levels,
    certificate: certify(maximum, transformVector(back, maximum.nextStep), names, estimates),
    warnings: undecided ? [TOO_CLOSE] : [],
  };
}

/** Back to the design as given, and from (thresholds, slopes) to (slopes, thresholds). */
export function slopesFirst({ common, cuts, size: m }: OrderedLikelihood): Float64Array {
  const thresholds = Array.from({ length: cuts }, (_, cut) => cut);
  const back = backTransform(common, [
    ...thresholds.map(() => ({ column: -1, sign: 1 as const, constants: [] })),
    ...Array.from({ length: m - cuts }, (_, column) => ({ column, sign: -1 as const, constants: thresholds })),
  ]);
  const ordered = new Float64Array(m * m);
  for (let row = 0; row < m; row++) ordered.set(back.subarray(((row + cuts) % m) * m, (((row + cuts) % m) + 1) * m), row * m);
  return ordered;
}

function nullWithOffset(seen: Observations, levels: number, link: LinkFunction): number {
  const likelihood = new CumulativeLikelihood(noColumns(seen.y.length), noColumns(seen.y.length), levels, seen, link);
  const maximum = maximise(likelihood, startFrom(likelihood), () => true);
  if (!maximum) throw new RefusedModel("not-converged", [], "the model without terms, needed for pseudo-R², was not reached");
  return maximum.logLik;
}
