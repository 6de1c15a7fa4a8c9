import { noted } from "../../faults/noted";
import { numberIn } from "../../io/number";
import { columnIndex, type Table } from "./table";

/**
 * Rows of weight 0 say nothing, of levels neither: what only they have, as people outside a subpopulation do, is no level. They are
 * given one that counts, so that they have a place in the design (their units count), and are told apart by `strangers`.
 */
export function withCountedLevels(table: Table, columns: readonly string[], counts: (i: number) => boolean): { table: Table; strangers: ReadonlySet<number>; notes: string[] } {
  const strangers = new Set<number>();
  const notes: string[] = [];
  const rows = table.rows.slice();
  const counted = [...rows.keys()].filter(counts);
  if (counted.length === rows.length || counted.length === 0) return { table, strangers, notes };
  for (const column of columns) {
    const j = columnIndex(table, column);
    const keyOf = (i: number): number | string => numberIn(rows[i][j], table.decimal) ?? rows[i][j];
    const known = new Set(counted.map(keyOf));
    const strange = [...rows.keys()].filter((i) => !known.has(keyOf(i)));
    if (strange.length === 0) continue;
    notes.push(noted`${column}: no row that counts has ${[...new Set(strange.map((i) => rows[i][j]))].join(", ")}, which is no level`);
    for (const i of strange) {
      rows[i] = rows[i].with(j, rows[counted[0]][j]);
      strangers.add(i);
    }
  }
  return { table: { ...table, rows }, strangers, notes };
}
