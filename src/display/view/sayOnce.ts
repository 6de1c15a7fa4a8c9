import type { Bilingual } from "../../bilingual";
import { LABEL } from "../labels";
import { columnsOf, EMPTY, type Row, type Table, type TextCell } from "../table";
import { inLanguage, asBilingual, type Words } from "../words";

/** Fewer times than this a word is no burden. */
const OFTEN = 6;

/**
 * The same table, where the word that most numbers get against print ("stand-in", eighty times) is said once, in a note, and its
 * cells are left empty.
 */
export function sayOnce(table: Table): Table {
  const isReason = columnsOf(table).map(({ role }) => role === "reason");
  const said = table.rowGroups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter((cell, c): cell is TextCell => isReason[c] && "text" in cell && key(cell.text) !== "")));
  const word = commonest(said.map(({ text }) => text));
  const times = said.filter(({ text }) => word !== undefined && key(text) === key(word)).length;
  if (word === undefined || times < OFTEN || times <= said.length / 2) return table;
  const quiet = (row: Row): Row => ({ ...row, cells: row.cells.map((cell, c) => (isReason[c] && "text" in cell && key(cell.text) === key(word) ? EMPTY : cell)) });
  return { ...table, rowGroups: table.rowGroups.map((group) => ({ ...group, rows: group.rows.map(quiet) })), notes: [...table.notes, note(asBilingual(word))] };
}

const note = (word: Bilingual): Bilingual => ({
  en: `An empty cell under “${LABEL.reason.en}”: ${word.en}.`,
  zh: `“${LABEL.reason.zh}”一栏空白处：${word.zh}。`,
});

const key = (words: Words): string => inLanguage(words, "en");

function commonest(words: readonly Words[]): Words | undefined {
  const count = (wanted: Words): number => words.filter((other) => key(other) === key(wanted)).length;
  return words.length === 0 ? undefined : words.reduce((most, other) => (count(other) > count(most) ? other : most));
}
