import type { Bilingual } from "../bilingual";
import { typedNumber } from "./typedNumber";

/** A number or a word, or several under names where a question asks for more than one. */
export type Answer = number | string | Readonly<Record<string, number | string>>;

/** A question of a notebook: to predict before a cell is run, or to change something and say what came out. */
export interface Exercise {
  readonly id: string;
  readonly kind: "predict" | "change";
  readonly prompt: Bilingual;
  /** Recomputed from the data and from print whenever it is asked for, never stored. */
  readonly expected: () => Answer;
  /** As many as the notebook's tables show: an answer copied from a table is right. 2 by default. */
  readonly decimals?: number;
  /** Words that a part may be answered with; the part of a one-word answer is "". */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** What is said of well-known wrong values. */
  readonly slips: readonly Slip[];
  /** From a nudge to nearly the way: `hint(id, 1)`, `hint(id, 2)`, … */
  readonly steps: readonly Bilingual[];
  /** JavaScript that returns the answer, over the names of "sojourn"; run by a test. For the teacher. */
  readonly solution: string;
  /** What the class should take from it. For the teacher. */
  readonly point: Bilingual;
}

/** What to say to someone who gives a well-known wrong value. */
export interface Slip {
  /** The part it is about; "" for an answer that is one number. */
  readonly part: string;
  readonly value: () => number;
  readonly says: Bilingual;
}

export interface JudgedPart {
  readonly part: string;
  readonly verdict: "right" | "wrong" | "missing" | "not a number" | "two numbers" | "not a word";
  readonly hint?: Bilingual;
}

export interface JudgedAnswer {
  readonly right: boolean;
  readonly parts: readonly JudgedPart[];
}

/** The cell as the notebook has it: nothing to judge yet. */
export const isBlank = (given: unknown): boolean =>
  given === undefined || given === null || given === "" || (typeof given === "number" && Number.isNaN(given))
  || (typeof given === "object" && Object.values(given).every(isBlank));

/**
 * Compares an answer with the exercise's own recomputation, part by part, without telling the right value.
 *
 * A number is right that is as near as the digits shown: to within half of the last of them. A share may be given in per cent. A
 * text is taken for the number that it writes, with a decimal comma too.
 *
 * @param given  a number or a word, or an object with the parts asked for; anything else is told to be none
 * @throws {RefusedModel} where the data do not allow the exercise's model
 */
export function judgeAnswer(exercise: Exercise, given: unknown): JudgedAnswer {
  const right = partsOf<number | string>(exercise.expected());
  const answered = partsOf<unknown>(given);
  const parts = Object.entries(right).map(([part, value]) => judgePart(exercise, part, value, answered));
  return { right: parts.every(({ verdict }) => verdict === "right"), parts };
}

function judgePart(exercise: Exercise, part: string, right: number | string, answered: Readonly<Record<string, unknown>>): JudgedPart {
  if (!Object.hasOwn(answered, part)) return { part, verdict: "missing" };
  const answer = answered[part];
  if (typeof right === "string") return judgeWord(exercise, part, right, answer);
  const given = typeof answer === "string" ? typedNumber(answer) : answer;
  if (typeof given === "object" && given !== null && "either" in given) return { part, verdict: "two numbers", hint: twoNumbers(String(answer), given.either as readonly string[]) };
  if (typeof given !== "number" || !Number.isFinite(given)) return { part, verdict: "not a number", hint: A_NUMBER };
  const { decimals = 2, slips } = exercise;
  if (asShown(given, right, decimals) || (right > 0 && right < 1 && asShown(given, 100 * right, Math.max(0, decimals - 2)))) return { part, verdict: "right" };
  const known = slips.find((slip) => slip.part === part && asShown(given, slip.value(), decimals))?.says;
  return { part, verdict: "wrong", ...(known && { hint: known }) };
}

const A_NUMBER: Bilingual = { en: "expected digits, such as 0.25 or 0,25", zh: "应为数字，如 0.25 或 0,25" };

const twoNumbers = (typed: string, [decimal, thousands]: readonly string[]): Bilingual => ({
  en: `${typed.trim()} is ${decimal} to some and ${thousands} to others: write one of these`, zh: `${typed.trim()} 可读作 ${decimal}，也可读作 ${thousands}：请写成其中之一`,
});

function judgeWord({ words = {} }: Exercise, part: string, right: string, given: unknown): JudgedPart {
  if (typeof given === "string" && given.trim().toLowerCase() === right) return { part, verdict: "right" };
  if (typeof given === "string" && words[part].includes(given.trim().toLowerCase())) return { part, verdict: "wrong" };
  const list = words[part].map((word) => `"${word}"`);
  return { part, verdict: "not a word", hint: { en: `expected ${list.join(" or ")}`, zh: `应为 ${list.join(" 或 ")}` } };
}

/** Half a unit of the last decimal, and a hair for numbers that a computer cannot hold. */
const asShown = (given: number, value: number, decimals: number): boolean => Math.abs(given - value) <= 0.5 * 10 ** -decimals + 1e-9;

/** The parts of an answer by name: one number is the part "". */
export const partsOf = <Value>(answer: Value | Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  typeof answer === "object" && answer !== null ? (answer as Readonly<Record<string, Value>>) : { "": answer };
