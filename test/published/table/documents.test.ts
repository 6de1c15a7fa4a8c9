import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { utils, write, type Range, type WorkSheet } from "@e965/xlsx";
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { expect, it } from "vitest";
import { nodeLibraries } from "../../../src/published/table/documents/nodeLibraries";
import type { DraftTable } from "../../../src/published/table/draft/draftTable";
import type { Grid } from "../../../src/published/table/grid/grid";
import { readTables } from "../../../src/published/table/readTables";
import { htmlGrids } from "../../../src/published/table/source/html";

const DOCUMENTS = join(__dirname, "../../fixtures/paperTables/documents");
const PAGES = readdirSync(DOCUMENTS).filter((file) => file.endsWith(".html"));
const libraries = nodeLibraries;
const source = (page: string) => readFileSync(join(DOCUMENTS, page), "utf8");

/** Every cell and statistic, without names and places. */
const cells = (tables: readonly DraftTable[]) => tables.flatMap(({ models }) => Object.values(models).map(({ n, logLik, pseudoR2, rows }) =>
  ({ n, logLik, pseudoR2, rows: rows.map(({ term: _, label: __, ...rest }) => rest) })));

const partsOf = ({ rows }: Grid) => rows.map(({ cells: texts, spans }) => texts.flatMap((text, j) => (spans[j] === 0 ? [] : [{ text, span: spans[j] }])));

async function asWord(grids: readonly Grid[]): Promise<Uint8Array> {
  const children = grids.flatMap((grid) => [
    ...grid.before.map((line) => new Paragraph(line)),
    new Table({ rows: partsOf(grid).map((parts) => new TableRow({ children: parts.map(({ text, span }) => new TableCell({ columnSpan: span, children: text.split("\n").map((line) => new Paragraph({ children: [new TextRun(line)] })) })) })) }),
    ...grid.after.map((line) => new Paragraph(line)),
  ]);
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

function asExcel(grids: readonly Grid[]): Uint8Array {
  const lines: string[][] = [];
  const merges: Range[] = [];
  for (const { before, rows, after } of grids) {
    lines.push(...before.map((line) => [line]));
    for (const { cells: texts, spans } of rows) {
      spans.forEach((span, j) => span > 1 && merges.push({ s: { r: lines.length, c: j }, e: { r: lines.length, c: j + span - 1 } }));
      lines.push([...texts]);
    }
    lines.push(...after.map((line) => [line]));
  }
  const sheet: WorkSheet = utils.aoa_to_sheet(lines);
  sheet["!merges"] = merges;
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Table");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}

it.each(PAGES)("%s: the same cells from its PDF, Word and Excel printings", async (page) => {
  const wanted = cells(await readTables(source(page)));
  expect(wanted.length).toBeGreaterThan(0);
  const grids = htmlGrids(source(page));
  expect(cells(await readTables(readFileSync(join(DOCUMENTS, page.replace(/html$/, "pdf"))), { name: "t.pdf", libraries }))).toEqual(wanted);
  expect(cells(await readTables(await asWord(grids), { name: "t.docx", libraries }))).toEqual(wanted);
  expect(cells(await readTables(asExcel(grids), { name: "t.xlsx", libraries }))).toEqual(wanted);
});

it("a formula of a workbook that no program has calculated is told: its cell is not empty", async () => {
  const sheet = utils.aoa_to_sheet([["", "M1", "M2"], ["Age", "0.12*", "?"], ["", "(0.05)", "(0.06)"], ["Education", 0.4, 0.5], ["", "(0.11)", "(0.12)"], ["N", 500, 500]]);
  sheet.C2 = { t: "z", f: "B2*2" };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Table");
  const [table] = await readTables(new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer), { name: "t.xlsx", libraries });
  expect(table.unsure.map(({ model, term, code, values }) => [model, term, code, values])).toEqual([["m2", "Age", "junk", ["=B2*2"]]]);
});

// jsdom, in which figures are drawn, takes over the language's words that it finds in its process, and fails where its windows lack one.
it("reading a PDF leaves no word of the language behind that this Node has not: figures are drawn after it too", async () => {
  await readTables(readFileSync(join(DOCUMENTS, PAGES[0].replace(/html$/, "pdf"))), { libraries });
  expect(typeof (globalThis as { Iterator?: unknown }).Iterator).toBe(runInNewContext("typeof Iterator"));
});

it("takes one page of a PDF, and says which pages there are", async () => {
  const pdf = readFileSync(join(DOCUMENTS, PAGES[0].replace(/html$/, "pdf")));
  expect(await readTables(pdf, { libraries, page: 1 })).toHaveLength(1);
  await expect(readTables(pdf, { libraries, page: 9 })).rejects.toThrow(/there is no page 9 \(expected 1 to 1\)/);
});

it("takes one table of several, and says how many there are", async () => {
  const two = readFileSync(join(DOCUMENTS, "../made/two.txt"));
  expect((await readTables(two, { table: 2 }))[0].cutoffs).toEqual({ "*": "0.10", "**": "0.05" });
  await expect(readTables(two, { table: 3 })).rejects.toThrow(/there is no table 3 \(expected 1 to 2\)/);
});

it.each([
  ["a picture", Buffer.from("\u0089PNG\r\n", "latin1"), /this is a picture .*Recognise its text first/],
  ["an old Word document", Buffer.from("\u00d0\u00cf\u0011\u00e0", "latin1"), /Save it as \.docx or \.xlsx/],
  ["a PDF that is none", Buffer.from("%PDF-1.7 x"), /this PDF cannot be read/],
  ["a damaged Word document", Buffer.from("PK\u0003\u0004 word/document.xml"), /this Word document cannot be read/],
])("refuses %s, with what to do", async (_, bytes, message) => {
  await expect(readTables(bytes, { name: "t", libraries })).rejects.toThrow(message);
});
