import { type Cell, columnsOf, type Table } from "../table";

/** What of a regression's numbers a reader wants to see. */
export interface TableView {
  readonly scale: Scale;
  /** What stands beneath an estimate. */
  readonly spread: "standardError" | "interval";
  readonly columns: "both" | "printed" | "refitted";
}

export type Scale = "coefficient" | "oddsRatio" | "effect";

/** As the table was made. */
export const PLAIN_VIEW: TableView = { scale: "coefficient", spread: "standardError", columns: "both" };

/** Which of these choices a table has; a choice among one is none. */
export interface ViewChoices {
  readonly scales: readonly Scale[];
  readonly spreads: readonly TableView["spread"][];
  readonly columns: readonly TableView["columns"][];
}

export function choicesOf(table: Table): ViewChoices {
  const cells = table.rowGroups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const parts = cells.flatMap((cell) => partOf(cell) ?? []);
  const roles = new Set(columnsOf(table).map(({ role }) => role));
  return {
    scales: parts.length === 0 ? ["coefficient"] : ["coefficient", "oddsRatio", ...(parts.some(({ effect }) => effect) ? (["effect"] as const) : [])],
    spreads: parts.some(({ part }) => part === "spread") ? ["standardError", "interval"] : ["standardError"],
    columns: roles.has("printed") && roles.has("refitted") ? ["both", "printed", "refitted"] : ["both"],
  };
}

/** The coefficient that a cell shows a part of. */
export const partOf = (cell: Cell) => ("number" in cell || "printed" in cell ? cell.of : undefined);
