import { describe, expect, it } from "vitest";
import type { DraftTable } from "../../../src/published/table/draft/draftTable";
import { type Grid, type Row, rowOf, spannedRow } from "../../../src/published/table/grid/grid";
import { readTextTables, tablesOf } from "../../../src/published/table/readTextTables";

type Cells = Row | readonly string[];
const grid = (rows: readonly Cells[], more: Partial<Grid> = {}): Grid => ({ before: [], rows: rows.map((row) => ("cells" in row ? row : rowOf(row))), after: [], columns: "given", unplaced: [], ...more });
const rowsOf = (tables: readonly DraftTable[]) => tables.map(({ models }) => Object.values(models).map(({ rows }) => rows.map(({ term, coef, stars, se }) => `${term} ${coef}${stars} ${se ?? ""}`.trim()).join(", ")).join(" | "));
const read = (text: string, name?: string) => rowsOf(readTextTables(text, name));
const SE = ["", "B", "SE"], AGE = ["Age", "0.5", "0.1"], SEX = ["Sex", "0.6", "0.2"], KIN = ["Kin", "0.7", "0.3"];
const FIT = grid([["No. Observations:", "189"], ["Log-Likelihood =", "-114.9", "Pseudo R-squ.:", "0.257"]]);

describe("grids of one source", () => {
  const numbers = (...grids: readonly Grid[]) => tablesOf(grids).map(({ models: { m1 } }) => [m1.table, m1.n, m1.logLik, m1.pseudoR2]);
  const table = (...more: readonly Cells[]) => grid([SE, AGE, SEX, ...more]);
  const said = [189, "-114.9", "0.257"] as const, none = [undefined, undefined, undefined] as const;

  it("of statistics above a table, or below the last, are its text", () => {
    expect(numbers(table())).toEqual([[1, ...none]]);
    expect(numbers(FIT, table())).toEqual([[2, ...said]]);
    expect(numbers(table(), FIT)).toEqual([[1, ...said]]);
    expect(numbers(table(), FIT, table())).toEqual([[1, ...none], [3, ...said]]);
    expect(numbers(FIT, table(), table())).toEqual([[2, ...said], [3, ...none]]);
    expect(numbers(table(), table(), FIT)).toEqual([[1, ...none], [2, ...said]]);
    expect(numbers(grid([["x", "y"]], { before: ["Table 8. Logit"] }), table())).toEqual([[8, ...none]]);
    expect(numbers(table(), grid([["x", "y"]], { after: ["N = 77"] }))).toEqual([[1, 77, undefined, undefined]]);
    expect(tablesOf([FIT, table()])[0].notes).toEqual(["No. Observations = 189", "Log-Likelihood = -114.9", "Pseudo R-squ. = 0.257"]);
    expect(tablesOf([grid([["", "5", "N", "", "a", "b", "c"]]), table()])[0].notes).toEqual(["a = b"]);
  });

  it("under one another in one are parted where other roles head the columns", () => {
    const two = grid([SE, AGE, SEX, ["", "OR", "p"], ["Age", "1.5*", "0.01"], ["Sex", "1.6", "0.02"]], { before: ["Above"], after: ["Below"] });
    expect(tablesOf([two]).map(({ notes, models: { m1: { rows, scale } } }) => [notes, scale, rows.map(({ term, coef, p }) => `${term} ${coef} ${p ?? ""}`)])).toEqual([[["Above"], "logOdds", ["Age 0.5 ", "Sex 0.6 "]], [["Below"], "oddsRatio", ["Age 1.5 0.01", "Sex 1.6 0.02"]]]);
    expect(rowsOf(tablesOf([grid([SE, AGE, SEX, SE, KIN])]))).toEqual(["Age 0.5 0.1, Sex 0.6 0.2, Kin 0.7 0.3"]); // a page break
    expect(tablesOf([grid([SE, AGE, SEX, SE, KIN])])[0].unused).toEqual([]);
    expect(rowsOf(tablesOf([grid([SE, AGE, SE, SEX, SE, KIN])]))).toEqual(["Age 0.5 0.1, Sex 0.6 0.2, Kin 0.7 0.3"]);
    const three = tablesOf([grid([SE, AGE, SEX, ["", "OR", "p"], ["Age", "1.5*", "0.01"], ["Sex", "1.6", "0.02"], ["", "Coef.", "t"], ["Kin", "0.5*", "2.1"], ["Edu", "0.6", "3.1"]])]);
    expect(rowsOf(three)).toEqual(["Age 0.5 0.1, Sex 0.6 0.2", "Age 1.5*, Sex 1.6", "Kin 0.5*, Edu 0.6"]);
    // Headings of several lines begin one table.
    expect(rowsOf(tablesOf([grid([["", "Coef.", "Std. Err."], SE, AGE, SEX])]))).toHaveLength(1);
  });

  it("in panels are a table each, under the headings that they share", () => {
    const panels = grid([["", "(1)"], ["Panel A: men", ""], ["Age", "0.5* (0.1)"], ["Sex", "0.6 (0.2)"], ["Panel B: women", ""], ["Age", "0.7* (0.1)"], ["Sex", "0.8 (0.2)"], ["Panel C", ""]], { after: ["Standard errors in parentheses"] });
    expect(rowsOf(tablesOf([panels]))).toEqual(["Age 0.5* 0.1, Sex 0.6 0.2", "Age 0.7* 0.1, Sex 0.8 0.2"]);
    expect(tablesOf([panels]).map(({ notes }) => notes?.filter((line) => line.startsWith("Panel")))).toEqual([["Panel A: men"], ["Panel B: women"]]);
    expect(rowsOf(tablesOf([grid([["", "(1)"], ["Age", "0.5* (0.1)"], ["Panel B: women", ""], ["Age", "0.7* (0.1)"]], { after: ["Standard errors in parentheses"] })]))).toEqual(["Age 0.5* 0.1, Panel B: women: Age 0.7* 0.1"]);
    expect(rowsOf(tablesOf([grid([["", "(1)"], ["Age", "0.5* (0.1)"], ["Panel B wave", "0.6 (0.2)"], ["Panel C wave", "0.7* (0.1)"]], { after: ["Standard errors in parentheses"] })]))).toEqual(["Age 0.5* 0.1, Panel B wave 0.6 0.2, Panel C wave 0.7* 0.1"]);
    expect(rowsOf(tablesOf([grid([["", "(1)"], ["", "Panel A"], ["Age", "0.5* (0.1)"], ["", "Panel B"], ["Age", "0.7* (0.1)"]], { after: ["Standard errors in parentheses"], over: ["Of the town"] })]))).toEqual(["Age 0.5* 0.1", "Age 0.7* 0.1"]);
  });

  it("of counts and means are told as such, a cell over several columns once", () => {
    expect(tablesOf([grid([["Variable", "Mean", "SD"], ["Age", "35.4", "9.8"], ["Kin\nhere", "1.5", "1.5"]])])).toEqual([{ models: {}, table1: { Age: "35.4", "Kin here": "1.5" }, scales: { Age: { sd: "9.8" }, "Kin here": { sd: "1.5" } }, unsure: [], supposed: [], unused: [] }]);
    expect(tablesOf([grid([["Variable", "n", "%"], ["City", "City", "City"], ["North", "40", "40.0"], ["South", "60", "60.0"]])])).toEqual([{ models: {}, table1: { City: { North: [40, "40.0"], South: [60, "60.0"] } }, unsure: [], supposed: [], unused: [] }]);
    const one = (before: readonly string[]) => tablesOf([grid([["Variable", "Mean"], ["Age", "35.4"]], { before })]).length;
    expect([one(["Descriptive statistics", "a", "b"]), one(["Descriptive statistics", "a", "b", "c"])]).toEqual([1, 0]);
    expect(tablesOf([grid([["a", "b"], ["c", "d"]])])).toEqual([]);
    expect(tablesOf([grid([spannedRow([{ text: "x", span: 2 }])])])).toEqual([]);
  });
});

