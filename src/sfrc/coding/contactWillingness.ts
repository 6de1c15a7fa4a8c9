import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import type { Respondent } from "../../survey/respondent";
import { firstComponent } from "./firstComponent";
import { unexpectedAnswer } from "./unexpectedAnswer";

/** From most to least willing, the order in which the questionnaire offers them. */
const ANSWERS = ["veryWilling", "willing", "neutral", "unwilling", "neverWilling"];

export type ContactDirection = "reversed" | "asAsked";
export type MarriageReading = "whicheverAnswered" | "larger" | "children" | "mean";
export type ContactRange = "possibleRange" | "observedRange" | "firstComponent";

/** The smallest and the largest sum of three items. */
export interface SumRange {
  readonly least: number;
  readonly most: number;
}

/**
 * Sum of the three items of interethnic contact: chatting, befriending, marrying.
 *
 * Reads     chatWithChinese, befriendChinese, and marryChinese or childMarryChinese: "veryWilling" … "neverWilling"
 * Gives     3–15; undefined unless all three are answered
 * Open      as asked 1 is very willing, yet the paper reads a high value as willing; marriage is one question about
 *           oneself or one's children
 * Readings  contactDirection: "reversed" (default: 5 is very willing) | "asAsked" (1 is very willing)
 *           marriage: "whicheverAnswered" (default: one's own where answered) | "larger" (the more willing answer) |
 *           "children" (the children's where answered) | "mean" (of the two)
 * Paper     §3(2)
 * @throws {BadInput} any other answer, with its row and the answers allowed
 */
export function contactSum(who: Respondent, direction: ContactDirection = "reversed", marriage: MarriageReading = "whicheverAnswered"): number | undefined {
  return contactItems(who, direction, marriage)?.reduce((sum, item) => sum + item, 0);
}

/** The three items themselves, 1–5; undefined unless all are answered. */
export function contactItems(who: Respondent, direction: ContactDirection, marriage: MarriageReading): number[] | undefined {
  const items = [willingness(who, "chatWithChinese"), willingness(who, "befriendChinese"), marriageWillingness(who, marriage)];
  if (items.includes(undefined)) return undefined;
  return (items as number[]).map((item) => (direction === "reversed" ? item : 6 - item));
}

/**
 * Interethnic contact willingness: the sum rescaled to 1–5.
 *
 * Open      how the three are combined, and whether to rescale from a possible range or from the one observed
 * Readings  "possibleRange" (default; the result is the mean of the three items) | "observedRange" |
 *           "firstComponent" (the score on the first principal component, as is usual where a scale is made by factor
 *           analysis, from its observed range)
 * Paper     §3(2)
 */
export const rescaleContact = (sum: number, { least, most }: SumRange): number => 1 + (4 * (sum - least)) / (most - least);

/**
 * Interethnic contact willingness of everybody in a sample; one by one would not do, since a reading asks for the range.
 *
 * @throws {BadInput} where an observed range is asked for and all have the same score
 */
export function codeContactWillingness(
  sample: readonly Respondent[],
  range: ContactRange = "possibleRange",
  direction: ContactDirection = "reversed",
  marriage: MarriageReading = "whicheverAnswered",
): (number | undefined)[] {
  return scaleContact(sample.map((who) => contactItems(who, direction, marriage)), range);
}

/**
 * The same of the items themselves.
 *
 * @param counts  how many people each row stands for; one each where absent
 */
export function scaleContact(items: readonly (readonly number[] | undefined)[], range: ContactRange, counts?: readonly number[]): (number | undefined)[] {
  const sums = items.map((three) => three?.reduce((sum, item) => sum + item, 0));
  if (range === "possibleRange") return sums.map((sum) => (sum === undefined ? undefined : sum / 3));
  const scores = range === "observedRange" ? sums : componentScores(items, counts);
  const people = scores.reduce((n: number, score, i) => (score === undefined ? n : n + (counts ? counts[i] : 1)), 0);
  const observed = observedRange(scores.filter((score) => score !== undefined), range, people);
  return scores.map((score) => (score === undefined ? undefined : rescaleContact(score, observed)));
}

function componentScores(items: readonly (readonly number[] | undefined)[], counts?: readonly number[]): (number | undefined)[] {
  const scores = firstComponent(items.filter((three) => three !== undefined), counts?.filter((_, i) => items[i] !== undefined)).values();
  return items.map((three) => (three === undefined ? undefined : (scores.next().value as number)));
}

function observedRange(scores: readonly number[], reading: ContactRange, people: number): SumRange {
  const range = scores.reduce(({ least, most }, score) => ({ least: Math.min(least, score), most: Math.max(most, score) }), { least: Infinity, most: -Infinity });
  if (scores.length > 0 && range.least === range.most) {
    throw new BadInput({ file: `reading contactWillingness=${reading}` }, said`all ${people} respondents have the same ${reading === "observedRange" ? "sum" : "score"} of contact items, ${range.least}`, "a range to rescale from", "Use contactWillingness=possibleRange. Nothing was written.");
  }
  return range;
}

function marriageWillingness(who: Respondent, reading: MarriageReading): number | undefined {
  const own = willingness(who, "marryChinese");
  const child = willingness(who, "childMarryChinese");
  if (own === undefined || child === undefined) return own ?? child;
  return { whicheverAnswered: own, larger: Math.max(own, child), children: child, mean: (own + child) / 2 }[reading];
}

/** 5 very willing … 1 never willing. */
function willingness(who: Respondent, column: string): number | undefined {
  const answer = who[column];
  if (answer === undefined) return undefined;
  const rank = ANSWERS.indexOf(answer);
  if (rank < 0) throw unexpectedAnswer(who, column, ANSWERS.join(", "));
  return ANSWERS.length - rank;
}
