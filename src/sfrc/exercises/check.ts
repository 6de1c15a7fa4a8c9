import type { Bilingual } from "../../bilingual";
import { RefusedModel } from "../../models/refusedModel";
import { departures } from "../readings";
import { sessionReadings } from "../sessionReadings";
import { judgeAnswer, type Answer, type Exercise, type JudgedPart } from "./exercise";
import { h1 } from "./h1";
import { h2 } from "./h2";
import { h3 } from "./h3";
import { h4a } from "./h4a";
import { h4b } from "./h4b";

/** The exercises of the hypothesis notebooks. */
export const exercises = { h1, h2, h3, h4a, h4b } as const satisfies Record<string, Exercise>;

/**
 * Tells whether the answer to an exercise is right and, where it is not, which part is off; prints in both languages.
 *
 * @param id     the exercise, such as "h1"
 * @param value  the number asked for, or an object with the numbers asked for
 */
export function check(id: keyof typeof exercises, value: Answer): void {
  const { en, zh } = answerTo(exercises[id], value);
  const other = departures(sessionReadings()).join(", ");
  const said = [en, zh, ...(other ? [`(Asked at the default readings; this session works by ${other}.)`, `（题目按默认读法；当前会话采用 ${other}。）`] : [])];
  console.log(said.join("\n"));
}

/** What `check` prints. */
export function answerTo(exercise: Exercise, value: unknown): Bilingual {
  try {
    const { right, parts } = judgeAnswer(exercise, value);
    if (right) return { en: `✓ ${exercise.id}: right.`, zh: `✓ ${exercise.id}：正确。` };
    return {
      en: `✗ ${exercise.id}: ${parts.map((part) => partInEnglish(part)).join("; ")}.`,
      zh: `✗ ${exercise.id}：${parts.map((part) => partInChinese(part)).join("；")}。`,
    };
  } catch (error) {
    if (!(error instanceof RefusedModel)) throw error;
    return {
      en: `${exercise.id} cannot be checked on these data: ${error.message}`,
      zh: `${exercise.id} 在这份数据上无法核对：${error.message}`,
    };
  }
}

const VERDICT = {
  right: { en: "right", zh: "正确" },
  wrong: { en: "not right", zh: "不对" },
  missing: { en: "missing", zh: "缺少" },
  "not a number": { en: "not a number", zh: "不是数" },
} as const satisfies Record<JudgedPart["verdict"], Bilingual>;

const partInEnglish = ({ part, verdict, hint }: JudgedPart): string =>
  `${part && `${part} is `}${VERDICT[verdict].en}${hint ? ` (${hint.en})` : ""}`;

const partInChinese = ({ part, verdict, hint }: JudgedPart): string =>
  `${part && `${part} `}${VERDICT[verdict].zh}${hint ? `（${hint.zh}）` : ""}`;
