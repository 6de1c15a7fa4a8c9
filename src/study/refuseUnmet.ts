import { BadInput } from "../badInput";
import { editDistance } from "../faults/nearest";
import { said } from "../faults/said";
import { shown } from "./refuseWhere";
import type { CodedPerson, Condition, Group } from "./study";

/**
 * Refuses a condition that nobody can meet for the way it is written: a number as text, limits on texts, a value that differs from
 * one of the column's by a letter. In a list such a value would leave its people out without a word.
 *
 * A value that is merely absent passes: the data at hand may have nobody of that kind.
 *
 * @throws {BadInput} with what the column holds
 */
export function refuseUnmet({ id }: Pick<Group, "id">, column: string, condition: Condition, people: readonly CodedPerson[]): void {
  const values = [...new Set(people.map((person) => person[column]))];
  const texts = values.filter((value) => typeof value === "string");
  const numbers = values.filter((value) => typeof value === "number");
  const place = { file: `group ${id}`, column };
  const asked = typeof condition !== "object" ? [condition] : Array.isArray(condition) ? (condition as (number | string)[]) : [];
  if (asked.length === 0 && numbers.length === 0) throw new BadInput(place, "limits on a column of texts", said`a text or a list of them, such as ${shown(texts[0])}`);
  for (const value of asked) {
    if (typeof value === "string" && texts.length === 0) throw new BadInput(place, said`${shown(value)} is a text, and the column holds numbers`, said`a number, such as ${numbers[0]}`);
    if (typeof value === "number" && numbers.length === 0) throw new BadInput(place, said`${value} is a number, and the column holds texts`, said`a text, such as ${shown(texts[0])}`);
    if (typeof value !== "string" || texts.includes(value)) continue;
    const meant = texts.find((text) => !asked.includes(text) && isSlip(value, text));
    if (meant !== undefined) throw new BadInput(place, said`no coded person has ${shown(value)}; did you mean ${shown(meant)}?`, "a value as the people have it");
  }
}

/** One letter, or capitals, blanks and signs only; never a digit, by which codes differ on purpose (wave1, wave2). */
function isSlip(given: string, known: string): boolean {
  const [a, b] = [given, known].map((text) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""));
  if (a === b) return true;
  const letters = (text: string): string => text.replace(/\p{N}/gu, "");
  return a.length >= 4 && letters(a) !== letters(b) && editDistance(a, b) === 1;
}
