import { describe, expect, it } from "vitest";
import { chiSquareTail } from "../../src/models/numeric/chiSquare";
import { millsRatio, normalCdf, normalDensity, normalQuantile, normalUpperTail } from "../../src/models/numeric/normal";
import { expectClose, fixture } from "./fixtures";

const tails = fixture<{ normal: { z: number; upper: number }[]; chiSquare: { x: number; df: number; upper: number }[] }>("tails");

describe("tail probabilities", () => {
  it("gives the normal's upper tail to 1e-12 relative out to 37", () => {
    for (const { z, upper } of tails.normal) expectClose(normalUpperTail(z), upper, 1e-12, 0, `z ${z}`);
  });

  it("gives the lower tail the same digits, and the two add to 1", () => {
    for (const { z, upper } of tails.normal) {
      expectClose(normalCdf(-z), upper, 1e-12, 0, `z ${z}`);
      expectClose(normalUpperTail(z) + normalCdf(z), 1, 1e-15);
    }
  });

  it("gives Mills' ratio on both sides of the change of method", () => {
    for (const { z, upper } of tails.normal) expectClose(millsRatio(z), upper / normalDensity(z), 1e-12, 0, `z ${z}`);
  });

  it("gives the χ² tail to 1e-12 relative, deep into the tail", () => {
    for (const { x, df, upper } of tails.chiSquare) if (upper > 1e-300) expectClose(chiSquareTail(x, df), upper, 1e-12, 0, `χ² ${x} on ${df}`);
  });

  it("says what it cannot do", () => {
    expect(() => chiSquareTail(1, 0)).toThrow(/positive whole number/);
    expect(() => chiSquareTail(NaN, 1)).toThrow(/not a number/);
    expect(chiSquareTail(0, 3)).toBe(1);
  });

  it("takes the 97.5% quantile from jStat to full precision", () => {
    expectClose(normalQuantile(0.975), 1.959963984540054, 1e-15);
  });
});
