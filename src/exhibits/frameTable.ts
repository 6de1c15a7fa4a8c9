import type { DataFrame } from "../sfrc/dataFrame";
import type { Bilingual } from "../bilingual";
import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { originOf, type Origin } from "../provenance";

/**
 * A danfo.js frame as a table of ours, so that it is shown like all others: the first column heads the rows.
 *
 * @param from  whose data it is made of: the banner comes from there
 */
export function frameTable(frame: DataFrame, from: Origin, title: Bilingual, decimals = 2): Table {
  const [stub, ...columns] = frame.columns;
  const rows = frame.values as (string | number)[][];
  return plainTable({
    id: "frame", title, stub, columns, ...originOf(from),
    rows: rows.map(([header, ...cells]) => [
      String(header),
      ...cells.map((cell) => (typeof cell === "number" ? { number: cell, format: { decimals } } : String(cell))),
    ]),
  });
}
