import { expect, it } from "vitest";
import { grouped } from "../src/grouped";

it("values are put together by their keys, in the order in which they came, with their places from 0", () => {
  expect([...grouped(["b", "a", "c", "a"], (value) => value)]).toEqual([["b", ["b"]], ["a", ["a", "a"]], ["c", ["c"]]]);
  expect([...grouped("abcd", (_, place) => place)]).toEqual([[0, ["a"]], [1, ["b"]], [2, ["c"]], [3, ["d"]]]);
  expect(grouped([], () => 1).size).toBe(0);
});
