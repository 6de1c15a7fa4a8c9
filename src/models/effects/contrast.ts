import type { Fit } from "../fit";
import { asEffect } from "./averageMarginalEffects";
import type { Effect } from "./effect";

/** A difference between two effects: of two groups, two terms or two levels. */
export interface EffectContrast extends Omit<Effect, "group"> {
  /** `a − b`. */
  readonly contrast: string;
}

/** The difference a − b of two effects of one fit, with their covariance (they share the parameters). */
export function contrastEffects(fit: Fit, a: Effect, b: Effect, contrast: string): EffectContrast {
  const gradient = a.gradient.map((g, j) => g - b.gradient[j]);
  const { level } = a;
  return { ...asEffect(fit, a.term, a.type, { value: a.estimate - b.estimate, gradient }), ...(level === undefined ? {} : { level }), contrast };
}

/** For every term (and level), each pair of groups. */
export function contrastGroups(fit: Fit, effects: readonly Effect[]): EffectContrast[] {
  return effects.flatMap((a, i) => effects.slice(i + 1)
    .filter((b) => b.term === a.term && b.level === a.level && b.group !== a.group)
    .map((b) => contrastEffects(fit, b, a, `${b.group} − ${a.group}`)));
}
