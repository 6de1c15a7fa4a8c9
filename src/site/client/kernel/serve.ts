import { inWords } from "../../../faults/inWords";
import type { Answer, Question } from "./messages";

/** Answers one question after the other. To one that fails, or whose answer cannot be sent, it says why: the next are answered all the same. */
export function serve(answer: (question: Question) => Promise<Answer>, send: (answer: Answer) => void): (question: Question) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (question) => {
    last = last.then(() => answer(question)).then(send).catch((error: unknown) => send({ id: question.id, trouble: inWords(question.language)(error) }));
    return last;
  };
}
