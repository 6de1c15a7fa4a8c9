import type { Respondent } from "../../survey/respondent";
import { yesOrNo } from "./yesOrNo";

export type CumulativeCausationReading = "dummy" | "asPrinted";

/**
 * Cumulative-causation network: has anyone in the respondent's family been to China before?
 *
 * Reads     familyChinaExperience: "yes" | "no"
 * Gives     1 has, 0 has not; undefined stays undefined, and the sample step counts it
 * Open      the paper, §3(2), gives 1 = yes, 2 = no, yet reads the coefficient as the effect of having
 * Readings  "dummy" (default: agrees with how Table 2 is read, and with its constants) | "asPrinted" (1 and 2)
 * @throws {BadInput} any other answer, with its row and the answers allowed
 */
export function codeCumulativeCausation(who: Respondent, reading: CumulativeCausationReading = "dummy"): 0 | 1 | 2 | undefined {
  const has = yesOrNo(who, "familyChinaExperience");
  if (has === undefined) return undefined;
  if (has) return 1;
  return reading === "dummy" ? 0 : 2;
}
