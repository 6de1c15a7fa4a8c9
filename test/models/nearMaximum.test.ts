import { describe, expect, it } from "vitest";
import type { BlockedBinary } from "../../src/models/kernel/blockedBinary";
import { nearMaximum, type Slopes, startOfMany } from "../../src/models/nearMaximum";

/** A function by its slope and curvature in one parameter, with what was asked of it. */
function slopes(score: (x: number) => number, curvature: (x: number) => number, more: Partial<Slopes> = {}): Slopes & { asked: [number, boolean][] } {
  const asked: [number, boolean][] = [];
  return {
    size: 1, unit: 1, asked, provesOverlap: () => true,
    slopesAt: ([x], into, information) => { asked.push([x, information !== undefined]); into[0] = score(x); if (information) information[0] = curvature(x); return true; },
    ...more,
  };
}
const bowl = (more: Partial<Slopes> = {}) => slopes((x) => 3 - x, () => 1, more);
const found = (one: Slopes, near: number, root: number, known = {}) => { const at = nearMaximum(one, Float64Array.of(near), Float64Array.of(root), known); return at && [at.parameters[0], at.steps]; };

describe("the maximum from near it", () => {
  it("is reached with the information of another place, then with its own, which proves it", () => {
    const one = bowl();
    expect([found(one, 2, 1), one.asked]).toEqual([[3, 2], [[2, false], [3, true]]]);
    // Information 1.1² there: 1/1.21 of the way, and the rest with its own, which the third step sees.
    const other = bowl();
    expect(found(other, 2, 1.1)).toEqual([expect.closeTo(3, 12), 3]);
    expect(other.asked.map(([, information]) => information)).toEqual([false, true, true]);
  });

  it("keeps the information from a hundredth of a standard error on, where somebody has decided", () => {
    const one = bowl();
    expect([found(one, 2.99, 1.01, { decided: true }), one.asked.map(([, information]) => information)]).toEqual([[expect.closeTo(3, 10), 5], [false, false, false, false, false]]);
    const far = bowl();
    expect([found(far, 2.9, 1.01, { decided: true }), far.asked.map(([, information]) => information)]).toEqual([[expect.closeTo(3, 12), 3], [false, true, false]]);
  });

  it("begins with the score that is known there", () => {
    const one = bowl();
    expect([found(one, 2, 1, { score: (into: Float64Array) => (into[0] = 1) }), one.asked]).toEqual([[3, 2], [[3, true]]]);
  });

  it("is not decided where overlap is not proved, slopes are none, the information is none, or steps do not shrink", () => {
    const unproved = bowl({ provesOverlap: () => false });
    expect([found(unproved, 2, 1.001), unproved.asked.length]).toEqual([undefined, 20]);
    expect([found(bowl({ slopesAt: () => false }), 2, 1), found(slopes((x) => 3 - x, () => -1), 2, 1)]).toEqual([undefined, undefined]);
    // With information 4 a quarter of the way: the step after it, in its own standard errors, is longer.
    expect(found(bowl(), 2, 2)).toBeUndefined();
    // The other way round the first step goes too far, and back: 1/0.81 − 1 = 0.23 of the first.
    expect(found(bowl(), 2, 0.9)).toEqual([expect.closeTo(3, 12), 3]);
  });

  it("tells nearness in standard errors, whatever the weights", () => {
    const of = (unit: number) => slopes((x) => unit * (3 - x), () => unit, { unit });
    const weighed = [1, 1e6].map((unit) => { const one = of(unit); found(one, 2.99, Math.sqrt(unit) * 1.01, { decided: true }); return one.asked.map(([, information]) => information); });
    expect(weighed[1]).toEqual(weighed[0]);
  });

  it("needs columns that are apart", () => {
    const two = (share: number): Slopes => ({ size: 2, unit: 1, provesOverlap: () => true, slopesAt: ([x, y], score, information) => { score.set([-x, -y]); information?.set([1, 0, Math.sqrt(1 - share), 1]); return true; } });
    const start = [Float64Array.of(1e-6, 1e-6), Float64Array.of(1, 0, 0, 1)] as const;
    expect([nearMaximum(two(2e-4), ...start)?.steps, nearMaximum(two(0.5e-4), ...start)]).toEqual([2, undefined]);
  });
});

describe("where to begin with many rows", () => {
  /** The few rows' top is at `few`, that of all at 3; to look at all, it is told so. */
  function rows({ few = 2.5, proves = true, ends = true, curvature = 1 } = {}) {
    const told: number[] = [];
    const of = () => ((told.at(-1) ?? 1) === 1 ? { top: 3, times: 16 * curvature } : { top: few, times: 1 });
    const likelihood = {
      size: 1, unit: 1, provesOverlap: () => proves && told.at(-1) === 16, lookAt: (every: number) => void told.push(every),
      evaluate: ([x]: Float64Array, score: Float64Array, information: Float64Array) => { const { top, times } = of(); score[0] = times * (top - x); information[0] = times; return (-times * (top - x) ** 2) / 2; },
      slopesAt: ([x]: Float64Array, score: Float64Array, information?: Float64Array) => { const { top, times } = of(); score[0] = times * (top - x); if (information) information[0] = times; return ends; },
    };
    return { told, likelihood: likelihood as unknown as BlockedBinary };
  }
  const begin = (made: ReturnType<typeof rows>, n: number) => { const { at, steps } = startOfMany(made.likelihood, n, Float64Array.of(0)); return { at: at[0], steps, told: made.told }; };

  it("is the start that was given for fewer than 50,000", () => expect(begin(rows(), 49_999)).toEqual({ at: 0, steps: 0, told: [] }));

  it("is the maximum that slopes lead to from that of every sixteenth block, sixteen times as much information being there", () => {
    // One step from 2.5 arrives, since 16 times the information is right; the second sees it.
    expect(begin(rows(), 50_000)).toEqual({ at: 3, steps: 2, told: [16, 1] });
    expect(begin(rows({ curvature: 1.1 }), 50_000)).toMatchObject({ at: expect.closeTo(3, 9) as number, steps: 3, told: [16, 1] });
  });

  it("is the maximum of the few where slopes lead nowhere, and the start where the few have none", () => {
    expect(begin(rows({ ends: false }), 50_000)).toEqual({ at: 2.5, steps: 0, told: [16, 1] });
    expect(begin(rows({ proves: false }), 50_000)).toEqual({ at: 0, steps: 0, told: [16, 1] });
  });
});
