import type { Respondent } from "../../survey/respondent";
import { unexpectedAnswer } from "./unexpectedAnswer";

/**
 * Stay intention in three steps, the outcome of the ordered models.
 *
 * Reads     stayIntention: "leaveSoon" | "asLongAsPossible" | "permanently"
 * Gives     1 leave soon, 2 stay as long as possible, 3 reside permanently; undefined stays undefined
 * Paper     §3(3) and §4(2)
 * @throws {BadInput} any other answer, with its row and the answers allowed
 */
export function codeStay(who: Respondent): 1 | 2 | 3 | undefined {
  switch (who.stayIntention) {
    case undefined: return undefined;
    case "leaveSoon": return 1;
    case "asLongAsPossible": return 2;
    case "permanently": return 3;
    default: throw unexpectedAnswer(who, "stayIntention", "leaveSoon, asLongAsPossible or permanently");
  }
}

/** Does "as long as possible" count as staying? */
export type StayReading = "asLongCounts" | "permanentOnly";

/**
 * Whether the same answer counts as wanting to stay in the binary outcomes.
 *
 * Open      whether "as long as possible" is staying; the paper, §3(2), counts it
 * Readings  "asLongCounts" (default) | "permanentOnly"
 */
export function wantsToStay(who: Respondent, reading: StayReading = "asLongCounts"): boolean | undefined {
  const stay = codeStay(who);
  return stay === undefined ? undefined : stay >= (reading === "asLongCounts" ? 2 : 3);
}
