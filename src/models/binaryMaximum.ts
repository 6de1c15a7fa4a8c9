import { BinaryLikelihood } from "./binaryLikelihood";
import { refuseCollinear } from "./collinear";
import { BlockedBinary } from "./kernel/blockedBinary";
import type { LinkFunction } from "./links/link";
import type { Packed } from "./matrix";
import { type Likelihood, maximise, type Maximum } from "./newton";
import { countLevels, type Observations } from "./observations";
import { RefusedModel } from "./refusedModel";
import { refuseSeparation } from "./separation/refuseSeparation";
import { type Scaling, standardise } from "./standardise";

/** The data overlap, so there is a maximum, but Newton's method did not get there. */
export const OUT_OF_REACH = "the likelihood's maximum was not reached: it is as good as flat there, as where data are nearly separated. Drop a term or merge a category.";

export interface BinaryData {
  /** As given. */
  readonly design: Packed;
  readonly seen: Observations;
  /** Where the column of ones is; null where there is none. */
  readonly constant: number | null;
}

/**
 * The maximum of a binary model's likelihood, on the standardised design.
 *
 * @param near estimates (on the design as given) to begin at; at the model without terms where absent
 * @param closeEnough as `maximise`
 * @throws {RefusedModel} collinear, separation or not-converged, naming terms
 */
export function binaryMaximum({ design, seen, constant }: BinaryData, terms: readonly string[], link: LinkFunction, near?: Float64Array, closeEnough?: number):
  { maximum: Maximum; scaling: Scaling; undecided: boolean } {
  const refuseDependent = (): void => refuseCollinear(standardise(design, constant), terms);
  if (seen.offset) refuseDependent(); // extreme offsets could hide dependence from the information
  let undecided = false;
  const mayExist = (): boolean => {
    undecided = "undecided" === refuseSeparation({
      cone: new BinaryLikelihood(standardise(design, constant), seen, link).cone(), seen, levels: [0, 1], firthOffered: link.name === "logit",
      terms: terms.map((term, j) => (j === constant ? null : term)),
      valueOf: (term, i) => design.values[i * design.columns + terms.indexOf(term)],
    });
    return true;
  };
  const { maximum, scaling } = climbing(design, constant, seen, link, (likelihood, on) =>
    maximise(likelihood, near ? standardised(near, constant, on) : withoutTerms(seen, constant, likelihood.size, link), mayExist, refuseDependent, closeEnough));
  if (!maximum) throw new RefusedModel("not-converged", terms, OUT_OF_REACH);
  return { maximum, scaling, undecided };
}

/** Runs `climb` on the likelihood: the logit's with its sums over rows in the fast kernel. */
function climbing(
  design: Packed, constant: number | null, seen: Observations, link: LinkFunction, climb: (likelihood: Likelihood, scaling: Scaling) => Maximum | undefined,
): { maximum: Maximum | undefined; scaling: Scaling } {
  if (link.name !== "logit") {
    const Z = standardise(design, constant);
    return { maximum: climb(new BinaryLikelihood(Z, seen, link), Z), scaling: Z };
  }
  const likelihood = new BlockedBinary(design, constant, seen);
  try {
    return { maximum: climb(likelihood, likelihood.design), scaling: likelihood.design };
  } finally {
    likelihood.release();
  }
}

/** The model without terms (with an offset, 0): one Newton step fewer. */
function withoutTerms(seen: Observations, constant: number | null, size: number, link: LinkFunction): Float64Array {
  const start = new Float64Array(size);
  const [others, events] = countLevels(seen, 2);
  if (constant !== null && !seen.offset) start[constant] = link.quantile(events / (others + events));
  return start;
}

/** Estimates on the design as given, on the standardised one. */
function standardised(estimates: Float64Array, constant: number | null, { centre, scale }: Scaling): Float64Array {
  const parameters = new Float64Array(estimates.length);
  let shift = 0;
  for (let j = 0; j < estimates.length; j++) {
    parameters[j] = estimates[j] * scale[j];
    shift += estimates[j] * centre[j];
  }
  if (constant !== null) parameters[constant] += shift;
  return parameters;
}
