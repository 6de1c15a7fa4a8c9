import codebook from "../../../data/codebook.json";
import type { Codebook } from "../../../src/survey/codebook";
import { codebookPrint } from "../../../src/survey/codebookPrint";
import { isTrouble } from "../kernel/answer";
import type { NotebookSession } from "./notebookSession";
import { PAPER, type ShownStudy } from "./verdictRows";

const print = codebookPrint(codebook as unknown as Codebook);

/**
 * The study that the panel shows for a notebook: the one its kernel works on; before it answers, the paper, unless the outputs on
 * the page were made from another survey alone.
 */
export function shownStudy(session: Pick<NotebookSession, "answer" | "stale"> | undefined): ShownStudy | undefined {
  const answer = session?.answer;
  if (answer && !isTrouble(answer)) return answer.study;
  const data = session?.stale.dataShown() ?? [];
  return data.length === 0 || data.some((one) => one.startsWith(`${print}-`)) ? PAPER : undefined;
}

/** Whether the study shown has readings to choose among: only the paper has, others code by one rule each. */
export const hasReadings = (session: Parameters<typeof shownStudy>[0]): boolean => shownStudy(session)?.id === PAPER.id;
