import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { columnIndex, numberColumn, readTable, type Table, textColumn } from "../../../src/models/data/table";
import { refusalOf } from "../refusalOf";

const table = (columns: string[], ...rows: string[][]): Table => ({ file: "f.csv", columns, lines: rows.map((_, i) => i + 2), rows });

describe("a table's columns", () => {
  it("are found by name, and thirty of them named where one is not there", () => {
    const names = Array.from({ length: 31 }, (_, i) => `v${i}`);
    expect(columnIndex(table(names), "v30")).toBe(30);
    expect(refusalOf(() => columnIndex(table(names), "w"))).toBe(`f.csv, column w: there is no such column (expected ${names.slice(0, 30).join(", ")}, …).`);
    expect(refusalOf(() => columnIndex(table(names.slice(0, 30)), "w"))).toBe(`f.csv, column w: there is no such column (expected ${names.slice(0, 30).join(", ")}).`);
  });

  it("that lost characters are refused to whoever uses them, and no others", () => {
    const file = join(mkdtempSync(join(tmpdir(), "sojourn-lost-")), "f.csv");
    writeFileSync(file, "a,note\n1,M\ufffdnch\n2,x\n");
    const read = readTable(file);
    expect(numberColumn(read, "a")).toEqual([1, 2]);
    expect(refusalOf(() => textColumn(read, "note"))).toMatch(/f\.csv, row 2, column note: characters were lost here before/);
    expect(read.notes).toEqual([expect.objectContaining({ en: 'characters were lost before in column "note" (row 2), which cannot be used' })]);
  });

  it("hold a value in each row, a number where numbers are asked for", () => {
    const given = table(["a", "b"], ["1", "x"], ["2.5", ""], ["1e3", "y"]);
    expect(numberColumn(given, "a")).toEqual([1, 2.5, 1000]);
    expect(refusalOf(() => textColumn(given, "b"))).toBe("f.csv, row 3, column b: the cell is empty (expected a value). Fill it, or leave such rows out with --missing drop.");
    const wrong = (cell: string, decimal?: "," | ".", remedy?: string) => refusalOf(() => numberColumn({ ...table(["a"], ["1"], ["2"], [cell]), decimal }, "a", remedy));
    expect(wrong("x")).toBe('f.csv, row 4, column a: "x" is not a number (expected a number). Code it as a number, or give it as --factor a.');
    expect(wrong("x", undefined, "Think.")).toBe('f.csv, row 4, column a: "x" is not a number (expected a number). Think.');
    expect(wrong("2,5")).toBe('f.csv, row 4, column a: "2,5" is not a number (expected a number). If the comma is a decimal sign, give --decimal ,.');
    expect(wrong("2.5", ",")).toBe('f.csv, row 4, column a: "2.5" is not a number (expected a number with a decimal comma). If the points are decimal signs, leave --decimal out.');
    expect(wrong("x", ",")).toBe('f.csv, row 4, column a: "x" is not a number (expected a number with a decimal comma). Code it as a number, or give it as --factor a.');
    expect(numberColumn({ ...table(["a"], ["2,5"]), decimal: "," }, "a")).toEqual([2.5]);
  });

  it("are named once each in the file's first line", () => {
    const file = join(mkdtempSync(join(tmpdir(), "sojourn-table-")), "f.csv");
    writeFileSync(file, "a,b,c,b\n1,2,3,4\n");
    expect(refusalOf(() => readTable(file))).toBe(`${file}, row 1, column b: the column is named twice (expected distinct names).`);
    writeFileSync(file, "a;b\n1;2,5\n\n;4\n");
    expect(readTable(file, { decimal: "," })).toEqual({ file, columns: ["a", "b"], lines: [2, 4], rows: [["1", "2,5"], ["", "4"]], decimal: ",", notes: [] });
  });
});
