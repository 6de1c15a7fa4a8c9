import { describe, expect, it } from "vitest";
import { type Case, settled, settledLegend } from "../../../../src/published/table/draft/settle";

const LEGEND = { "*": "0.1", "**": "0.05", "***": "0.01" };
const many = (times: number, coef: string, number: string, marks: string): Case[] => Array.from({ length: times }, () => ({ coef, number, marks }));
const five = (coef: string, number: string, marks: string) => settled(many(5, coef, number, marks), LEGEND);

describe("numbers at the ends of their rounding", () => {
  // 1.0 is 0.95 to 1.05; the limits of |z| are 1.645, 1.960 and 2.576.
  it.each([
    ["0.54", "**", "se"], ["0.55", "**", undefined], // at most 1.05/0.535 = 1.963, 1.05/0.545 = 1.927
    ["0.48", "*", "se"], ["0.47", "*", undefined], // at least 0.95/0.485 = 1.959, 0.95/0.475 = 2.000
    ["0.41", "***", "se"], ["0.42", "***", undefined], // at most 1.05/0.405 = 2.593, 1.05/0.415 = 2.530
    ["0.37", "**", "se"], ["0.36", "**", undefined], // at least 0.95/0.375 = 2.533, 0.95/0.365 = 2.603
    ["0.64", "*", "se"], ["0.65", "*", undefined], // at most 1.05/0.635 = 1.654, 1.05/0.645 = 1.628
  ])("1.0 (%s)%s: %s", (number, marks, what) => {
    expect(five("1.0", number, marks)).toBe(what);
    expect(five("-1.0", number, marks)).toBe(what);
  });

  it("as statistics by their own digits", () => {
    // As errors they are far from any star: 0.1 over 2.
    expect([five("0.1", "1.9", "*"), five("0.1", "1.9", "**"), five("0.1", "2.0", "*"), five("0.1", "2.0", "**"), five("0.1", "2.1", "*")]).toEqual(["t", undefined, "t", "t", undefined]); // 1.95 is no 1.96
    expect([five("0.1", "-2.5", "**"), five("0.1", "-2.5", "***"), five("0.1", "-2.6", "**"), five("0.1", "-2.6", "***"), five("0.1", "-2.7", "**")]).toEqual(["t", undefined, "t", "t", undefined]);
    expect([five("0.1", "1.6", "*"), five("0.1", "1.5", "*")]).toEqual(["t", undefined]);
  });

  it("as p by their own digits", () => {
    expect([five("0.01", "0.10", "*"), five("0.01", "0.11", "*"), five("0.01", "0.05", "*"), five("0.01", "0.05", "**"), five("0.01", "0.04", "*"), five("0.01", "0.06", "**")]).toEqual(["p", undefined, "p", "p", undefined, undefined]);
    expect([five("0.001", "0.01", "***"), five("0.01", "0.02", "***")]).toEqual(["p", undefined]);
  });

  it("a negative number is no error and no p, one above 1 no p", () => {
    expect(five("5.0", "-0.30", "***")).toBeUndefined();
    expect(five("5.0", "-0.30", "")).toBe("t");
    expect(five("9.0", "1.10", "")).toBe("t");
    expect(five("9.0", "0.00", "***")).toBe("p");
    expect(five("9.0", "0.00", "*")).toBeUndefined();
  });

  it("a mark that the legend lacks fits nothing; what is no number is passed over", () => {
    expect(five("1.0", "0.30", "†")).toBeUndefined();
    expect(settled([...many(5, "1.0", "0.30", "***"), ...many(3, "x", "0.30", ""), ...many(3, "1.0", "x", "")], LEGEND)).toBe("se");
    expect(settled(many(5, "1.0", "0.30", "***"), { "***": "0.01", "*": "0.1", "**": "0.05" })).toBe("se"); // in any order
    expect(settled(many(5, "1.0", "0.50", "**"), { "***": "0.01", "**": "0.05", "*": "0.1" })).toBe("se");
  });
});

describe("the usual legend that stars bear out", () => {
  const FIRST = { "*": "0.1", "**": "0.05", "***": "0.01" };
  const ofFirst = many(5, "1.0", "0.55", "*"); // 1.727 to 1.927: p .084 to .054

  it("by the ends of the rounding of both numbers", () => {
    expect(settledLegend(ofFirst)).toEqual(FIRST);
    expect(settledLegend(many(5, "1.0", "0.54", "*"))).toBeUndefined(); // 1.963 fits all
    expect(settledLegend([...ofFirst, ...many(2, "1.0", "0.48", "*")])).toEqual(FIRST); // 1.959
    expect(settledLegend([...ofFirst, ...many(2, "1.0", "0.47", "*")])).toBeUndefined(); // 2.000 is none of the first
    expect(settledLegend([...ofFirst, ...many(1, "-1.0", "0.47", "*")])).toEqual(FIRST); // but one may be an error
  });

  it("cells that tell nothing stand against none", () => {
    for (const cell of [many(3, "1.0", "0.00", "*"), many(3, "1.0", "-0.20", "*"), many(3, "x", "0.20", "*"), many(3, "1.0", "x", "*")]) expect(settledLegend([...ofFirst, ...cell]), JSON.stringify(cell[0])).toEqual(FIRST);
    expect(settledLegend([...ofFirst, ...many(3, "1.0", "0.20", "†")])).toEqual(FIRST); // a mark of none
    expect(settledLegend(many(4, "1.0", "0.55", "*"))).toBeUndefined();
    expect(settledLegend([])).toBeUndefined();
  });
});
