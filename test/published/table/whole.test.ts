import { describe, expect, it } from "vitest";
import { BadInput } from "../../../src/badInput";
import { joinTables, readTable } from "../../../src/published/table/joinTables";
import { readTextTables } from "../../../src/published/table/readTextTables";
import { readTables } from "../../../src/published/table/readTables";
import { notebookTexts } from "../../../src/published/table/documents/notebook";
import { excelGrids } from "../../../src/published/table/documents/excel";

const rows = (text: string) => Object.values(readTable(text)?.models ?? {}).map((model) => model.rows.map(({ term, label: _, coef, stars, ...rest }) => [`${term}: ${coef}${stars}`, ...Object.entries(rest).map(([field, value]) => `${field} ${value}`)].join(" ")));
const said = (text: string) => {
  const { unsure, supposed, unused } = readTable(text)!;
  return { unsure: unsure.filter(({ code }) => code !== "noN").map(({ code, model, term, field }) => [code, model, term, field].map((one) => one ?? "").join("|")), supposed: supposed.map(({ field, value, model }) => `${model ?? ""} ${field} ${value}`), unused: unused.map(({ where, text: shown }) => `${where}: ${shown}`) };
};
const LEGEND = "Standard errors in parentheses. * p<0.1, ** p<0.05, *** p<0.01";

