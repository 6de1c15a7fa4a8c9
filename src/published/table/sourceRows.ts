import { cellsOfTokens, type Columns, learnColumns } from "./cellsOfTokens";
import type { Doubt, RawRow } from "./rawTable";
import { tokensOf, type Token } from "./tokens";

/** A row as found: its label and the tokens after it, line by line, with the lines themselves to read them again. */
export interface SourceRow {
  readonly label: string;
  readonly lines: readonly (readonly Token[])[];
  readonly texts?: readonly string[];
}

const count = (row: SourceRow, ...kinds: Token["kind"][]): number => row.lines.flat().filter(({ kind }) => kinds.includes(kind)).length;

/** How many models a table has: what most rows with standard errors have numbers for, else what most rows have. */
export function modelsIn(rows: readonly SourceRow[]): number {
  const withErrors = rows.filter((row) => count(row, "bracketed") > 0);
  const counts = (withErrors.length > 0 ? withErrors : rows).map((row) => count(row, "number", "blank")).filter((n) => n > 0);
  const times = (n: number) => counts.filter((one) => one === n).length;
  return [...new Set(counts)].sort((a, b) => times(b) - times(a) || b - a)[0] ?? 0;
}

/** Every row that can be placed, and a doubt for every one that cannot. */
export function placeRows(rows: readonly SourceRow[], models: number, given?: Columns): { rows: RawRow[]; doubts: Doubt[] } {
  const exact = given !== undefined;
  const columns = given ?? learnColumns(rows.flatMap(({ lines }) => lines), models);
  const placed: RawRow[] = [];
  const doubts: Doubt[] = [];
  for (const row of rows) {
    const cells = placeRow(row, models, columns, exact);
    if ("cells" in cells) placed.push({ label: row.label, cells: cells.cells });
    else doubts.push({ model: null, term: row.label, field: null, why: `${cells.why}: ${shown(row)}` });
  }
  return { rows: placed, doubts };
}

function placeRow(row: SourceRow, models: number, columns: Columns | undefined, exact: boolean): ReturnType<typeof cellsOfTokens> {
  const asRead = cellsOfTokens(row.lines, models, columns, exact);
  if ("cells" in asRead || !row.texts) return asRead;
  // "- 0.3" is a negative number, unless it takes dashes for empty cells to have one for every model.
  const dashed = cellsOfTokens(row.texts.map((text) => tokensOf(text, true)).map(withoutLabel), models);
  return "cells" in dashed ? dashed : asRead;
}

const withoutLabel = (tokens: readonly Token[]): readonly Token[] => (tokens[0]?.kind === "words" ? tokens.slice(1) : tokens);

const shown = ({ lines }: SourceRow): string => {
  const text = lines.flat().map(({ kind, text: number, stars }) => (kind === "bracketed" ? `(${number})${stars}` : number + stars)).join(" ");
  return text.length <= 80 ? text : `${text.slice(0, 77)}…`;
};
