import type { BadInput } from "../badInput";
import { said, type Text } from "../faults/said";
import type { Column } from "./codebook";
import { didYouMean } from "../faults/nearest";

/** Makes the refusal of an answer, from what was found and what was expected. */
export type Refuse = (found: Text, expected: Text) => BadInput;

/**
 * An answer as the codebook writes it, undefined where it means that there is none.
 *
 * @param text    the answer, spaces around it dropped; "" is missing in every column but the id
 * @param column  the column it stands in
 * @param refuse  makes the error, since only the caller knows where the answer stands
 * @throws what `refuse` makes, for an answer that the codebook does not know
 */
export function checkAnswer(text: string, column: Column, refuse: Refuse): string | undefined {
  if (column.type === "id") return checkId(text, refuse);
  if (text === "" || column.missing.includes(text)) return undefined;
  switch (column.type) {
    case "label": return text;
    case "whole number": return checkWholeNumber(text, column, refuse);
    case "choice":
    case "ordered": return checkCode(text, column, refuse);
  }
}

function checkId(text: string, refuse: Refuse): string {
  if (text === "") throw refuse("the id is empty", "a name that no other respondent has");
  // The coded file is written without quotation marks, so an id may not need them.
  if (/[",\r\n]/.test(text)) throw refuse(said`${quoted(text)} holds a comma, a quotation mark or a line break`, "an id without them");
  return text;
}

function checkWholeNumber(text: string, { least, most }: Column, refuse: Refuse): string {
  const expected = said`a whole number from ${least!} to ${most!}`;
  if (!/^\d+$/.test(text)) throw refuse(said`${quoted(text)} is not a whole number`, expected);
  const value = Number(text);
  if (value < least! || value > most!) throw refuse(said`${quoted(text)} is out of range`, expected);
  return String(value);
}

function checkCode(text: string, column: Column, refuse: Refuse): string {
  const codes = column.answers!.map(({ code }) => code);
  if (codes.includes(text)) return text;
  const known = [...codes, ...column.missing];
  throw refuse(said`${quoted(text)} is not in the codebook${didYouMean(text, known)}`, oneOf(known));
}

const MOST_NAMED = 9;

/** The codes allowed, or the first of them where they are many. */
const oneOf = (codes: readonly string[]): Text =>
  codes.length <= MOST_NAMED ? codes.join(", ") : said`${codes.slice(0, MOST_NAMED).join(", ")}, … (all ${codes.length} are in data/codebook.json)`;

const quoted = (text: string): string => JSON.stringify(text.length <= 60 ? text : `${text.slice(0, 59)}…`);
