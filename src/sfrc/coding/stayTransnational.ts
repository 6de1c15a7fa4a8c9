import type { Respondent } from "../../survey/respondent";
import { immigrationConsidered } from "./immigrationConsidered";
import { wantsToStay, type StayReading } from "./stay";

/**
 * Wanting to stay, in the transnational view: the outcome of Model 1, and by default of Models 3 and 4.
 *
 * Reads     immigrationConsidered, stayIntention
 * Gives     1 considered immigrating, before or after coming, or wants to stay; 0 neither; undefined unless both are answered
 * Open      whether "as long as possible" is staying
 * Readings  stay: "asLongCounts" (default) | "permanentOnly"
 * Paper     §3(2), which joins the two questions by "or"
 */
export function codeStayTransnational(who: Respondent, stay: StayReading = "asLongCounts"): 0 | 1 | undefined {
  const considered = immigrationConsidered(who);
  const stays = wantsToStay(who, stay);
  if (considered === undefined || stays === undefined) return undefined;
  return considered !== "no" || stays ? 1 : 0;
}
