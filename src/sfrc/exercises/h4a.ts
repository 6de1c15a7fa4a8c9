import type { Exercise } from "./exercise";
import { refit, refitted } from "./refit";

const missing = { participationCognition: "missing" } as const;
const TERM = "participationCognition";

/** H4a: who is neither for China nor for home is put somewhere, or left out. */
export const h4a: Exercise = {
  id: "h4a",
  prompt: {
    en: "Leave out those for whom China and home are best equally often, and fit Model 4 again. Give { estimate, n }: the coefficient of participation cognition and how many people are left.",
    zh: "去掉中国与母国一样多的人，重新拟合模型4，给出 { estimate, n }：社会参与认知的系数与剩余人数。",
  },
  expected: () => ({ estimate: refitted("M4", TERM, missing).estimate, n: refit("M4", missing).n }),
  hints: [
    {
      part: "estimate", value: () => refitted("M4", TERM).estimate,
      says: { en: "ties still count as home: give the reading to codeSample", zh: "相同者仍算母国：请把读法传给 codeSample" },
    },
    {
      part: "estimate", value: () => refitted("M4", TERM, { participationCognition: "china" }).estimate,
      says: { en: "ties count as China here: the exercise leaves them out", zh: "这里相同者算中国；练习要求去掉他们" },
    },
    {
      part: "n", value: () => refit("M4").n,
      says: { en: "nobody has been left out", zh: "还没有去掉任何人" },
    },
    {
      part: "n", value: () => refit("M4").n - refit("M4", missing).n,
      says: { en: "this is how many leave; how many are left?", zh: "这是去掉的人数；剩下多少人？" },
    },
  ],
};
