import { looksEstimated, isValue, parseCell } from "../grid/cell";
import type { Grid, Row } from "../grid/grid";
import { statisticOf } from "./statistics";
import { isLetter, readHeading, type Role, roleOf, STUB } from "./vocabulary";

/** A column of numbers: what its headings say. */
export interface ColumnHead {
  readonly at: number;
  readonly role?: Role;
  readonly bracket?: Role;
  /** Words over it that are no role, from the top. */
  readonly names: readonly string[];
  /** Its heading in the row of roles, where that is no role. */
  readonly unknown?: string;
  /** "Robust", over "Std. Err.". */
  readonly adjunct?: string;
}

export interface Headed {
  /** Rows of headings. */
  readonly depth: number;
  /** Columns of labels. */
  readonly labels: number;
  readonly columns: readonly ColumnHead[];
  /** What stands over the labels: a dependent variable, where it is no word for "variable". */
  readonly stub: string;
}

const ADJUNCT = /^(?:robust|clustered|delta-method|oim|standard|std\.?|semirobust|bootstrap|jackknife|稳健|聚类)$/i;

/** Reads the headings of a grid. */
export function readHeads(grid: Grid): Headed {
  const depth = grid.columns === "given" ? headDepth(grid.rows) : grid.rows.filter(({ head }) => head).length;
  const labels = labelColumns(grid.rows.slice(depth));
  const width = grid.rows[0].cells.length;
  const heads = overColumns(grid.rows.slice(0, depth).map(spread), labels);
  const stub = heads.flatMap((row) => row.slice(0, labels)).filter((text, i, all) => text !== "" && !STUB.test(text) && all.indexOf(text) === i).join(" ");
  const filled = Array.from({ length: width - labels }, (_, k) => k + labels).filter((j) => grid.rows.slice(depth).some(({ cells }) => cells[j].trim() !== "" && (isValue(parseCell(cells[j])) || cells[j] === "\u0003")));
  const read = filled.map((j) => columnHead(heads, j));
  return { depth, labels, columns: settleLetters(mergedNames(read, heads, labels), grid, depth), stub };
}

/** Headings over one column of labels fewer than the rows have (as SPSS copies them) moved over their numbers. */
function overColumns(heads: readonly string[][], labels: number): string[][] {
  const roles = heads.flatMap((row) => row.flatMap((text, j) => (j > 0 && roleOf(text) !== undefined ? [j] : [])));
  const shift = labels - Math.min(...roles, labels);
  const fits = heads.every((row) => row.slice(row.length - shift).every((text) => text === "" || text === row[row.length - shift - 1]));
  return fits ? heads.map((row) => [...Array<string>(shift).fill(""), ...row]) : [...heads];
}

/** Headings end where the first row with estimates, or with a number about the whole model, begins. */
function headDepth(rows: readonly Row[]): number {
  const first = rows.findIndex(({ cells, head }) => {
    const contents = cells.slice(1).map(parseCell);
    if (cells.slice(1).some((text) => text === "\u0003")) return true;
    if (statisticOf(cells[0]) !== undefined && contents.some(({ main }) => main !== undefined) && !head) return true;
    return contents.some(looksEstimated) && !contents.every((content) => !looksEstimated(content) || /^9\d?(?:\.\d)?$/.test(content.main?.text ?? ""));
  });
  let depth = Math.max(0, first);
  // A line right above the rows with one name over everything, or over the labels, is a panel's: it is no heading.
  while (depth > 1 && isPanel(rows[depth - 1])) depth--;
  return depth;
}

const isPanel = ({ cells }: Row): boolean => cells[0].trim() !== "" && !STUB.test(cells[0].trim()) && cells.slice(1).every((cell) => cell.trim() === "");

/** The first column, and those after it that hold words in most rows with numbers. */
function labelColumns(body: readonly Row[]): number {
  const rows = body.filter(({ cells }) => cells.slice(1).some((text) => isValue(parseCell(text))));
  let labels = 1;
  while (rows.length > 0 && labels < rows[0].cells.length - 1) {
    const at = labels;
    const wordy = rows.filter(({ cells }) => /\p{L}/u.test(cells[at]) && !isValue(parseCell(cells[at])) && parseCell(cells[at]).filler === undefined).length;
    const bare = rows.filter(({ cells }) => cells[0].trim() !== "" || cells[at].trim() !== "").length;
    if (wordy === 0 || wordy < 0.5 * bare || rows.some(({ cells }) => looksEstimated(parseCell(cells[at])))) break;
    labels++;
  }
  return labels;
}

