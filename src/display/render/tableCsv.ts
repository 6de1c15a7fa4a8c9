import { cellText, PLAIN } from "../cellText";
import { footLines } from "../footLines";
import { checkTable, type Row, type RowGroup, type Table } from "../table";
import { asLine, joinWords, type Languages, type Words } from "../words";

/**
 * A table as CSV (RFC 4180, UTF-8): the headings in line 1, what the table shows beneath, then an empty line, the title, the
 * warning and the notes. Minus signs are ASCII, so that a spreadsheet reads numbers.
 *
 * @throws {RangeError} see {@link checkTable}
 */
export function tableCsv(table: Table, languages: Languages = "both"): string {
  checkTable(table);
  const headers = table.columnGroups.flatMap(({ label, columns }) =>
    columns.map(({ header }) => (label === undefined ? header : joinWords([label, header], ": "))));
  const lines = [
    [table.stub, ...headers].map((words) => field(asLine(words, languages))),
    ...table.rowGroups.flatMap((group) => group.rows.map((row, place) => [
      field(asLine(standingAlone(row, group, place), languages)),
      ...row.cells.map((cell) => field(cellText(cell, languages, PLAIN))),
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

/** Quoted where it must be; a text that a spreadsheet would run as a formula gets an apostrophe before it. */
function field(text: string): string {
  const isNumber = /^[-+]?[\d.]+[%*]*$/.test(text);
  const safe = /^[=+\-@\t\r]/.test(text) && !isNumber ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
