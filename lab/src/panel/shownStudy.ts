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
  return data.length === 0 || data.some(ofPaper) ? PAPER : undefined;
}

/**
 * Whether the notebook is known to work on a study that has readings to choose among: only the paper has, others code by one rule
 * each. Known by its kernel's answer; before there is one, by the survey that the outputs on the page were made from. A notebook
 * without outputs may be anybody's.
 */
export function hasReadings({ answer, stale }: Pick<NotebookSession, "answer" | "stale">): boolean {
  return answer && !isTrouble(answer) ? answer.study.id === PAPER.id : stale.dataShown().some(ofPaper);
}

const ofPaper = (data: string): boolean => data.startsWith(`${print}-`);
