import { expect, test } from "vitest";
import { inLanguage } from "../../src/faults/said";
import { didYouMean, nearest } from "../../src/faults/nearest";

test.each([
  ["Shenzhn", ["guangzhou", "hangzhou", "xuzhou"], undefined],
  ["guangzou", ["changchun", "guangzhou", "hangzhou"], "guangzhou"],
  ["GUANGZHOU", ["changchun", "guangzhou"], "guangzhou"],
  ["ctiy", ["age", "city"], "city"],
  ["aeg", ["city", "age"], "age"],
  ["citty", ["age", "city"], "city"],
  ["", ["a"], undefined],
  ["anything", [], undefined],
  // One letter in three of the longer name, and no more.
  ["abcxyf", ["abcdef"], "abcdef"], ["abxxyf", ["abcdef"], undefined], ["abc", ["abcd"], "abcd"], ["ab", ["abcd"], undefined], ["abcdefgh", ["abcdefghi"], "abcdefghi"],
  ["abcxe", ["abcdef"], "abcdef"], ["abcdef", ["abcxe"], "abcxe"], ["abxxe", ["abcdef"], undefined],
  ["xbc", ["abd", "abc"], "abc"], ["same", ["same", "sane"], "same"],
])("the nearest to %j in %j is %j", (word, names, expected) => {
  expect(nearest(word, names)).toBe(expected);
});

test("the question is asked only where a name is near", () => {
  expect(inLanguage(didYouMean("citty", ["city"]), "en")).toBe('; did you mean "city"?');
  expect(inLanguage(didYouMean("citty", ["city"]), "zh")).toBe('；是否指 "city"？');
  expect(didYouMean("xyz", ["city"])).toBe("");
});
