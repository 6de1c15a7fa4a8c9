import type { Respondent } from "../../survey/respondent";
import { immigrationConsidered } from "./immigrationConsidered";
import { wantsToStay, type StayReading } from "./stay";

export interface InMigrationReadings {
  readonly stay: StayReading;
  readonly inMigration: "either" | "both";
  readonly consideredBefore: "zero" | "zeroWhateverStay" | "dropped";
}

const DEFAULTS: InMigrationReadings = { stay: "asLongCounts", inMigration: "either", consideredBefore: "zero" };

/**
 * Wanting to stay, in the in-migration view: the outcome of Model 2.
 *
 * Reads     immigrationConsidered, stayIntention
 * Gives     1 considered immigrating after coming, or wants to stay; 0 neither; undefined unless both are answered
 * Open      the paper, §3(2), joins the two questions by a word that may mean "and"; it sets out to exclude those who
 *           considered immigrating before they came, yet Model 2 keeps all 187
 * Readings  inMigration: "either" (default: M2's 102 events of 187 need it) | "both"
 *           consideredBefore: "zero" (default: keeps N; such a person counts only by wanting to stay) |
 *           "zeroWhateverStay" (0 even where the stay is wanted: the outcome of those who decided after coming) |
 *           "dropped" (undefined, whatever the stay)
 *           stay: "asLongCounts" (default) | "permanentOnly"
 */
export function codeStayInMigration(who: Respondent, readings: InMigrationReadings = DEFAULTS): 0 | 1 | undefined {
  const considered = immigrationConsidered(who);
  const stays = wantsToStay(who, readings.stay);
  if (considered === undefined || stays === undefined) return undefined;
  if (considered === "beforeComing" && readings.consideredBefore === "dropped") return undefined;
  if (considered === "beforeComing" && readings.consideredBefore === "zeroWhateverStay") return 0;
  const after = considered === "afterComing";
  return (readings.inMigration === "either" ? after || stays : after && stays) ? 1 : 0;
}
