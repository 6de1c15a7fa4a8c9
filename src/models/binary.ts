import { binaryData } from "./binaryData";
import { backOfBinary, binaryMaximum } from "./binaryMaximum";
import { certify } from "./certificate";
import type { Fit, Link } from "./fit";
import { tables } from "./inference";
import { linkFunction } from "./links/link";
import type { Matrix, Packed } from "./matrix";
import { TOO_CLOSE } from "./modelChecks";
import type { Maximum } from "./newton";
import { nullLogLik } from "./nullModel";
import { countLevels, type Observations, type RowOptions, total } from "./observations";
import { pseudoR2 } from "./pseudoR2";
import { type Scaling, transformVector } from "./standardise";

export interface BinaryOptions extends RowOptions {
  /** Default logit. */
  readonly link?: Link | undefined;
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
  const fit = describeBinary({ scaling, seen: data.seen, constant: data.constant }, link.name, maximum, terms);
  return undecided ? { ...fit, warnings: [TOO_CLOSE] } : fit;
}

/** The fit that a maximum on the standardised design stands for. */
export function describeBinary(
  { scaling, seen, constant }: { scaling: Scaling; seen: Observations; constant: number | null }, link: Link, maximum: Maximum, terms: readonly string[],
): Fit {
  const k = terms.length;
  const back = backOfBinary(scaling, constant);
  const n = total(seen);
  const { logLik, root, parameters } = maximum;
  const logLikNull = nullLogLik(seen, 2, linkFunction(link));
  const table = tables({ centre: scaling.centre, scale: scaling.scale, parameters, root, bread: root, back }, terms, k);
  return {
    family: "binomial", link, n, events: countLevels(seen, 2)[1], converged: true, iterations: maximum.iterations, logLik, logLikNull,
    aic: 2 * k - 2 * logLik, bic: k * Math.log(n) - 2 * logLik, pseudoR2: pseudoR2(logLik, logLikNull, n),
    ...table, covarianceKind: "observed", penalised: false,
    certificate: certify(maximum, transformVector(back, maximum.nextStep), terms, table.coefficients.map((row) => row.estimate)), warnings: [],
  };
}
