import type { Interval } from "../published/printedNumber";
import { type Verdict, verdictOf } from "./check";
import type { Evidence, Reading } from "./evidence";
import { contains, overlaps } from "./printedInterval";

/** The range of p that a mark stands for; undefined where the legend does not have it. */
export const rangeOf = (stars: string, cutoffs: Reading["cutoffs"]): Interval | undefined => markRanges(cutoffs).find(({ mark }) => mark === stars)?.range;

/** The marks that a p of some interval may carry, the unmarked one first. */
export const marksIn = (p: Interval, cutoffs: Reading["cutoffs"]): string[] => markRanges(cutoffs).filter((one) => overlaps(p, one.range)).map(({ mark }) => mark);

/** What p, known as well as print tells it, says of a mark. */
export function verdictOn(stars: string, cutoffs: Reading["cutoffs"], { p, likelyP, face }: Pick<Evidence, "p" | "likelyP" | "face">): Verdict {
  const range = rangeOf(stars, cutoffs);
  if (!range) return "cannot-tell";
  return verdictOf({
    some: overlaps(p, range),
    all: contains(range, likelyP.lower) && contains(range, likelyP.upper),
    // A standard error printed as 0 has no face value to disagree with.
    face: face === undefined || contains(range, face),
  });
}

/** The range of p that each mark of a legend stands for, the unmarked one first. */
function markRanges(cutoffs: Readonly<Record<string, string>>): { mark: string; range: Interval }[] {
  const byP = Object.entries(cutoffs).map(([mark, p]) => ({ mark, p: Number(p) })).sort((a, b) => b.p - a.p);
  const limits = [1, ...byP.map(({ p }) => p), 0];
  return ["", ...byP.map(({ mark }) => mark)].map((mark, i) => ({ mark, range: { lower: limits[i + 1], upper: limits[i] } }));
}
