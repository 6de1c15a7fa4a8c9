import type { Bilingual } from "../../bilingual";
import type { Fit } from "../fit";

/** Below this, estimates and their intervals are not to be relied on (Peduzzi et al. 1996). */
export const ENOUGH_EVENTS = 10;

/** Of the rarer outcome, how many rows there are for each slope; null for an ordered outcome. */
export function eventsPerVariable({ family, n, events, coefficients }: Fit): number | null {
  if (family !== "binomial" || events === null) return null;
  const slopes = coefficients.filter(({ term }) => term !== "const").length;
  return slopes === 0 ? null : Math.min(events, n - events) / slopes;
}

/**
 * A warning where they are too few, else undefined.
 * Source: Peduzzi et al. (1996), J. Clinical Epidemiology 49.
 */
export function fewEventsWarning(fit: Fit): Bilingual | undefined {
  const each = eventsPerVariable(fit);
  if (each === null || each >= ENOUGH_EVENTS) return undefined;
  const shown = each.toFixed(1);
  return {
    en: `Only ${shown} events per variable (fewer than ${ENOUGH_EVENTS}): estimates lean away from 0 and intervals are too narrow.`,
    zh: `每个变量只有 ${shown} 个事件（少于 ${ENOUGH_EVENTS}）：系数偏离 0，置信区间过窄。`,
  };
}
