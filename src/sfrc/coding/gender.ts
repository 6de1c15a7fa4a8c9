import type { Respondent } from "../../survey/respondent";
import { unexpectedAnswer } from "./unexpectedAnswer";

export type GenderReading = "female" | "male";

/**
 * Gender as a 0/1 variable.
 *
 * Reads     gender: "female" | "male"
 * Gives     1 for the sex the reading names, 0 for the other; undefined stays undefined
 * Open      the paper, §3(2), does not say which sex is 1, and Table 1 leaves gender out
 * Readings  "female" (default, for no better reason than that one must be) | "male"
 * @throws {BadInput} any other answer, with its row and the answers allowed
 */
export function codeGender(who: Respondent, reading: GenderReading = "female"): 0 | 1 | undefined {
  switch (who.gender) {
    case undefined: return undefined;
    case "female":
    case "male": return who.gender === reading ? 1 : 0;
    default: throw unexpectedAnswer(who, "gender", "female or male");
  }
}
