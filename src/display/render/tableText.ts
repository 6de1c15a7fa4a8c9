import { cellText, PLAIN } from "../cellText";
import { footLines } from "../footLines";
import { SYNTHETIC_LINE } from "../synthetic";
import { type Cell, checkTable, columnsOf, type Table } from "../table";
import { asLine, type Languages, texts, type Words } from "../words";
import { wrapText } from "../wrapText";
import { columnWidth } from "./columnWidth";
import { largest } from "../../extremes";

const GAP = "  ";
/** Longer texts (a claim, a question) go on in the next line of their cell. */
const WIDEST_CELL = 44;
const WIDEST_NOTE = 100;

/** How wide texts may be before they go on in the next line: in a cell, and above and below the table. */
export interface WidestTexts {
  readonly cell?: number;
  readonly note?: number;
}

/**
 * A table for a terminal or a plain-text cell: columns aligned in a fixed-width font, Chinese counted as two columns;
 * numbers aligned at their last digit, with the stars hanging out to the right.
 *
 * @throws {RangeError} see {@link checkTable}
 */
export function tableText(table: Table, languages: Languages = "both", { cell = WIDEST_CELL, note = WIDEST_NOTE }: WidestTexts = {}): string {
  checkTable(table);
  const inCell = (words: Words) => wordLines(words, languages, cell);
  const headers = [table.stub, ...columnsOf(table).map(({ header }) => header)].map(inCell);
  const groups = table.rowGroups.map(({ label, rows }) => ({
    label: label === undefined ? [] : [asLine(label, languages)],
    rows: rows.map((row) => [row.continues ? [""] : inCell(row.header), ...row.cells.map((cell) => cellLines(cell, inCell))]),
  }));
  const columns = layOut(headers, groups.flatMap(({ rows }) => rows));
  const spanners = spannerLine(table, columns, languages);
  const rule = "-".repeat(columns.reduce((sum, { width }) => sum + width, 0) + GAP.length * (columns.length - 1));
  return [
    ...wordLines(table.title, languages, note),
    ...(table.synthetic ? [SYNTHETIC_LINE] : []),
    rule,
    ...spanners,
    ...rowLines(headers, columns),
    rule,
    ...groups.flatMap(({ label, rows }) => [...label, ...rows.flatMap((row) => rowLines(row, columns))]),
    rule,
    ...footLines({ ...table, synthetic: false }).flatMap((words) => wordLines(words, languages, note)),
  ].map((text) => text.trimEnd()).join("\n");
}

/** Both languages on one line where there is room, else each on lines of its own. */
function wordLines(words: Words, languages: Languages, widest: number): string[] {
  const line = asLine(words, languages);
  return columnWidth(line) <= widest ? [line] : texts(words, languages).flatMap(({ text }) => wrapText(text, widest, columnWidth));
}

const cellLines = (cell: Cell, inCell: (words: Words) => string[]): string[] =>
  "text" in cell ? inCell(cell.text) : [cellText(cell, "both", PLAIN)];

interface LaidOutColumn {
  width: number;
  /** Text to the left, numbers to the right. */
  readonly align: "left" | "right";
  /** The longest run of stars or closing marks after a number of this column. */
  readonly tail: number;
}

/** @param rows  each row's cells, each cell's lines */
function layOut(headers: readonly string[][], rows: readonly (readonly string[])[][]): LaidOutColumn[] {
  return headers.map((header, column) => {
    const written = rows.map((row) => row[column]);
    const isText = column === 0 || written.some((lines) => lines.length > 1 || (lines[0] !== "" && !/^[-+<(]*\d/.test(lines[0])));
    const tail = largest([0, ...written.map(([line]) => tailOf(line)?.length ?? 0)]);
    const bare = { width: 0, align: isText ? "left" : "right", tail } as const;
    return { ...bare, width: largest([...header, ...written.flat().map((line) => hung(line, bare))].map(columnWidth)) };
  });
}

/** What follows the last digit of a number: stars, a percent sign, a closing parenthesis; undefined where there is no number. */
const tailOf = (text: string): string | undefined => /^[-+<(]*[\d.]*\d([%*)]*)$/.exec(text)?.[1];

/** Padded so that the last digits of a column stand under each other. */
function hung(text: string, { align, tail }: LaidOutColumn): string {
  const own = tailOf(text);
  return align === "left" || own === undefined ? text : text + " ".repeat(tail - own.length);
}

function rowLines(row: readonly (readonly string[])[], columns: readonly LaidOutColumn[]): string[] {
  const height = Math.max(...row.map((lines) => lines.length));
  return Array.from({ length: height }, (_, i) => row.map((lines, column) => {
    const text = hung(lines[i] ?? "", columns[column]);
    const space = " ".repeat(columns[column].width - columnWidth(text));
    return columns[column].align === "left" ? text + space : space + text;
  }).join(GAP));
}

/** Each spanner centred over its columns; one that is wider than they are makes the last of them wider. */
function spannerLine(table: Table, columns: LaidOutColumn[], languages: Languages): string[] {
  if (table.columnGroups.every(({ label }) => label === undefined)) return [];
  let text = " ".repeat(columns[0].width);
  let first = 1;
  for (const group of table.columnGroups) {
    const words = group.label === undefined ? "" : asLine(group.label, languages);
    const own = columns.slice(first, first + group.columns.length);
    const room = () => own.reduce((sum, { width }) => sum + width, 0) + GAP.length * (own.length - 1);
    own.at(-1)!.width += Math.max(0, columnWidth(words) - room());
    const left = Math.floor((room() - columnWidth(words)) / 2);
    text += GAP + " ".repeat(left) + words + " ".repeat(room() - columnWidth(words) - left);
    first += own.length;
  }
  return [text];
}
