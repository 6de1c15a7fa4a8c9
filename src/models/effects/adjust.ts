import { holm } from "../hypotheses/holm";
import { widthByT } from "../intervals";
import { twoSidedT } from "../numeric/studentT";
import { RefusedModel } from "../refusedModel";
import { rangeQuantile, rangeTail } from "../numeric/studentizedRange";

/** How the p of several comparisons are corrected for their number. */
export type Adjust = "none" | "holm" | "tukey";

/** A comparison's statistic, and the degrees of freedom of its t (Infinity for the normal). */
export interface Compared {
  readonly z: number;
  readonly df: number;
}

/** Corrected p, and half the width of intervals that hold for all comparisons together, in each one's standard errors. */
export interface Adjusted {
  readonly p: readonly number[];
  readonly widths: readonly number[];
}

/**
 * Corrects a family of comparisons. Holm's p have Bonferroni's intervals beside them (as R's emmeans), Tukey's are of all
 * pairs of so many places. A comparison that is 0 whatever the parameters (z is NaN) has no p, and Holm does not count it.
 *
 * @throws {RangeError} for Tukey's where they are not all pairs
 * @throws {RefusedModel} bad-input, for Tukey's of estimates judged by t, whose range it is not
 */
export function adjusted(rows: readonly Compared[], adjust: Adjust, level: number, places: number): Adjusted {
  const own = rows.map(({ z, df }) => twoSidedT(z, df));
  const widths = (each: number): number[] => rows.map(({ df }) => widthByT(each, df));
  if (adjust === "none") return { p: own, widths: widths(level) };
  if (adjust === "holm") {
    const tested = own.filter((p) => !Number.isNaN(p));
    const corrected = holm(tested).values();
    return { p: own.map((p) => (Number.isNaN(p) ? NaN : corrected.next().value!)), widths: widths(1 - (1 - level) / Math.max(1, tested.length)) };
  }
  if (places < 2 || rows.length !== (places * (places - 1)) / 2) throw new RangeError(`Tukey's correction is of all pairs: ${rows.length} comparisons are not those of ${places} places`);
  if (rows.some(({ df }) => df < Infinity)) throw new RefusedModel("bad-input", [], "Tukey's correction is of estimates judged by the normal, and these are judged by t: take Holm's");
  const width = rangeQuantile(1 - level, places) / Math.SQRT2;
  return { p: rows.map(({ z }) => (Number.isNaN(z) ? NaN : rangeTail(Math.abs(z) * Math.SQRT2, places))), widths: rows.map(() => width) };
}
