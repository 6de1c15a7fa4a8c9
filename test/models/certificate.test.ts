import { describe, expect, it } from "vitest";
import { certify } from "../../src/models/certificate";
import type { Maximum } from "../../src/models/newton";

const certified = (score: readonly number[], step: readonly number[], estimates: readonly number[]) =>
  certify({ score: Float64Array.from(score), iterations: 7 } as unknown as Maximum, Float64Array.from(step), estimates.map((_, j) => `b${j}`), estimates);

describe("a certificate", () => {
  it("has the largest element of the score and of the step, of whatever sign and place", () => {
    expect(certified([0.25, -0.5, 0.125], [0, 0.001, -0.002], [1, 1, 1])).toMatchObject({ iterations: 7, largestGradient: 0.5, largestStep: 0.002 });
    expect(certified([0, 0], [0, 0], [1, 1])).toMatchObject({ largestGradient: 0, largestStep: 0 });
  });

  it.each([
    // Half a unit of the last decimal is twice the step at least.
    [0.004, 2.5, 2], [-0.004, 2.5, 2], [0.0051, 2.5, 1], [4e-8, 2.5, 7], [0.7, 2.5, 0], [1, 2.5, 0], [40, 2.5, 0],
    // A double holds fifteen digits: those before the point are not decimals.
    [0, 2.5, 14], [0, -2.5, 14], [1e-18, 2.5, 14], [0, 250, 12], [0, 100, 13], [0, 0.02, 16], [0, 0, 15], [0, 1, 15], [0, 1e20, 0],
  ])("by a next step of %d at %d vouches for %i decimals", (step, estimate, decimals) => {
    expect(certified([0, 0], [0.4, step], [3, estimate]).correctDecimals).toEqual({ b0: 0, b1: decimals });
  });
});
