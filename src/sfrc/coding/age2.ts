import type { Respondent } from "../../survey/respondent";
import { unexpectedAnswer } from "./unexpectedAnswer";

/**
 * Age in completed years, as answered.
 *
 * Reads     age: a whole number
 * Gives     years; undefined stays undefined
 * @throws {BadInput} anything but digits
 */
export function codeAge(who: Respondent): number | undefined {
  if (who.age === undefined) return undefined;
  if (!/^\d+$/.test(who.age)) throw unexpectedAnswer(who, "age", "a whole number of years");
  return Number(who.age);
}

/**
 * Age squared, in years².
 *
 * Reads     age: a whole number
 * Gives     age × age; undefined stays undefined
 * Open      the square stands in the models without age itself; the models' reading age=withAge adds it
 * Paper     §3(2), control variables
 */
export function codeAge2(who: Respondent): number | undefined {
  const age = codeAge(who);
  return age === undefined ? undefined : age * age;
}
