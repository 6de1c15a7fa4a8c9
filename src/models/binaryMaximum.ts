import type { BinaryData } from "./binaryData";
import { BinaryLikelihood } from "./binaryLikelihood";
import { type OrthogonalColumns, orthogonalColumns, unmix } from "./collinear";
import { BlockedBinary } from "./kernel/blockedBinary";
import type { LinkFunction } from "./links/link";
import { OUT_OF_REACH } from "./modelChecks";
import { startOfMany } from "./nearMaximum";
import { carriedBack, maximise, type Maximum } from "./newton";
import { startOfConstant, takingBack } from "./nullModel";
import { refinedRoot } from "./refinedRoot";
import { RefusedModel } from "./refusedModel";
import { decideCone } from "./separation/cone";
import { refuseSeparation } from "./separation/refuseSeparation";
import { backTransform, type Scaling, transformVector } from "./standardise";

export interface BinaryMaximum {
  /** On the standardised design. */
  readonly maximum: Maximum;
  readonly scaling: Scaling;
  /** Whether it exists was too close to call. */
  readonly undecided: boolean;
}

/**
 * The maximum of a binary model's likelihood. Where columns are nearly combinations of others, it is sought on
 * orthogonal columns, and carried back to the standardised ones.
 *
 * @param near estimates (on the design as given) to begin at; at the model without terms where absent
 * @param closeEnough as `maximise`
 * @throws {RefusedModel} collinear, separation or not-converged, naming terms
 */
export function binaryMaximum(data: BinaryData, terms: readonly string[], link: LinkFunction, near?: Float64Array, closeEnough?: number): BinaryMaximum {
  const { design, seen, constant, standardised } = data;
  let orthogonal: OrthogonalColumns | undefined;
  const lookAtColumns = (): OrthogonalColumns => (orthogonal ??= orthogonalColumns(standardised(), terms));
  if (seen.offset) lookAtColumns(); // extreme offsets could hide dependence from the information
  let undecided = false;
  const mayExist = (): boolean => {
    // The same question on orthogonal columns keeps its digits; who separates is asked of the columns themselves.
    if (orthogonal && decideCone(new BinaryLikelihood(orthogonal, seen, link).cone()).kind === "overlap") return true;
    undecided = "undecided" === refuseSeparation({
      cone: new BinaryLikelihood(standardised(), seen, link).cone(), seen, levels: [0, 1], firthOffered: link.name === "logit",
      terms: terms.map((term, j) => (j === constant ? null : term)),
      valueOf: (term, i) => design.values[i * design.columns + terms.indexOf(term)],
    });
    return true;
  };
  // A likelihood that is not concave has other maxima, and from there another may be nearer.
  const beside = seen.offset !== undefined && !link.bendsUpwards;
  /** On orthogonal columns, where there is an offset. */
  const besideOffset = (): Float64Array => {
    const start = takingBack(lookAtColumns(), seen.offset!);
    if (constant !== null) start[constant] += startOfConstant({ ...seen, offset: undefined }, link);
    return start;
  };
  const plainly = (scaling: Scaling): Float64Array =>
    beside ? onScaling(transformVector(backOfBinary(standardised(), constant), unmix(lookAtColumns(), besideOffset())), constant, scaling) : withoutTerms(data, link);
  const climb = (likelihood: BinaryLikelihood | BlockedBinary, scaling: Scaling): Maximum | undefined => {
    const start = near ? onScaling(near, constant, scaling) : plainly(scaling);
    const { at, steps } = near || !(likelihood instanceof BlockedBinary) ? { at: start, steps: 0 } : startOfMany(likelihood, design.rows, start);
    return maximise(likelihood, at, mayExist, () => lookAtColumns() !== undefined, closeEnough, steps);
  };

  const found = onStandardised(data, link, climb);
  const direct = found.maximum;
  if (direct) {
    const root = (): Float64Array => refinedRoot(direct, () => new BinaryLikelihood(standardised(), seen, link));
    return { scaling: found.scaling, undecided, maximum: carriedBack(direct, undefined, root) };
  }
  const columns = lookAtColumns();
  const plain = new BinaryLikelihood(columns, seen, link);
  const climbed = maximise(plain, beside ? besideOffset() : withoutTerms(data, link), mayExist, undefined, closeEnough);
  if (!climbed) throw new RefusedModel("not-converged", terms, OUT_OF_REACH);
  return { scaling: standardised(), undecided, maximum: carriedBack(climbed, (v) => unmix(columns, v), () => refinedRoot(climbed, () => plain)) };
}

/** Runs `climb` on the likelihood: the logit's with its sums over rows in the fast kernel. */
function onStandardised(
  { design, constant, seen, standardised }: BinaryData, link: LinkFunction, climb: (likelihood: BinaryLikelihood | BlockedBinary, scaling: Scaling) => Maximum | undefined,
): { maximum: Maximum | undefined; scaling: Scaling } {
  if (link.name !== "logit") {
    const Z = standardised();
    return { maximum: climb(new BinaryLikelihood(Z, seen, link), Z), scaling: Z };
  }
  const likelihood = new BlockedBinary(design, constant, seen);
  try {
    return { maximum: likelihood.design.sound ? climb(likelihood, likelihood.design) : undefined, scaling: likelihood.design };
  } finally {
    likelihood.release();
  }
}

/** The model without terms: one Newton step fewer. */
export function withoutTerms({ design, seen, constant }: Pick<BinaryData, "design" | "seen" | "constant">, link: LinkFunction): Float64Array {
  const start = new Float64Array(design.columns);
  if (constant !== null) start[constant] = startOfConstant(seen, link);
  return start;
}

/** Estimates on the design as given, on the standardised one. */
function onScaling(estimates: Float64Array, constant: number | null, { centre, scale }: Scaling): Float64Array {
  const parameters = new Float64Array(estimates.length);
  let shift = 0;
  for (let j = 0; j < estimates.length; j++) {
    parameters[j] = estimates[j] * scale[j];
    shift += estimates[j] * centre[j];
  }
  if (constant !== null) parameters[constant] += shift;
  return parameters;
}

/** Back to the design as given. */
export function backOfBinary(scaling: Scaling, constant: number | null): Float64Array {
  const constants = constant === null ? [] : [constant];
  return backTransform(scaling, Array.from(scaling.scale, (_, column) => ({ column: column === constant ? -1 : column, sign: 1, constants })));
}
