import { cellText, PLAIN } from "../cellText";
import { footLines } from "../footLines";
import { type Cell, checkTable, type Row, type RowGroup, type Table } from "../table";
import { asLine, joinWords, type Languages, type Words } from "../words";

/**
 * A table as CSV (RFC 4180, UTF-8): the headings in line 1, what the table shows beneath, then an empty line, the title, the
 * warning and the notes. Minus signs are ASCII, so that a spreadsheet reads numbers; no number stands in parentheses, which it
 * would read as negative: the row says that it holds standard errors. Stars stand in a column of their own.
 *
 * @throws {RangeError} see {@link checkTable}
 */
export function tableCsv(table: Table, languages: Languages = "both"): string {
  checkTable(table);
  const headers = table.columnGroups.flatMap(({ label, columns }) =>
    columns.map(({ header }) => (label === undefined ? header : joinWords([label, header], ": "))));
  const starred = headers.map((_, column) => table.rowGroups.some(({ rows }) => rows.some(({ cells }) => starsIn(cells[column]) !== "")));
  const withStars = (texts: readonly string[], stars: (column: number) => string) => texts.flatMap((text, column) => (starred[column] ? [text, stars(column)] : [text]));
  const written = headers.map((words) => asLine(words, languages));
  const lines = [
    [field(asLine(table.stub, languages)), ...withStars(written.map(field), (column) => field(`${written[column]}: ${asLine(STARS, languages)}`))],
    ...table.rowGroups.flatMap((group) => group.rows.map((row, place) => [
      field(asLine(standingAlone(row, group, place), languages)),
      ...withStars(row.cells.map((cell) => field(cellText(bare(cell), languages, PLAIN))), (column) => starsIn(row.cells[column])),
    ])),
    [""],
    [field(asLine(table.title, languages))],
    ...footLines(table).map((note) => [field(asLine(note, languages))]),
  ];
  return `${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

/** A row's header as it reads without the rows and headings above it: `Network: age squared: standard error`. */
function standingAlone(row: Row, { label, rows }: RowGroup, place: number): Words {
  const above = row.continues ? rows.slice(0, place).findLast(({ continues }) => !continues) : undefined;
  const parts = [label, above?.header, row.header].filter((part): part is Words => part !== undefined);
  return joinWords(parts, ": ");
}

const STARS = { en: "stars", zh: "星号" };

const starsIn = (cell: Cell): string => ("number" in cell || "printed" in cell ? cell.stars ?? "" : "");

function bare(cell: Cell): Cell {
  if ("printed" in cell) return { ...cell, stars: "", parentheses: false };
  return "number" in cell ? { ...cell, stars: "", format: { ...cell.format, parentheses: false } } : cell;
}

/** Quoted where it must be; a text that a spreadsheet would run as a formula gets an apostrophe before it. */
function field(text: string): string {
  const isNumber = /^[-+]?[\d.]+[%*]*$/.test(text);
  const safe = /^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) && !isNumber ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
