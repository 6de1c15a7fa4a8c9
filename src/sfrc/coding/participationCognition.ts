import type { Respondent } from "../../survey/respondent";
import { chinaOrHome, type TieReading, type TwoCounts } from "./chinaOrHome";
import { unexpectedAnswer } from "./unexpectedAnswer";

const QUESTIONS = ["compareOpportunity", "compareFamilyTies", "compareMorals"];
const ANSWERS = ["china", "home", "same", "elsewhere"];

/**
 * Participation cognition: is China or home found best more often?
 *
 * Reads     compareOpportunity, compareFamilyTies, compareMorals: "china" | "home" | "same" | "elsewhere"
 * Gives     1 China, 0 home: how often each is best (0–3), their softmax, the larger probability; undefined unless all
 *           are answered
 * Open      the paper, §3(2), does not say what a tie is
 * Readings  "home" (default, as in participation behaviour) | "china" | "missing" (undefined; models leave it out)
 * @throws {BadInput} any other answer, with its row and the answers allowed
 */
export function codeParticipationCognition(who: Respondent, tie: TieReading = "home"): 0 | 1 | undefined {
  const counts = cognitionCounts(who);
  return counts && chinaOrHome(counts.china, counts.home, tie);
}

/** In how many of the three comparisons China is best, and in how many home; undefined unless all are answered. */
export function cognitionCounts(who: Respondent): TwoCounts | undefined {
  const best = QUESTIONS.map((column) => checked(who, column));
  if (best.includes(undefined)) return undefined;
  const count = (place: string): number => best.filter((answer) => answer === place).length;
  return { china: count("china"), home: count("home") };
}

function checked(who: Respondent, column: string): string | undefined {
  const answer = who[column];
  if (answer !== undefined && !ANSWERS.includes(answer)) throw unexpectedAnswer(who, column, ANSWERS.join(", "));
  return answer;
}
