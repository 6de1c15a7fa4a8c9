import * as XLSX from "@e965/xlsx";
import { expect, it } from "vitest";
import { readExcel } from "../../src/io/excel";
import { bothLanguages } from "./bothLanguages";

type Sheet = Readonly<Record<string, unknown>>;
const cells = (content: Readonly<Record<string, Sheet | string | number | boolean>>, ref: string, more: Sheet = {}): Sheet => ({
  ...Object.fromEntries(Object.entries(content).map(([at, value]) => [at, typeof value === "object" ? value : { t: typeof value === "string" ? "s" : typeof value === "boolean" ? "b" : "n", v: value }])), "!ref": ref, ...more,
});
function workbook(sheets: Readonly<Record<string, Sheet>>, date1904 = false): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) XLSX.utils.book_append_sheet(book, sheet as XLSX.WorkSheet, name);
  book.Workbook = { WBProps: { date1904 } };
  return new Uint8Array(XLSX.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
}
const read = (sheet: Sheet, date1904?: boolean) => readExcel(workbook({ s: sheet }, date1904), "w.xlsx");
const small = cells({ A1: "a", A2: 1 }, "A1:A2");
const refused = (bytes: Uint8Array, sheet?: string) => bothLanguages(() => readExcel(bytes, "w.xlsx", sheet));

it("the first row that is not empty is the header; empty rows and columns that were only formatted go, lines stay", () => {
  expect(read(cells({ B3: "a", C3: { t: "s", v: " b " }, E3: "c", B5: 1, C5: true, E5: "x ", B7: 0.5, C7: false }, "A2:F8"))).toEqual({
    file: "w.xlsx", format: "Excel", notes: [], columns: Array(3).fill({ label: "", labels: new Map(), missing: new Set() }),
    header: { line: 3, cells: ["a", "b", "c"] }, rows: [{ line: 5, cells: ["1", "TRUE", "x"] }, { line: 7, cells: ["0.5", "FALSE", ""] }],
  });
});

// As Excel shows them. Its 1900 has a 29 February (day 60), so day 59 is the 28th and day 61 the 1st of March.
it.each([
  [false, "yyyy-mm-dd", 1, "1900-01-01"], [false, "yyyy-mm-dd", 59, "1900-02-28"], [false, "yyyy-mm-dd", 61, "1900-03-01"], [false, "d/m/yy", 36_526, "2000-01-01"], [false, "yyyy-mm-dd hh:mm", 36_526.25, "2000-01-01 06:00:00"],
  [false, "ss", 36_526.5, "2000-01-01 12:00:00"], [false, "h:mm:ss", 0.5 + 1 / 86_400, "43201"], [false, "[h]:mm", 1.25, "108000"], [true, "[mm]:ss", 0.25, "21600"], [false, '[$-409]h:mm "day" AM/PM', 0.25, "21600"], [false, 'yyyy"年"m"月"d"日" h"时"', 36_526.25, "2000-01-01 06:00:00"], [false, 'd "hours"', 36_526.25, "2000-01-01"],
  [true, "yyyy-mm-dd", 0, "1904-01-01"], [true, "yyyy-mm-dd", 1, "1904-01-02"], [true, "yyyy-mm-dd", 35_064, "2000-01-01"], [false, "0.00", 36_526, "36526"], [false, "yyyy-mm-dd", 1e9, "1000000000"],
])("counted from 1904: %s, shown as %s, %d is %s", (from1904, z, v, text) => {
  expect(read(cells({ A1: "when", A2: { t: "n", v, z } }, "A1:A2"), from1904).rows[0].cells).toEqual([text]);
});

