import { columnsOf, type Table } from "../table";
import type { Languages } from "../words";
import { columnWidth } from "./columnWidth";
import { tableText } from "./tableText";
import { largest } from "../../extremes";

/** How wide the texts of cells may be, from comfortable to narrow. */
const CELLS = [44, 32, 24, 16];

/**
 * A table no wider than a terminal: texts of cells go on in the next line, and where that is not enough the columns are set in
 * several blocks below each other, each with the table's own first column.
 *
 * @param width  in columns of a fixed-width font; a single column that is wider is set as it is
 */
export function fittedTable(table: Table, languages: Languages, width: number): string {
  const note = Math.min(100, width);
  // A title or a note may hold what cannot be broken, such as a path: it may be wider, and no column is set elsewhere for it.
  const widthWith = (some: Table, cell: number): number => widthOf(tableText({ ...some, title: NO_TITLE, notes: [] }, languages, { cell, note }));
  for (const cell of CELLS) if (widthWith(table, cell) <= width) return tableText(table, languages, { cell, note });
  const cell = Math.min(CELLS.at(-2)!, Math.floor(width / 2));
  const set = (from: number, to: number): Table => part(table, from, to, from === 0, to === count);
  const count = columnsOf(table).length;
  const ends = table.columnGroups.map((_, i) => table.columnGroups.slice(0, i + 1).reduce((sum, { columns }) => sum + columns.length, 0));
  const blocks: string[] = [];
  for (let from = 0; from < count;) {
    let to = from + 1;
    while (to < count && widthWith(set(from, to + 1), cell) <= width) to++;
    to = ends.filter((end) => end > from && end <= to).at(-1) ?? to; // a group of columns stays together where it can
    blocks.push(tableText(set(from, to), languages, { cell, note }));
    from = to;
  }
  return blocks.join("\n");
}

const NO_TITLE = { en: "", zh: "" };

const widthOf = (text: string): number => largest(text.split("\n").map(columnWidth));

/** Some of the columns; the title above the first block only, the notes below the last. */
function part(table: Table, from: number, to: number, isFirst: boolean, isLast: boolean): Table {
  let next = 0;
  const columnGroups = table.columnGroups.flatMap(({ columns, ...group }) => {
    const kept = columns.filter(() => {
      const place = next++;
      return place >= from && place < to;
    });
    return kept.length > 0 ? [{ ...group, columns: kept }] : [];
  });
  const { provenance, ...rest } = table;
  return {
    ...rest, columnGroups, ...(isLast && provenance ? { provenance } : {}),
    title: isFirst ? table.title : NO_TITLE, synthetic: isFirst && table.synthetic, notes: isLast ? table.notes : [],
    rowGroups: table.rowGroups.map((group) => ({ ...group, rows: group.rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) })) })),
  };
}
