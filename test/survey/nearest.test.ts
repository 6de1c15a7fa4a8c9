import { expect, test } from "vitest";
import { didYouMean, nearest } from "../../src/survey/nearest";

test.each([
  ["Shenzhn", ["guangzhou", "hangzhou", "xuzhou"], undefined],
  ["guangzou", ["changchun", "guangzhou", "hangzhou"], "guangzhou"],
  ["GUANGZHOU", ["changchun", "guangzhou"], "guangzhou"],
  ["ctiy", ["age", "city"], "city"],
  ["aeg", ["city", "age"], "age"],
  ["citty", ["age", "city"], "city"],
  ["", ["a"], undefined],
  ["anything", [], undefined],
])("the nearest to %j in %j is %j", (word, names, expected) => {
  expect(nearest(word, names)).toBe(expected);
});

test("the question is asked only where a name is near", () => {
  expect(didYouMean("citty", ["city"])).toBe('; did you mean "city"?');
  expect(didYouMean("xyz", ["city"])).toBe("");
});
