import type { Codebook, Column } from "./codebook";
import { alike } from "./similar";
import { largest, smallest } from "../extremes";

/** Less alike than this, an answer is no proposal. */
const NEAR = 0.5;

/** Words by which files say that there is no answer, beside the codebook's own. */
const NO_ANSWER: readonly (readonly [RegExp, string])[] = [
  [/^(拒答|拒绝|refus)/i, "refused"],
  [/(不知道|不清楚|不了解|说不清|don'?t know|unsure|^dk$)/i, "dontKnow"],
  [/(不适用|not? appl|^n\/?a$)/i, "notApplicable"],
  [/^(97|997|-7|-1)$/, "refused"],
  [/^(98|998|-8)$/, "dontKnow"],
  [/^(99|999|-9|-99|nan|null|none|缺失|未填|无回答|missing|no answer)$/i, "notApplicable"],
];

/**
 * Our code that an answer most likely means: by near spelling of a label or code, by the order of bare numbers, or as a missing
 * answer; undefined where nothing is near. A proposal only: its reader decides.
 *
 * @param first  of its column, as `firstOfOrder`
 */
export function proposeAnswer(text: string, label: string | undefined, column: Column, { missingCodes }: Codebook, first: 0 | 1 | undefined): string | undefined {
  const words = label ?? text;
  const own = column.answers?.length ?? 0;
  const missing = /^\d+$/.test(words) && Number(words) <= own ? undefined : NO_ANSWER.find(([pattern]) => pattern.test(words.trim()))?.[1];
  if (missing !== undefined && column.missing.length > 0) return column.missing.includes(missing) ? missing : column.missing[0];
  if (column.type === "whole number") {
    const digits = /\d+/.exec(text)?.[0];
    return digits !== undefined && Number(digits) >= column.least! && Number(digits) <= column.most! ? digits : undefined;
  }
  const answers = column.answers ?? [];
  const options = [...answers, ...missingCodes.filter(({ code }) => column.missing.includes(code))];
  const [best] = options.map(({ code, zh, en }) => ({ code, score: Math.max(alike(words, code), alike(words, zh), alike(words, en)) })).sort((a, b) => b.score - a.score);
  if (best && best.score >= NEAR) return best.code;
  return label === undefined && first !== undefined && /^\d+$/.test(text) ? answers[Number(text) - first]?.code : undefined;
}

/**
 * Where a column's bare numbers stand for its K answers in order: which of 0 and 1 is the first. undefined where another number
 * stands in the column, likely missing codes apart.
 *
 * @param given  all answers of the column
 */
export function firstOfOrder(given: Iterable<string>, answers: readonly unknown[]): 0 | 1 | undefined {
  const numbers = [...given].filter((value) => !NO_ANSWER.some(([pattern]) => pattern.test(value)));
  if (!numbers.every((value) => /^\d+$/.test(value))) return undefined;
  const [least, most] = [smallest(numbers.map(Number)), largest(numbers.map(Number))];
  const first = least === 0 ? 0 : 1;
  return least >= first && most - first < answers.length ? first : undefined;
}
