/** A table that its source marks off in rows and cells, with the text around it. */
export interface Block {
  readonly before: string;
  /** Cells as text; a cell that spans several columns stands in each. */
  readonly grid: readonly (readonly string[])[];
  readonly after: string;
  /** True where the source says "table" (HTML, LaTeX, Markdown); delimiters alone only suggest it. */
  readonly marked?: boolean;
}

/** No table has more: what says so is damaged. */
export const MOST_COLUMNS = 60;

/** Rows of equal length. */
export function even(rows: readonly (readonly string[])[]): string[][] {
  const width = Math.min(MOST_COLUMNS, Math.max(...rows.map((row) => row.length)));
  return rows.map((row) => Array.from({ length: width }, (_, j) => row[j] ?? ""));
}
