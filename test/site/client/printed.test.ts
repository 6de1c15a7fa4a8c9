import { format } from "node:util";
import { describe, expect, it } from "vitest";
import { printed } from "../../../src/site/client/kernel/printed";

class Point { constructor(readonly x: number, readonly y: number) {} }
const deep = { a: { b: { c: { d: 1 } } } };

describe("what console.log writes on a live page", () => {
  // As Node writes the same: node:util's format.
  it.each([
    ["a text", 1, -0, 0, 12n, true, null, undefined], [["a", 'b "c"', "back\\slash", "two\nlines"]], [[1, [2, [3, [4]]]]], [deep], [{ 1: "a", "two words": 2, $_ok: 3, age2: 4 }], [[], {}],
    [new Map([["a", { n: 1 }]])], ["it's", ["it's a 'quote'", `'"'`, "`'", "`'\"`", 'tab\t\\"']], [{ m: new Map([[{ k: { l: { m: 1 } } }, { a: { b: { c: 1 } } }]]) }], [new Map([[{ k: { l: { m: 1 } } }, { a: { b: { c: 1 } } }]])], [new Set([{ a: { b: { c: 1 } } }])], [new Set([[[[1]]]])], [new Set([1, "b"])], [new Map(), new Set()], [new Point(1, 2)], [{ at: new Point(1, 2) }], [function named() {}, () => undefined], [{ f: Math.max }],
    [new Date(Date.UTC(2025, 1, 3))], [[new Date(0)]], [new Date(NaN)], [{ when: new Date("soon") }], [Symbol.for("s")], [new (class {})()],
    [Array.from({ length: 7 }, (_, i) => `answer ${i}`)],
  ].map((values) => [format(...values), values] as const))("%s", (written, values) => expect(printed(values)).toBe(written));

  it("breaks what is wider than a line, each part on a line of its own, parts within parts further in", () => {
    const wide = { first: "x".repeat(40), second: { third: "y".repeat(40), fourth: ["z".repeat(40), "w".repeat(30)] } };
    expect(printed([wide])).toBe(format(wide));
    const justFits = { a: "x".repeat(72 - "{ a: '' }".length) };
    expect(printed([justFits])).toBe(`{ a: '${justFits.a}' }`);
    expect(printed([{ a: `${justFits.a}x` }])).toBe(`{\n  a: '${justFits.a}x'\n}`);
  });

  it("stops at a hundred of a list and says how many more there are", () => {
    const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);
    expect(printed([numbers(100)]).split("\n").at(-2)).toBe("  99");
    expect(printed([numbers(101)]).split("\n").slice(-3)).toEqual(["  99,", "  ... 1 more item", "]"]);
    expect(printed([numbers(250)]).split("\n").at(-2)).toBe("  ... 150 more items");
  });

  it("knows an object without a kind, however deep", () => {
    expect(printed([Object.assign(Object.create(null), { a: 1 })])).toBe("{ a: 1 }");
    expect(printed([{ a: { b: { c: Object.create(null) } } }])).toBe("{ a: { b: { c: [Object] } } }");
  });

  it("writes an error with its stack, and within something else its message", () => {
    const error = new RangeError("p = 2");
    expect(printed([error])).toBe(error.stack);
    expect(printed([{ error }])).toBe("{ error: [RangeError: p = 2] }");
    expect(printed([Object.assign(new Error("none"), { stack: undefined })])).toBe("Error: none");
  });
});
