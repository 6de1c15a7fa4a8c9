import type { Codebook, Column } from "./codebook";
import { alike } from "./similar";

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
 * @param given  all answers of the column, since 1–5 is an order only where no other number stands there
 */
export function proposeAnswer(text: string, label: string | undefined, column: Column, { missingCodes }: Codebook, given: readonly string[]): string | undefined {
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
  return label === undefined ? byOrder(text, answers, given) : undefined;
}

/** A bare number of 1…K, where K answers are in the codebook and no other number stands in the column but likely missing codes. */
function byOrder(text: string, answers: readonly { readonly code: string }[], given: readonly string[]): string | undefined {
  const numbers = given.filter((value) => !NO_ANSWER.some(([pattern]) => pattern.test(value)));
  if (!/^\d+$/.test(text) || !numbers.every((value) => /^\d+$/.test(value))) return undefined;
  const least = Math.min(...numbers.map(Number));
  const start = least === 0 && Math.max(...numbers.map(Number)) < answers.length ? 0 : 1;
  return Math.max(...numbers.map(Number)) - start < answers.length ? answers[Number(text) - start]?.code : undefined;
}
