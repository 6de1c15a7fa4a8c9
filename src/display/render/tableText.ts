import { cellText, PLAIN } from "../cellText";
import { footLines } from "../footLines";
import { SYNTHETIC_LINE } from "../synthetic";
import { checkTable, columnsOf, type Table } from "../table";
import { asLine, type Languages, texts, type Words } from "../words";
import { wrapText } from "../wrapText";
import { columnWidth } from "./columnWidth";

const GAP = "  ";
/** Longer texts (a claim, a question) go on in the next line of their cell. */
const WIDEST_CELL = 44;
const WIDEST_NOTE = 100;

/**
 * A table for a terminal or a plain-text cell: columns aligned in a fixed-width font, Chinese counted as two columns;
 * numbers aligned at their last digit, with the stars hanging out to the right.
 *
 * @throws {RangeError} see {@link checkTable}
 */
export function tableText(table: Table, languages: Languages = "both"): string {
  checkTable(table);
  const groups = table.rowGroups.map(({ label, rows }) => ({
    label: label === undefined ? [] : [asLine(label, languages)],
    rows: rows.map((row) => [row.continues ? "" : asLine(row.header, languages), ...row.cells.map((cell) => cellText(cell, languages, PLAIN))]),
  }));
  const headers = [asLine(table.stub, languages), ...columnsOf(table).map(({ header }) => asLine(header, languages))];
  const columns = layOut(table, headers, groups.flatMap(({ rows }) => rows));
  const spanners = spannerLine(table, columns, languages);
  const rule = "-".repeat(columns.reduce((sum, { width }) => sum + width, 0) + GAP.length * (columns.length - 1));
  return [
    ...note(table.title, languages),
    ...(table.synthetic ? [SYNTHETIC_LINE] : []),
    rule,
    ...spanners,
    ...rowLines(headers, columns),
    rule,
    ...groups.flatMap(({ label, rows }) => [...label, ...rows.flatMap((row) => rowLines(row, columns))]),
    rule,
    ...footLines({ ...table, synthetic: false }).flatMap((words) => note(words, languages)),
  ].map((text) => text.trimEnd()).join("\n");
}

interface LaidOutColumn {
  width: number;
  /** Text to the left, numbers to the right. */
  readonly align: "left" | "right";
  /** The longest run of stars or closing marks after a number of this column. */
  readonly tail: number;
}

function layOut(table: Table, headers: readonly string[], rows: readonly (readonly string[])[]): LaidOutColumn[] {
  const cells = table.rowGroups.flatMap((group) => group.rows.map((row) => row.cells));
  return headers.map((header, column) => {
    const written = rows.map((row) => row[column]);
    const isText = column === 0 || cells.some((row, r) => "text" in row[column - 1] && written[r] !== "" && tailOf(written[r]) === undefined);
    const tail = Math.max(0, ...written.map((text) => tailOf(text)?.length ?? 0));
    const bare = { width: 0, align: isText ? "left" : "right", tail } as const;
    const lines = [...wrapCell(header), ...written.flatMap((text) => wrapCell(hung(text, bare)))];
    return { ...bare, width: Math.max(...lines.map(columnWidth)) };
  });
}

/** What follows the last digit of a number: stars, a percent sign, a closing parenthesis; undefined where there is no number. */
const tailOf = (text: string): string | undefined => /^[-+<(]*[\d.]*\d([%*)]*)$/.exec(text)?.[1];

/** Padded so that the last digits of a column stand under each other. */
function hung(text: string, { align, tail }: LaidOutColumn): string {
  const own = tailOf(text);
  return align === "left" || own === undefined ? text : text + " ".repeat(tail - own.length);
}

const wrapCell = (text: string): string[] => (columnWidth(text) <= WIDEST_CELL ? [text] : wrapText(text, WIDEST_CELL, columnWidth));

/** Both languages on one line where there is room, else each on lines of its own. */
function note(words: Words, languages: Languages): string[] {
  const line = asLine(words, languages);
  return columnWidth(line) <= WIDEST_NOTE ? [line] : texts(words, languages).flatMap(({ text }) => wrapText(text, WIDEST_NOTE, columnWidth));
}


function rowLines(row: readonly string[], columns: readonly LaidOutColumn[]): string[] {
  const cells = row.map((text, column) => wrapCell(hung(text, columns[column])));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, i) => cells.map((lines, column) => {
    const text = lines[i] ?? "";
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
