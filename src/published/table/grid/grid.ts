/** A table as rows of cells, whatever form it came in, with the text around it. Plain characters throughout. */
export interface Grid {
  /** Lines above, the nearest last. */
  readonly before: readonly string[];
  readonly rows: readonly Row[];
  /** Lines below, the nearest first. */
  readonly after: readonly string[];
  /** Headings over all models, of which nothing says over which column they stand. */
  readonly over?: readonly string[];
  /** Whether the source itself says which column a cell is in; else it was told by place or by order. */
  readonly columns: "given" | "by place" | "by order";
  /** Lines that found no place in the grid, and why. */
  readonly unplaced: readonly Unplaced[];
}

export interface Row {
  readonly cells: readonly string[];
  /** Columns that each cell covers: 1, more for a cell over several, 0 for a column that the cell to its left covers. */
  readonly spans: readonly number[];
  /** The source calls it a heading. */
  readonly head?: boolean;
}

export interface Unplaced {
  readonly label: string;
  readonly text: string;
  readonly code: "tooFew" | "tooMany" | "between" | "noLabel";
  readonly values: readonly (string | number)[];
}

/** More columns than any table has: spans beyond it are cut. */
export const MOST_COLUMNS = 200;

/** Rows made as long as the longest, empty ones dropped. */
export function even(rows: readonly Row[]): Row[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")).map(({ cells, spans, head }) => ({
    cells: [...cells, ...Array<string>(width - cells.length).fill("")],
    spans: [...spans, ...Array<number>(width - spans.length).fill(1)],
    ...(head && { head }),
  }));
}

/** A row whose every cell covers one column. */
export const rowOf = (cells: readonly string[]): Row => ({ cells: cells.slice(0, MOST_COLUMNS), spans: cells.slice(0, MOST_COLUMNS).map(() => 1) });

/** A row from cells with their spans. */
export function spannedRow(parts: readonly { readonly text: string; readonly span: number }[], head = false): Row {
  const cells: string[] = [];
  const spans: number[] = [];
  for (const { text, span } of parts) {
    if (cells.length >= MOST_COLUMNS) break;
    const width = Math.max(1, Math.min(span, MOST_COLUMNS - cells.length));
    cells.push(text, ...Array<string>(width - 1).fill(""));
    spans.push(width, ...Array<number>(width - 1).fill(0));
  }
  return { cells, spans, ...(head && { head }) };
}

export const linesOf = (text: string): string[] => text.split("\n").map((line) => line.trim()).filter(Boolean);
