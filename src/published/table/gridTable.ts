import type { Block } from "./block";
import { plainCharacters, tidyLabel } from "./characters";
import { isNumberedHeading, withoutFirstColumn } from "./headings";
import type { Doubt, RawTable } from "./rawTable";
import { type Role, ROLES, roleOf } from "./columnRoles";
import { placeRows, type SourceRow } from "./sourceRows";
import { tokensOf, type Token } from "./tokens";

/** Places of a grid's models as cellsOfTokens wants them: ten apart. */
const placeOf = (model: number): number => 10 * model + 2;

/**
 * A regression table from rows and cells: a label, then a cell a model, which may hold the standard error too; or the
 * standard errors in the next row, or in a column of their own that says so.
 */
export function gridTable({ grid, before, after }: Block): RawTable | undefined {
  const cells = grid.map((row) => row.map((cell) => plainCharacters(cell).trim()));
  const tokens = cells.map((row) => row.map((cell) => tokensOf(cell.replace(/\n/g, " "))));
  const first = cells.findIndex((row, i) => isData(tokens[i], row));
  if (first === -1) return undefined;
  const labels = labelColumns(tokens.slice(first));
  const roles = rolesOf(cells.slice(0, first), tokens.slice(first), labels);
  const modelColumns = roles.flatMap((role, j) => (role === "coef" ? [j] : []));
  if (modelColumns.length === 0) return undefined;
  const { rows, doubts, notes } = gatherRows(cells, tokens, first, labels, roles);
  const placed = placeRows(rows, modelColumns.length, modelColumns.map((_, model) => placeOf(model)));
  const heads = headingsOf(cells.slice(0, first), modelColumns);
  return { caption: captionOf(before, cells.slice(0, first)), ...heads, rows: placed.rows, notes: [...notes, after].join("\n"), doubts: [...doubts, ...placed.doubts], ...numberOf(before) };
}

const isNumeric = (tokens: readonly Token[]): boolean => tokens.some(({ kind }) => kind === "number" || kind === "bracketed");

/** Numbers to the right of the first column, and not the headings' own. */
const isData = (tokens: readonly (readonly Token[])[], row: readonly string[]): boolean =>
  tokens.slice(1).some((cell) => isNumeric(cell) && cell.every(({ kind }) => kind !== "words")) && !isNumberedHeading(row.slice(1).filter(Boolean).join("  "));

/** How many columns at the left hold words only. */
function labelColumns(rows: readonly (readonly (readonly Token[])[])[]): number {
  const width = rows[0].length;
  const numeric = Array.from({ length: width }, (_, j) => rows.some((row) => row[j]?.length > 0 && isNumeric(row[j]) && row[j][0].kind !== "words"));
  const firstNumeric = numeric.findIndex((yes, j) => j > 0 && yes);
  return Math.max(1, firstNumeric);
}

function rolesOf(heads: readonly (readonly string[])[], body: readonly (readonly (readonly Token[])[])[], labels: number): (Role | undefined)[] {
  return body[0].map((_, j) => {
    if (j < labels) return undefined;
    const named = heads.map((row) => roleOf(row[j])).find(Boolean);
    if (named) return named;
    const filled = body.map((row) => row[j]).filter((cell) => cell.length > 0);
    if (filled.length > 0 && filled.every((cell) => cell.every(({ kind, text }) => kind === "words" && /^[*†‡+ ]+$/.test(text)))) return "stars";
    return filled.some(isNumeric) ? "coef" : undefined;
  });
}

const SE_LABEL = ROLES.find(([, role]) => role === "se")![0];

function gatherRows(
  cells: readonly (readonly string[])[], tokens: readonly (readonly (readonly Token[])[])[], first: number, labels: number, roles: readonly (Role | undefined)[],
): { rows: SourceRow[]; doubts: Doubt[]; notes: string[] } {
  const rows: { label: string; lines: Token[][] }[] = [];
  const doubts: Doubt[] = [];
  const notes: string[] = [];
  for (let i = first; i < cells.length; i++) {
    const label = tidyLabel(cells[i].slice(0, labels).filter(Boolean).at(-1) ?? "");
    const line = modelTokens(tokens[i], roles);
    const numbers = line.filter(({ kind }) => kind === "number").length;
    // A cell over the whole width is a note, whatever numbers it holds.
    if (!isNumeric(line) || new Set(cells[i]).size === 1) {
      notes.push(cells[i].filter((cell, j) => j === 0 || cell !== cells[i][j - 1]).join(" "));
      continue;
    }
    const errorsOnly = numbers === 0;
    if ((label === "" && errorsOnly) || SE_LABEL.test(label)) {
      if (rows.length > 0) rows.at(-1)!.lines.push(line.map((token) => ({ ...token, kind: token.kind === "number" ? "bracketed" : token.kind })));
    } else if (label === "") doubts.push({ model: null, term: rows.at(-1)?.label ?? null, field: null, why: `numbers without a label: ${cells[i].filter(Boolean).join(" ").slice(0, 80)}` });
    else rows.push({ label, lines: [line] });
  }
  return { rows, doubts, notes };
}

/** A row's numbers, each at the place of its model; those of a standard-error column as if in brackets. */
function modelTokens(row: readonly (readonly Token[])[], roles: readonly (Role | undefined)[]): Token[] {
  const line: Token[] = [];
  let model = -1;
  row.forEach((cell, j) => {
    const role = roles[j];
    if (role === "coef") model++;
    if (role === undefined || role === "dropped" || model < 0) return;
    const at = { from: placeOf(model) - 2, to: placeOf(model) + 2 };
    if (role === "stars") {
      const last = line.at(-1);
      if (last && cell[0] && last.from === at.from) line[line.length - 1] = { ...last, stars: cell[0].text.replace(/ /g, "") };
    } else line.push(...cell.map((token) => ({ ...token, ...at, kind: role === "se" && token.kind === "number" ? "bracketed" as const : token.kind })));
  });
  return line;
}

function headingsOf(heads: readonly (readonly string[])[], columns: readonly number[]): Pick<RawTable, "headings" | "over"> {
  const headings: string[][] = [];
  const over: string[] = [];
  for (const row of heads) {
    const own = columns.map((j) => tidyLabel(row[j] ?? ""));
    const different = new Set(own.filter(Boolean));
    if (different.size === 0 || own.every((text) => roleOf(text) !== undefined)) continue;
    if (different.size === 1 && columns.length > 1 && own.every(Boolean)) {
      // One text over all columns: a heading over them if it is no number, else the caption.
      if (row[0] !== own[0]) over.push(own[0]);
    } else headings.push(own);
  }
  return { headings, over };
}

/** The caption above the table, or a first row that spans it. */
function captionOf(before: string, heads: readonly (readonly string[])[]): string {
  const spanning = heads.find((row) => row[0] !== "" && withoutFirstColumn(row[0]).trim() !== "" && row.slice(1).every((cell) => cell === "" || cell === row[0]));
  return spanning?.[0] ?? before.split("\n").map((line) => line.trim()).filter(Boolean).at(-1) ?? "";
}

const numberOf = (before: string): { number?: number } => {
  const found = [...before.matchAll(/(?:表|table|tab\.)\s?(\d{1,3})/gi)].at(-1)?.[1];
  return found === undefined ? {} : { number: Number(found) };
};