it("one sheet of several is read by its name, and the table notes that there are more", () => {
  const several = workbook({ empty: {}, one: small, two: cells({ A1: "b", A2: 2 }, "A1:A2") });
  expect(readExcel(several, "w.xlsx", "two")).toMatchObject({ header: { cells: ["b"] }, notes: [{ en: 'sheet "two" of 2', zh: '2 个工作表中的 "two"' }] });
  expect(refused(several)).toEqual(["w.xlsx: the workbook has 2 sheets that are not empty: one, two (expected one). Name the one to read with --sheet. Nothing was written.", expect.stringMatching(/^w\.xlsx：.*one, two/)]);
  expect(refused(several, "empty")[0]).toBe('w.xlsx: the workbook has nothing in its sheet "empty" (expected one, two). Name another with --sheet. Nothing was written.');
  expect(refused(several, "three")[0]).toBe('w.xlsx: the workbook has no sheet "three" (expected one, two). Name another with --sheet. Nothing was written.');
  expect(readExcel(workbook({ empty: {}, one: small }), "w.xlsx")).toMatchObject({ header: { cells: ["a"] }, notes: [] });
  expect(refused(workbook({ empty: {} }))[0]).toBe("w.xlsx: the workbook is empty (expected a sheet with a header and rows). Give the file that holds the data. Nothing was written.");
  const nine = Object.fromEntries([..."abcdefghi"].map((name) => [name, small]));
  expect(refused(workbook(nine))[0]).toContain("has 9 sheets that are not empty: a, b, c, d, e, f, g, h (expected one)");
});

it("what no table holds is refused at its place", () => {
  expect(refused(workbook({ s: cells({ A1: "a", B1: "b", B3: { t: "e", v: 7, w: "#DIV/0!" } }, "A1:B3") }))[0]).toBe("w.xlsx, row 3, column B: the cell holds the error #DIV/0! (expected a value or nothing). Mend its formula, or empty it. Nothing was written.");
  expect(refused(workbook({ s: cells({ A1: "a", B1: "b", A2: 1, A4: 2 }, "A1:B4", { "!merges": [{ s: { r: 1, c: 0 }, e: { r: 2, c: 1 } }] }) }))[0]).toBe('w.xlsx, row 2: cells A2:B3 of sheet "s" are merged (expected a table of single cells). Unmerge them. Nothing was written.');
  expect(refused(workbook({ s: cells({ A2: "a", C2: "c", A3: 1, B3: 2 }, "A1:C3") }))[0]).toBe('w.xlsx, row 2: sheet "s": column 2 has content and no heading (expected a heading above every column, in one row). Give it a heading, or delete what stands above or beside the table. Nothing was written.');
  expect(refused(Uint8Array.of(0x50, 0x4b, 3, 4, 0))[0]).toMatch(/^w\.xlsx: this is no Excel workbook that can be read \([^\n]+\) \(expected a workbook saved as \.xlsx\)\. Save it once more as \.xlsx without a password, or as CSV \(UTF-8\)\. Nothing was written\.$/);
});

it("a formula of which no program has kept the value is refused: it would be an empty cell", () => {
  const sheet = cells({ A1: "a", B1: "b", A2: 1, B2: { t: "z", f: "A2*2" } }, "A1:B2");
  expect(refused(workbook({ s: sheet }))).toEqual([
    "w.xlsx, row 2, column B: the cell holds the formula =A2*2 and not its value (expected the value that the formula has). Open the workbook in Excel or LibreOffice and save it, so that it is calculated. Nothing was written.",
    expect.stringMatching(/^w\.xlsx，第 2 行，列 B：单元格只有公式 =A2\*2，没有它的值/),
  ]);
  expect(read(cells({ A1: "a", A2: { t: "n", f: "1+1", v: 2 } }, "A1:A2")).rows[0].cells).toEqual(["2"]);
});

it("rows that are hidden are read, and a note says so", () => {
  const rows = { A1: "a", A2: 1, A3: 2, A4: 3 };
  expect(read(cells(rows, "A1:A4", { "!rows": [{}, {}, { hidden: true }, { hidden: true }] }))).toMatchObject({
    rows: [{ line: 2 }, { line: 3 }, { line: 4 }],
    notes: [{ en: "2 of 3 rows are hidden in the workbook, the first in row 3; they are read as the others", zh: "工作簿中有 2 行隐藏（共 3 行，首个为第 3 行），照常读入" }],
  });
  expect(read(cells(rows, "A1:A4")).notes).toEqual([]);
});
