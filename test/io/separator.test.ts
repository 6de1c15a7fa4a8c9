import { describe, expect, it } from "vitest";
import { findSeparator, separatorNamed } from "../../src/io/separator";
import { bothLanguages } from "./bothLanguages";

const guessed = (text: string) => findSeparator(text, "a.csv").separator;
const refused = (text: string, named?: "," | ";") => bothLanguages(() => findSeparator(text, "a.csv", named));
const lines = (...rows: string[]) => rows.join("\n");

it.each([[",", ","], [";", ";"], ["\t", "\t"], ["|", "|"], ["tab", "\t"], ["TAB", "\t"], ["\\t", "\t"], ["\\T", "\t"], [":", undefined], ["", undefined], [",,", undefined], ["comma", undefined]])("%j names %j", (text, separator) => expect(separatorNamed(text)).toBe(separator));

describe("a first line that names it", () => {
  it.each([["sep=;\ny;x\n", ";", "\ny;x\n"], ["SEP=,\ny", ",", "\ny"], ['"sep=|"\ny', "|", "\ny"], ["sep=;;;\n", ";", "\n"], ["sep=\t\ny\tx", "\t", "\ny\tx"], ["sep=; \t\n\n\ny", ";", "\n\n\ny"], ["sep=;", ";", ""], ["sep=; ,;\ny", ";", "\ny"]])("%j is %j, and is left blank", (text, separator, rest) => {
    expect(findSeparator(text, "a.csv")).toEqual({ separator, text: rest });
    expect(findSeparator(text, "a.csv", separator as ",").separator).toBe(separator);
  });

  it("is the first, and nothing else stands in it", () => {
    for (const text of ["y,x\nsep=;\n", "sep=;x\n1,2\n", "xsep=;\n1,2\n"]) expect(findSeparator(text, "a.csv", ",")).toEqual({ separator: ",", text });
  });

  it("is refused where it names none of ours, or another than was named", () => {
    expect(refused("sep=:\ny:x\n")).toEqual([
      "a.csv, row 1: sep=: names a separator that is not known (expected commas, semicolons, tabs or bars). Save the table as CSV with commas.", "a.csv，第 1 行：sep=: 是未知的分隔符（应为：逗号、分号、制表符或竖线）。请将表格另存为逗号分隔的 CSV。",
    ]);
    expect(refused("sep=|\ny|x\n", ";")).toEqual(["a.csv, row 1: the file says bars, --separator semicolons (expected one separator). Leave --separator out.", "a.csv，第 1 行：文件指明是竖线，--separator 给出的是分号（应为：一种分隔符）。请去掉 --separator。"]);
    expect(refused("sep=\t\ny\n", ",")[0]).toContain("the file says tabs, --separator commas");
  });
});

describe("one that nobody names", () => {
  it.each([
    ["a comma where there is none at all", "y\n1", ","], ["the only one in the first row", "y;x", ";"], ["the only one in the first row, though rows differ", lines("a;b", "1", "2;3"), ";"], ["the one that is even, of two", lines("a,b;c", "1;2", "3,4,5;6"), ";"],
    ["the one that is even, the other being so but for its last row", lines("a;b,c", "1;2,3", "4,5"), ","], ["tabs, with empty cells at both ends", lines("a\tb,c\td", "x\t\t", "\t2,3\t"), "\t"], ["not within quotation marks", lines('"a,b";c', '"1,2";3'), ";"], ["blank lines apart", lines("a;b,c", "", "1;2"), ";"],
    ["what a second row alone would have is none", lines("a", "1;2"), ","],
  ])("%s", (_, text, separator) => expect(guessed(text)).toBe(separator));

  it("is told by the first fifty rows, and by what stands before a lost quotation mark", () => {
    const uneven = (row: number) => Array.from({ length: 60 }, (_, i) => (i + 1 === row ? "1;2" : "1;2,3")).join("\n");
    expect(guessed(uneven(50))).toBe(";");
    expect(refused(uneven(51))[0]).toContain("by commas (2) or by semicolons (2)");
    expect(guessed(lines("a;b,c", "1;2", '3;"4'))).toBe(";");
  });

  it("is refused where two fit, or where it is a bar", () => {
    const two = "a table that one of them cuts alike in every row";
    expect(refused(lines("a;b,c,d", "1;2,3,4"))).toEqual([
      `a.csv: its columns may be separated by commas (3) or by semicolons (2) (expected ${two}). Name it with --separator.`, "a.csv：各列可能以逗号分隔（3 列），也可能以分号分隔（2 列）（应为：每行都能用同一种分隔符切开的表）。请用 --separator 指明。",
    ]);
    expect(refused("a;b\tc")[0]).toBe(`a.csv: its columns may be separated by semicolons (2) or by tabs (2) (expected ${two}). Name it with --separator.`); // one row cuts alike in every way
    expect(refused(lines("a;b\tc|d", "1;2\t3", "4;5;6\t7\t8"))[0]).toContain("by semicolons (2) or by tabs (2)");
    expect(refused(lines("a|b;c|d", "1|2;3|4", "5|6|7"))[0]).toBe("a.csv, row 1: the columns seem to be separated by bars (expected commas, semicolons or tabs). Give --separator \"|\". Nothing was written.");
    expect(refused("a|b")).toEqual(["a.csv, row 1: the columns seem to be separated by bars (expected commas, semicolons or tabs). Give --separator \"|\". Nothing was written.", expect.stringMatching(/^a\.csv，第 1 行：各列似乎以竖线分隔（应为：逗号、分号或制表符）。请加上 --separator "\|"。/)]);
  });

  it.each(["，", "；", "、", "،", "^", "~", "¦"])("is refused where it is %s, in every row as often", (sign) => {
    const rows = ["城市 y x", "长春 1 2", "广州 0 3"].map((row) => row.replaceAll(" ", sign));
    expect(refused(lines(...rows))).toEqual([
      `a.csv, row 1: the columns seem to be separated by "${sign}" (expected commas, semicolons or tabs). Replace these signs by commas; if it is one column, give --separator ",". Nothing was written.`,
      expect.stringMatching(/^a\.csv，第 1 行：各列似乎以 ".+?" 分隔（应为：逗号、分号或制表符）。请将这些符号换成逗号；/),
    ]);
    expect(findSeparator(lines(...rows), "a.csv", ",").separator).toBe(",");
    expect(guessed(lines(...rows, "义乌"))).toBe(","); // a sentence in a column of sentences
    expect(guessed(lines(...rows.slice(0, 2)))).toBe(",");
  });
});
