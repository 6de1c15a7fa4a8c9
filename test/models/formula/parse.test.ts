import { describe, expect, it } from "vitest";
import { evaluate, NoMeaning, type Value } from "../../../src/models/formula/evaluate";
import { rowsWhere, withCalculated } from "../../../src/models/formula/columns";
import { namesIn, parseExpression } from "../../../src/models/formula/parse";
import type { Table } from "../../../src/models/data/table";
import { refusalOf } from "../refusalOf";

const CELLS: Readonly<Record<string, Value>> = { a: 2, b: 3, t: "x", e: undefined, "odd name": 7, log: 10, "x.1_é": 4 };
const value = (text: string): Value => evaluate(parseExpression(text, "--where"), (name) => CELLS[name]);

describe("an expression", () => {
  // The values are R's.
  it.each<[string, Value]>([
    ["1 + 2 * 3", 7], ["(1 + 2) * 3", 9], ["10 - 4 - 3", 3], ["24 / 4 / 2", 3], ["2 ^ 3 ^ 2", 512], ["-2 ^ 2", -4], ["2 ^ -1", 0.5], ["-a * b", -6], ["+ a", 2], ["--a", 2],
    [".5 + 1.", 1.5], ["1e2 + 1E-1", 100.1], ["a<b", true], ["b <= 3", true], ["a > 2", false], ["a >= 2", true], ["a == 2.0", true], ["a != b", true],
    ["!a == 2", false], ["!(a == 2) | b == 3", true], ["a == 2 & b == 2 | b == 3", true], ["a == 3 & (b == 2 | b == 3)", false], ["a == 2 && b == 3", true], ["a == 1 || b == 1", false],
    ["a + 1 == b", true], ["a * b > a + b", true], ["(a > 1) + (b > 1)", 2], ["TRUE + TRUE", 2], ["FALSE == 0", true],
    ["t == 'x'", true], ['t == "y"', false], ["t != 'x'", false], ["'x' == t", true], ["t %in% c('w', 'x', 'z')", true], ["a %in% c(1, 3)", false], ["a %in% c(1, e, 2)", true], ["a %in% c()", false], ["!a %in% c(1, 3)", true],
    ["I(t) == 'x'", true], ["I(a + 1)", 3], ["log2(8)", 3], ["log10(1000)", 3], ["log(exp(1))", 1], ["log1p(0)", 0], ["expm1(0)", 0], ["sqrt(9)", 3], ["abs(-a)", 2],
    ["`odd name` + 1", 8], ["`log` + 1", 11], ["log + 1", 11], ["x.1_é", 4],
    ["e + 1", undefined], ["1 + e", undefined], ["-e", undefined], ["!e", undefined], ["log(e)", undefined], ["e == 1", undefined], ["e %in% c(1)", undefined],
    ["e & FALSE", false], ["FALSE & e", false], ["e & TRUE", undefined], ["TRUE & e", undefined], ["e | TRUE", true], ["TRUE | e", true], ["e | FALSE", undefined], ["FALSE | e", undefined],
    ["1 & 0", false], ["2 & 3", true], ["0 | 0", false], ["0 | 2", true], ["!0", true],
  ])("%s comes to %s", (text, expected) => {
    const found = value(text);
    if (typeof expected === "number") expect(found).toBeCloseTo(expected, 14);
    else expect(found).toBe(expected);
  });

  it.each([
    ["t + 1", '"x" is text, with which nothing can be calculated'], ["1 - t", '"x" is text, with which nothing can be calculated'], ["-t", '"x" is text, with which nothing can be calculated'], ["log(t)", '"x" is text, with which nothing can be calculated'],
    ["t > 1", '> compares numbers, and "x" is text'], ["1 <= t", '<= compares numbers, and "x" is text'],
    ["!t", '"x" is neither true nor false'], ["t & TRUE", '"x" is neither true nor false'], ["TRUE & t", '"x" is neither true nor false'], ["t | FALSE", '"x" is neither true nor false'],
    ["a:b", ": joins terms of a formula; in a calculation it has no meaning"], ["a %in% b", "%in% is followed by a list such as c(1, 2)"], ["a %in% log(b)", "%in% is followed by a list such as c(1, 2)"],
    ["sin(a)", "sin(a): the functions are I, log, log2, log10, log1p, exp, expm1, sqrt, abs, of one thing"], ["log(a, b)", "log(a, b): the functions are I, log, log2, log10, log1p, exp, expm1, sqrt, abs, of one thing"],
    ["toString(a)", "toString(a): the functions are I, log, log2, log10, log1p, exp, expm1, sqrt, abs, of one thing"],
  ])("%s has no meaning", (text, message) => {
    expect(() => value(text)).toThrow(NoMeaning);
    expect(refusalOf(() => value(text))).toBe(message);
  });

  const names = "A column whose name holds other signs stands in `backticks`.";
  it.each([
    ["a + ", '"a + " ends too soon (expected a column, a number or a sign such as + * : ^ ( )'], ["(a + b", '"(a + b" ends too soon (expected )'], ["a b", '"a b" is not understood at character 3, "b" (expected a column, a number or a sign such as + * : ^ ( )'],
    ["a + * b", '"a + * b" is not understood at character 5, "*" (expected a column, a number or a sign such as + * : ^ ( )'], ["log(a b)", '"log(a b)" is not understood at character 7, "b" (expected )'],
    ["a )", '"a )" is not understood at character 3, ")" (expected a column, a number or a sign such as + * : ^ ( )'], ["a +  § b", '"a +  § b" is not understood at character 6, "§" (expected columns, numbers, "texts" and signs'],
    ["`log`(a)", '"`log`(a)" is not understood at character 6, "(" (expected a column, a number or a sign such as + * : ^ ( )'], ["log(a, )", '"log(a, )" is not understood at character 8, ")" (expected a column, a number or a sign such as + * : ^ ( )'],
    ["", '"" ends too soon (expected a column, a number or a sign such as + * : ^ ( )'],
  ])("%j is refused where it is not understood", (text, message) => {
    expect(refusalOf(() => parseExpression(text, "--at"))).toBe(`--at: ${message}). ${names}`);
  });

  it("names its columns once, and its calls as they stand with single blanks", () => {
    expect(namesIn(parseExpression("a + log(b * a) %in% c(d, 'x', 2)", "--at"))).toEqual(["a", "b", "d"]);
    expect(parseExpression("I(a \n +  b)", "--at")).toMatchObject({ kind: "call", name: "I", text: "I(a + b)" });
    expect(parseExpression("log(a) + b", "--at")).toMatchObject({ inner: [{ text: "log(a)" }, { name: "b" }] });
    expect(namesIn(parseExpression("e\u0301", "--at"))).toEqual(["é"]);
  });
});

