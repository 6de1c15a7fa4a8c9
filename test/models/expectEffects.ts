import { expect } from "vitest";
import type { Effect } from "../../src/models/effects/effect";
import { expectClose } from "./fixtures";

/** An effect as effects.R wrote it. */
export interface REffect {
  term: string;
  type: string;
  level: number | null;
  estimate: number;
  standardError: number;
}

export function expectEffects(effects: readonly Effect[], R: readonly REffect[], tolerance = 1e-8): void {
  expect(effects.map(({ term, type, level }) => [term, type, level ?? null])).toEqual(R.map(({ term, type, level }) => [term, type, level]));
  effects.forEach((effect, i) => {
    expectClose(effect.estimate, R[i].estimate, tolerance, R[i].standardError, effect.term);
    expectClose(effect.standardError, R[i].standardError, Math.max(tolerance, 1e-7), 0, effect.term);
  });
}
