import { certify } from "./certificate";
import type { Fit, Link } from "./fit";
import { tables } from "./inference";
import { type LinkFunction, linkFunction } from "./links/link";
import type { Matrix, Packed } from "./matrix";
import { TOO_CLOSE } from "./modelChecks";
import { nullLogLik } from "./nullModel";
import { type RowOptions, total } from "./observations";
import { type Level, type OrderedData, orderedData, thresholdNames } from "./orderedData";
import { type OrderedMaximum, orderedMaximum, rotated, slopesFirst } from "./orderedMaximum";
import { pseudoR2 } from "./pseudoR2";
import { transformVector } from "./standardise";

export type { Level };

export interface OrderedOptions extends RowOptions {
  /** Default logit. */
  readonly link?: Link | undefined;
}

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
  const link = linkFunction(options.link ?? "logit");
  return describeOrdered(data, levels, link, orderedMaximum(data, levels, link));
}

/** The fit that a maximum on the standardised design stands for. */
function describeOrdered({ seen, slopes }: OrderedData, levels: readonly Level[], link: LinkFunction, { maximum, scaling, undecided }: OrderedMaximum): Fit {
  const names = [...slopes, ...thresholdNames(levels)];
  const m = names.length;
  const back = slopesFirst(scaling, slopes.length, levels.length - 1);
  const parameters = rotated(maximum.parameters, 1, levels.length - 1);
  const root = rotated(maximum.root, m, levels.length - 1);
  const table = tables({ centre: scaling.centre, scale: scaling.scale, parameters, root, bread: root, back }, names, slopes.length);
  const n = total(seen);
  const { logLik } = maximum;
  const logLikNull = nullLogLik(seen, levels.length, link);
  const estimates = [...table.coefficients, ...table.thresholds!].map((row) => row.estimate);
  return {
    family: "ordered", link: link.name, n, events: null, converged: true, iterations: maximum.iterations, logLik, logLikNull,
    aic: 2 * m - 2 * logLik, bic: m * Math.log(n) - 2 * logLik, pseudoR2: pseudoR2(logLik, logLikNull, n),
    ...table, covarianceKind: "observed", penalised: false, levels,
    certificate: certify(maximum, transformVector(back, rotated(maximum.nextStep, 1, levels.length - 1)), names, estimates),
    warnings: undecided ? [TOO_CLOSE] : [],
  };
}
