import { expect, it } from "vitest";
import { refuseDeep, refuseDeepJson } from "../../../src/display/safe/nesting";

const lists = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => [inner], null as unknown);

it("120 levels below the outermost are as many as there may be", () => {
  expect(() => refuseDeepJson(lists(120))).not.toThrow();
  expect(() => refuseDeepJson(lists(121))).toThrow(new RangeError("is nested more than 120 levels deep"));
  expect(() => refuseDeepJson({ a: 1, b: { c: lists(119) }, d: [] })).toThrow(RangeError);
  expect(() => refuseDeep(1, (n) => (n < 121 ? [n + 1] : []))).not.toThrow();
});
