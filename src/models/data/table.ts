import { BadInput } from "../../badInput";
import type { Bilingual } from "../../bilingual";
import { said, type Text } from "../../faults/said";
import type { CsvOptions } from "../../io/csvOptions";
import { openTable, refuseRagged, type TableOptions } from "../../io/openTable";
import { refuseLost } from "../../io/table";
import { type Decimal, isBeyondDoubles, numberIn, partedThousands } from "../../io/number";
import { remembered } from "./remembered";

/** A CSV file as text: cells trimmed, rows known by their line in the file (the header being line 1). */
export interface Table {
  readonly file: string;
  readonly columns: readonly string[];
  readonly lines: readonly number[];
  /** One array of columns.length cells a row. */
  readonly rows: readonly (readonly string[])[];
  /** How many rows of the source each row stands for, where equal ones were counted together; one each where absent. */
  readonly counts?: readonly number[] | undefined;
  /** How its numbers write their decimals; "." where absent. */
  readonly decimal?: Decimal | undefined;
  /** What its file tells that a reader should know though nothing is wrong. */
  readonly notes?: readonly (string | Bilingual)[] | undefined;
  /** Columns, by their place, that cannot be used, and why. */
  readonly lost?: ReadonlyMap<number, BadInput> | undefined;
}

/**
 * Reads a data file: CSV, its encoding and separator found where they are not named; Excel, SPSS, Stata or Parquet. Codes stay
 * codes where they have labels; what the file itself calls missing (SPSS's user-missing values, Stata's .a–.z) is an empty cell.
 * @throws {BadInput} where it cannot be read, is empty, is ragged or names a column twice
 */
export function readTable(file: string, { decimal, ...format }: CsvOptions & TableOptions = {}): Table {
  const table = openTable(file, format);
  const columns = table.header.cells.map(heading);
  const first = new Map<string, number>();
  columns.forEach((column, j) => {
    if (column === "" && first.has("")) throw new BadInput({ file, row: table.header.line }, said`columns ${first.get("")! + 1} and ${j + 1} have no name`, "a name for every column that holds values", "Name them in the first row; a title above it has to go.");
    if (first.has(column)) throw new BadInput({ file, row: table.header.line, column }, "the column is named twice", "distinct names");
    first.set(column, j);
  });
  refuseRagged(table);
  const declared = table.columns.map(({ missing }) => missing);
  const kept = declared.every(({ size }) => size === 0)
    ? table.rows.map(({ cells }) => cells)
    : table.rows.map(({ cells }) => cells.map((cell, j) => (declared[j].has(cell) ? "" : cell)));
  const whole = { file, columns, lines: table.rows.map(({ line }) => line), notes: table.notes, lost: table.lost };
  if (table.format === "CSV") return { ...whole, rows: kept, decimal };
  // In other files a number is written as the program holds it, whatever sign its user sees; a text may hold "1,5" all the same.
  const asNumber = (cell: string): string => (numberIn(cell) === undefined && numberIn(cell, ",") !== undefined ? cell.replace(",", ".") : cell);
  return { ...whole, rows: decimal === "," ? kept.map((row) => row.map(asNumber)) : kept };
}

/** A heading in composed characters (NFC), without invisible ones around it: nobody can type either where it differs. */
const heading = (text: string): string => text.normalize("NFC").replace(/^\p{Cf}+|\p{Cf}+$/gu, "").trim();

/** Where a column is. @throws {BadInput} naming the columns there are; a column that lost characters */
export function columnIndex({ file, columns, lost }: Table, column: string): number {
  const [own, composed] = [columns.indexOf(column), columns.indexOf(column.normalize("NFC"))];
  const j = own >= 0 ? own : composed;
  refuseLost(lost, [j]);
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
export function numberColumn(table: Table, column: string, remedy: Text = said`Code it as a number, or give it as --factor ${column}.`): number[] {
  const cells = textColumn(table, column);
  const thousands = partedThousands(cells, table.decimal);
  if (thousands) {
    const { parted, whole } = thousands;
    throw new BadInput({ file: table.file, row: table.lines[cells.indexOf(parted)], column }, said`${parted} stands here and ${whole} in row ${table.lines[cells.indexOf(whole)]}: the sign before three digits seems to part thousands`, table.decimal === "," ? "a number with a decimal comma" : "a number", said`Take these signs out of the column; if they are decimal signs, write ${parted} as ${parted.replace(/\D?0+$/, "")}. Nothing was written.`);
  }
  return cells.map(remembered((cell, i) => {
    const value = numberIn(cell, table.decimal);
    if (value !== undefined) return value;
    const place = { file: table.file, row: table.lines[i], column };
    if (isBeyondDoubles(cell)) throw new BadInput(place, said`${cell} is a whole number beyond 2^53, which a double does not hold`, "smaller numbers", said`Make it smaller, or give it as --factor ${column}, if it is a label.`);
    throw new BadInput(place, said`"${cell}" is not a number`, table.decimal === "," ? "a number with a decimal comma" : "a number", otherDecimal(cell, table.decimal) ?? remedy);
  }));
}

/** What to do about a number that is one by the other decimal sign. */
function otherDecimal(cell: string, decimal: Decimal = "."): string | undefined {
  if (numberIn(cell, decimal === "." ? "," : ".") === undefined) return undefined;
  return decimal === "." ? "If the comma is a decimal sign, give --decimal ,." : "If the points are decimal signs, leave --decimal out.";
}
