import { BadInput, type Place } from "../badInput";
import type { Bilingual } from "../bilingual";
import { said } from "../faults/said";
import { type BetterReading, beforeMisreading, LOST } from "./betterReading";
import type { DataTable } from "./table";

const ITSELF = "the characters themselves";

const lostAt = (place: Place, text: string): BadInput =>
  new BadInput(place, said`characters were lost here before: ${JSON.stringify(text.slice(0, 40))}`, ITSELF, "Go back to the file this one was made from. Nothing was written.");

export const misreadAt = (place: Place, { instead, example, encoding }: BetterReading): BadInput =>
  new BadInput(place, said`${JSON.stringify(instead)} is what ${JSON.stringify(example)} becomes where a program reads ${encoding} in a wrong encoding and saves it`, ITSELF, "Go back to the file this one was made from, and open it with the encoding named. Nothing was written.");

/**
 * The table, with the columns marked of which some program lost characters: such a column is refused to whoever uses it. An answer
 * to an open question that nobody asks for is no reason to refuse the others; it is told.
 */
export function withLostMarked(table: DataTable): DataTable {
  const { file, header, rows, columns } = table;
  const lost = new Map<number, { readonly place: Place; readonly text: string }>();
  const look = (text: string, j: number, row?: number): void => {
    if (LOST.test(text) && !lost.has(j)) lost.set(j, { place: { file, ...(row !== undefined && { row }), column: header.cells[j] }, text });
  };
  for (const [j, { label, labels }] of columns.entries()) {
    look(header.cells[j], j, header.line);
    for (const text of [label, ...labels.values()]) look(text, j);
  }
  for (const { line, cells } of rows) for (let j = 0; j < cells.length; j++) look(cells[j], j, line);
  if (lost.size === 0) return table;
  return { ...table, lost: new Map([...lost].map(([j, { place, text }]) => [j, lostAt(place, text)])), notes: [...table.notes, noteLost([...lost.values()].map(({ place }) => place))] };
}

function noteLost(places: readonly Place[]): Bilingual {
  const [{ row, column }] = places;
  const name = JSON.stringify(column ?? "");
  const [more, moreZh] = places.length === 1 ? ["", ""] : [` and ${places.length - 1} more`, `等 ${places.length} 列`];
  return {
    en: `characters were lost before in column ${name}${row === undefined ? "" : ` (row ${row})`}${more}, which cannot be used`,
    zh: `列 ${name}${row === undefined ? "" : `（第 ${row} 行）`}${moreZh}中有字符早已丢失，不能使用`,
  };
}

const MOST_TEXTS = 2000;

/**
 * The table, unless its texts were misread: a program may have done so before it wrote an Excel or an SPSS file.
 *
 * @throws {BadInput} a heading, cell or label that was read in a wrong encoding
 */
export function refuseMisread(table: DataTable): DataTable {
  const { file, header, rows, columns } = table;
  const texts = new Map<string, Place>();
  const look = (text: string, place: () => Place): void => {
    if (texts.size < MOST_TEXTS && /[^\0-\x7f]/.test(text) && !texts.has(text)) texts.set(text, place());
  };
  for (const [j, { label, labels }] of columns.entries()) {
    const place = (): Place => ({ file, column: header.cells[j] });
    look(header.cells[j], place);
    look(label, place);
    for (const text of labels.values()) look(text, place);
  }
  for (const { line, cells } of rows) for (let j = 0; j < cells.length; j++) look(cells[j], () => ({ file, row: line, column: header.cells[j] }));
  const misread = beforeMisreading([...texts.keys()].join("\n"));
  if (misread) throw misreadAt([...texts].find(([text]) => text.includes(misread.instead))?.[1] ?? { file }, misread);
  return table;
}
