import type { Bilingual } from "../bilingual";
import { LABEL } from "../display/labels";
import type { Cell, Table } from "../display/table";
import { REASON } from "../display/vocabulary";
import type { Reason } from "../study/comparison";

/** The reasons as one sign each, for a terminal. */
export const SIGN: Readonly<Record<Reason, string>> = { met: "=", "stand-in": "~", "coding unknown": "?", mismatch: "≠" };

/** What the signs mean, in a line: of real data none stands for a stand-in. */
function signsNote(synthetic: boolean): Bilingual {
  const signs = Object.entries(SIGN).filter(([reason]) => synthetic || reason !== "stand-in");
  return {
    en: signs.map(([reason, sign]) => `${sign} ${reason}`).join(", "),
    zh: signs.map(([reason, sign]) => `${sign} ${REASON[reason as Reason].zh}`).join("，"),
  };
}

const HEADER = new Map<unknown, string | Bilingual>([
  [LABEL.printed, { en: "print", zh: "原文" }], [LABEL.refitted, { en: "refit", zh: "重估" }], [LABEL.counted, { en: "count", zh: "重算" }], [LABEL.reason, ""],
]);

/**
 * A table of printed, refitted and reason made narrow enough for a terminal: reasons become signs, headings short.
 *
 * @param groups  a short heading for each column group, in order; as they are where absent
 */
export function narrow(table: Table, groups?: readonly Bilingual[]): Table {
  return {
    ...table,
    columnGroups: table.columnGroups.map(({ label, columns }, i) => ({
      label: groups?.[i] ?? label,
      columns: columns.map(({ header }) => ({ header: HEADER.get(header) ?? header })),
    })),
    rowGroups: table.rowGroups.map((group) => ({ ...group, rows: group.rows.map((row) => ({ ...row, cells: row.cells.map(asSign) })) })),
    notes: [signsNote(table.synthetic), ...table.notes],
  };
}

function asSign(cell: Cell): Cell {
  if (!("text" in cell)) return cell;
  const reason = (Object.keys(SIGN) as Reason[]).find((r) => cell.text === REASON[r]);
  return reason ? { text: SIGN[reason] } : cell;
}
