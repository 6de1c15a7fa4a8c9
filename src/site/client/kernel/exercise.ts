import { answerTo, exercises, hintOf, underOtherReadings } from "../../../exercises/check";
import type { Exercise } from "../../../exercises/exercise";
import { inWords } from "../../../faults/inWords";
import type { Question } from "./messages";

/** What `hint` and `check` of the package print, in the page's language alone. */
export function exerciseSaid(question: Extract<Question, { kind: "exercise" }>): string {
  const { language } = question;
  const exercise = (exercises as Readonly<Record<string, Exercise>>)[question.exercise];
  try {
    const said = "step" in question ? [hintOf(exercise, question.step)] : [answerTo(exercise, question.given), ...underOtherReadings()];
    return said.map((one) => one[language]).join("\n");
  } catch (error) {
    return `✗ ${inWords(language)(error)}`;
  }
}
