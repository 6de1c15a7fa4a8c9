import { cellText, PRINT, withMinus } from "../cellText";
import { footLines } from "../footLines";
import { SYNTHETIC_BANNER } from "../synthetic";
import { type Cell, checkTable, columnsOf, type Row, type RowGroup, type Table } from "../table";
import { type Languages, texts, type Words } from "../words";
import { escapeHtml } from "./escapeHtml";

/**
 * A table as semantic HTML that needs no style sheet: caption, scoped headers, notes in the foot, each language marked.
 * Whatever comes from data is escaped. The classes are for a page that wants to dress it.
 *
 * @throws {RangeError} see {@link checkTable}
 */
export function tableHtml(table: Table, languages: Languages = "both"): string {
  checkTable(table);
  const width = columnsOf(table).length + 1;
  return [
    `<table class="sojourn-table" id="${table.id}">`,
    caption(table, languages),
    `<colgroup></colgroup>${table.columnGroups.map(({ columns }) => `<colgroup span="${columns.length}"></colgroup>`).join("")}`,
    `<thead>`,
    ...headerRows(table, languages),
    `</thead>`,
    ...table.rowGroups.flatMap((group) => body(group, width, languages)),
    ...foot(table, width, languages),
    `</table>`,
  ].join("\n");
}

/** Both languages, each in an element that says which it is. */
const marked = (words: Words, languages: Languages): string =>
  texts(words, languages)
    .map(({ text, language }) => (language ? `<span lang="${language}">${escapeHtml(text)}</span>` : escapeHtml(text)))
    .join(`<span class="between"> / </span>`);

function caption({ title, synthetic }: Table, languages: Languages): string {
  // The warning in both languages, whichever is read: it is the one text that nobody may miss.
  const banner = synthetic ? `<br><strong class="synthetic">${marked(SYNTHETIC_BANNER, "both")}</strong>` : "";
  return `<caption>${marked(title, languages)}${banner}</caption>`;
}

function headerRows(table: Table, languages: Languages): string[] {
  const spanned = table.columnGroups.some(({ label }) => label !== undefined);
  const stub = `<th scope="col"${spanned ? ` rowspan="2"` : ""}>${marked(table.stub, languages)}</th>`;
  const headers = columnsOf(table).map(({ header }) => `<th scope="col">${marked(header, languages)}</th>`).join("");
  if (!spanned) return [`<tr>${stub}${headers}</tr>`];
  const spanners = table.columnGroups.map(({ label, columns }) =>
    label === undefined ? `<td colspan="${columns.length}"></td>` : `<th scope="colgroup" colspan="${columns.length}">${marked(label, languages)}</th>`);
  return [`<tr>${stub}${spanners.join("")}</tr>`, `<tr>${headers}</tr>`];
}

function body({ label, rows }: RowGroup, width: number, languages: Languages): string[] {
  const heading = label === undefined ? [] : [`<tr><th scope="rowgroup" colspan="${width}">${marked(label, languages)}</th></tr>`];
  return [`<tbody>`, ...heading, ...rows.map((row, place) => bodyRow(row, rows, place, languages)), `</tbody>`];
}

function bodyRow(row: Row, rows: readonly Row[], place: number, languages: Languages): string {
  const cells = row.cells.map((cell) => dataCell(cell, languages)).join("");
  if (row.continues) return `<tr>${cells}</tr>`;
  const covered = 1 + countContinuing(rows, place);
  return `<tr><th scope="row"${covered > 1 ? ` rowspan="${covered}"` : ""}>${marked(row.header, languages)}</th>${cells}</tr>`;
}

function countContinuing(rows: readonly Row[], place: number): number {
  let count = 0;
  while (rows[place + 1 + count]?.continues) count++;
  return count;
}

const dataCell = (cell: Cell, languages: Languages): string =>
  "text" in cell
    ? `<td${placed(cell)}>${withMinus(marked(cell.text, languages), PRINT)}</td>`
    : `<td class="number"${placed(cell)}>${escapeHtml(cellText(cell, languages, PRINT))}</td>`;

/** Says which coefficient a printed number is: `M4.supportUnit`. */
const placed = (cell: Cell): string =>
  "place" in cell && cell.place ? ` data-coefficient="${escapeHtml(`${cell.place.model}.${cell.place.term}`)}"` : "";

function foot(table: Table, width: number, languages: Languages): string[] {
  const lines = footLines({ ...table, synthetic: false }); // the warning is in the caption already
  if (lines.length === 0) return [];
  return [`<tfoot>`, ...lines.map((line) => `<tr><td colspan="${width}">${marked(line, languages)}</td></tr>`), `</tfoot>`];
}
