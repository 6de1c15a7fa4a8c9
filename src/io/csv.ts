import { CsvError, parse } from "csv-parse/sync";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { findSeparator, type Separator } from "./separator";
import type { CsvRow } from "./table";

/** A CSV file cut into cells, spaces around a cell dropped. */
export interface Csv {
  readonly file: string;
  readonly separator: Separator;
  readonly header: CsvRow;
  /** Rows may still be too short or too long: `checkShapes`. */
  readonly rows: readonly CsvRow[];
}

const REMEDY = "Correct the file. Nothing was written.";

/**
 * Cuts a table in text into rows, blank lines left out. Separators are commas, semicolons or tabs, whichever cuts all rows alike.
 *
 * @param text       the file's text
 * @param file       its name, for messages
 * @param separator  where it is not to be found, but named
 * @throws {BadInput} an empty file, two separators that fit, a quotation mark without its partner
 * @example readCsv("city;age\n长春;35\n", "people.csv").rows // [{ line: 2, cells: ["长春", "35"] }]
 */
export function readCsv(text: string, file: string, separator?: Separator): Csv {
  // The parser counts CR LF inside quotation marks as two lines, so line ends are made alike first.
  const found = findSeparator(text.replace(/\r\n?/g, "\n"), file, separator);
  const [header, ...rows] = notBlank(cut(found.text, file, found.separator), found.text);
  if (!header) throw new BadInput({ file }, "the file is empty", "a header and rows below it", "Give the file that holds the table. Nothing was written.");
  return { file, separator: found.separator, ...withoutEmptyColumns(header, rows) };
}

/** Columns at the end that a spreadsheet only formatted have neither heading nor content. */
function withoutEmptyColumns(header: CsvRow, rows: readonly CsvRow[]): Pick<Csv, "header" | "rows"> {
  const width = header.cells.length;
  let used = width;
  while (used > 1 && header.cells[used - 1] === "" && rows.every(({ cells }) => (cells[used - 1] ?? "") === "")) used--;
  if (used === width) return { header, rows };
  const cut = (row: CsvRow): CsvRow => (row.cells.length > width ? row : { ...row, cells: row.cells.slice(0, used) }); // what is too long stays so
  return { header: cut(header), rows: rows.map(cut) };
}

/**
 * Refuses rows that do not fit their header. Asked after the header itself has been checked: where a column is missing
 * from the header alone, every row is too long, and the missing column is the thing to say.
 *
 * @throws {BadInput} a row with too few or too many cells, the header once more
 */
export function checkShapes({ file, header, rows }: Csv): void {
  for (const row of rows) checkShape(row, header, file);
}

function cut(text: string, file: string, separator: Separator): CsvRow[] {
  const rows: CsvRow[] = [];
  let lastLine = 0; // the last file line of the record before: a quoted cell may run over several
  try {
    parse(text, {
      delimiter: separator,
      relax_column_count: true, // counted by checkShapes, which can say more
      ...(separator === "\t" ? {} : { ltrim: true, rtrim: true }), // blanks beside a quoted cell
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lastLine + 1, cells: cells.map((cell) => cell.trim()) });
        lastLine = lines;
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw badQuote(error, file, lastLine + 1, rows);
    throw error;
  }
  return rows;
}

/** Blank lines go; in a file of one column, a line of two quotation marks is a row with an empty cell. */
function notBlank(rows: readonly CsvRow[], text: string): CsvRow[] {
  const isBlank = ({ cells }: CsvRow): boolean => cells.length === 1 && cells[0] === "";
  const one = rows.find((row) => !isBlank(row))?.cells.length === 1;
  const lines = one && rows.some(isBlank) ? text.split("\n") : [];
  return rows.filter((row) => !isBlank(row) || lines[row.line - 1]?.includes("\""));
}

function badQuote(error: CsvError, file: string, row: number, [header]: readonly CsvRow[]): BadInput {
  const column = header?.cells[Number(error.column)];
  const found = {
    CSV_QUOTE_NOT_CLOSED: "a quotation mark (\") is opened and never closed",
    CSV_INVALID_CLOSING_QUOTE: said`a quotation mark (") is opened, and another one on line ${Number(error.lines)} is followed by text`,
    CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: said`a quotation mark (") is opened, and another one on line ${Number(error.lines)} is followed by text`,
    INVALID_OPENING_QUOTE: "a quotation mark (\") stands in the middle of a cell",
  }[error.code as string] ?? error.message;
  return new BadInput({ file, row, column }, found, "a quoted cell to begin and end with \", and to write \"\" for one inside", REMEDY);
}

function checkShape({ line, cells }: CsvRow, header: CsvRow, file: string): void {
  const place = { file, row: line };
  if (cells.length !== header.cells.length) {
    const found = cells.length < header.cells.length
      ? said`the row is too short: ${cells.length} cells; ends before column ${header.cells[cells.length]}`
      : said`the row is too long: ${cells.length} cells; beyond the last column: ${JSON.stringify(cells[header.cells.length].slice(0, 60))}`;
    throw new BadInput(place, found, said`${header.cells.length}, as in the header`, REMEDY);
  }
  if (cells.every((cell, i) => cell === header.cells[i])) {
    throw new BadInput(place, said`the header is repeated inside the file (${cells.slice(0, 3).join(", ")}, …)`, "a row of values", "Delete the line; give files one by one rather than pasted together. Nothing was written.");
  }
}
