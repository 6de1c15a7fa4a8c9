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

/** Three decimals, as papers print, are exact enough. */
const TOLERANCE = 0.00051;

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
  if (close(given, right)) return { part, verdict: "right" };
  const hint = hints.find((known) => known.part === part && close(given, known.value()))?.says;
  return { part, verdict: "wrong", ...(hint && { hint }) };
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE;

/** The parts of an answer by name: one number is the part "". */
const partsOf = <Value>(answer: Value | Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  typeof answer === "object" && answer !== null ? (answer as Readonly<Record<string, Value>>) : { "": answer };
