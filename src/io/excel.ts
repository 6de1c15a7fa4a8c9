import type { CellObject, WorkSheet } from "@e965/xlsx";
import { BadInput } from "../badInput";
import type { Bilingual } from "../bilingual";
import { said } from "../faults/said";
import { dateText, numberText } from "./cellText";
import { type CsvRow, type DataTable, noNotes } from "./table";

const DAY = 86_400_000;

/** The library is loaded when a workbook comes: a notebook that reads CSV does not wait for it. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const xlsx = (): typeof import("@e965/xlsx") => require("@e965/xlsx") as typeof import("@e965/xlsx");

/**
 * A sheet of an Excel workbook as a table: its first row that is not empty is the header.
 *
 * @param sheet  which one, where the workbook has several that are not empty
 * @throws {BadInput} no workbook, several sheets and none named, a cell that holds an error or a formula without its value,
 *   merged cells
 */
export function readExcel(bytes: Uint8Array, file: string, sheet?: string): DataTable {
  const workbook = open(bytes, file);
  const filled = workbook.SheetNames.filter((name) => workbook.Sheets[name]["!ref"] !== undefined && workbook.Sheets[name]["!type"] !== "chart");
  const name = chosen(filled, workbook.SheetNames, sheet, file);
  const content = workbook.Sheets[name];
  refuseMerged(content, file, name);
  const { utils } = xlsx();
  const { s, e } = utils.decode_range(content["!ref"]!);
  const rows: CsvRow[] = [];
  for (let r = s.r; r <= e.r; r++) {
    const cells = Array.from({ length: e.c - s.c + 1 }, (_, c) => cellText(content[utils.encode_cell({ r, c: s.c + c })] as CellObject | undefined, Boolean(workbook.Workbook?.WBProps?.date1904), { file, row: r + 1, column: utils.encode_col(s.c + c) }));
    if (cells.some((cell) => cell !== "")) rows.push({ line: r + 1, cells });
  }
  const [header, ...body] = rows;
  // Columns that a spreadsheet only formatted have neither heading nor content.
  const used = header.cells.map((_, j) => rows.some(({ cells }) => cells[j] !== ""));
  const keep = ({ line, cells }: CsvRow): CsvRow => ({ line, cells: cells.filter((_, j) => used[j]) });
  const table = { file, format: "Excel", header: keep(header), rows: body.map(keep) };
  const unnamed = table.header.cells.indexOf("");
  if (unnamed >= 0) throw new BadInput({ file, row: header.line }, said`sheet ${JSON.stringify(name)}: column ${unnamed + 1} has content and no heading`, "a heading above every column, in one row", "Give it a heading, or delete what stands above or beside the table. Nothing was written.");
  return { ...table, columns: noNotes(table.header), notes: [...sheetNotes(name, filled), ...hiddenNotes(content, body)] };
}

function open(bytes: Uint8Array, file: string) {
  try {
    return xlsx().read(bytes, { type: "array", cellDates: false, cellNF: true, cellHTML: false, cellFormula: true, cellStyles: true });
  } catch (error) {
    throw new BadInput({ file }, said`this is no Excel workbook that can be read (${(error as Error).message.split("\n")[0]})`, "a workbook saved as .xlsx", "Save it once more as .xlsx without a password, or as CSV (UTF-8). Nothing was written.");
  }
}

function chosen(filled: readonly string[], all: readonly string[], sheet: string | undefined, file: string): string {
  if (sheet !== undefined) {
    if (filled.includes(sheet)) return sheet;
    throw new BadInput({ file }, all.includes(sheet) ? said`the workbook has nothing in its sheet ${JSON.stringify(sheet)}` : said`the workbook has no sheet ${JSON.stringify(sheet)}`, filled.join(", "), "Name another with --sheet. Nothing was written.");
  }
  if (filled.length === 1) return filled[0];
  if (filled.length === 0) throw new BadInput({ file }, "the workbook is empty", "a sheet with a header and rows", "Give the file that holds the data. Nothing was written.");
  throw new BadInput({ file }, said`the workbook has ${filled.length} sheets that are not empty: ${filled.slice(0, 8).join(", ")}`, "one", "Name the one to read with --sheet. Nothing was written.");
}

function refuseMerged(content: WorkSheet, file: string, sheet: string): void {
  const merged = content["!merges"]?.[0];
  if (merged) throw new BadInput({ file, row: merged.s.r + 1 }, said`cells ${xlsx().utils.encode_range(merged)} of sheet ${JSON.stringify(sheet)} are merged`, "a table of single cells", "Unmerge them. Nothing was written.");
}

const sheetNotes = (name: string, filled: readonly string[]): Bilingual[] => filled.length === 1 ? [] : [
  { en: `sheet ${JSON.stringify(name)} of ${filled.length}`, zh: `${filled.length} 个工作表中的 ${JSON.stringify(name)}` },
];

/** Rows that a filter hides, or a hand, are rows of the file. */
function hiddenNotes(content: WorkSheet, body: readonly CsvRow[]): Bilingual[] {
  const hidden = body.filter(({ line }) => content["!rows"]?.[line - 1]?.hidden);
  if (hidden.length === 0) return [];
  const [{ line }] = hidden;
  return [{ en: `${hidden.length} of ${body.length} rows are hidden in the workbook, the first in row ${line}; they are read as the others`, zh: `工作簿中有 ${hidden.length} 行隐藏（共 ${body.length} 行，首个为第 ${line} 行），照常读入` }];
}

function cellText(cell: CellObject | undefined, from1904: boolean, place: { file: string; row: number; column: string }): string {
  if (!cell) return "";
  if (cell.t === "z" && cell.f !== undefined) throw new BadInput(place, said`the cell holds the formula =${cell.f} and not its value`, "the value that the formula has", "Open the workbook in Excel or LibreOffice and save it, so that it is calculated. Nothing was written.");
  if (cell.v === undefined || cell.v === null) return "";
  switch (cell.t) {
    case "n": return typeof cell.z === "string" && (xlsx().SSF as { is_date(format: string): boolean }).is_date(cell.z) ? excelDate(Number(cell.v), cell.z, from1904) : numberText(Number(cell.v));
    case "b": return cell.v ? "TRUE" : "FALSE";
    case "e": throw new BadInput(place, said`the cell holds the error ${cell.w ?? "#?"}`, "a value or nothing", "Mend its formula, or empty it. Nothing was written.");
    default: return String(cell.v).trim();
  }
}

/** Excel counts days from 1904, or from 1900 as if that year had had a 29 February; a time of day, or hours that may pass 24 ([h]), is seconds, as in SPSS. */
function excelDate(days: number, format: string, from1904: boolean): string {
  const shown = format.replace(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]/gi, "");
  const hasTime = /[hs]/i.test(shown);
  if (hasTime && !/[yde]|mmm/i.test(shown) && (days < 1 || shown.includes("["))) return numberText(Math.round(days * DAY) / 1000);
  const beforeLeapDay = !from1904 && days >= 1 && days < 60; // below 1 it is a time of day
  const since1970 = days + (beforeLeapDay ? 1 : 0) - (from1904 ? 24_107 : 25_569);
  return dateText(Math.round(since1970 * DAY), hasTime ? "datetime" : "date") ?? numberText(days);
}