describe("what a table says of its cells", () => {
  it("a term that comes again has its section's name, or is numbered and in doubt", () => {
    const text = `\t(1)\nNorth\t\nAge\t0.5\n\t(0.1)\nSouth\t\nAge\t0.6\n\t(0.2)\n${LEGEND}`;
    expect(rows(text)).toEqual([["North: Age: 0.5 se 0.1", "South: Age: 0.6 se 0.2"]]);
    const twice = `\t(1)\nAge\t0.5\n\t(0.1)\nAge\t0.6\n\t(0.2)\nAge\t0.7\n\t(0.2)\n${LEGEND}`;
    expect(rows(twice)).toEqual([["Age: 0.5 se 0.1", "Age (2): 0.6 se 0.2", "Age (3): 0.7 se 0.2"]]);
    expect(said(twice).unsure).toEqual(["twice||Age (2)|label", "twice||Age (3)|label"]);
    expect(rows(`\t(1)\nWave\t\n1\t0.5\n\t(0.1)\n2\t0.6\n\t(0.2)\n${LEGEND}`)).toEqual([["Wave 1: 0.5 se 0.1", "Wave 2: 0.6 se 0.2"]]);
  });

  it("brackets of which nothing is said are supposed to be errors, with two negative ones t", () => {
    const bare = "\t(1)\nAge\t0.5\n\t(0.1)\nSex\t0.6\n\t(0.2)\nConstant\t1.5\n\t(0.2)";
    expect([rows(bare)[0][0], said(bare).supposed]).toEqual(["Age: 0.5 se 0.1", ["m1 brackets se", "m1 family binary logit", "m1 scale logOdds", " cutoffs * 0.1, ** 0.05, *** 0.01"]]);
    const negative = "\t(1)\nAge\t-0.5\n\t(-2.1)\nSex\t-0.6\n\t(-1.2)\nConstant\t1.5\n\t(0.2)";
    expect([rows(negative)[0][0], said(negative).supposed[0]]).toEqual(["Age: -0.5 t -2.1", "m1 brackets t"]);
    expect(rows("\t(1)\nAge\t-0.5\n\t(-2.1)\nSex\t0.6\n\t(1.2)\nConstant\t1.5\n\t(0.2)")[0]).toEqual(["Age: -0.5", "Sex: 0.6 se 1.2", "Constant: 1.5 se 0.2"]);
    expect(said("\t(1)\nAge\t-0.5\n\t(-2.1)\nSex\t0.6\n\t(1.2)\nConstant\t1.5\n\t(0.2)").unsure).toEqual(["negativeError|m1|Age|se"]);
    // Stars settle it: t values of 2.2 and two stars, five times.
    expect(rows(`\t(1)\n${["a", "b", "c", "d", "e"].map((term) => `${term}\t0.50**\n\t(2.20)`).join("\n")}\n* p<0.1, ** p<0.05, *** p<0.01`)[0][0]).toBe("a: 0.50** t 2.20");
  });

  it("marks that the legend does not name, numbers that end in a point, ps above 1 and limits that cross are in doubt", () => {
    expect(said(`\t(1)\nAge\t0.5†\n\t(0.1)\nSex\t0.6\n\t(0.2)\n${LEGEND}`).unsure).toEqual(["marks|m1|Age|stars"]);
    expect(said(`\t(1)\nAge\t0.5^a\n\t(0.1)\nSex\t0.6\n\t(0.2)\n${LEGEND}`)).toMatchObject({ unsure: [], unused: ["mark: Age: a"] });
    expect(said(`\t(1)\nAge\t3.\n\t(0.1)\nSex\t0.6\n\t(0.2)\n${LEGEND}`).unsure).toEqual(["lostDigits|m1|Age|coef"]);
    expect(rows(`\t(1)\nAge\t3.\n\t(0.1)\nSex\t0.6\n\t(0.2)\n${LEGEND}`)[0][0]).toBe("Age: 3 se 0.1");
    const p = "\tB\tSE\tp\nAge\t0.5\t0.1\t1.2\nSex\t0.6\t0.2\t1\nKin\t0.6\t0.2\t0\nEdu\t0.6\t0.2\t<0.01";
    expect([rows(p)[0], said(p).unsure]).toEqual([["Age: 0.5 se 0.1", "Sex: 0.6 se 0.2 p 1", "Kin: 0.6 se 0.2 p 0", "Edu: 0.6 se 0.2 p <0.01"], ["notProbability|m1|Age|p"]]);
    expect(said("\tB\tLower\tUpper\nAge\t0.5\t0.9\t0.1\nSex\t0.6\t0.2\t0.2").unsure).toEqual(["limitsCross|m1|Age|lower"]);
  });

  it("a number without an error among those that have one is left out and said, but the constant", () => {
    const text = `\t(1)\nAge\t0.5\n\t(0.1)\nSex\t0.6\n\t(0.2)\nIncome\t0.7\nConstant\t1.5\n${LEGEND}`;
    expect([rows(text), said(text).unsure]).toEqual([[["Age: 0.5 se 0.1", "Sex: 0.6 se 0.2", "Constant: 1.5"]], ["noError|m1|Income|"]]);
    const one = `\t(1)\nAge\t0.5*\n\t(0.1)\nIncome\t0.7*\nSex\t0.8*\n${LEGEND}`;
    expect(rows(one)[0]).toHaveLength(3); // one error alone says nothing of the others
  });

  it("whole numbers, correlations and means with their deviations are no estimates", () => {
    for (const text of ["\t(1)\nAge\t5*\n\t(1)\nSex\t6\n\t(2)", "\tA\tB\nAge\t0.5\t0.6\nSex\t0.7\t0.8", "Mean (SD)\tA\nAge\t35.4 (12.1)\nIncome\t3.8 (1.2)"]) expect(readTable(text)).toBeUndefined();
    expect(rows("Logit, mean (SD)\tA\nAge\t35.4 (12.1)\nIncome\t3.8 (1.2)")).toHaveLength(1);
    expect(rows("Mean (SD)\tA\nAge\t-35.4 (12.1)\nIncome\t3.8 (1.2)")).toHaveLength(1);
  });

  it("lines over a table that are a caption, or one cell over all columns, are no headings", () => {
    const html = `<table><tr><td colspan=2>Table 7. Logit</td></tr><tr><td colspan=2>Stays</td></tr><tr><th></th><th>(1)</th></tr><tr><td>Age</td><td>0.5 (0.1)</td></tr><tr><td>Sex</td><td>0.6 (0.1)</td></tr></table>${LEGEND}`;
    expect(Object.values(readTable(html)!.models)[0]).toMatchObject({ table: 7, heading: "(1)", family: "binary logit" });
  });
});

