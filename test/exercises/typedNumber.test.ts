import { expect, it } from "vitest";
import { typedNumber } from "../../src/exercises/typedNumber";

it.each([
  ["0.449", 0.449], ["44.9%", 44.9], [".5", 0.5], ["5.", 5], ["1.000", 1], ["1e-3", 0.001],
  ["-0.350***", -0.35], ["- 0.35", -0.35], ["‒0.35", -0.35], ["—0.350 **", -0.35], ["-3.5e-1", -0.35], ["+2", 2],
])("a number as tables print it: %s", (typed, number) => expect(typedNumber(typed)).toBe(number));

it.each([
  ["0,25", 0.25], ["0,250", 0.25], ["-0,5***", -0.5], [",5", 0.5], ["1,5", 1.5], ["12,3456", 12.3456], ["1234,567", 1234.567], ["44,9 %", 44.9], ["1,234e-3", 0.001234],
])("a comma that can only part decimals does: %s", (typed, number) => expect(typedNumber(typed)).toBe(number));

it.each([
  ["1,234.5", 1234.5], ["1,234,567", 1234567], ["1.234,5", 1234.5], ["1.234.567", 1234567], ["1 234", 1234], ["1\u202f234,5", 1234.5], ["12 345 678.9", 12345678.9],
])("thousands that can be nothing else are parted: %s", (typed, number) => expect(typedNumber(typed)).toBe(number));

it.each([["1,000", "1.000", "1000"], ["-12,345", "-12.345", "-12345"], ["123,456*", "123.456", "123456"], ["１，０００", "1.000", "1000"]])("a comma that people read in two ways stays undecided: %s", (typed, ...either) => {
  expect(typedNumber(typed)).toEqual({ either });
});

it.each([["−０．５", -0.5], ["０。２５", 0.25], ["0｡25", 0.25], ["０，２５", 0.25], ["４４．９％", 44.9], ["－０。３５＊＊", -0.35], ["0·25", 0.25]])("as Chinese keyboards and journals have it: %s", (typed, number) => {
  expect(typedNumber(typed)).toBe(number);
});

it.each(["larger", "", "1、2", "1,23,456", "1,2,3", "5,", "1.2.3", "1,234 567", "1.23,5", "0,123,456", ".", ",", "1 2", "NaN", "Infinity", "0x10"])("what is no number is none: %s", (typed) => {
  expect(typedNumber(typed)).toBeUndefined();
});
