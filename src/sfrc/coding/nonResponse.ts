import type { Respondent } from "../../survey/respondent";

/** What an answer is read as where none was given and the paper says that all other answers are 0. */
const READ_AS_ZERO: Readonly<Record<string, string>> = {
  immigrationConsidered: "no",
  stayIntention: "leaveSoon",
  reception: "other",
  compareOpportunity: "same",
  compareFamilyTies: "same",
  compareMorals: "same",
};

export type NonResponseReading = "dropped" | "zero";

/** Whether a missing answer keeps somebody out of the sample under a reading. */
export const mayBeMissing = (column: string, reading: NonResponseReading): boolean => reading === "zero" && Object.hasOwn(READ_AS_ZERO, column);

/**
 * A respondent as the 0/1 variables see one.
 *
 * Open      the paper, §3(2), lists the answers that are 1 and says that others are 0; is no answer among them?
 * Readings  "dropped" (default: no such person is in the sample) | "zero" (their silence is the answer that counts 0)
 */
export function withSilenceRead(who: Respondent, reading: NonResponseReading): Respondent {
  if (reading === "dropped") return who;
  const read = Object.entries(READ_AS_ZERO).filter(([column]) => who[column] === undefined);
  return { ...who, ...Object.fromEntries(read) };
}
