import { BinaryLikelihood } from "../binaryLikelihood";
import { CumulativeLikelihood } from "../cumulativeLikelihood";
import type { Family, Link } from "../fit";
import { BlockedBinary } from "../kernel/blockedBinary";
import { BlockedOrdered } from "../kernel/blockedOrdered";
import { type LinkFunction, linkFunction } from "../links/link";
import type { Packed } from "../matrix";
import { withoutTerms } from "../binaryMaximum";
import { afterStep, type Likelihood, sureMaximum, TO_STEP } from "../newton";
import type { Observations } from "../observations";
import { noColumns } from "../orderedData";
import { withoutSlopes } from "../orderedMaximum";
import { type Scaling, standardise } from "../standardise";

/** One design that is fitted to many outcomes. */
export interface RepeatedModel {
  readonly family: Family;
  readonly link: Link;
  /** Of a binary outcome the first column is the constant, of an ordered one there is none. */
  readonly X: Packed;
  /** Levels of an ordered outcome, low to high; [0, 1] of a binary one. */
  readonly levels: readonly number[];
}

/** What is wanted beside the estimate; clusters by number from 0. */
export type RepeatedCovariance = "classical" | "HC1" | { readonly clusters: ArrayLike<number>; readonly count: number };

type Repeatable = Likelihood & { pullsAlong(direction: Float64Array, out: Float64Array): void };

/**
 * Fits one design to outcome after outcome, as `fitBinary` and `fitOrdered` do, without what only one fit needs: the design is
 * checked, standardised and laid out once, each ascent begins where the first one ended, and of the covariance only what is
 * asked for is worked out.
 *
 * Estimates are those of the plain estimators to 1e-9 standard errors, standard errors to 1e-5 of themselves. Whatever needs a
 * second look (an outcome without one of its levels, no proof of overlap, columns that are nearly dependent) is not decided
 * here: `fit` says false, and the plain estimator is to be asked.
 */
export class RepeatedFit {
  private readonly seen: Observations;
  private readonly likelihood: Repeatable;
  private readonly scaling: Scaling;
  private readonly link: LinkFunction;
  /** Parameters before the first slope: the constant, or the cut points. */
  private readonly before: number;
  private readonly pulls: Float64Array;
  private readonly usable: boolean;
  private start: Float64Array | undefined;
  private parameters: Float64Array = new Float64Array();
  private root: Float64Array = new Float64Array();

  constructor(private readonly model: RepeatedModel) {
    const { family, X, levels } = model;
    this.link = linkFunction(model.link);
    this.seen = { y: new Float64Array(X.rows), names: [] };
    this.pulls = new Float64Array(X.rows);
    this.before = family === "binomial" ? 1 : levels.length - 1;
    let sound = true;
    if (this.link.name === "logit") {
      const blocked = family === "binomial" ? new BlockedBinary(X, 0, this.seen) : new BlockedOrdered(X, levels.length, this.seen);
      this.scaling = blocked instanceof BlockedBinary ? blocked.design : blocked.common;
      sound = (blocked instanceof BlockedBinary ? blocked.design : blocked.common).sound;
      this.likelihood = blocked;
    } else {
      const Z = standardise(X, family === "binomial" ? 0 : undefined);
      this.scaling = Z;
      this.likelihood = family === "binomial" ? new BinaryLikelihood(Z, this.seen, this.link) : new CumulativeLikelihood(Z, noColumns(X.rows), levels.length, this.seen, this.link);
    }
    this.usable = sound && X.rows > this.likelihood.size;
  }

  /** @returns false where the plain estimator must decide */
  fit(y: ArrayLike<number>): boolean {
    if (!this.usable || !this.take(y)) return false;
    const maximum = sureMaximum(this.likelihood, this.start ?? this.without(), TO_STEP);
    if (!maximum) return false;
    this.start ??= maximum.parameters.slice();
    this.parameters = afterStep(maximum);
    this.root = maximum.root;
    return true;
  }

  /** Of a column of the design, at the last fit; in the column's own unit. */
  estimate(column: number): number {
    return this.parameters[this.place(column)] / this.scaling.scale[column];
  }