describe("several tables", () => {
  const table = (number: number, legend: string) => `Table ${number}. Logit\n(1) (2)\nAge 0.5* 0.6\n(0.1) (0.2)\nConstant 1.5 1.6\n(0.1) (0.2)\n${legend}\n`;

  it("have their models numbered through; stars by another legend than the first are in doubt", () => {
    const read = readTable(`${table(1, "* p<0.1, ** p<0.05")}\n${table(2, "* p<0.05, ** p<0.01")}`)!;
    expect([Object.keys(read.models), Object.values(read.models).map((one) => one.table), read.cutoffs]).toEqual([["m1", "m2", "m3", "m4"], [1, 1, 2, 2], { "*": "0.1", "**": "0.05" }]);
    expect(read.unsure.filter(({ code }) => code === "otherLegend").map(({ model, term, field, values }) => [model, term, field, values])).toEqual([["m3", "Age", "stars", [2]]]);
    expect(read.unsure.filter(({ code }) => code === "noN").map(({ model }) => model)).toEqual(["m1", "m2", "m3", "m4"]);
    expect(readTable(`${table(1, "* p<0.1, ** p<0.05")}\n${table(2, "* p<0.1, ** p<0.05")}`)!.unsure.some(({ code }) => code === "otherLegend")).toBe(false);
  });

  it("one alone is itself", () => {
    const [one] = readTextTables(table(1, "* p<0.1"));
    expect(joinTables([one])).toBe(one);
  });

  it("in panels A and B have the headings of both, each its name", () => {
    const read = readTextTables("\t(1)\t(2)\nPanel A: men\t\t\nAge\t0.5\t0.6\n\t(0.1)\t(0.2)\nPanel B: women\t\t\nAge\t0.7\t0.8\n\t(0.1)\t(0.2)");
    expect(read.map(({ models }) => Object.values(models).map(({ heading, outcome, rows: all }) => [heading, outcome, all[0].coef]))).toEqual([[["(1)", "Panel A: men", "0.5"], ["(2)", "Panel A: men", "0.6"]], [["(1)", "Panel B: women", "0.7"], ["(2)", "Panel B: women", "0.8"]]]);
  });

  it("under one another in a sheet begin where other roles head columns; the same headings again are none", () => {
    expect(readTextTables("v\tB\tSE\nAge\t0.5\t0.1\nSex\t0.6\t0.2\nv\tOR\tp\nAge\t1.5\t0.01\nSex\t1.6\t0.02").map(({ models }) => models.m1.rows.map(({ coef }) => coef))).toEqual([["0.5", "0.6"], ["1.5", "1.6"]]);
    expect(readTextTables("v\tB\tSE\nAge\t0.5\t0.1\nSex\t0.6\t0.2\nv\tB\tSE\nKin\t1.5\t0.01\nEdu\t1.6\t0.02").map(({ models }) => models.m1.rows.map(({ coef }) => coef))).toEqual([["0.5", "0.6", "1.5", "1.6"]]);
  });

  it("the table asked for is given, one that is not there refused", async () => {
    const two = `${table(1, "* p<0.1")}\n${table(2, "* p<0.1")}`;
    expect((await readTables(two, { table: 2 }))[0].models.m1.table).toBe(2);
    for (const number of [0, 3]) await expect(readTables(two, { table: number })).rejects.toThrow(`there is no table ${number} (expected 1 to 2)`);
    await expect(readTables(table(1, "x"), { table: 2 })).rejects.toThrow("1 (it holds one)");
    await expect(readTables(new TextEncoder().encode(table(1, "x")), { page: 1 })).rejects.toThrow("--page is for a PDF");
  });
});

describe("a text too long for a table", () => {
  it("is refused, with its place", () => {
    expect(() => readTextTables("x".repeat(20_000_001))).toThrow(BadInput);
    expect(() => readTextTables(`a\n${"x".repeat(20_001)}\n`)).toThrow(/row 2: a line of 20001 characters/);
    expect(() => readTextTables(`a\n${"x".repeat(20_000)}${" ".repeat(50)}\n`)).not.toThrow();
    expect(() => readTextTables("a\n".repeat(15_001))).toThrow(/15002 lines \(expected at most 15000\)/);
  });
});

