import type { Respondent } from "../../survey/respondent";
import { yesOrNo } from "./yesOrNo";

export type CumulativeCausationReading = "dummy" | "asPrinted" | "firstReference";

/**
 * Cumulative-causation network: has anyone in the respondent's family been to China before?
 *
 * Reads     familyChinaExperience: "yes" | "no"
 * Gives     1 has, 0 has not; undefined stays undefined, and the sample step counts it
 * Open      the paper, §3(2), gives 1 = yes, 2 = no, yet reads the coefficient as the effect of having. Entered as a
 *           factor, that coding gives the effect of having where the last category is the reference, of *not* having
 *           where the first is. All have one likelihood, so print cannot tell them by their fit
 * Readings  "dummy" (default: agrees with how the text reads Table 2) | "asPrinted" (the numbers 1 and 2) |
 *           "firstReference" (a factor with its first category, having, as reference: 0 has, 1 has not)
 * @throws {BadInput} any other answer, with its row and the answers allowed
 */
export function codeCumulativeCausation(who: Respondent, reading: CumulativeCausationReading = "dummy"): 0 | 1 | 2 | undefined {
  const has = yesOrNo(who, "familyChinaExperience");
  if (has === undefined) return undefined;
  return NETWORK_CODES[reading][has ? "has" : "hasNot"];
}

/** What each reading makes of having and of not having. */
export const NETWORK_CODES = {
  dummy: { has: 1, hasNot: 0 },
  asPrinted: { has: 1, hasNot: 2 },
  firstReference: { has: 0, hasNot: 1 },
} as const satisfies Record<CumulativeCausationReading, { has: number; hasNot: number }>;