  standardError(column: number, covariance: RepeatedCovariance): number {
    const { root, likelihood: { size: m }, pulls } = this;
    const at = this.place(column) * m;
    const own = root.subarray(at, at + m);
    if (covariance === "classical") return Math.sqrt(own.reduce((sum, value) => sum + value * value, 0)) / this.scaling.scale[column];
    const direction = Float64Array.from({ length: m }, (_, i) => own.reduce((sum, value, c) => sum + value * root[i * m + c], 0));
    this.likelihood.pullsAlong(direction, pulls);
    const n = pulls.length;
    const [sums, times] = covariance === "HC1" ? [pulls, n / (n - m)] : [byCluster(pulls, covariance), covariance.count / (covariance.count - 1)];
    return Math.sqrt(times * sums.reduce((sum, value) => sum + value * value, 0)) / this.scaling.scale[column];
  }

  /** At the last fit, on the design as given: P(above cut c) = F(x·slopes − cuts[c]); a binary outcome has one cut. */
  linear(): { readonly slopes: Float64Array; readonly cuts: Float64Array } {
    const { parameters, before, scaling: { centre, scale } } = this;
    const first = this.model.family === "binomial" ? 1 : 0;
    const slopes = scale.map((unit, j) => (j < first ? 0 : parameters[this.place(j)] / unit));
    const shift = slopes.reduce((sum, slope, j) => sum + slope * centre[j], 0);
    return { slopes, cuts: Float64Array.from({ length: before }, (_, c) => (first === 1 ? -parameters[c] : parameters[c]) + shift) };
  }

  /**
   * How the estimate of a column answers, to first order, to each row's having the next higher level: by cut, then row. Is at the
   * last fit, and takes its place: the next thing to ask for is another fit.
   */
  responses(column: number): Float64Array[] {
    const { root, likelihood, likelihood: { size: m }, seen, model: { levels }, scaling: { scale } } = this;
    const at = this.place(column) * m;
    const direction = Float64Array.from({ length: m }, (_, i) => root.subarray(at, at + m).reduce((sum, value, c) => sum + value * root[i * m + c], 0) / scale[column]);
    const byLevel = levels.map((_, level) => {
      seen.y.fill(level);
      if (likelihood instanceof BlockedBinary || likelihood instanceof BlockedOrdered) likelihood.observe(seen);
      likelihood.evaluate(this.parameters, new Float64Array(m), new Float64Array(m * m));
      const pulls = new Float64Array(seen.y.length);
      likelihood.pullsAlong(direction, pulls);
      return pulls;
    });
    return byLevel.slice(1).map((pulls, c) => pulls.map((pull, i) => pull - byLevel[c][i]));
  }

  /** Hands the kernel's memory on. */
  release(): void {
    if ("release" in this.likelihood) (this.likelihood as BlockedBinary | BlockedOrdered).release();
  }

  private place(column: number): number {
    return this.model.family === "binomial" ? column : this.before + column;
  }

  /** Takes the answers; false where some level has none. */
  private take(answers: ArrayLike<number>): boolean {
    const { levels } = this.model;
    const { likelihood, seen: { y } } = this;
    const counts = new Int32Array(levels.length);
    for (let i = 0; i < y.length; i++) {
      let level = 0;
      while (level < levels.length && levels[level] !== answers[i]) level++;
      if (level === levels.length) return false;
      y[i] = level;
      counts[level]++;
    }
    if (likelihood instanceof BlockedBinary || likelihood instanceof BlockedOrdered) likelihood.observe(this.seen);
    return !counts.includes(0);
  }

  /** The model without slopes. */
  private without(): Float64Array {
    const { model: { family, X: design, levels }, seen, link } = this;
    return family === "binomial" ? withoutTerms({ design, seen, constant: 0 }, link) : withoutSlopes({ design, seen }, levels, link);
  }
}

function byCluster(pulls: Float64Array, { clusters, count }: { readonly clusters: ArrayLike<number>; readonly count: number }): Float64Array {
  const sums = new Float64Array(count);
  for (let i = 0; i < pulls.length; i++) sums[clusters[i]] += pulls[i];
  return sums;
}
