import { holm } from "../hypotheses/holm";
import { waldWidth } from "../intervals";
import { twoSidedP } from "../numeric/normal";
import { rangeQuantile, rangeTail } from "../numeric/studentizedRange";

/** How the p of several comparisons are corrected for their number. */
export type Adjust = "none" | "holm" | "tukey";

/** Corrected p, and half the width of intervals that hold for all comparisons together, in standard errors. */
export interface Adjusted {
  readonly p: readonly number[];
  readonly width: number;
}

/**
 * Corrects a family of comparisons. Holm's p have Bonferroni's intervals beside them (as R's emmeans), Tukey's are of all
 * pairs of so many places.
 *
 * @throws {RangeError} for Tukey's where they are not all pairs
 */
export function adjusted(z: readonly number[], adjust: Adjust, level: number, places: number): Adjusted {
  if (adjust === "none") return { p: z.map(twoSidedP), width: waldWidth(level) };
  if (adjust === "holm") return { p: holm(z.map(twoSidedP)), width: waldWidth(1 - (1 - level) / z.length) };
  if (places < 2 || z.length !== (places * (places - 1)) / 2) throw new RangeError(`Tukey's correction is of all pairs: ${z.length} comparisons are not those of ${places} places`);
  return { p: z.map((one) => rangeTail(Math.abs(one) * Math.SQRT2, places)), width: rangeQuantile(1 - level, places) / Math.SQRT2 };
}
