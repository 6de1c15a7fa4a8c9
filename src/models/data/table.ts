import { readFileSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import { BadInput } from "../../badInput";

/** A CSV file as text: cells trimmed, rows known by their line in the file (the header being line 1). */
export interface Table {
  readonly file: string;
  readonly columns: readonly string[];
  readonly lines: readonly number[];
  /** One array of columns.length cells a row. */
  readonly rows: readonly (readonly string[])[];
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads a CSV file with a header (UTF-8, comma, quotes where needed).
 * @throws {BadInput} where it cannot be read, is empty, is ragged or names a column twice
 */
export function readTable(file: string): Table {
  const records = parseFile(file);
  const [header, ...body] = records;
  if (!header) throw new BadInput({ file }, "the file is empty", "a header line and rows of numbers");
  const columns = header.record;
  const twice = columns.find((column, j) => columns.indexOf(column) !== j);
  if (twice !== undefined) throw new BadInput({ file, row: 1, column: twice }, "the column is named twice", "distinct names");
  return { file, columns, lines: body.map(({ line }) => line), rows: body.map(({ record }) => record) };
}

function parseFile(file: string): { record: string[]; line: number }[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new BadInput({ file }, `the file cannot be read: ${(error as Error).message.split(",")[0]}`, "a CSV file");
  }
  try {
    const parsed = parse(text, { bom: true, trim: true, skip_empty_lines: true, info: true }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new BadInput({ file, row: (error as unknown as { lines?: number }).lines }, error.message.replace(/\.?\s*$/, ""), "as many cells as the header has");
  }
}

/** Where a column is. @throws {BadInput} naming the columns there are */
export function columnIndex({ file, columns }: Table, column: string): number {
  const j = columns.indexOf(column);
  if (j >= 0) return j;
  throw new BadInput({ file, column }, "there is no such column", columns.slice(0, 30).join(", ") + (columns.length > 30 ? ", …" : ""));
}

/** A column's cells as text. @throws {BadInput} at an empty cell */
export function textColumn(table: Table, column: string): string[] {
  const j = columnIndex(table, column);
  return table.rows.map((row, i) => {
    if (row[j] !== "") return row[j];
    throw new BadInput({ file: table.file, row: table.lines[i], column }, "the cell is empty", "a value", "Fill it, or leave such rows out with --missing drop.");
  });
}

/** A column's cells as numbers. @throws {BadInput} at the first cell that is empty or not a number */
export function numberColumn(table: Table, column: string, remedy = `Code it as a number, or give it as --factor ${column}.`): number[] {
  return textColumn(table, column).map((cell, i) => {
    const value = NUMBER.test(cell) ? Number(cell) : NaN;
    if (Number.isFinite(value)) return value;
    throw new BadInput({ file: table.file, row: table.lines[i], column }, `"${cell}" is not a number`, "a number", remedy);
  });
}

/** The rows in which none of the columns is empty. */
export function completeRows(table: Table, columns: readonly string[]): Table {
  const needed = columns.map((column) => columnIndex(table, column));
  const kept = [...table.rows.keys()].filter((i) => needed.every((j) => table.rows[i][j] !== ""));
  return { ...table, rows: kept.map((i) => table.rows[i]), lines: kept.map((i) => table.lines[i]) };
}
