import { BadInput } from "../badInput";
import type { Bilingual } from "../bilingual";
import { said } from "../faults/said";

/** A record of a file and the file line it starts on (the first line of the file is 1). */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a file says of a column besides its cells. */
export interface ColumnNotes {
  /** The variable's label, often the question; "" where there is none. */
  readonly label: string;
  /** What a cell's text stands for, where the file tells: "1" → "男". */
  readonly labels: ReadonlyMap<string, string>;
  /** Texts of cells that the file itself calls missing (SPSS's user-missing values, Stata's .a–.z). */
  readonly missing: ReadonlySet<string>;
}

/**
 * A table as its cells' text, whatever kind of file it came from. An empty cell has no value. A row is known by its line
 * (CSV, Excel; the header counts) or by its number among the cases (SPSS, Stata, Parquet; the first is 1).
 */
export interface DataTable {
  readonly file: string;
  /** Such as "CSV", "Excel", "SPSS .sav". */
  readonly format: string;
  readonly header: CsvRow;
  readonly rows: readonly CsvRow[];
  /** One for each cell of the header. */
  readonly columns: readonly ColumnNotes[];
  /** What a reader should know though nothing is wrong. */
  readonly notes: readonly Bilingual[];
  /** Columns, by their place, of which some program lost characters: what is to be said to whoever uses one. */
  readonly lost?: ReadonlyMap<number, BadInput> | undefined;
}

const NONE: ColumnNotes = { label: "", labels: new Map(), missing: new Set() };

/** Notes for columns of which the file says nothing. */
export const noNotes = (header: CsvRow): ColumnNotes[] => header.cells.map(() => NONE);

/** @throws {BadInput} the first of the columns used, by their places, that lost characters */
export function refuseLost(lost: DataTable["lost"], used: Iterable<number>): void {
  for (const column of used) {
    const fault = lost?.get(column);
    if (fault) throw fault;
  }
}

/** @throws {BadInput} a table without a row below its header */
export function refuseNoRows({ file, rows, header }: DataTable, what: string): void {
  if (rows.length === 0) throw new BadInput({ file, row: header.line }, said`the file has a header and no ${what}`, "one row each below it", "Give the file that holds the data. Nothing was written.");
}
