import type { Bilingual } from "../../bilingual";
import { LABEL, NOTES } from "../labels";
import type { ColumnGroup, Row, Table } from "../table";
import { sayOnce } from "./sayOnce";
import { choicesOf, partOf, type Scale, type TableView } from "./tableView";
import { decimalsOf, viewCell } from "./viewCell";

/**
 * The same table with what a reader wants to see of it: another scale, intervals, print or refit alone. It is a table like any
 * other, so that every format shows and exports just what is seen.
 */
export function viewTable(table: Table, view: TableView): Table {
  const wanted = view.scale === "effect" && choicesOf(table).columns.includes("refitted") ? "refitted" : view.columns; // print gives no effects
  const kept = table.columnGroups.map(({ columns }) => columns.map(({ role }) => role === undefined || wanted === "both" || role === wanted));
  const keptCells = kept.flat();
  return sayOnce({
    ...table,
    title: view.scale === "coefficient" ? table.title : titled(table.title, view.scale),
    columnGroups: table.columnGroups.map((group, g): ColumnGroup => ({ ...group, columns: group.columns.filter((_, c) => kept[g][c]) })).filter(({ columns }) => columns.length > 0),
    rowGroups: table.rowGroups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => viewRow(row, view)).map((row) => ({ ...row, cells: row.cells.filter((_, c) => keptCells[c]) })),
    })),
    notes: notesOf(table, view),
  });
}

const titled = (title: Bilingual, scale: Exclude<Scale, "coefficient">): Bilingual =>
  ({ en: `${title.en} (${SCALE_NAMES[scale].en})`, zh: `${title.zh}（${SCALE_NAMES[scale].zh}）` });

const SCALE_NAMES = {
  oddsRatio: { en: "odds ratios", zh: "优势比" },
  effect: { en: "average marginal effects", zh: "平均边际效应" },
} as const satisfies Record<string, Bilingual>;

/** A row that holds how uncertain others are says in which way. */
function viewRow(row: Row, view: TableView): Row {
  const isSpread = row.cells.some((cell) => partOf(cell)?.part === "spread");
  const header = isSpread && view.spread === "interval" ? LABEL.interval : row.header;
  return { ...row, header, cells: row.cells.map((cell) => viewCell(cell, view, decimalsOf(row, view))) };
}

function notesOf({ notes, rowGroups }: Table, { scale, spread }: TableView): Bilingual[] {
  const hasPrint = rowGroups.some(({ rows }) => rows.some(({ cells }) => cells.some((cell) => "printed" in cell && cell.of)));
  const isStandardErrors = (note: Bilingual) => note.en === NOTES.standardErrors.en;
  const said = notes.map((note) => (isStandardErrors(note) && spread === "interval" ? NOTES.intervals : note));
  if (scale === "coefficient") return said;
  return [...said, ...SCALE_NOTES[scale], ...(scale === "oddsRatio" && hasPrint ? [FROM_PRINT] : [])];
}

const FROM_PRINT: Bilingual = { en: "Odds ratios of printed coefficients are recomputed from print.", zh: "原文系数的优势比由原文数字重新计算。" };

const SCALE_NOTES = {
  oddsRatio: [{ en: "Odds ratio: e to the coefficient, its standard error by the delta method; stars are the coefficient's. Thresholds and log-likelihoods stay as they are.", zh: "优势比：系数的指数，标准误用delta法；星号为系数的星号。阈值与对数似然值不变。" }],
  effect: [{ en: "Average marginal effect: on the probability, averaged over the model's sample; 0/1 variables from 0 to 1. No stars: they belong to coefficients. Print gives no effects.", zh: "平均边际效应：对概率的影响，在模型样本上平均；0/1变量由0变为1。不标星号：星号属于系数。原文报告表中没有效应。" }],
} as const satisfies Record<string, readonly Bilingual[]>;
