import { describe, expect, it } from "vitest";
import { combinationsOf } from "../../src/models/effects/contrastKinds";

const shown = (...args: Parameters<typeof combinationsOf>) => combinationsOf(...args).map(({ name, times }) => `${name}: ${times.join(" ")}`);
const three = [{ a: "1", b: "x" }, { a: "2", b: "x" }, { a: "3", b: "x" }];
const four = [{ a: "0", b: "x" }, { a: "0", b: "y" }, { a: "1", b: "x" }, { a: "1", b: "y" }];

describe("comparisons of places", () => {
  it("are later ones less earlier ones, of every pair or with the first, named by the columns that differ", () => {
    expect(shown(three, "pairwise", " − ")).toEqual(["a=2 − a=1: -1 1 0", "a=3 − a=1: -1 0 1", "a=3 − a=2: 0 -1 1"]);
    expect(shown(three, "reference", " / ")).toEqual(["a=2 / a=1: -1 1 0", "a=3 / a=1: -1 0 1"]);
  });

  it("of second differences are the change in the one column at either value of the other", () => {
    expect(shown(four, "second", " − ")).toEqual(["[a=1 − a=0] at b=y − [a=1 − a=0] at b=x: 1 -1 -1 1"]);
    const six = [...four, { a: "2", b: "x" }, { a: "2", b: "y" }];
    expect(combinationsOf(six, "second", " − ").map(({ times }) => times.map((one) => one + 0))).toEqual([[1, -1, -1, 1, 0, 0], [1, -1, 0, 0, -1, 1], [0, 0, 1, -1, -1, 1]]);
  });

  it("are refused of one place, of two that are the same, and second ones of other than two columns", () => {
    expect(() => combinationsOf(three.slice(0, 1), "pairwise", "")).toThrow("two places or more are needed");
    expect(() => combinationsOf([three[0], three[1], three[0]], "pairwise", "")).toThrow("two places are the same");
    expect(() => combinationsOf(three, "second", "")).toThrow(/two columns with several values each, not 1/);
    expect(combinationsOf(three.slice(0, 2), "pairwise", "")).toHaveLength(1);
  });
});
