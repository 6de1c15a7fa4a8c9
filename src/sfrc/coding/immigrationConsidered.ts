import type { Respondent } from "../../survey/respondent";
import { unexpectedAnswer } from "./unexpectedAnswer";

/** When a respondent considered immigrating to China: the question that both binary outcomes read beside the stay. */
export function immigrationConsidered(who: Respondent): "beforeComing" | "afterComing" | "no" | undefined {
  switch (who.immigrationConsidered) {
    case undefined:
    case "beforeComing":
    case "afterComing":
    case "no": return who.immigrationConsidered;
    default: throw unexpectedAnswer(who, "immigrationConsidered", "beforeComing, afterComing or no");
  }
}
