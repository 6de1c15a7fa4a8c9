import { describe, expect, it } from "vitest";
import { isConstant, isThreshold, literal, nameOf, pIs, printedCell, say, sayP } from "../../src/audit/words";

describe("numbers in a sentence", () => {
  it.each([
    [0.12345, "0.123"], [-0.12345, "−0.123"], [0.001, "0.001"], [0.00099, "0.00099"], [0, "0.000"], [999999, "999999.000"], [1e6, "1.00e+6"], [-1e6, "−1.00e+6"],
    [Infinity, "∞"], [-Infinity, "−∞"], [NaN, "undefined"],
  ])("%d", (x, text) => expect(say(x)).toBe(text));

  it("are cut to so many places", () => expect(say(2.34567, 1)).toBe("2.3"));

  it.each([
    [0.00009, "< .0001", "p < .0001"], [0.0001, ".0001", "p = .0001"], [0.0099, ".0099", "p = .0099"], [0.01, ".010", "p = .010"], [0.015, ".015", "p = .015"],
    // Three places would put these on a cut-off that they are not at.
    [0.0497, ".0497", "p = .0497"], [0.1004, ".1004", "p = .1004"], [0.0494, ".049", "p = .049"], [1, "1.000", "p = 1.000"],
  ])("p of %d", (p, text, sentence) => expect([sayP(p), pIs(p)]).toEqual([text, sentence]));
});

describe("a cell as it stands in print", () => {
  const row = { term: "x", coef: "0.30", stars: "*" };
  it.each([
    [row, "0.30*"], [{ ...row, se: "0.15" }, "0.30* (0.15)"], [{ ...row, se: "0.15", z: "2.0", p: "0.046" }, "0.30* (0.15, p 0.046)"], [{ ...row, z: "2.0", p: "<.001" }, "0.30* (z 2.0, p <.001)"],
    [{ ...row, t: "2.0", wald: "4.0" }, "0.30* (t 2.0, Wald 4.0)"], [{ ...row, lower: "0.01", upper: "0.59" }, "0.30* (0.01 – 0.59)"], [{ ...row, lower: "0.01" }, "0.30*"],
  ])("%j", (cell, text) => expect(printedCell(cell)).toBe(text));

  it("is called by its label in each language, by its term where it has none", () => {
    expect(nameOf({ ...row, label: "年龄", en: "age" })).toEqual({ en: "age", zh: "年龄" });
    expect(nameOf({ ...row, label: "Alter" })).toEqual({ en: "Alter", zh: "Alter" });
    expect(nameOf(row)).toEqual({ en: "x", zh: "x" });
    expect(literal('a"b')).toBe('"a\\"b"');
  });
});

describe("rows that shift all alike", () => {
  const row = (term: string, label?: string) => ({ term, coef: "1", stars: "", ...(label !== undefined && { label }) });
  it.each(["const", "Constant", "_cons", "_const", "(Intercept)", "intercept", "常数", "常数项", "截距"])("%s is the constant", (term) => expect([isConstant(row(term)), isConstant(row("x", term)), isThreshold(row(term))]).toEqual([true, true, false]));
  it.each(["/cut1", "cut 2", "threshold 1|2", "1|2", "_cut1", "切点1", "阈值 2", "临界值"])("%s is a threshold", (term) => expect([isThreshold(row(term)), isThreshold(row("x", term)), isConstant(row(term))]).toEqual([true, true, false]));
  it.each(["age", "constitution", "cute", "cutlery", "_cut"])("%s is neither", (term) => expect([isConstant(row(term)), isThreshold(row(term))]).toEqual([false, false]));
});
