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
export function placeRows(rows: readonly SourceRow[], models: number, grid?: Columns): { rows: RawRow[]; doubts: Doubt[] } {
  const placed: RawRow[] = [];
  const doubts: Doubt[] = [];
  const place = grid ? (row: SourceRow) => cellsOfTokens(row.lines, models, grid, true) : textPlacer(rows, models);
  for (const given of rows) {
    const row = grid ? given : numberIntoLabel(given, models);
    const cells = place(row);
    if ("cells" in cells) placed.push({ label: row.label, cells: cells.cells });
    else doubts.push({ model: null, term: row.label, field: null, why: `${cells.why}: ${shown(row)}` });
  }
  return { rows: placed, doubts };
}

/** "Wave 2  0.05  0.06": a whole number too many, right behind the label, before numbers with a point, is part of it. */
function numberIntoLabel(row: SourceRow, models: number): SourceRow {
  const [first, ...rest] = row.lines[0] ?? [];
  const numbers = row.lines.flat().filter(({ kind }) => kind === "number");
  const extra = numbers.length === models + 1 && first?.kind === "number" && /^\d{1,4}$/.test(first.text) && first.stars === ""
    && numbers.slice(1).every(({ text }) => text.includes("."));
  return extra ? { label: `${row.label} ${first.text}`, lines: [rest, ...row.lines.slice(1)] } : row;
}

/**
 * How the rows of a running text are placed. "- 0.3" is a negative number where whole rows of the table write their minus
 * so; else the dash fills an empty cell.
 */
function textPlacer(rows: readonly SourceRow[], models: number): (row: SourceRow) => ReturnType<typeof cellsOfTokens> {
  const columns = learnColumns(rows.flatMap(({ lines }) => lines), models);
  const isWhole = (row: SourceRow) => count(row, "number", "blank") === models;
  const spacedMinus = rows.some((row) => isWhole(row) && row.texts?.some((text) => /- +[\d.]/.test(text)));
  return (row) => {
    if (isWhole(row) || spacedMinus || !row.texts) return cellsOfTokens(row.lines, models, columns);
    const dashed = row.texts.map((text) => withoutLabel(tokensOf(text, true)));
    return cellsOfTokens(dashed, models, columns);
  };
}

const withoutLabel = (tokens: readonly Token[]): readonly Token[] => (tokens[0]?.kind === "words" ? tokens.slice(1) : tokens);

const shown = ({ lines }: SourceRow): string => {
  const text = lines.flat().map(({ kind, text: number, stars }) => (kind === "bracketed" ? `(${number})${stars}` : number + stars)).join(" ");
  return text.length <= 80 ? text : `${text.slice(0, 77)}…`;
};
