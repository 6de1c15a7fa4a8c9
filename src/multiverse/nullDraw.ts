import { seededRandom } from "../models/numeric/random";
import { type CurveStatistics, statisticsOf } from "./curves";
import type { NullCurve } from "./nullCurve";
import { nullShifts } from "./nullShifts";
import { refitAll } from "./refitAll";

/** Of one draw; null where some universe could not be fitted to it. */
export type Draw = CurveStatistics | null;

/** Seeds of one's own for that many draws; a seed times this is still a whole number exactly. */
export const MOST_DRAWS = 2 ** 20;
export const LARGEST_SEED = 2 ** 32 - 1;

/** Draws everybody's answers: one uniform number a person, used for each of the outcomes. */
export function drawOutcomes({ arena, drawn, derived }: NullCurve, random: () => number): Map<number, Float64Array> {
  const uniform = Float64Array.from({ length: arena.people }, random);
  const outcomes = new Map(drawn.map(({ outcome, levels, above }) => [outcome, uniform.map((u, i) => {
    if (Number.isNaN(above[0][i])) return NaN;
    return levels[above.reduce((level, probabilities) => level + Number(u < probabilities[i]), 0)];
  })]));
  for (const { outcome, from, atLeast } of derived) {
    outcomes.set(outcome, outcomes.get(from)!.map((value) => (Number.isNaN(value) ? NaN : Number(value >= atLeast))));
  }
  return outcomes;
}

/**
 * Draws of a curve without effect, `from` to `to` − 1. Each has a seed of its own, so that it is the same whoever draws it.
 * Universe after universe is refitted to all of them: its design is laid out once.
 */
export function drawsOf(curve: NullCurve, seed: number, from: number, to: number): Draw[] {
  const drawn = Array.from({ length: to - from }, (_, i) => drawOutcomes(curve, seededRandom(seed * MOST_DRAWS + from + i)));
  const refitted = refitAll(curve, drawn, nullShifts(curve, drawn));
  return refitted.map((universes) => universes && statisticsOf(universes));
}

/** What a worker thread does with its share. */
export const drawShare = ({ curve, seed, from, to }: { curve: NullCurve; seed: number; from: number; to: number }): Draw[] => drawsOf(curve, seed, from, to);