describe("decimal commas", () => {
  it("are points where there are three or more, in a table that needs no commas", () => {
    expect(rows(`;(1)\nAge;0,5\n;(0,1)\nSex;,6\n;(0,2)\n${LEGEND.replace(/0\./g, "0,")}`)).toEqual([["Age: 0.5 se 0.1", "Sex: .6 se 0.2"]]);
    expect(rows("(1)\nAge 0,5\n(0,1)\nSex 0,7\n(0,1)")).toEqual([["Age: 0.5 se 0.1", "Sex: 0.7 se 0.1"]]);
  });
});

describe("a notebook", () => {
  it("gives what its cells printed: HTML tables, LaTeX, Markdown, text", () => {
    const outputs = (...all: unknown[]) => JSON.stringify({ cells: [{ cell_type: "markdown" }, null, { outputs: "x" }, { outputs: all }] });
    expect(notebookTexts(outputs({ data: { "text/html": ["<TABLE>", "x"], "text/plain": "p" } }, { data: { "text/html": "<b>", "text/latex": "\\begin{tabular}", "text/markdown": "m" } }, { data: { "text/latex": "$x$", "text/markdown": "m", "text/plain": "p" } }, { data: { "text/plain": ["p", "q"] } }, { text: ["a", "b"] }, { data: {} }), "n")).toEqual(["<TABLE>x", "\\begin{tabular}", "m", "pq", "ab"]);
    expect([notebookTexts("null", "n"), notebookTexts('{"cells":3}', "n")]).toEqual([[], []]);
    expect(() => notebookTexts("{", "n.ipynb")).toThrow(/^n\.ipynb: this notebook is no JSON/);
  });
});

describe("a workbook", () => {
  const letter = (c: number) => String.fromCharCode(65 + c);
  const library = (sheet: Record<string, unknown>) => ({ read: () => ({ SheetNames: ["s"], Sheets: { s: sheet } }), utils: { decode_range: (ref: string) => JSON.parse(ref) as unknown, encode_cell: ({ r, c }: { r: number; c: number }) => `${letter(c)}${r + 1}` } }) as never;
  const grid = (sheet: Record<string, unknown>) => excelGrids(new Uint8Array(), library(sheet)).map(({ rows: all, before, after }) => ({ rows: all.map(({ cells, spans }) => `${cells.join("|")} ${spans.join("")}`), before, after }));
  const at = (rowsTo: number, columnsTo: number) => JSON.stringify({ s: { r: 0, c: 0 }, e: { r: rowsTo, c: columnsTo } });
  const text = (w: string) => ({ t: "s", v: w, w });

  it("has its cells as shown, merged ones over their columns and words over their rows, lone ones around", () => {
    expect(grid({
      "!ref": at(5, 2), "!merges": [{ s: { r: 1, c: 1 }, e: { r: 1, c: 2 } }, { s: { r: 2, c: 0 }, e: { r: 3, c: 0 } }, { s: { r: 2, c: 2 }, e: { r: 3, c: 2 } }],
      A1: text("Table 1\nLogit"), B2: text("Stay"), A2: text("v"), A3: text("Age"), B3: { t: "n", v: -0.5, w: "(0.50)" }, C3: { t: "n", v: 7, w: "7" }, B4: { t: "n", v: 0.6 }, A6: text("Note"),
    })).toEqual([{ rows: ["v|Stay| 120", "Age|-0.50|7 111", "Age|0.6| 111"], before: ["Table 1", "Logit"], after: ["Note"] }]);
  });

  it("a negative number in brackets keeps its minus, text and positive ones stay as they are", () => {
    expect(grid({ "!ref": at(0, 3), A1: { t: "s", v: "(0.5)", w: "(0.5)" }, B1: { t: "n", v: 0.5, w: "(0.5)" }, C1: { t: "n", v: -0.5, w: "-0.5" }, D1: { t: "b", v: true } })[0].rows).toEqual(["(0.5)|(0.5)|-0.5|true 1111"]);
  });

  it("of empty sheets, or of one cell in each row, holds no table", () => expect([grid({}), grid({ "!ref": at(1, 1), A1: text("a"), B2: text("b") })]).toEqual([[], []]));
});
