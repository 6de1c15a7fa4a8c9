import type { Respondent } from "../../survey/respondent";
import { unexpectedAnswer } from "./unexpectedAnswer";

export type EducationReading = "dummy" | "level" | "graduate";

const LEVELS = ["primary", "juniorSecondary", "seniorSecondary", "college", "master", "doctorate"];
const COLLEGE = LEVELS.indexOf("college");
const MASTER = LEVELS.indexOf("master");

/**
 * Education.
 *
 * Reads     education: "primary" | "juniorSecondary" | "seniorSecondary" | "college" | "master" | "doctorate"
 * Gives     1 college or above, 0 below; or a score of 1 to 6; or 1 master or doctor, 0 below; undefined stays undefined
 * Open      Table 1 prints two groups; Table 3's standard errors are too small for them in an ordered logit
 * Readings  "dummy" (default: Table 1) | "level" (1–6) | "graduate" (another cut, which would need fewer people in one group)
 * Paper     §3(2), control variables, and Table 1
 * @throws {BadInput} any other answer, with its row and the answers allowed
 */
export function codeEducation(who: Respondent, reading: EducationReading = "dummy"): number | undefined {
  if (who.education === undefined) return undefined;
  const level = LEVELS.indexOf(who.education);
  if (level < 0) throw unexpectedAnswer(who, "education", LEVELS.join(", "));
  if (reading === "level") return level + 1;
  return level >= (reading === "graduate" ? MASTER : COLLEGE) ? 1 : 0;
}
