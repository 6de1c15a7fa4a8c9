import type { Bilingual } from "../bilingual";
import { RefusedModel } from "../models/refusedModel";
import { departures } from "../sfrc/readings";
import { sessionReadings } from "../sfrc/sessionReadings";
import { isBlank, judgeAnswer, type Answer, type Exercise, type JudgedPart } from "./exercise";
import { ofSample } from "./ofSample";
import { ofHypotheses } from "./ofHypotheses";
import { ofMultiverse } from "./ofMultiverse";
import { ofTables } from "./ofTables";
import { ofParticipation } from "./ofParticipation";

/** The exercises of the notebooks, two each, by number: 3a and 3b are notebook 3's. */
export const exercises = { ...ofSample, ...ofHypotheses, ...ofParticipation, ...ofTables, ...ofMultiverse } satisfies Record<string, Exercise>;

/** The exercises that exist. */
export type ExerciseId = keyof typeof exercises;

/**
 * Tells whether the answer to an exercise is right and, where it is not, which part is off; prints in both languages.
 *
 * @param id     the exercise, such as "3a"
 * @param value  the number or word asked for, or an object with the parts asked for; a text such as "0,25" is read as a number;
 *               blank, it only says so
 */
export function check(id: ExerciseId, value: Answer, ...more: never[]): void {
  if (more.length > 0) return console.log(twoValues(id));
  console.log([answerTo(exercises[id], value), ...underOtherReadings()].flatMap(({ en, zh }) => [en, zh]).join("\n"));
}

/** `check("3b", 0,25)`: to JavaScript, and so to a page that runs cells without their types, two values. */
const twoValues = (id: string): string => `· ${id}: a comma parts two values here; write 0.25, or "0,25" in quotes.\n· ${id}：此处逗号分隔两个值；请写 0.25，或加引号写成 "0,25"。`;

/** What is to be said beside an answer where the session works by other readings than the exercises ask for; nothing otherwise. */
export function underOtherReadings(): readonly Bilingual[] {
  const other = departures(sessionReadings()).join(", ");
  return other ? [{ en: `(Asked at the default readings; this session works by ${other}.)`, zh: `（题目按默认编码方案；当前会话采用 ${other}。）` }] : [];
}

/**
 * One hint, from a nudge to nearly the way; prints in both languages.
 *
 * @param step  1 by default; past the last, the last is said again
 */
export function hint(id: ExerciseId, step = 1): void {
  const { en, zh } = hintOf(exercises[id], step);
  console.log(`${id}, ${en}\n${id}，${zh}`);
}

/** What `hint` prints, after the exercise's name. */
export function hintOf({ steps }: Exercise, step: number): Bilingual {
  const place = Math.min(Math.max(1, Math.floor(step)), steps.length);
  const { en, zh } = steps[place - 1];
  return { en: `hint ${place} of ${steps.length}: ${en}`, zh: `提示 ${place}/${steps.length}：${zh}` };
}

/** What `check` prints. */
export function answerTo(exercise: Exercise, value: unknown): Bilingual {
  const { id } = exercise;
  if (isBlank(value)) return { en: `· ${id}: no answer yet. Write it into the cell and run it; hint("${id}") helps.`, zh: `· ${id}：尚未作答。请在单元格中填写答案后运行；hint("${id}") 给出提示。` };
  try {
    const { right, parts } = judgeAnswer(exercise, value);
    if (right) return { en: `✓ ${id}: right.`, zh: `✓ ${id}：正确。` };
    return {
      en: `✗ ${id}: ${parts.map((part) => partInEnglish(part)).join("; ")}.`,
      zh: `✗ ${id}：${parts.map((part) => partInChinese(part)).join("；")}。`,
    };
  } catch (error) {
    if (!(error instanceof RefusedModel)) throw error;
    return {
      en: `${id} cannot be checked on these data: ${error.message}`,
      zh: `${id} 在这份数据上无法核对：${error.inLanguage("zh")}`,
    };
  }
}

const VERDICT = {
  right: { en: "right", zh: "正确" },
  wrong: { en: "not right", zh: "不对" },
  missing: { en: "missing", zh: "缺少" },
  "not a number": { en: "not a number", zh: "不是数" },
  "two numbers": { en: "not clear", zh: "有歧义" },
  "not a word": { en: "none of the answers", zh: "不在可选答案之中" },
} as const satisfies Record<JudgedPart["verdict"], Bilingual>;

const partInEnglish = ({ part, verdict, hint }: JudgedPart): string =>
  `${part && `${part} is `}${VERDICT[verdict].en}${hint ? ` (${hint.en})` : ""}`;

const partInChinese = ({ part, verdict, hint }: JudgedPart): string =>
  `${part && `${part} `}${VERDICT[verdict].zh}${hint ? `（${hint.zh}）` : ""}`;
