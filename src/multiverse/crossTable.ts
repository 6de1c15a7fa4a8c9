import type { Choice } from "./spec";

/** Sums of squares and products about the mean. */
export interface CrossTable {
  /** Of indicators with each other. */
  readonly cross: readonly Float64Array[];
  /** Of each outcome: indicators with it. */
  readonly withOutcomes: readonly Float64Array[];
  /** Of each outcome with itself. */
  readonly totals: readonly number[];
}

/**
 * Cross products of indicators of options, from one pass that counts which options stand together: no indicator is laid out, of
 * which there would be as many as options, each as long as there are universes.
 *
 * @param indicators  by decision, then option: the indicator's place; none of an option that others are compared with
 * @param outcomes    by outcome, then universe
 */
export function crossTable(indicators: ReadonlyMap<string, ReadonlyMap<string, number>>, universes: readonly Choice[], outcomes: readonly (readonly number[])[]): CrossTable {
  const [n, p] = [universes.length, [...indicators.values()].reduce((sum, { size }) => sum + size, 0)];
  const counts = Array.from({ length: p }, () => new Float64Array(p));
  const centred = outcomes.map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    return Float64Array.from(values, (value) => value - mean);
  });
  const withOutcomes = outcomes.map(() => new Float64Array(p));
  universes.forEach((options, i) => {
    const places: number[] = [];
    for (const [decision, at] of indicators) {
      const place = at.get(options[decision]);
      if (place !== undefined) places.push(place);
    }
    for (const a of places) {
      for (const b of places) counts[a][b]++;
      for (const [y, sums] of withOutcomes.entries()) sums[a] += centred[y][i];
    }
  });
  const own = counts.map((row, a) => row[a]);
  return {
    cross: counts.map((row, a) => row.map((count, b) => count - (own[a] * own[b]) / n)), withOutcomes,
    totals: centred.map((values) => values.reduce((sum, value) => sum + value * value, 0)),
  };
}
