import type { Bilingual } from "../../bilingual";

/** A number, or several under names where a question asks for more than one. */
export type Answer = number | Readonly<Record<string, number>>;

/** A change to make in a notebook, with its answer made anew from the data whenever it is asked for. */
export interface Exercise {
  readonly id: string;
  readonly prompt: Bilingual;
  /** Recomputed, never stored. */
  readonly expected: () => Answer;
  readonly hints: readonly Hint[];
}

/** What to say to someone who gives a well-known wrong value. */
export interface Hint {
  /** The part it is about; "" for an answer that is one number. */
  readonly part: string;
  readonly value: () => number;
  readonly says: Bilingual;
}

export interface JudgedPart {
  readonly part: string;
  readonly verdict: "right" | "wrong" | "missing" | "not a number";
  readonly hint?: Bilingual;
}

export interface JudgedAnswer {
  readonly right: boolean;
  readonly parts: readonly JudgedPart[];
}

/** Four decimals tell right from wrong: with three, Model 3's answer could pass for Model 4's (the paper prints 0.535 for both). */
const TOLERANCE = 1e-4;

/** As near as a value rounded to three decimals, which deserves another word than "wrong". */
const ROUNDED = 0.00051;
const GIVE_MORE_DECIMALS: Bilingual = { en: "very near: give it without rounding", zh: "很接近：请给出未四舍五入的值" };

/**
 * Compares an answer with the exercise's own recomputation, part by part, without telling the right value.
 *
 * @param given  a number, or an object with the parts asked for; anything else is told to be none
 * @throws {RefusedModel} where the data do not allow the exercise's model
 */
export function judgeAnswer({ expected, hints }: Exercise, given: unknown): JudgedAnswer {
  const right = partsOf<number>(expected());
  const answered = partsOf<unknown>(given);
  const parts = Object.entries(right).map(([part, value]) => judgePart(part, value, answered, hints));
  return { right: parts.every(({ verdict }) => verdict === "right"), parts };
}

function judgePart(part: string, right: number, answered: Readonly<Record<string, unknown>>, hints: readonly Hint[]): JudgedPart {
  if (!Object.hasOwn(answered, part)) return { part, verdict: "missing" };
  const given = answered[part];
  if (typeof given !== "number" || !Number.isFinite(given)) return { part, verdict: "not a number" };
  if (close(given, right, TOLERANCE)) return { part, verdict: "right" };
  const known = hints.find((hint) => hint.part === part && close(given, hint.value(), TOLERANCE))?.says;
  const hint = known ?? (close(given, right, ROUNDED) ? GIVE_MORE_DECIMALS : undefined);
  return { part, verdict: "wrong", ...(hint && { hint }) };
}

const close = (a: number, b: number, distance: number): boolean => Math.abs(a - b) <= distance;

/** The parts of an answer by name: one number is the part "". */
const partsOf = <Value>(answer: Value | Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  typeof answer === "object" && answer !== null ? (answer as Readonly<Record<string, Value>>) : { "": answer };
