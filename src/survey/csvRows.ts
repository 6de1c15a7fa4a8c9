import { CsvError, parse } from "csv-parse/sync";
import { BadInput } from "../badInput";

/** A record of a CSV file and the file line it starts on (the first line of the file is 1). */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A CSV file cut into cells, spaces around a cell dropped. */
export interface CsvTable {
  readonly header: CsvRow;
  readonly rows: readonly CsvRow[];
}

const REMEDY = "Correct the file. Nothing was written.";

/**
 * Cuts comma-separated text into rows, blank lines left out.
 *
 * @param text  the file's text
 * @param file  its name, for messages
 * @throws {BadInput} an empty file, a header alone, another separator, a quotation mark without its partner
 */
export function csvRows(text: string, file: string): CsvTable {
  const [header, ...rows] = cut(text, file).filter(({ cells }) => cells.length > 1 || cells[0] !== "");
  if (!header) throw new BadInput({ file }, "the file is empty", "a header and one row a respondent", "Give the file that holds the answers. Nothing was written.");
  refuseOtherSeparator(header, file);
  if (rows.length === 0) throw new BadInput({ file, row: header.line }, "the file has a header and no respondents", "one row a respondent below it", "Give the file that holds the answers. Nothing was written.");
  return { header, rows };
}

/**
 * Refuses rows that do not fit their header. Asked after the header itself has been checked: where a column is missing
 * from the header alone, every row is too long, and the missing column is the thing to say.
 *
 * @throws {BadInput} a row with too few or too many cells, the header once more
 */
export function checkShapes({ header, rows }: CsvTable, file: string): void {
  for (const row of rows) checkShape(row, header, file);
}

function cut(text: string, file: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let lastLine = 0; // the last file line of the record before: a quoted cell may run over several
  try {
    // The parser counts CR LF inside quotation marks as two lines, so line ends are made alike first.
    parse(text.replace(/\r\n?/g, "\n"), {
      relax_column_count: true, // counted by checkShapes, which can say more
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

function badQuote(error: CsvError, file: string, row: number, [header]: readonly CsvRow[]): BadInput {
  const column = header?.cells[Number(error.column)];
  const found = {
    CSV_QUOTE_NOT_CLOSED: "a quotation mark (\") is opened and never closed",
    CSV_INVALID_CLOSING_QUOTE: `a quotation mark (") is opened, and another one on line ${error.lines} is followed by text`,
    INVALID_OPENING_QUOTE: "a quotation mark (\") stands in the middle of a cell",
  }[error.code as string] ?? error.message;
  return new BadInput({ file, row, column }, found, "a quoted cell to begin and end with \", and to write \"\" for one inside", REMEDY);
}

function refuseOtherSeparator(header: CsvRow, file: string): void {
  if (header.cells.length > 1) return;
  const other = [["\t", "tabs"], [";", "semicolons"], ["|", "bars"]].find(([mark]) => header.cells[0].includes(mark));
  if (other) throw new BadInput({ file, row: header.line }, `the columns seem to be separated by ${other[1]}`, "commas", "Save the table as CSV with commas. Nothing was written.");
}

function checkShape({ line, cells }: CsvRow, header: CsvRow, file: string): void {
  const place = { file, row: line };
  if (cells.length !== header.cells.length) {
    const kind = cells.length < header.cells.length ? "short" : "long";
    const beyond = kind === "long" ? `; beyond the last column: ${JSON.stringify(cells[header.cells.length].slice(0, 60))}` : `; ends before column ${header.cells[cells.length]}`;
    throw new BadInput(place, `the row is too ${kind}: ${cells.length} cells${beyond}`, `${header.cells.length}, as in the header`, REMEDY);
  }
  if (cells.every((cell, i) => cell === header.cells[i])) {
    throw new BadInput(place, `the header is repeated inside the file (${cells.slice(0, 3).join(", ")}, …)`, "a respondent", "Delete the line; give files one by one rather than pasted together. Nothing was written.");
  }
}
