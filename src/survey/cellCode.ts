import type { ColumnNotes } from "../io/table";
import { checkAnswer, type Refuse } from "./checkAnswer";
import type { Codebook, Column } from "./codebook";
import { answerCode, seenAmong } from "./exactMatch";
import type { Mapping } from "./mapping";

/** By what the cells of a column are understood. */
export interface CellWords {
  readonly codebook: Codebook;
  readonly mapping: Mapping | undefined;
  /** What the file says of the column. */
  readonly notes: ColumnNotes | undefined;
}

/**
 * The codebook's code for a cell: as mapped, else an answer of the codebook by its code or label, else the cell itself; undefined
 * where it means that there is no answer.
 *
 * @throws {BadInput} what `refuse` makes of a cell that the codebook does not know
 */
export const cellCode = (cell: string, column: Column, words: CellWords, refuse: Refuse): string | undefined =>
  checkAnswer(inOurWords(cell, column, words), column, refuse);

/** What to do about a cell that the codebook does not know. */
export const remedyFor = ({ type }: Column): string => (type === "id" ? "Correct it. Nothing was written." : "Correct it or map it. Nothing was written.");

function inOurWords(cell: string, column: Column, { codebook, mapping, notes }: CellWords): string {
  if (column.type === "id" || column.type === "label") return cell;
  const told = notes?.labels.get(cell);
  const mapped = mapping && translate(cell, told, column, mapping);
  if (mapped !== undefined) return mapped;
  if (notes?.missing.has(cell)) return "";
  return answerCode(cell, column, codebook.missingCodes, told) ?? cell;
}

/** What the mapping says of an extract's value, by the value itself or by its label: "" where it is missing, undefined where it says nothing. */
function translate(cell: string, told: string | undefined, { name }: Column, { values, missing }: Mapping): string | undefined {
  for (const text of told === undefined ? [cell] : [cell, told]) {
    const own = values.get(name);
    const codes = [missing.everywhere, missing.within.get(name) ?? new Set<string>()];
    if (codes.some((known) => known.has(text))) return "";
    if (own?.has(text)) return own.get(text);
    if (codes.some((known) => seenAmong(known, text) !== undefined)) return "";
    const alike = own && seenAmong(own.keys(), text);
    if (alike !== undefined) return own!.get(alike);
  }
  return undefined;
}
