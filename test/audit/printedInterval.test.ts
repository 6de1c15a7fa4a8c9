import { describe, expect, it } from "vitest";
import { contains, expectPrinted, magnitudeOf, overlaps, printedInterval, printedIntervalAboveZero, sumOf } from "../../src/audit/printedInterval";

const from = (lower: number, upper: number) => ({ lower, upper });

describe("two intervals", () => {
  it.each([
    [from(0, 1), from(1, 2), 0, true], [from(1, 2), from(0, 1), 0, true], [from(0, 1), from(1.5, 2), 0, false], [from(1.5, 2), from(0, 1), 0, false], [from(0, 3), from(1, 2), 0, true],
    // The slack is of what is compared, at least of 1.
    [from(0, 0.5), from(0.59, 2), 0.1, true], [from(0, 0.5), from(0.61, 2), 0.1, false], [from(0.59, 2), from(0, 0.5), 0.1, true], [from(0.61, 2), from(0, 0.5), 0.1, false],
    [from(0, 4), from(4.39, 9), 0.1, true], [from(0, 4), from(4.41, 9), 0.1, false], [from(4.39, 9), from(0, 4), 0.1, true], [from(4.41, 9), from(0, 4), 0.1, false],
    [from(-9, -4), from(-3.61, 0), 0.1, true], [from(-9, -4), from(-3.59, 0), 0.1, false], [from(-3.61, 0), from(-9, -4), 0.1, true], [from(-3.59, 0), from(-9, -4), 0.1, false],
  ])("%j and %j, within %d of it, meet: %s", (a, b, slack, meet) => expect(overlaps(a, b, slack)).toBe(meet));

  it("meet within a millionth of a millionth where nothing else is said", () => {
    expect([1 + 9e-13, 1 + 1.1e-12, 1e6 + 9e-7, 1e6 + 1.1e-6].map((value) => contains(from(0, value < 2 ? 1 : 1e6), value))).toEqual([true, false, true, false]);
    expect([contains(from(1, 2), 1), contains(from(1, 2), 2), contains(from(1, 2), 2.1), contains(from(1, 2), 0.9), contains(from(1, 2), 2.1, 0.06)]).toEqual([true, true, false, false, true]);
  });
});

it.each([
  [from(1, 2), from(1, 2)], [from(-2, -1), from(1, 2)], [from(-1, 2), from(0, 2)], [from(-3, 2), from(0, 3)], [from(0, 2), from(0, 2)], [from(-2, 0), from(0, 2)], [from(0.5, 0.75), from(0.5, 0.75)], [from(-0.75, 0.5), from(0, 0.75)],
])("the magnitudes in %j are %j", (interval, magnitudes) => expect(magnitudeOf(interval)).toEqual(magnitudes));

it("sums add end to end; none add to 0", () => {
  expect([sumOf([from(1, 2), from(-3, 4), from(0.5, 0.5)]), sumOf([])]).toEqual([from(-1.5, 6.5), from(0, 0)]);
});

it("what cannot be negative begins at 0", () => {
  expect([printedIntervalAboveZero("0.0", "nearest"), printedIntervalAboveZero("0", "truncated"), printedIntervalAboveZero("-1", "nearest").lower, printedIntervalAboveZero("2")]).toEqual([from(0, 0.05), from(0, 1), 0, from(1.5, 3)]);
  expect([printedInterval("2"), printedInterval("-2"), printedInterval("0"), printedInterval("-0")]).toEqual([from(1.5, 3), from(-3, -1.5), from(-1, 1), from(-1, 0)]);
});

it("what is no printed number is refused", () => {
  expect(expectPrinted("-0.30")).toMatchObject({ value: -0.3, unit: 0.01, decimals: 2 });
  for (const text of ["", "1e", "0,5", "x"]) expect(() => expectPrinted(text)).toThrow(new RangeError(`"${text}" is not a printed number: digits, "-" and "." only, such as "-0.30"`));
});
