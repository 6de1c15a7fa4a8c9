import { describe, expect, it } from "vitest";
import { compareJson, compareText, shorten } from "../../../src/notebook/compare/compareValues";

const differs = (was: string, is: string) => compareText(was, is, "text");

describe("two texts", () => {
  it.each([
    ["a 1 b", "a 1 b"], ["sum 0.3", "sum 0.30000000000000004"], ["x 1000000000.5", "x 1000000001.4"], ["−1.0000000001e3", "−1000.0000000002"], ["1e-12", "1.0000000001e-12"], ["1.5, 2.5 and .3", "1.5, 2.5000000001 and 0.30000000000001"],
  ])("%j and %j are one result", (was, is) => expect(differs(was, is)).toEqual([]));

  it.each([
    ["H2 1.50", "H2 1.5", { where: "text, number 1", was: '"H2 1.50"', is: '"H2 1.5"' }], // one value printed in two ways
    ["x_1 = 2", "x_1 = 3", { where: "text, number 1", was: '"x_1 = 2"', is: '"x_1 = 3"' }], ["H1 holds", "H2 holds", { where: "text, line 1", was: '"H1 holds"', is: '"H2 holds"' }],
    ["1000000000001", "1000000000002", { where: "text, number 1", was: '"1000000000001"', is: '"1000000000002"' }], // whole numbers must be equal
    ["1 2.5 3", "1 2.6 4", { where: "text, number 2", was: '"1 2.5 3"', is: '"1 2.6 4"' }], ["0.0", "1e-300", { where: "text, number 1", was: '"0.0"', is: '"1e-300"' }],
    ["a\nb 1 x\nc 2", "a\nb 1 y\nc 3", { where: "text, line 2", was: '"a b 1 x c 2"', is: '"a b 1 y c 3"' }], ["1 a 2", "2 b 2", { where: "text, number 1", was: '"1 a 2"', is: '"2 b 2"' }],
    ["x 1", "x 1 2", { where: "text, line 1", was: '"x 1"', is: '"x 1 2"' }], ["x 1 2", "x 1", { where: "text, line 1", was: '"x 1 2"', is: '"x 1"' }], ["a\n\nb", "a\n", { where: "text, line 2", was: '"a b"', is: '"a "' }], ["x", "y", { where: "text, line 1", was: '"x"', is: '"y"' }],
    ["0.5000000010", "0.5", { where: "text, number 1", was: '"0.5000000010"', is: '"0.5"' }], // a relative 2e-9
  ])("%j and %j differ first", (was, is, difference) => expect(differs(was, is)).toEqual([difference]));

  it("are shown from twenty characters before to forty behind", () => {
    const before = "abcdefghij".repeat(3);
    expect(differs(`${before}X${"y".repeat(50)}`, `${before}Z`)).toEqual([{ where: "text, line 1", was: `"${before.slice(10)}X${"y".repeat(39)}"`, is: `"${before.slice(10)}Z"` }]);
  });
});

describe("two JSON values", () => {
  it.each<[unknown, unknown, [string, string, string][]]>([
    [{ a: [1, "x", null, true] }, { a: [1 + 1e-10, "x", null, true] }, []], [-5, -5 * (1 + 1e-10), []], [1, 1 + 2e-9, [["p", "1", "1.000000002"]]], [0, 1e-300, [["p", "0", "1e-300"]]], [-1, 1, [["p", "-1", "1"]]],
    [{ b: 1, a: 2 }, { a: 3, b: 4 }, [["p.a", "2", "3"], ["p.b", "1", "4"]]], [{ a: 1 }, { b: 2 }, [["p.a", "1", "nothing"], ["p.b", "nothing", "2"]]], [[1, 2], [1], [["p, length", "2", "1"]]], [[1, [2, 3]], [9, [2, 4]], [["p[0]", "1", "9"], ["p[1][1]", "3", "4"]]],
    [["a"], { 0: "a" }, [["p", '["a"]', '{"0":"a"}']]], [{}, [], [["p", "{}", "[]"]]], [1, "1", [["p", "1", "1"]]], ["1", 1, [["p", "1", "1"]]], [null, {}, [["p", "null", "{}"]]], [{}, null, [["p", "{}", "null"]]], [true, false, [["p", "true", "false"]]], ["v 1", "v 2", [["p, number 1", '"v 1"', '"v 2"']]], [null, undefined, [["p", "null", "nothing"]]],
  ])("%j and %j", (was, is, differences) => expect(compareJson(was, is, "p")).toEqual(differences.map(([where, before, after]) => ({ where, was: before, is: after }))));
});

it("a value in a message has at most eighty characters, on one line", () => {
  expect([shorten(undefined), shorten("a\n \tb"), shorten({ a: "x  y" }), shorten(null)]).toEqual(["nothing", "a b", '{"a":"x y"}', "null"]);
  expect([shorten("x".repeat(80)), shorten("x".repeat(81))]).toEqual(["x".repeat(80), `${"x".repeat(79)}…`]);
});
