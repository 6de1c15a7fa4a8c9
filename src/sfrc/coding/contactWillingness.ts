import { BadInput } from "../../badInput";
import type { Respondent } from "../../survey/respondent";
import { unexpectedAnswer } from "./unexpectedAnswer";

/** From most to least willing, the order in which the questionnaire offers them. */
const ANSWERS = ["veryWilling", "willing", "neutral", "unwilling", "neverWilling"];

export type ContactDirection = "reversed" | "asAsked";
export type MarriageReading = "whicheverAnswered" | "larger";
export type ContactRange = "possibleRange" | "observedRange";

/** The smallest and the largest sum of three items. */
export interface SumRange {
  readonly least: number;
  readonly most: number;
}

const POSSIBLE: SumRange = { least: 3, most: 15 };

/**
 * Sum of the three items of interethnic contact: chatting, befriending, marrying.
 *
 * Reads     chatWithChinese, befriendChinese, and marryChinese or childMarryChinese: "veryWilling" … "neverWilling"
 * Gives     3–15; undefined unless all three are answered
 * Open      as asked 1 is very willing, yet the paper reads a high value as willing; marriage is one question about
 *           oneself or one's children
 * Readings  contactDirection: "reversed" (default: 5 is very willing) | "asAsked" (1 is very willing)
 *           marriage: "whicheverAnswered" (default: one's own where answered) | "larger" (the more willing answer)
 * Paper     §3(2)
 * @throws {BadInput} any other answer, with its row and the answers allowed
 */
export function contactSum(who: Respondent, direction: ContactDirection = "reversed", marriage: MarriageReading = "whicheverAnswered"): number | undefined {
  const items = [willingness(who, "chatWithChinese"), willingness(who, "befriendChinese"), marriageWillingness(who, marriage)];
  let sum = 0;
  for (const item of items) {
    if (item === undefined) return undefined;
    sum += direction === "reversed" ? item : 6 - item;
  }
  return sum;
}

/**
 * Interethnic contact willingness: the sum rescaled to 1–5.
 *
 * Open      whether to rescale from the possible range of the sum or from the one observed in the sample
 * Readings  "possibleRange" (default; the result is the mean of the three items) | "observedRange"
 * Paper     §3(2)
 */
export const rescaleContact = (sum: number, { least, most }: SumRange): number => 1 + (4 * (sum - least)) / (most - least);

/**
 * Interethnic contact willingness of everybody in a sample; one by one would not do, since a reading asks for the range.
 *
 * @throws {BadInput} where the observed range is asked for and all sums are the same
 */
export function codeContactWillingness(
  sample: readonly Respondent[],
  range: ContactRange = "possibleRange",
  direction: ContactDirection = "reversed",
  marriage: MarriageReading = "whicheverAnswered",
): (number | undefined)[] {
  const sums = sample.map((who) => contactSum(who, direction, marriage));
  if (range === "possibleRange") return sums.map((sum) => (sum === undefined ? undefined : sum / 3));
  const observed = observedRange(sums.filter((sum) => sum !== undefined));
  return sums.map((sum) => (sum === undefined ? undefined : rescaleContact(sum, observed)));
}

function observedRange(sums: readonly number[]): SumRange {
  const range = sums.reduce(({ least, most }, sum) => ({ least: Math.min(least, sum), most: Math.max(most, sum) }), { least: POSSIBLE.most, most: POSSIBLE.least });
  if (sums.length > 0 && range.least === range.most) {
    throw new BadInput({ file: "reading contactWillingness=observedRange" }, `all ${sums.length} respondents have the same sum of contact items, ${range.least}`, "a range to rescale from", "Use contactWillingness=possibleRange. Nothing was written.");
  }
  return range;
}

function marriageWillingness(who: Respondent, reading: MarriageReading): number | undefined {
  const own = willingness(who, "marryChinese");
  const child = willingness(who, "childMarryChinese");
  if (reading === "larger" && own !== undefined && child !== undefined) return Math.max(own, child);
  return own ?? child;
}

/** 5 very willing … 1 never willing. */
function willingness(who: Respondent, column: string): number | undefined {
  const answer = who[column];
  if (answer === undefined) return undefined;
  const rank = ANSWERS.indexOf(answer);
  if (rank < 0) throw unexpectedAnswer(who, column, ANSWERS.join(", "));
  return ANSWERS.length - rank;
}
