import type { Respondent } from "../../survey/respondent";
import { chinaOrHome, type TieReading, type TwoCounts } from "./chinaOrHome";
import { yesOrNo } from "./yesOrNo";

/**
 * Participation behaviour: does a respondent take part more in China or at home?
 *
 * Reads     joinedChinaAssociation, joinedChinaVolunteering; votedAtHome, joinedHomeAssociation: "yes" | "no"
 * Gives     1 China, 0 home: two counts of 0–2, their softmax, the larger probability; undefined unless all are answered
 * Open      the paper, §3(2), does not say what a tie is; those who take part nowhere are ties too
 * Readings  "home" (default: with ties as China, the 698 of Table 1 would all take part more at home) | "china" |
 *           "missing" (undefined; models leave it out)
 * @throws {BadInput} any other answer, with its row and the answers allowed
 */
export function codeParticipationBehaviour(who: Respondent, tie: TieReading = "home"): 0 | 1 | undefined {
  const counts = behaviourCounts(who);
  return counts && chinaOrHome(counts.china, counts.home, tie);
}

/** How many of the two kinds of taking part, in China and at home; undefined unless all four are answered. */
export function behaviourCounts(who: Respondent): TwoCounts | undefined {
  const china = countYes(who, ["joinedChinaAssociation", "joinedChinaVolunteering"]);
  const home = countYes(who, ["votedAtHome", "joinedHomeAssociation"]);
  return china === undefined || home === undefined ? undefined : { china, home };
}

function countYes(who: Respondent, columns: readonly string[]): number | undefined {
  const answers = columns.map((column) => yesOrNo(who, column));
  return answers.includes(undefined) ? undefined : answers.filter(Boolean).length;
}
