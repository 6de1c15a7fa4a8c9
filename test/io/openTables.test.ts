import * as XLSX from "@e965/xlsx";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openTable, openTables } from "../../src/io/openTable";

const folder = mkdtempSync(join(tmpdir(), "sojourn-tables-"));
const at = (name: string): string => join(folder, name);
const book = XLSX.utils.book_new();
for (const sheet of ["notes", "answers"]) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["a", "b"], [sheet, 1]]), sheet);
const workbook = XLSX.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
writeFileSync(at("w.xlsx"), workbook);
writeFileSync(at("w.xlsx.gz"), gzipSync(workbook));
writeFileSync(at("t.csv"), "a|b\nx|2\n");
const first = (path: string, sheet?: string) => openTable(at(path), { sheet }).rows[0].cells[0];

test("files of several kinds each take the options that their kind knows", () => {
  const [csv, excel] = openTables([at("t.csv"), at("w.xlsx")], { separator: "|", sheet: "answers" });
  expect([csv.rows[0].cells, excel.rows[0].cells]).toEqual([["x", "2"], ["answers", "1"]]);
});

test("a sheet is found in a workbook that is packed, too", () => {
  expect(first("w.xlsx.gz", "answers")).toBe("answers");
  expect(first("w.xlsx", "notes")).toBe("notes");
});

test.each([
  ["t.csv", { separator: "|", sheet: "answers" }, /--sheet names a sheet, and this is no Excel workbook/],
  ["w.xlsx", { sheet: "notes", separator: ";" }, /--separator is of text files, and this is none/],
  ["w.xlsx", { sheet: "notes", encoding: "gb18030" }, /--encoding is of files that do not say theirs/],
] as const)("an option that no file takes is refused: %s %j", (path, options, says) => expect(() => openTable(at(path), options)).toThrow(says));

test("a column in which characters were lost is marked with its first place, and told; the others are read", () => {
  writeFileSync(at("lost.csv"), `a,b,c\n1,2,3\nx,${"0123456789".repeat(4)}\ufffd,z\n5,y\ufffd,ï\u00a4\ufffd\n`);
  const table = openTable(at("lost.csv"));
  expect([...table.lost!].map(([j, fault]) => [j, fault.message.replace(folder, "")])).toEqual([
    [1, `/lost.csv, row 3, column b: characters were lost here before: "${"0123456789".repeat(4)}" (expected the characters themselves). Go back to the file this one was made from. Nothing was written.`],
    [2, expect.stringContaining("row 4, column c: characters were lost")],
  ]);
  expect(table.notes).toEqual([{ en: 'characters were lost before in column "b" (row 3) and 1 more, which cannot be used', zh: '列 "b"（第 3 行）等 2 列中有字符早已丢失，不能使用' }]);
  writeFileSync(at("heading.csv"), "a,M\ufffdnch\n1,2\n");
  expect(openTable(at("heading.csv")).lost?.get(1)?.place).toMatchObject({ row: 1, column: "M\ufffdnch" });
  expect(openTable(at("t.csv"), { separator: "|" })).toMatchObject({ notes: [] });
  for (const [name, lost] of [["gbk.csv", "v,y\n长春,1\n锟斤拷锟斤拷,1\n"], ["latin.csv", "v,y\nx,2\nMï¿½nch,1\n"]]) { // U+FFFD read once more, as GBK and as Windows-1252
    writeFileSync(at(name), lost);
    expect([...openTable(at(name)).lost!].map(([j, { place }]) => [j, place.row])).toEqual([[0, 3]]);
  }
});
