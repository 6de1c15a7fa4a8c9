import { BinaryLikelihood } from "./binaryLikelihood";
import { CumulativeLikelihood } from "./cumulativeLikelihood";
import type { LinkFunction } from "./links/link";
import { logLikOfCounts } from "./logLikOfCounts";
import type { Packed } from "./matrix";
import { maximise } from "./newton";
import { countLevels, meanOffset, type Observations, total } from "./observations";
import { noColumns } from "./orderedData";
import { RefusedModel } from "./refusedModel";

/**
 * Log-likelihood of the model without terms: in closed form, Σ nⱼ log(nⱼ/n) over the outcome's levels (for any link
 * and both families); with an offset there is none, and its cut points are fitted.
 */
export function nullLogLik(seen: Observations, levels: number, link: LinkFunction): number {
  if (!seen.offset) return logLikOfCounts(countLevels(seen, levels));
  const none = noColumns(seen.y.length);
  const likelihood = levels === 2
    ? new BinaryLikelihood({ rows: seen.y.length, columns: 1, values: new Float64Array(seen.y.length).fill(1) }, seen, link)
    : new CumulativeLikelihood(none, none, levels, seen, link);
  const start = levels === 2 ? Float64Array.of(startOfConstant(seen, link)) : startOfCutPoints(seen, levels, link);
  const maximum = maximise(likelihood, start, () => true);
  if (!maximum) throw new RefusedModel("not-converged", [], "the model without terms, needed for pseudo-R², was not reached");
  return maximum.logLik;
}

/** The constant of a binary model without terms, or near it where there is an offset: the offset's mean is taken off. */
export function startOfConstant(seen: Observations, link: LinkFunction): number {
  const [others, events] = countLevels(seen, 2);
  return link.quantile(events / (others + events)) - meanOffset(seen);
}

/** The cut points of an ordered model without terms, likewise: the quantiles of the cumulative shares. */
export function startOfCutPoints(seen: Observations, levels: number, link: LinkFunction): Float64Array {
  const counts = countLevels(seen, levels);
  const n = total(seen);
  const shift = meanOffset(seen);
  let below = 0;
  return Float64Array.from({ length: levels - 1 }, (_, cut) => link.quantile((below += counts[cut]) / n) + shift);
}

/** The same as parameters of a likelihood whose slopes may differ between cut points: all slopes 0. */
export function startOfGeneral({ seen, levels, link, size, block }: CumulativeLikelihood): Float64Array {
  const start = new Float64Array(size);
  startOfCutPoints(seen, levels, link).forEach((cut, j) => (start[j * block] = cut));
  return start;
}

/**
 * Parameters on orthogonal columns (of length √n) by which they take an offset back as far as they can, by least squares.
 * An ascent that begins there does not see what the columns share with the offset: at the model without terms a large
 * one would leave every row certain, and the likelihood flat.
 */
export function takingBack({ rows, columns, values }: Packed, offset: Float64Array): Float64Array {
  const back = new Float64Array(columns);
  for (let i = 0, at = 0; i < rows; i++) for (let j = 0; j < columns; j++) back[j] -= (values[at++] * offset[i]) / rows;
  return back;
}
