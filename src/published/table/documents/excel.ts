import { even, type Grid, MOST_COLUMNS, spannedRow, type Row } from "../grid/grid";
import { plainCharacters } from "../source/characters";
import type { ExcelLibrary } from "./libraries";

interface ExcelCell {
  readonly t?: string;
  readonly v?: string | number | boolean | Date | null;
  readonly w?: string;
  readonly f?: string;
}

const MOST_ROWS = 5000;

/** The sheets of an Excel workbook, cells as Excel shows them, merged cells over their columns. */
export function excelGrids(bytes: Uint8Array, library: ExcelLibrary): Grid[] {
  const book = library.read(bytes, { type: "array", cellText: true, cellFormula: true, sheetStubs: true, cellHTML: false });
  return book.SheetNames.flatMap((name) => sheetGrids(book.Sheets[name], library));
}

function sheetGrids(sheet: Record<string, unknown>, { utils }: ExcelLibrary): Grid[] {
  const ref = sheet["!ref"] as string | undefined;
  if (!ref) return [];
  const { s, e } = utils.decode_range(ref);
  const spans = new Map<string, number>();
  const repeated = new Map<string, { r: number; c: number }>();
  for (const merge of (sheet["!merges"] as { s: { r: number; c: number }; e: { r: number; c: number } }[] | undefined) ?? []) {
    spans.set(`${merge.s.r},${merge.s.c}`, merge.e.c - merge.s.c + 1);
    for (let r = merge.s.r + 1; r <= Math.min(merge.e.r, merge.s.r + 200); r++) repeated.set(`${r},${merge.s.c}`, merge.s);
  }
  const rows: Row[] = [];
  for (let r = s.r; r <= Math.min(e.r, s.r + MOST_ROWS); r++) {
    const parts: { text: string; span: number }[] = [];
    for (let c = s.c; c <= Math.min(e.c, s.c + MOST_COLUMNS);) {
      const above = repeated.get(`${r},${c}`);
      const text = shown(sheet[utils.encode_cell(above ?? { r, c })] as ExcelCell | undefined);
      const span = spans.get(above ? `${above.r},${above.c}` : `${r},${c}`) ?? 1;
      parts.push({ text: above && /^[\d.()*-]+$/.test(text) ? "" : text, span });
      c += span;
    }
    rows.push(spannedRow(parts));
  }
  return tablesIn(rows);
}

/**
 * What Excel shows; a negative number that its format puts in brackets keeps its minus. Of a formula that no program has
 * calculated, the formula: it is told as a cell that is not read.
 */
function shown(cell: ExcelCell | undefined): string {
  if (!cell) return "";
  if (cell.t === "z" && cell.f !== undefined) return `=${cell.f}`;
  const text = plainCharacters((cell.w ?? (cell.v === undefined || cell.v === null ? "" : String(cell.v))).trim());
  return cell.t === "n" && typeof cell.v === "number" && cell.v < 0 && /^\(.*\)$/.test(text) ? `-${text.slice(1, -1)}` : text;
}

/** Rows with one filled cell above and below are captions and notes. */
function tablesIn(rows: readonly Row[]): Grid[] {
  const filled = ({ cells }: Row) => cells.filter((cell) => cell !== "").length;
  const first = rows.findIndex((row) => filled(row) >= 2);
  if (first === -1) return [];
  let last = rows.length;
  while (filled(rows[last - 1]) < 2) last--;
  const lone = (part: readonly Row[]) => part.flatMap(({ cells }) => cells.filter((cell) => cell !== "").flatMap((cell) => cell.split("\n")));
  return [{ before: lone(rows.slice(0, first)), rows: even(rows.slice(first, last)), after: lone(rows.slice(last)), columns: "given", unplaced: [] }];
}
