import type { BinaryData } from "../binaryData";
import { withoutTerms } from "../binaryMaximum";
import { BlockedBinary } from "../kernel/blockedBinary";
import type { BlockedDesign } from "../kernel/blockedDesign";
import { BlockedOrdered } from "../kernel/blockedOrdered";
import { logit } from "../links/logit";
import { nearMaximum } from "../nearMaximum";
import { afterStep, sureMaximum, TO_STEP } from "../newton";
import type { Observations } from "../observations";
import type { Level, OrderedData } from "../orderedData";
import { withoutSlopes } from "../orderedMaximum";
import type { Scaling } from "../standardise";

/** Parameters, and the standardised columns that they are of. */
export type OnColumns = readonly [parameters: Float64Array, columns: Scaling];
/** From how often each row is drawn to the parameters; undefined where the plain estimator must decide. */
export type DrawnFit = (counts: ArrayLike<number>) => OnColumns | undefined;

/**
 * Fits a logit to resample after resample of its rows, without what only one fit needs: the rows are checked, standardised and
 * laid out once, a resample is how often each counts, and each ascent begins at the maximum of all rows, its first step being
 * made with the information there.
 *
 * The parameters are those of the plain estimators to some 1e-10 standard errors. What needs a second look (no proof of overlap, which
 * there is none of without each level and more rows than parameters; columns that are nearly dependent) is not decided here.
 *
 * @returns undefined where all rows themselves need a second look, and where there is an offset
 */
export function drawnBinary({ design, seen, constant }: BinaryData): DrawnFit | undefined {
  if (seen.offset) return undefined;
  const likelihood = new BlockedBinary(design, constant, seen, true, true);
  return drawnFit(likelihood, likelihood.design, withoutTerms({ design, seen, constant }, logit), seen);
}

/** The same of an ordered logit; parameters: cut points, then slopes. */
export function drawnOrdered({ design, seen }: OrderedData, levels: readonly Level[]): DrawnFit | undefined {
  if (seen.offset) return undefined;
  const likelihood = new BlockedOrdered(design, levels.length, seen);
  return drawnFit(likelihood, likelihood.common, withoutSlopes({ design, seen }, levels, logit), seen);
}

function drawnFit(likelihood: BlockedBinary | BlockedOrdered, columns: BlockedDesign, start: Float64Array, { y }: Observations): DrawnFit | undefined {
  const whole = columns.sound ? sureMaximum(likelihood, start, TO_STEP) : undefined;
  if (!whole) {
    likelihood.release();
    return undefined;
  }
  const near = afterStep(whole);
  const score = likelihood instanceof BlockedBinary ? scoreAtNear(likelihood, near) : undefined;
  const drawn = { y, weights: new Float64Array(y.length), names: [] };
  return (counts) => {
    drawn.weights.set(counts);
    likelihood.reweigh(drawn);
    const maximum = nearMaximum(likelihood, near, whole.factored, { score });
    return maximum && [maximum.parameters, columns];
  };
}

/** All resamples begin at the same place: what each row pulls there is looked at once. */
function scoreAtNear(likelihood: BlockedBinary, near: Float64Array): (score: Float64Array) => void {
  likelihood.slopesAt(near, new Float64Array(near.length));
  likelihood.remember();
  return (score) => likelihood.rememberedScore(score);
}
