import { describe, expect, it } from "vitest";
import { belongs, meets, membersOf } from "../../src/study/group";

describe("a condition on a column", () => {
  it.each([
    [1, 1, true], ["1", 1, false], [2, 1, false], ["south", "south", true], [undefined, 1, false],
    ["yiwu", ["hangzhou", "yiwu"], true], ["changchun", ["hangzhou", "yiwu"], false], [undefined, ["yiwu"], false],
    // Both ends are in.
    [18, { least: 18, most: 30 }, true], [30, { least: 18, most: 30 }, true], [17.9, { least: 18, most: 30 }, false], [30.1, { least: 18, most: 30 }, false],
    [-1e9, { most: 30 }, true], [31, { most: 30 }, false], [1e9, { least: 18 }, true], [17, { least: 18 }, false], [undefined, { least: 18 }, false], ["20", { least: 18 }, false],
  ] as const)("%j meets %j: %s", (value, condition, holds) => expect(meets(value, condition)).toBe(holds));
});

it("a group's members meet every condition, in their order", () => {
  const people = [{ city: "yiwu", age: 20 }, { city: "changchun", age: 40 }, { city: "yiwu", age: 30 }, { age: 30 }];
  expect(membersOf({ where: { city: "yiwu", age: { least: 20, most: 30 } } }, people)).toEqual([people[0], people[2]]);
  expect(membersOf({ where: { city: "yiwu", age: { least: 21 } } }, people)).toEqual([people[2]]);
  expect(belongs({ where: {} }, people[3])).toBe(true);
});
