import { asSeen } from "../io/cellText";
import type { ColumnNotes } from "../io/table";
import type { Codebook, Column } from "./codebook";

/** A text as it is compared: the width of letters, invisible characters, blanks and a question mark at the end do not count. */
export const plain = (text: string): string => asSeen(text).replace(/\s+/g, " ").replace(/[\s?？。.：:]+$/u, "").trim();

/** What the codebook itself calls a column: its name, label and question, in either language. */
export const namesOf = ({ name, label, question }: Column): string[] => [name, label.zh, label.en, question.zh, question.en].map(plain).filter((text) => text !== "");

/** A text among others: itself, else the only one that looks like it (é as one sign or as two, invisible signs around it). */
export function seenAmong(texts: Iterable<string>, text: string): string | undefined {
  const all = [...texts];
  if (all.includes(text)) return text;
  const alike = all.filter((other) => asSeen(other) === asSeen(text));
  return alike.length === 1 ? alike[0] : undefined;
}

/**
 * In which cell of a header each column of the codebook stands that nobody mapped: by its name, else by its label or question,
 * in the heading or in what the file says of the variable. A text that fits two cells, or two columns, fits none: it is doubtful.
 */
export function columnsByName(header: readonly string[], notes: readonly ColumnNotes[], { columns }: Codebook, taken: ReadonlySet<string>): Map<string, number> {
  const cellOf = new Map<string, number>();
  const free = (j: number): boolean => !taken.has(header[j]) && ![...cellOf.values()].includes(j);
  for (const { name } of columns) {
    const j = header.indexOf(name);
    if (j >= 0 && free(j)) cellOf.set(name, j);
  }
  for (const told of [(j: number) => header[j], (j: number) => notes[j]?.label ?? ""]) {
    for (const column of columns) {
      if (cellOf.has(column.name)) continue;
      const names = namesOf(column);
      const cells = header.map((_, j) => j).filter((j) => free(j) && names.includes(plain(told(j))));
      const rivals = columns.filter((other) => other !== column && !cellOf.has(other.name) && cells.some((j) => namesOf(other).includes(plain(told(j)))));
      if (cells.length === 1 && rivals.length === 0) cellOf.set(column.name, cells[0]);
    }
  }
  return cellOf;
}

/**
 * The code of an answer that a cell writes as a code or, in either language, as its label; "" where it is a missing answer;
 * undefined where it is none of the column's answers.
 *
 * @param told  what the file says the cell's text stands for, if it does
 */
export function answerCode(text: string, column: Column, missingCodes: Codebook["missingCodes"], told?: string): string | undefined {
  const answers = column.answers ?? [];
  const missing = missingCodes.filter(({ code }) => column.missing.includes(code));
  if (answers.some(({ code }) => code === text)) return text;
  if (missing.some(({ code }) => code === text)) return "";
  for (const words of [told, text]) {
    if (words === undefined || words === "") continue;
    const fits = (answer: { code: string; zh: string; en: string }): boolean => [answer.code, answer.zh, answer.en].some((own) => plain(own) === plain(words));
    const found = answers.filter(fits);
    if (found.length === 1) return found[0].code;
    if (missing.some(fits)) return "";
  }
  return undefined;
}
