import type { Bilingual } from "../bilingual";
import type { Words } from "./words";
import type { Provenance } from "../provenance";

/** How a number is written. */
export interface NumberFormat {
  /** Digits after the point. */
  readonly decimals: number;
  /** Written in parentheses, as standard errors are. */
  readonly parentheses?: boolean;
  readonly percent?: boolean;
  /** A positive number that would round to 0 is written `< 0.001`, as p-values are. */
  readonly floor?: boolean;
  /** A plus sign before positive numbers, for differences. */
  readonly signed?: boolean;
}

/** An estimate with its uncertainty: of a coefficient on the log-odds scale, of an effect on the scale of the probability. */
export interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
  /** Of the 95% interval. */
  readonly lower: number;
  readonly upper: number;
}

/** What a cell of a regression table is a part of, so that a viewer may show another part: an odds ratio, an interval. */
export interface CoefficientPart {
  /** Whether the cell holds the coefficient itself, or how uncertain it is. */
  readonly part: "estimate" | "spread";
  readonly coefficient: Estimate;
  /** The average marginal effect of the same term, where it was computed. */
  readonly effect?: Estimate;
}

/** Which coefficient of which printed model a cell shows, so that a page may lead from the number to where it comes from. */
export interface CoefficientPlace {
  readonly model: string;
  readonly term: string;
}

export interface TextCell {
  readonly text: Words;
  readonly place?: CoefficientPlace;
}

export interface NumberCell {
  readonly number: number;
  readonly format: NumberFormat;
  readonly stars?: string;
  /** Written after the number, in the same format: `1.32 [1.05, 1.66]`. */
  readonly interval?: readonly [number, number];
  readonly of?: CoefficientPart;
}

/** A number as someone else printed it: kept as a text, since its trailing zeros are evidence. */
export interface PrintedCell {
  readonly printed: string;
  readonly stars?: string;
  readonly parentheses?: boolean;
  readonly percent?: boolean;
  readonly of?: CoefficientPart;
  readonly place?: CoefficientPlace;
}

/** An interval alone, as it stands beneath its estimate: `[1.05, 1.66]`. */
export interface IntervalCell {
  readonly between: readonly [number, number];
  readonly format: NumberFormat;
}

export type Cell = TextCell | NumberCell | PrintedCell | IntervalCell;

export const EMPTY: TextCell = { text: "" };

export interface Column {
  readonly header: Words;
  /** Where print and refit stand side by side: which of the two the column holds, or how they compare. */
  readonly role?: "printed" | "refitted" | "reason";
}

/** Neighbouring columns, under a common heading (a spanner) where there is a label. */
export interface ColumnGroup {
  readonly label?: Words | undefined;
  readonly columns: readonly Column[];
}

export interface Row {
  readonly header: Words;
  /**
   * The row belongs to the one above (a standard error beneath its coefficient): the header of that row covers it,
   * and its own header, which says what the row holds, is written only where a row must stand alone (CSV).
   */
  readonly continues?: boolean;
  readonly cells: readonly Cell[];
}

export interface RowGroup {
  readonly label?: Words;
  readonly rows: readonly Row[];
}

/** A table as plain data; how it looks is the business of the renderers in `render/`. */
export interface Table {
  readonly kind: "table";
  /** Also its anchor on a page: letters, digits, `-`, `_`, `.`. */
  readonly id: string;
  readonly title: Bilingual;
  /** What the row headers are: the heading of the first column. */
  readonly stub: Words;
  readonly columnGroups: readonly ColumnGroup[];
  readonly rowGroups: readonly RowGroup[];
  readonly notes: readonly Bilingual[];
  /** Where the numbers come from, in one of the project's three phrases (vocabulary.ts). */
  readonly provenance?: Bilingual;
  /** Made from the synthetic survey: every rendering carries the banner. */
  readonly synthetic: boolean;
  /** Where it comes from; absent where nobody said. */
  readonly madeFrom?: Provenance | undefined;
}

/** All columns, in order, without the column of row headers. */
export const columnsOf = (table: Table): readonly Column[] => table.columnGroups.flatMap((group) => group.columns);

/**
 * Refuses a table that no renderer could show as it is meant.
 *
 * @throws {RangeError} a row with another number of cells than there are columns, a first row that continues another,
 *         a number that is not finite, an id that cannot be an anchor
 */
export function checkTable(table: Table): void {
  if (!/^[A-Za-z][\w.-]*$/.test(table.id)) throw new RangeError(`table id "${table.id}": expected a letter, then letters, digits, -, _ or .`);
  const columns = columnsOf(table).length;
  for (const group of table.rowGroups) {
    group.rows.forEach((row, place) => {
      const where = `table ${table.id}, row ${JSON.stringify(row.header)}`;
      if (row.cells.length !== columns) throw new RangeError(`${where}: ${row.cells.length} cells (expected ${columns}, one for each column)`);
      if (row.continues && place === 0) throw new RangeError(`${where}: continues a row, but is the first of its group`);
      row.cells.forEach((cell, column) => refuseNonNumber(cell, `${where}, cell ${column + 1}`));
    });
  }
}

function refuseNonNumber(cell: Cell, where: string): void {
  for (const number of numbersIn(cell)) {
    if (!Number.isFinite(number)) throw new RangeError(`${where}: ${number} is no number to show (expected a finite one; say "not estimated" in words instead)`);
  }
}

function numbersIn(cell: Cell): readonly number[] {
  if ("between" in cell) return cell.between;
  return "number" in cell ? [cell.number, ...(cell.interval ?? [])] : [];
}
