import type { Respondent } from "../../survey/respondent";
import { unexpectedAnswer } from "./unexpectedAnswer";

export type SupportReading = "otherIsReference" | "otherLeftOut";

/** Three 0/1 columns, at most one of them 1. */
export interface Support {
  readonly supportSelf: 0 | 1 | undefined;
  readonly supportKin: 0 | 1 | undefined;
  readonly supportUnit: 0 | 1 | undefined;
}

/**
 * Support network: who arranged the reception on arrival.
 *
 * Reads     reception: "selfArranged" | "kinFriends" | "client" | "homeAgency" | "chinaAgency" | "other"
 * Gives     supportSelf (nobody), supportKin (relatives or friends), supportUnit (a client or an agency); each 1 or 0
 * Open      the paper, §3(2), codes "other" 0, which makes it the category that the three are compared with;
 *           the table does not say so
 * Readings  "otherIsReference" (default: all three 0) | "otherLeftOut" (all three undefined, so that models leave
 *           such people out; their 138 would otherwise be the comparison)
 * @throws {BadInput} any other answer, with its row and the answers allowed
 */
export function codeSupport(who: Respondent, reading: SupportReading = "otherIsReference"): Support {
  switch (who.reception) {
    case undefined: return UNDEFINED;
    case "selfArranged": return { ...NONE, supportSelf: 1 };
    case "kinFriends": return { ...NONE, supportKin: 1 };
    case "client":
    case "homeAgency":
    case "chinaAgency": return { ...NONE, supportUnit: 1 };
    case "other": return reading === "otherIsReference" ? NONE : UNDEFINED;
    default: throw unexpectedAnswer(who, "reception", "selfArranged, kinFriends, client, homeAgency, chinaAgency or other");
  }
}

const NONE: Support = { supportSelf: 0, supportKin: 0, supportUnit: 0 };
const UNDEFINED: Support = { supportSelf: undefined, supportKin: undefined, supportUnit: undefined };