const table: Table = { file: "f.csv", columns: ["a", "t"], lines: [2, 3, 5, 6], rows: [["2", "x"], ["0", " y "], ["NA", "x"], ["-1", "z"]] };

describe("calculated columns", () => {
  const added = (text: string, given = table, codes?: string[]) => withCalculated(given, new Map([["A", parseExpression(text, "--formula")]]), codes);

  it("hold a number in each row, 1 and 0 for true and false, nothing where they need an empty cell", () => {
    expect(added("a * 1.5")).toEqual({ ...table, columns: ["a", "t", "A"], rows: [["2", "x", "3"], ["0", " y ", "0"], ["NA", "x", ""], ["-1", "z", "-1.5"]] });
    expect(added("t == 'y'").rows.map((row) => row[2])).toEqual(["0", "1", "0", "0"]);
    expect(added("a > -1 & TRUE").rows.map((row) => row[2])).toEqual(["1", "1", "", "0"]);
    expect(added("a / 2", { ...table, decimal: "," }).rows.map((row) => row[2])).toEqual(["1", "0", "", "-0,5"]);
    expect(added("a + 1", table, ["-1", "NA"]).rows.map((row) => row[2])).toEqual(["3", "1", "", ""]);
  });

  it("are refused where a row has no finite number, or a column of their name", () => {
    expect(refusalOf(() => added("log(a)"))).toBe("f.csv, row 3, column A: A is -Infinity (expected a finite number). Leave such rows out with --where.");
    expect(refusalOf(() => added("I(t)"))).toBe("f.csv, row 2, column A: A is x (expected a finite number). Leave such rows out with --where.");
    expect(refusalOf(() => added("a + t"))).toBe('f.csv, row 2, column A: "x" is text, with which nothing can be calculated (expected a calculation with numbers).');
    expect(refusalOf(() => added("b"))).toBe("f.csv, column b: there is no such column (expected a, t).");
    expect(refusalOf(() => added("a", { ...table, columns: ["a", "A"] }))).toBe("f.csv, column A: the file has a column of the name of this calculation (expected another name for the column).");
  });
});

describe("a filter's rows", () => {
  it("are those for which it is true; those that lack a cell are counted", () => {
    expect(rowsWhere(table, "a > -1")).toEqual({ keep: [true, true, false, false], empty: 1 });
    expect(rowsWhere(table, "a > -1 | t == 'x'")).toEqual({ keep: [true, true, true, false], empty: 0 });
    expect(rowsWhere(table, "a == 0", ["-1", "2"])).toEqual({ keep: [false, true, false, false], empty: 2 });
    expect(refusalOf(() => rowsWhere(table, "a + 0"))).toBe('--where: "a + 0" comes to 2 (expected something true or false, such as age >= 18).');
  });
});
