import type { Bilingual } from "../bilingual";
import type { StudyResult } from "../study/runStudy";

/** The 0/1 columns that say whether somebody wishes to stay. */
const STAYING: readonly string[] = ["stayTransnational", "stayInMigration"];

/** What is said of an outcome: of the paper's own, that somebody wishes to stay; of any other, the value of its column. */
export interface OutcomeWords {
  readonly yes: Bilingual;
  readonly no: Bilingual;
  /** Short, beside `yes`. */
  readonly not: Bilingual;
  /** Of one person. */
  readonly holds: Bilingual;
  readonly probability: Bilingual;
  /** Before the name of a variable. */
  readonly by: Bilingual;
  readonly against: Bilingual;
}

const STAYS: OutcomeWords = {
  yes: { en: "wish to stay", zh: "愿意居留" },
  no: { en: "do not wish to stay", zh: "不愿居留" },
  not: { en: "do not", zh: "不愿" },
  holds: { en: "wishes to stay", zh: "愿意居留" },
  probability: { en: "predicted probability of wishing to stay", zh: "愿意居留的预测概率" },
  by: { en: "Wishing to stay by", zh: "居留意愿与" },
  against: { en: "against wishing to stay", zh: "与居留意愿" },
};

/** The words of some outcomes: those of staying where each says so. */
export function outcomeWords(...outcomes: readonly string[]): OutcomeWords {
  if (outcomes.every((outcome) => STAYING.includes(outcome))) return STAYS;
  const names = [...new Set(outcomes)];
  const [en, zh] = [names.join(", "), names.join("、")];
  const [yes, no] = [1, 0].map((value): Bilingual => ({ en: `${en} = ${value}`, zh: `${zh} = ${value}` }));
  return {
    yes, no, not: no, holds: yes,
    probability: { en: `predicted probability of ${en} = 1`, zh: `${zh} = 1 的预测概率` },
    by: { en: `${en} = 1 by`, zh: `${zh} = 1 与` },
    against: { en: `against ${en}`, zh: `与 ${zh}` },
  };
}

/** The outcome of one of a run's models. */
export const outcomeOf = ({ study }: Pick<StudyResult, "study">, model: string): string => study.models.find(({ id }) => id === model)!.outcome;

/** What stands under a comparison of two models that explain two outcomes, as they do under some readings; nothing otherwise. */
export function twoOutcomesNote(result: StudyResult, a: string, b: string): Bilingual[] {
  const [one, other] = [outcomeOf(result, a), outcomeOf(result, b)];
  return one === other ? [] : [{ en: `${a} explains ${one}, ${b} ${other}: a difference may be one of the outcomes.`, zh: `${a} 解释 ${one}，${b} 解释 ${other}：差异也可能出自因变量不同。` }];
}
