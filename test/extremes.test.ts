import { expect, it } from "vitest";
import { largest, smallest } from "../src/extremes";

it("are Math.max's and Math.min's, of more values than a stack holds", () => {
  const few = [3, -2, 7.5, 0];
  expect([largest(few), smallest(few)]).toEqual([Math.max(...few), Math.min(...few)]);
  expect([largest([]), smallest([])]).toEqual([-Infinity, Infinity]);
  expect([largest([1, NaN, 2]), smallest([1, NaN, 2])]).toEqual([NaN, NaN]);
  const many = Array.from({ length: 1_000_000 }, (_, i) => i);
  expect(() => Math.max(...many)).toThrow(RangeError);
  expect([largest(many), smallest(many)]).toEqual([999_999, 0]);
});
