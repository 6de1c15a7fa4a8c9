import { cellText, PRINT } from "../cellText";
import { footLines } from "../footLines";
import { SYNTHETIC_LINE } from "../synthetic";
import { checkTable, type Table } from "../table";
import { asLine, type Languages, type Words } from "../words";

/**
 * A table as a Markdown pipe table. Markdown has no spanners: they stand before each column's heading.
 *
 * @throws {RangeError} see {@link checkTable}
 */
export function tableMarkdown(table: Table, languages: Languages = "both"): string {
  checkTable(table);
  const write = (words: Words) => escapeMarkdown(asLine(words, languages));
  const headers = table.columnGroups.flatMap(({ label, columns }) =>
    columns.map(({ header }) => (label === undefined ? write(header) : `${write(label)}: ${write(header)}`)));
  const rows = table.rowGroups.flatMap(({ label, rows: members }) => [
    ...(label === undefined ? [] : [[`**${write(label)}**`, ...headers.map(() => "")]]),
    ...members.map((row) => [row.continues ? "" : write(row.header), ...row.cells.map((cell) => escapeMarkdown(cellText(cell, languages, PRINT)))]),
  ]);
  return [
    `**${write(table.title)}**`,
    "",
    ...(table.synthetic ? [`**${SYNTHETIC_LINE}**`, ""] : []),
    pipes([write(table.stub), ...headers]),
    pipes([":---", ...headers.map(() => "---:")]),
    ...rows.map(pipes),
    ...footLines({ ...table, synthetic: false }).flatMap((note) => ["", write(note)]),
  ].join("\n");
}

const pipes = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** Everything that Markdown, or the HTML it lets through, could take as markup; a line break would end the row. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_{}[\]#|~$!]/g, "\\$&").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\s*\n\s*/g, " ");
