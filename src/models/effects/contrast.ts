import type { Fit } from "../fit";
import { type Adjust, adjusted } from "./adjust";
import { asEffect } from "./averageMarginalEffects";
import type { Effect } from "./effect";
import { placeName } from "./contrastKinds";
import { grouped } from "../../grouped";

/** A difference between two effects: of two groups, two places, two terms or two levels. */
export interface EffectContrast extends Omit<Effect, "group" | "at"> {
  /** `a − b`. */
  readonly contrast: string;
  /** Corrected for the number of comparisons, where that was asked for; the interval is then of all together. */
  readonly pAdjusted?: number;
}

/** The difference a − b of two effects of one fit, with their covariance (they share the parameters). */
export function contrastEffects(fit: Fit, a: Effect, b: Effect, contrast: string): EffectContrast {
  const gradient = a.gradient.map((g, j) => g - b.gradient[j]);
  const { level } = a;
  return { ...asEffect(fit, a.term, a.type, { value: a.estimate - b.estimate, gradient }), ...(level === undefined ? {} : { level }), contrast };
}

/**
 * For every term (and level), each pair of groups or places, or each against the first.
 *
 * @param adjust of the comparisons of one term and level together
 * @throws {RangeError} for Tukey's of anything but all pairs
 */
export function contrastGroups(fit: Fit, effects: readonly Effect[], kind: "pairwise" | "reference" = "pairwise", adjust: Adjust = "none"): EffectContrast[] {
  const families = grouped(effects, ({ term, level }) => JSON.stringify([term, level]));
  return [...families.values()].flatMap((family) => {
    const pairs = family.flatMap((a, i) => (kind === "reference" && i > 0 ? [] : family.slice(i + 1).map((b) => contrastEffects(fit, b, a, `${nameOf(b)} − ${nameOf(a)}`))));
    return adjust === "none" || pairs.length === 0 ? pairs : withAdjusted(pairs, adjust, family.length);
  });
}

const nameOf = ({ group, at }: Effect): string => group ?? placeName(at ?? {});

function withAdjusted(pairs: readonly EffectContrast[], adjust: Adjust, places: number): EffectContrast[] {
  const { p, widths } = adjusted(pairs.map(({ z, df = Infinity }) => ({ z, df })), adjust, 0.95, places);
  return pairs.map((pair, i) => ({ ...pair, pAdjusted: p[i], lower: pair.estimate - widths[i] * pair.standardError, upper: pair.estimate + widths[i] * pair.standardError }));
}
