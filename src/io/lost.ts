import { BadInput, type Place } from "../badInput";
import { said } from "../faults/said";
import { type BetterReading, beforeMisreading } from "./betterReading";
import type { CsvRow, DataTable } from "./table";

/** What U+FFFD becomes where its bytes are read in GB18030 (two of them) or Windows-1252. */
export const LOST_TWICE = /\u951f\u65a4\u62f7|ï¿½/;

/** U+FFFD stands for bytes that some program could not read: which, nobody can tell any more. */
const LOST = new RegExp(`\uFFFD|${LOST_TWICE.source}`);

const ITSELF = "the characters themselves";

/** @throws {BadInput} a cell of which some program lost characters, the header's included */
export function refuseLost(rows: readonly CsvRow[], header: CsvRow, file: string): void {
  for (const { line, cells } of rows) {
    const lost = cells.findIndex((cell) => LOST.test(cell));
    if (lost >= 0) throw lostAt({ file, row: line, column: header.cells[lost] }, cells[lost]);
  }
}

export const lostAt = (place: Place, text: string): BadInput =>
  new BadInput(place, said`characters were lost here before: ${JSON.stringify(text.slice(0, 40))}`, ITSELF, "Go back to the file this one was made from. Nothing was written.");

export const misreadAt = (place: Place, { instead, example, encoding }: BetterReading): BadInput =>
  new BadInput(place, said`${JSON.stringify(instead)} is what ${JSON.stringify(example)} becomes where a program reads ${encoding} in a wrong encoding and saves it`, ITSELF, "Go back to the file this one was made from, and open it with the encoding named. Nothing was written.");

const MOST_TEXTS = 2000;

/**
 * The table, if its texts are whole: a program may have lost or misread characters before it wrote an Excel or an SPSS file.
 *
 * @throws {BadInput} a heading, cell or label whose characters were lost or misread
 */
export function wholeTexts(table: DataTable): DataTable {
  const { file, header, rows, columns } = table;
  const texts = new Map<string, Place>();
  const look = (text: string, place: () => Place): void => {
    if (!/[^\0-\x7f]/.test(text) || texts.has(text)) return;
    if (LOST.test(text)) throw lostAt(place(), text);
    if (texts.size < MOST_TEXTS) texts.set(text, place());
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
