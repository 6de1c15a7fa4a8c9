import type { Respondent } from "../../survey/respondent";
import { unexpectedAnswer } from "./unexpectedAnswer";

/** The answer to a question of yes or no; undefined where there is none. */
export function yesOrNo(who: Respondent, column: string): boolean | undefined {
  switch (who[column]) {
    case undefined: return undefined;
    case "yes": return true;
    case "no": return false;
    default: throw unexpectedAnswer(who, column, "yes or no");
  }
}
