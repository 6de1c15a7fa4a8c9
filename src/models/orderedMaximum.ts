import { type OrthogonalColumns, orthogonalColumns, unmix } from "./collinear";
import { CumulativeLikelihood } from "./cumulativeLikelihood";
import { BlockedOrdered } from "./kernel/blockedOrdered";
import type { LinkFunction } from "./links/link";
import { OUT_OF_REACH } from "./modelChecks";
import type { Packed } from "./matrix";
import { startOfMany } from "./nearMaximum";
import { carriedBack, maximise, type Maximum } from "./newton";
import { startOfCutPoints, takingBack } from "./nullModel";
import type { Observations } from "./observations";
import { type Level, noColumns, type OrderedData, thresholdNames } from "./orderedData";
import { refinedRoot } from "./refinedRoot";
import { RefusedModel } from "./refusedModel";
import { decideCone } from "./separation/cone";
import { refuseSeparation } from "./separation/refuseSeparation";
import { backTransform, type Scaling, transformVector } from "./standardise";

export interface OrderedMaximum {
  /** On the standardised design: thresholds, then slopes. */
  readonly maximum: Maximum;
  readonly scaling: Scaling;
  /** Whether it exists was too close to call. */
  readonly undecided: boolean;
}

/**
 * The maximum of an ordered model's likelihood. Where columns are nearly combinations of others, it is sought on
 * orthogonal columns, and carried back to the standardised ones.
 *
 * @param near estimates (slopes, then thresholds, of the design as given) to begin at; at the model without slopes where absent
 * @param closeEnough as `maximise`
 * @throws {RefusedModel} collinear, separation or not-converged, naming terms
 */
export function orderedMaximum(data: OrderedData, levels: readonly Level[], link: LinkFunction, near?: Float64Array, closeEnough?: number): OrderedMaximum {
  const { design, seen, slopes, standardised } = data;
  const on = (columns: Packed): CumulativeLikelihood => plainLikelihood(columns, levels, seen, link);
  let orthogonal: OrthogonalColumns | undefined;
  const lookAtColumns = (): OrthogonalColumns => (orthogonal ??= orthogonalColumns(standardised(), slopes));
  if (seen.offset) lookAtColumns(); // extreme offsets could hide dependence from the information
  let undecided = false;
  const mayExist = (): boolean => {
    // The same question on orthogonal columns keeps its digits; who separates is asked of the columns themselves.
    if (orthogonal && decideCone(on(orthogonal).cone()).kind === "overlap") return true;
    undecided = "undecided" === refuseSeparation({
      cone: on(standardised()).cone(), seen, levels,
      terms: [...thresholdNames(levels).map(() => null), ...slopes],
      valueOf: (term, i) => design.values[i * design.columns + slopes.indexOf(term)],
    });
    return true;
  };
  const cuts = levels.length - 1;
  // A likelihood that is not concave has other maxima, and from there another may be nearer.
  const beside = link.bendsUpwards ? undefined : seen.offset;
  /** On orthogonal columns, where there is an offset; the columns' mean is 0, and the cut points take that of the offset. */
  const besideOffset = (offset: Float64Array): Float64Array => {
    const shift = offset.reduce((sum, o) => sum + o / offset.length, 0);
    return Float64Array.from([...startOfCutPoints({ ...seen, offset: undefined }, levels.length, link).map((cut) => cut + shift), ...takingBack(lookAtColumns(), offset)]);
  };
  const unmixed = (v: Float64Array): Float64Array => Float64Array.from([...v.subarray(0, cuts), ...unmix(lookAtColumns(), v.subarray(cuts))]);
  const plainly = (scaling: Scaling): Float64Array => {
    if (!beside) return withoutSlopes(data, levels, link);
    const start = unmixed(besideOffset(beside));
    return onScaling(transformVector(slopesFirst(standardised(), slopes.length, cuts), rotated(start, 1, cuts)), cuts, scaling);
  };
  const climb = (likelihood: CumulativeLikelihood | BlockedOrdered, scaling: Scaling): Maximum | undefined => {
    const start = near ? onScaling(near, levels.length - 1, scaling) : plainly(scaling);
    const { at, steps } = near || !(likelihood instanceof BlockedOrdered) ? { at: start, steps: 0 } : startOfMany(likelihood, design.rows, start);
    return maximise(likelihood, at, mayExist, () => lookAtColumns() !== undefined, closeEnough, steps);
  };

  const found = onStandardised(data, levels, link, climb);
  const direct = found.maximum;
  if (direct) return { scaling: found.scaling, undecided, maximum: carriedBack(direct, undefined, () => refinedRoot(direct, () => on(standardised()))) };
  const columns = lookAtColumns();
  const plain = on(columns);
  const climbed = maximise(plain, beside ? besideOffset(beside) : withoutSlopes(data, levels, link), mayExist, undefined, closeEnough);
  if (!climbed) throw new RefusedModel("not-converged", slopes, OUT_OF_REACH);
  return { scaling: standardised(), undecided, maximum: carriedBack(climbed, unmixed, () => refinedRoot(climbed, () => plain)) };
}

