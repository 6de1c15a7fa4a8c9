import type { Codebook, Column } from "../../survey/codebook";
import { columnOf } from "../../survey/codebook";
import type { Questionnaire } from "../answers/answer";
import type { Random } from "../random";

/** The ways to leave a column unanswered: an empty cell, and each of its missing codes. */
export const waysToMiss = ({ missing }: Column): string[] => ["", ...missing];

/** Every way to leave one question out, over all questions of the codebook. */
export const missingAnswers = ({ columns }: Codebook): Questionnaire[] =>
  columns.filter(({ type }) => type !== "id" && type !== "label")
    .flatMap((column) => waysToMiss(column).map((code) => ({ [column.name]: code })));

/** Every way in which one key variable can lack an answer; where one of two columns suffices, both lack it. */
export const missingKeys = ({ columns }: Codebook): Questionnaire[] =>
  columns.filter(({ key }) => key).flatMap((column) => waysToMiss(column).map((code) =>
    Object.fromEntries((column.oneSuffices ?? [column.name]).map((name) => [name, code]))));

const DESCRIPTIVE = ["nationality", "language", "occupation"] as const;

/** Six in a hundred leave out a question that selects nobody. */
export function leaveOut(filled: Questionnaire, codebook: Codebook, random: Random): Questionnaire {
  if (!random.happens(6)) return filled;
  const name = DESCRIPTIVE[random.below(DESCRIPTIVE.length)];
  const ways = waysToMiss(columnOf(codebook, name));
  return { ...filled, [name]: ways[random.below(ways.length)] };
}