/** A row's texts, those over several columns in each. */
export function spread({ cells, spans }: Row): string[] {
  const texts: string[] = [];
  cells.forEach((cell, j) => texts.push(spans[j] === 0 ? texts[j - 1] : cell.replace(/\s+/g, " ").trim()));
  return texts;
}

type HeadRead = ColumnHead & {
  readonly roleRow?: number;
  /** "Odds", over "Ratio": half of a role, and no name. */
  readonly half?: string;
};

function columnHead(heads: readonly (readonly string[])[], j: number): HeadRead {
  for (let r = heads.length - 1; r >= 0; r--) {
    const text = heads[r][j];
    if (text === "") continue;
    const above = r > 0 ? heads[r - 1][j] : "";
    const joined = above !== "" ? roleOf(`${above} ${text}`) : undefined;
    const adjunct = ADJUNCT.test(above) ? above : undefined;
    const read = joined ? { role: joined, rest: "" } : readHeading(text);
    if (!read.role && !("bracket" in read && read.bracket)) continue;
    const upper = heads.slice(0, joined || adjunct ? r - 1 : r).map((row) => row[j]);
    const lower = heads.slice(r + 1).map((row) => row[j]);
    const bracket = "bracket" in read ? read.bracket : undefined;
    return {
      at: j, ...(read.role && { role: read.role }), ...(bracket && { bracket }), ...(adjunct && { adjunct }), ...(joined && roleOf(text) === undefined && { half: above }), roleRow: r,
      names: [...upper, read.rest, ...lower].filter(Boolean),
    };
  }
  return { at: j, names: heads.map((row) => row[j]).filter(Boolean) };
}

/** Names over a merged column stand over its first cell only: the blanks right of it belong to it, where roles stand below. */
function mergedNames(read: readonly HeadRead[], heads: readonly (readonly string[])[], labels: number): ColumnHead[] {
  const roleRow = read.reduce((most, { roleRow: row = -1 }) => Math.max(most, row), -1);
  if (roleRow < 0) return read.map(({ at, names }) => ({ at, names }));
  const named = heads.slice(0, roleRow).map((row) => {
    const texts = [...row];
    // A row with a name over one column only, far right, says nothing of the others.
    for (let j = labels + 1; j < texts.length; j++) if (texts[j] === "") texts[j] = texts[j - 1];
    return texts;
  });
  const halves = read.map(({ half }) => half);
  return read.map(({ roleRow: row, half: _, ...head }) => {
    const over = named.map((texts) => texts[head.at]).filter((text) => text !== "" && !ADJUNCT.test(text) && !halves.includes(text) && roleOf(text) === undefined);
    if (row === undefined) {
      const own = heads[roleRow][head.at];
      return { ...head, names: over, ...(own !== "" && { unknown: own }) };
    }
    const rest = head.names.filter((name) => !over.includes(name) && !ADJUNCT.test(name) && !heads.slice(0, roleRow).some((texts) => texts[head.at] === name && roleOf(name) !== undefined));
    return { ...head, names: [...over, ...rest].filter((name) => !isRoleWord(name)) };
  });
}

const isRoleWord = (name: string): boolean => !isLetter(name) && roleOf(name) !== undefined;

/**
 * A letter is a role only where its column can hold one: a column headed "P" with numbers in brackets below its own is a
 * model's. Then the other letters beside it are names too.
 */
function settleLetters(columns: readonly ColumnHead[], grid: Grid, depth: number): ColumnHead[] {
  const body = grid.rows.slice(depth);
  const bracketed = (at: number) => body.filter(({ cells }) => parseCell(cells[at]).brackets.length > 0).length;
  const outside = (at: number) => body.filter(({ cells }) => Math.abs(Number(parseCell(cells[at]).main?.text ?? 0)) > 1).length;
  const heads = grid.rows.slice(0, depth).map(spread);
  const letterOf = (at: number) => heads.map((row) => row[at]).findLast(isLetter);
  const letters = columns.filter(({ at, role }) => role !== undefined && letterOf(at) !== undefined);
  const impossible = letters.some(({ at, role }) => (role !== "coef" && bracketed(at) >= 2) || (role === "p" && outside(at) >= 2))
    || (letters.length > 0 && columns.every(({ role }) => role === undefined || role === letters[0].role) && letters.length < columns.length);
  if (!impossible) return [...columns];
  return columns.map((column) => {
    const letter = letterOf(column.at);
    return letter !== undefined && letters.includes(column) ? { at: column.at, names: [...column.names, letter] } : column.unknown !== undefined ? { at: column.at, names: [...column.names, column.unknown] } : column;
  });
}
