import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printedNumber, roundsTo } from "../../src/published/printedNumber";

const printed = (text: string) => printedNumber(text)!;

describe("a printed number", () => {
  it("keeps its text, and reads the place of its last digit, trailing zeros included", () => {
    expect(printedNumber("-0.50")).toEqual({ text: "-0.50", value: -0.5, decimals: 2, unit: 0.01 });
    expect(printedNumber("187")).toEqual({ text: "187", value: 187, decimals: 0, unit: 1 });
    expect(printedNumber(".05")).toMatchObject({ value: 0.05, decimals: 2 });
    expect(printedNumber("0.00001")).toMatchObject({ value: 0.00001, decimals: 5 });
    expect(printedNumber("2.19e-06")).toEqual({ text: "2.19e-06", value: 2.19e-6, decimals: 8, unit: 1e-8 });
    expect(printedNumber("1.2e+03")).toMatchObject({ value: 1200, decimals: -2, unit: 100 });
  });

  it.each(["", " 0.5", "0.5*", "1,234", "1e", "1e-9999", "−0.5", "0.", "٣", "+0.5", "0. 5", "NaN"])("%j is none", (text) => {
    expect(printedNumber(text)).toBeUndefined();
  });

  it("a value rounds to it within half a unit, both ends included, and not beyond", () => {
    expect(roundsTo(0.2575, printed("0.257"))).toBe(true);
    expect(roundsTo(0.2565, printed("0.257"))).toBe(true);
    expect(roundsTo(0.25751, printed("0.257"))).toBe(false);
    expect(roundsTo(0.25649, printed("0.257"))).toBe(false);
    expect(roundsTo(100000.15, printed("100000.2"))).toBe(true); // their difference is 0.0500000000029 in binary
    expect(roundsTo(100000.1499, printed("100000.2"))).toBe(false);
    expect(roundsTo(Number.NaN, printed("0.257"))).toBe(false);
  });

  it("every number rounds to what toFixed prints of it", () => {
    fc.assert(fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
      expect(roundsTo(value, printed(value.toFixed(decimals)))).toBe(true);
    }));
  });
});

it("a number whose last place no double can hold is none", () => expect(["1e308", "1e309", "1e-308", "1e-999"].map((text) => printedNumber(text)?.unit)).toEqual([1e308, undefined, 1e-308, undefined]));
