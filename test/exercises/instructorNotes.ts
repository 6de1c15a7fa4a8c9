import { exercises } from "../../src/exercises/check";
import { partsOf, type Exercise } from "../../src/exercises/exercise";

const rounded = ({ decimals = 2 }: Exercise, value: number | string): string =>
  typeof value === "string" ? value : Number.isInteger(value) ? String(value) : value.toFixed(decimals);

const answerOf = (exercise: Exercise): string =>
  Object.entries(partsOf<number | string>(exercise.expected())).map(([part, value]) => `${part && `${part} `}**${rounded(exercise, value)}**`).join(", ");

function section(exercise: Exercise): string {
  const { id, kind, prompt, point, solution, steps } = exercise;
  return [
    `### ${id} · ${kind === "predict" ? "predict first 先预测" : "change something 动手改"}`,
    prompt.en, prompt.zh,
    `Answer 答案: ${answerOf(exercise)}`,
    `What to take from it: ${point.en}`, `要点：${point.zh}`,
    `Hints: ${steps.map(({ en }, i) => `(${i + 1}) ${en}`).join(" ")}`,
    `\`\`\`js\n${solution.split(/(?<=;) /).join("\n")}\n\`\`\``,
  ].join("\n\n");
}

/** The teacher's answers, on the stand-in, as the exercises themselves compute them. */
export const instructorNotes = (): string => [
  "# Answers for the instructor 教师用答案",
  "Kept apart from the notebooks, which do not show them. Written by the test of the exercises (`test/exercises/check.test.ts`), which runs every solution below. Numbers are those of the stand-in; on another extract `check` computes anew.",
  "本页与各章分开存放。由练习的测试写出，测试会运行下列每一份解答。数值以替代数据为准；换用其他数据时，`check` 会重新计算。",
  ...Object.values(exercises).map((exercise) => section(exercise)),
].join("\n\n") + "\n";