const plainLikelihood = (columns: Packed, levels: readonly Level[], seen: Observations, link: LinkFunction): CumulativeLikelihood =>
  new CumulativeLikelihood(columns, noColumns(columns.rows), levels.length, seen, link);

/** Runs `climb` on the likelihood: the logit's with its sums over rows in the fast kernel. */
function onStandardised(
  { design, seen, standardised }: OrderedData, levels: readonly Level[], link: LinkFunction,
  climb: (likelihood: CumulativeLikelihood | BlockedOrdered, scaling: Scaling) => Maximum | undefined,
): { maximum: Maximum | undefined; scaling: Scaling } {
  if (link.name !== "logit") return { maximum: climb(plainLikelihood(standardised(), levels, seen, link), standardised()), scaling: standardised() };
  const likelihood = new BlockedOrdered(design, levels.length, seen);
  try {
    return { maximum: likelihood.common.sound ? climb(likelihood, likelihood.common) : undefined, scaling: likelihood.common };
  } finally {
    likelihood.release();
  }
}

/** The model without slopes. */
export function withoutSlopes({ design, seen }: Pick<OrderedData, "design" | "seen">, levels: readonly Level[], link: LinkFunction): Float64Array {
  const start = new Float64Array(levels.length - 1 + design.columns);
  start.set(startOfCutPoints(seen, levels.length, link));
  return start;
}

/** Estimates (slopes, then thresholds) on the standardised design, thresholds first. */
function onScaling(estimates: Float64Array, cuts: number, { centre, scale }: Scaling): Float64Array {
  const k = centre.length;
  const parameters = new Float64Array(cuts + k);
  let shift = 0;
  for (let j = 0; j < k; j++) {
    parameters[cuts + j] = estimates[j] * scale[j];
    shift += estimates[j] * centre[j];
  }
  for (let cut = 0; cut < cuts; cut++) parameters[cut] = estimates[k + cut] - shift;
  return parameters;
}

/** Back to the design as given, of (slopes, thresholds). */
export function slopesFirst(scaling: Scaling, slopes: number, cuts: number): Float64Array {
  const thresholds = Array.from({ length: cuts }, (_, cut) => slopes + cut);
  return backTransform(scaling, [
    ...Array.from({ length: slopes }, (_, column) => ({ column, sign: -1 as const, constants: thresholds })),
    ...thresholds.map(() => ({ column: -1, sign: 1 as const, constants: [] })),
  ]);
}

/** From (thresholds, slopes) to (slopes, thresholds): the first `cuts` rows, of `width` numbers, go to the end. */
export function rotated(values: Float64Array, width: number, cuts: number): Float64Array {
  const result = new Float64Array(values.length);
  result.set(values.subarray(cuts * width));
  result.set(values.subarray(0, cuts * width), values.length - cuts * width);
  return result;
}
