import { describe, expect, it } from "vitest";
import { marksIn, rangeOf, verdictOn } from "../../src/audit/starMarks";

const cutoffs = { "*": "0.1", "***": "0.01", "**": "0.05" };
const on = (stars: string, [lower, upper]: readonly [number, number], face: number | undefined, likely: readonly [number, number] = [lower, upper]) => verdictOn(stars, cutoffs, { p: { lower, upper }, likelyP: { lower: likely[0], upper: likely[1] }, face });

describe("the marks of a legend", () => {
  it("stand for p from the next stricter cut-off to their own, in whatever order the legend has them", () => {
    expect(["", "*", "**", "***", "+"].map((mark) => rangeOf(mark, cutoffs))).toEqual([{ lower: 0.1, upper: 1 }, { lower: 0.05, upper: 0.1 }, { lower: 0.01, upper: 0.05 }, { lower: 0, upper: 0.01 }, undefined]);
    expect(rangeOf("", {})).toEqual({ lower: 0, upper: 1 });
  });

  it("may be carried by p that reaches into their range, its ends included", () => {
    expect([marksIn({ lower: 0.02, upper: 0.04 }, cutoffs), marksIn({ lower: 0.01, upper: 0.04 }, cutoffs), marksIn({ lower: 0.04, upper: 0.3 }, cutoffs), marksIn({ lower: 0.5, upper: 1 }, cutoffs), marksIn({ lower: 0, upper: 0 }, cutoffs)]).toEqual([["**"], ["**", "***"], ["", "*", "**"], [""], ["***"]]);
  });
});

describe("what p says of a mark", () => {
  it.each<[string, readonly [number, number], string]>([
    ["**", [0.01, 0.05], "consistent"], ["**", [0.02, 0.04], "consistent"], ["**", [0.0099, 0.04], "cannot-tell"], ["**", [0.02, 0.0501], "cannot-tell"], ["**", [0.051, 0.06], "inconsistent"], ["**", [0.001, 0.009], "inconsistent"],
    ["", [0.1, 1], "consistent"], ["***", [0, 0.01], "consistent"], ["", [0.05, 0.0999], "inconsistent"],
  ])("%s of %j is %s", (stars, p, verdict) => expect(on(stars, p, 0.03 * (stars === "**" ? 1 : NaN) || undefined)).toBe(verdict));

  it("is judged by the likely p where all agree, and by the face value where only some do", () => {
    expect(on("**", [0.001, 0.9], 0.2, [0.02, 0.04])).toBe("consistent");
    expect([0.01, 0.03, 0.05, undefined].map((face) => on("**", [0.001, 0.9], face))).toEqual(["cannot-tell", "cannot-tell", "cannot-tell", "cannot-tell"]);
    expect([0.0099, 0.0501].map((face) => on("**", [0.001, 0.9], face))).toEqual(["only-by-rounding", "only-by-rounding"]);
    // A cut-off as a computer has it: 0.01 less its last binary digit is 0.01.
    expect(on("**", [0.01 - 1e-15, 0.05 + 1e-15], 0.01 - 1e-15)).toBe("consistent");
    expect(on("**", [0.001, 0.9], 0.05 + 1e-15)).toBe("cannot-tell");
    expect(on("†", [0.02, 0.04], 0.03)).toBe("cannot-tell"); // not in the legend
  });
});
