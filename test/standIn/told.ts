import type { Random } from "../../src/standIn/random";

export type Weights = Readonly<Record<string, number>>;

/** Answers every question put to chance as it is told, and keeps what was asked: weights, chances in a hundred, one of how many. */
export function told(picks: readonly string[], happens: readonly boolean[] = [], below: number | readonly number[] = 0) {
  const [asked, chances, counts]: [Weights[], number[], number[]] = [[], [], []];
  const random = {
    pick: (weights: Weights) => { asked.push(weights); return picks[asked.length - 1] ?? Object.keys(weights)[0]; },
    happens: (chance: number) => { chances.push(chance); return happens[chances.length - 1]; },
    below: (n: number) => { counts.push(n); return typeof below === "number" ? below : below[counts.length - 1]; },
  } as unknown as Random;
  return { random, asked, chances, counts };
}

export const total = (weights: Weights): number => Object.values(weights).reduce((sum, weight) => sum + weight, 0);
