import { describe, expect, it } from "vitest";
import { cleanTable, labelNumber, missingTest, oneSpelling } from "../../../src/models/data/cells";
import type { Table } from "../../../src/models/data/table";
import { refusalOf } from "../refusalOf";

const table = (...rows: string[][]): Table => ({ file: "f.csv", columns: ["a", "b", "c"], lines: rows.map((_, i) => i + 2), rows });

describe("cells of the columns that are used", () => {
  it("lose the blanks around them and are composed; a row in which nothing changes is not copied, nor is a column that nobody uses", () => {
    const given = table([" 1", "x", " e\u0301"], ["2", " y\u0301 ", "z "], ["3", "o\u0308", "3"], ["4", "w", " "]);
    const { table: clean, notes, leftOut, byCode } = cleanTable(given, ["a", "b"], {});
    expect(clean).toEqual({ ...given, rows: [["1", "x", " e\u0301"], ["2", "ý", "z "], ["3", "ö", "3"], ["4", "w", " "]] });
    expect(clean.rows[3]).toBe(given.rows[3]);
    expect(given.rows[0][0]).toBe(" 1");
    expect(notes).toEqual(["2 spellings were brought into composed characters (Unicode NFC), such as ý"]);
    expect([leftOut, byCode]).toEqual([0, new Map()]);
    expect(cleanTable(table(["1", "e\u0301", "1"], ["2", "e\u0301 ", "2"]), ["b"], {}).notes).toEqual(["one spelling was brought into composed characters (Unicode NFC), such as é"]);
    expect(cleanTable(given, ["a"], {}).notes).toEqual([]);
  });

  it("hold no NUL byte", () => {
    expect(refusalOf(() => cleanTable(table(["1", "2", "3"], ["1", "x\0", "3"]), ["a", "b"], { drop: true }))).toBe("f.csv, row 3, column b: the cell holds a NUL byte (expected text).");
  });

  const lacking = table(["1", "2", "3"], ["NA", " ", "1"], ["1", "n/a", ""], ["4", "5", "6"], ["", ".", "1"]);

  it("are refused where one is missing: the first such row, its first such column in the order of use, and how many rows there are", () => {
    const drop = "Fill it, or leave such rows out with --missing drop";
    expect(refusalOf(() => cleanTable(lacking, ["a", "b"], {}))).toBe(`f.csv, row 3, column a: the cell is "NA", which counts as missing; 3 rows lack something (expected a value). ${drop}; --na names other codes for missing (--na '' has none).`);
    expect(refusalOf(() => cleanTable(lacking, ["b", "a"], {}))).toBe(`f.csv, row 3, column b: the cell is empty; 3 rows lack something (expected a value). ${drop}.`);
    expect(refusalOf(() => cleanTable(lacking, ["c"], {}))).toBe(`f.csv, row 4, column c: the cell is empty; no other row lacks anything (expected a value). ${drop}.`);
    expect(refusalOf(() => cleanTable({ ...lacking, counts: [1, 4, 2, 1, 3] }, ["a", "b"], {}))).toContain("; 9 rows lack something");
    expect(refusalOf(() => cleanTable({ ...lacking, counts: [1, 4, 2, 1, 3] }, ["c"], {}))).toContain("; 2 rows lack something");
  });

  it("are left out with their rows where that is asked, counted by code", () => {
    const { table: kept, leftOut, byCode } = cleanTable(lacking, ["a", "b"], { drop: true });
    expect(kept).toEqual({ ...lacking, rows: [lacking.rows[0], lacking.rows[3]], lines: [2, 5] });
    expect([leftOut, byCode]).toEqual([3, new Map([["NA", 1], ["n/a", 1], ["", 1]])]);
    const counted = cleanTable({ ...lacking, counts: [1, 4, 2, 7, 3] }, ["b"], { drop: true, codes: ["5", "."] });
    expect([counted.table.counts, counted.table.lines, counted.leftOut, counted.byCode]).toEqual([[1, 2], [2, 4], 14, new Map([["", 4], ["5", 7], [".", 3]])]);
  });
});

describe("codes of missing values", () => {
  it("are words in capitals or small letters and numbers by their value; no number is missing where no code is one", () => {
    const test = missingTest(["-9", "Refused"]);
    expect(["", "-9", "-9.0", "-9,0", "refused", "REFUSED", "9", "NA", "-90"].map(test)).toEqual([true, true, true, false, true, true, false, false, false]);
    const words = missingTest(["x"]);
    expect(["x", "y", "1", ""].map(words)).toEqual([true, false, false, true]);
    expect(["-9,0", "-9"].map(missingTest(["-9"], ","))).toEqual([true, true]);
    expect(missingTest([])("NA")).toBe(false);
  });
});

describe("labels", () => {
  it("are numbers up to fifteen digits", () => {
    expect(["7.0", "123456789012345", "-12345678901234.5", "1234567890123456", "a"].map((cell) => labelNumber(cell))).toEqual([7, 123456789012345, -12345678901234.5, undefined, undefined]);
    expect(labelNumber("7,5", ",")).toBe(7.5);
  });

  it("are one where all are numbers, however these are spelt", () => {
    expect(oneSpelling(["7", "7.0", "8", "7.00", "9", "9.0"], "g")).toEqual({ labels: ["7", "7", "8", "7", "9", "9"], notes: ["g: 7 / 7.0 / 7.00 count as one label, 7 (and 1 more such)"] });
    expect(oneSpelling(["07", "8", "7"], "g")).toEqual({ labels: ["7", "8", "7"], notes: ["g: 07 / 7 count as one label, 7"] });
    expect(oneSpelling(["1.50", "2.0", "1.50"], "g")).toEqual({ labels: ["1.50", "2.0", "1.50"], notes: [] });
    expect(oneSpelling(["7,0", "7"], "g", ",").labels).toEqual(["7", "7"]);
  });

  it("that look alike stay several, and are told", () => {
    const advice = "which differ in capitals, width, blanks or invisible characters only; recode them if they mean the same";
    expect(oneSpelling(["North", "7", "north", "7.0"], "g")).toEqual({ labels: ["North", "7", "north", "7.0"], notes: [`g: "North" / "north" are different labels, ${advice}`] });
    expect(oneSpelling(["a b", "ａ b", "c", "a \u00A0b", "c\u200B", "d"], "g").notes).toEqual([`g: "a b" / "ａ b" / "a \\u{a0}b" are different labels (and 1 more such), ${advice}`]);
    expect(oneSpelling(["x", "y", "x"], "g")).toEqual({ labels: ["x", "y", "x"], notes: [] });
  });
});
