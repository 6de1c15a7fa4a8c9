import type { Bilingual } from "../../bilingual";
import type { Cell, Row, Table } from "../table";
import type { Words } from "../words";
import type { Provenance } from "../../provenance";

export interface PlainTableInput {
  readonly id: string;
  readonly title: Bilingual;
  readonly stub: Words;
  readonly columns: readonly Words[];
  /** Header first; a bare text is a text cell. */
  readonly rows: readonly (readonly [Words, ...(Words | Cell)[]])[];
  readonly notes?: readonly Bilingual[];
  readonly provenance?: Bilingual;
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
}

/** A table with one heading a column and one line a row, for whatever a notebook wants to set beside each other. */
export const plainTable = ({ id, title, stub, columns, rows, notes = [], provenance, synthetic, madeFrom }: PlainTableInput): Table => ({
  kind: "table", id, title, stub, synthetic, madeFrom, notes,
  columnGroups: [{ columns: columns.map((header) => ({ header })) }],
  rowGroups: [{ rows: rows.map(([header, ...cells]): Row => ({ header, cells: cells.map(asCell) })) }],
  ...(provenance && { provenance }),
});

const asCell = (cell: Words | Cell): Cell => (typeof cell === "string" || "en" in cell ? { text: cell } : cell);
