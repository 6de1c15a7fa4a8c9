import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import type { Respondent } from "../../survey/respondent";

/** An answer that a coding rule does not know. Reading a file refuses it first, so this guards people made by other ways. */
export const unexpectedAnswer = (who: Respondent, column: string, expected: string): BadInput =>
  new BadInput({ ...who.place, column }, said`${JSON.stringify(who[column])} is not in the codebook`, expected, "Correct it or map it. Nothing was written.");
