import { BadInput, type Place } from "../badInput";
import { editDistance } from "../faults/nearest";
import { said, type Text, word } from "../faults/said";
import { isObject } from "../isObject";
import type { CodedPerson, Condition, Group } from "./study";

/**
 * Refuses what is no condition on people. A study may be written in a cell, whose types nobody checked: a function has no columns
 * and would keep everybody, and so would a limit that is misspelt.
 *
 * @throws {BadInput}
 */
export function refuseWhere(group: Pick<Group, "where"> & Partial<Pick<Group, "id">>): void {
  const { where, id = "" } = group;
  const file = `group ${id}`.trim();
  if (!isPlain(where)) throw new BadInput({ file }, said`where is ${shown(where)}`, 'columns with their values, such as { city: "Yiwu" }, or {} for everybody');
  for (const [column, condition] of Object.entries(where)) {
    if (!isCondition(condition)) throw new BadInput({ file, column }, said`the condition is ${shown(condition)}`, "a value, a list of values, or limits such as { least: 18, most: 65 }");
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (!isObject(value)) return false;
  const kind = Object.getPrototypeOf(value) as unknown;
  return kind === null || Object.getPrototypeOf(kind) === null; // an object of another realm (a notebook's) is one too
};

const isValue = (value: unknown): boolean => typeof value === "string" || (typeof value === "number" && !Number.isNaN(value));

function isCondition(condition: unknown): condition is Condition {
  if (isValue(condition)) return true;
  if (Array.isArray(condition)) return condition.length > 0 && condition.every(isValue);
  if (!isPlain(condition)) return false;
  const limits = Object.entries(condition);
  const { least = -Infinity, most = Infinity } = condition as { readonly least?: number; readonly most?: number };
  return limits.length > 0 && !(least > most) && limits.every(([name, limit]) => (name === "least" || name === "most") && typeof limit === "number" && !Number.isNaN(limit));
}

/** What somebody gave, in few words. */
export function shown(value: unknown): Text {
  if (typeof value === "function") return word("a function");
  if (Array.isArray(value)) return value.length === 0 ? word("an empty list") : word("a list");
  if (!isPlain(value)) return typeof value === "string" ? JSON.stringify(value.slice(0, 40)) : String(value);
  const parts = Object.entries(value).map(([key, inner]) => `${key}: ${typeof inner === "string" ? JSON.stringify(inner.slice(0, 40)) : typeof inner === "object" || typeof inner === "function" ? "…" : String(inner as number | boolean | undefined)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.slice(0, 3).join(", ")}${parts.length > 3 ? ", …" : ""} }`;
}

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
  const none = people.find((person) => { const value: unknown = person[column]; return value !== undefined && typeof value !== "string" && typeof value !== "number"; });
  if (none) throw new BadInput(place, said`${String(none.id ?? "a person")} has ${shown(none[column])}`, "a number, a text, or undefined");
  const asked = typeof condition !== "object" ? [condition] : Array.isArray(condition) ? (condition as (number | string)[]) : [];
  if (asked.length === 0 && numbers.length === 0) throw new BadInput(place, "limits on a column of texts", said`a text or a list of them, such as ${shown(texts[0])}`);
  if (asked.length === 0) refuseMixed(place, texts.find(isNumeral), numbers[0]);
  for (const value of asked) {
    if (typeof value === "string" && texts.length === 0) throw new BadInput(place, said`${shown(value)} is a text, and the column holds numbers`, said`a number, such as ${numbers[0]}`);
    if (typeof value === "number" && numbers.length === 0) throw new BadInput(place, said`${value} is a number, and the column holds texts`, said`a text, such as ${shown(texts[0])}`);
    const other = typeof value === "number" ? texts.find((text) => isNumeral(text) && Number(text) === value) : numbers.find((number) => isNumeral(value) && Number(value) === number);
    if (other !== undefined && !asked.includes(other)) refuseMixed(place, other, value);
    if (typeof value !== "string" || texts.includes(value)) continue;
    const meant = texts.find((text) => !asked.includes(text) && isSlip(value, text));
    if (meant !== undefined) throw new BadInput(place, said`no coded person has ${shown(value)}; did you mean ${shown(meant)}?`, "a value as the people have it");
  }
}

const isNumeral = (text: string): boolean => text.trim() !== "" && Number.isFinite(Number(text));

/** A number that some have as text would leave those out. */
function refuseMixed(place: Place, one: number | string | undefined, other: number | string): void {
  if (one !== undefined) throw new BadInput(place, said`some people have ${shown(one)}, some ${shown(other)}: a number is another value than its text`, "numbers or texts throughout");
}

/** One letter, or capitals, blanks and signs only; never a digit, by which codes differ on purpose (wave1, wave2). */
function isSlip(given: string, known: string): boolean {
  const [a, b] = [given, known].map((text) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""));
  if (a === b) return true;
  const letters = (text: string): string => text.replace(/\p{N}/gu, "");
  return a.length >= 4 && letters(a) !== letters(b) && editDistance(a, b) === 1;
}