describe("a text that is no table", () => {
  const said = (text: string): unknown => {
    try {
      return readTextTables(text, "t.txt").length;
    } catch (error) {
      return String((error as Error).message);
    }
  };
  it("is refused where it is longer than any, with what to do", () => {
    expect(said("x".repeat(20_000_001))).toBe("t.txt: 20000001 characters (expected a table). Cut the table out of it.");
    expect(said("x\n".repeat(15_000))).toBe("t.txt: 15001 lines (expected at most 15000). Cut the table out of it.");
    expect(said(`a\n${"x".repeat(20_001)}\nb\n${"x".repeat(20_002)}`)).toBe("t.txt, row 2: a line of 20001 characters (expected a row of a table). Cut the table out of it.");
    expect(said("x".repeat(20_000))).toBe(0);
    expect(said(`${" ".repeat(20_000)}x`)).toBe(0);
    expect(said(`<table><tr><td></td><td>(1)</td></tr><tr><td>Age</td><td>0.5* (0.1)</td></tr></table>${"x".repeat(20_001)}`)).toBe(1);
  });
});

describe("the lines of a text", () => {
  it("may end as any system ends them, with empty ones between", () => {
    for (const end of ["\r\n", "\r", "\n", "\n\n\n\n\n", "\n \n\t\n\n"]) expect(read(["(1) (2)", "Age 0.5* 0.6", "(0.1) (0.2)", "Sex 0.7 0.8", "(0.1) (0.2)", "Standard errors in parentheses"].join(end)), JSON.stringify(end)).toEqual(["Age 0.5* 0.1, Sex 0.7 0.1 | Age 0.6 0.2, Sex 0.8 0.2"]);
  });

  it("may have tabs and borders among them", () => {
    expect(read("Standard errors in parentheses, as they are in all that we show\nVariable | (1) (2)\nAge | 0.5* (0.1) 0.6 (0.2)\nSex | 0.7 (0.1) 0.8 (0.2)")).toEqual(["Age 0.5* 0.1, Sex 0.7 0.1 | Age 0.6 0.2, Sex 0.8 0.2"]);
  });

  it("of a log of Stata lose its marks, told by them or by the file's name", () => {
    const log = "{txt}Variable   Coef.   Std. Err.\n{res}Age   0.5   0.1\n{res}Sex   0.6   0.2";
    expect(read(log)).toEqual(["Age 0.5 0.1, Sex 0.6 0.2"]);
    expect(read(log.replace(/\{(?:txt|res)\}/g, "{bf}"), "x.smcl")).toEqual(["Age 0.5 0.1, Sex 0.6 0.2"]);
    expect(read("Variable   Coef.   Std. Err.\nAge   0.5   0.1\nSex {1}   0.6   0.2")).toEqual(["Age 0.5 0.1, Sex {1} 0.6 0.2"]);
  });

  it("have decimal commas where three numbers do and no point says otherwise", () => {
    expect(read("Variable;B;SE\nAge;0,5;0,1\nSex;-,6;,2\nKin;0,7;0,3")).toEqual(["Age 0.5 0.1, Sex -.6 .2, Kin 0.7 0.3"]);
    expect(read("Variable;B;SE\nAge;0,5;0,1\nSex;-,6;,2")).toEqual([]); // of two, nothing says so
    expect(read("Variable   B   SE\nAge   0,5   0,1\nSex   0,6   0,2")).toEqual([]); // two in a line: thousands or a list, as it seems
    expect(read("(1)\nAge\n0,5*\nSex 0,6\nKin 0,7")).toEqual(read("(1)\nAge\n0.5*\nSex 0.6\nKin 0.7"));
  });

  it("of counts and means are read where they hold no regression", () => {
    const text = "Table 1. Descriptive statistics\n-----\nVariable   Mean   SD\nAge   35.4   9.8\nKin   1.5   0.5\nNote: of all";
    expect(readTextTables(text)).toEqual([{ models: {}, table1: { Age: "35.4", Kin: "1.5" }, scales: { Age: { sd: "9.8" }, Kin: { sd: "0.5" } }, unsure: [], supposed: [], unused: [] }]);
    expect(readTextTables("Variable   Coef.   SE   mean   sd\nAge   0.5*   0.1   35.4   9.8\nSex   0.6   0.2   1.5   0.5").map(({ table1 }) => table1)).toEqual([undefined]);
  });
});
