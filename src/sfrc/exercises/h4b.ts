import type { Exercise } from "./exercise";
import { recode, refitted } from "./refit";

const china = { participationBehaviour: "china" } as const;
const TERM = "participationBehaviour";

/** Which share of the sample takes part equally often in China and at home, nowhere included. */
function shareOfTies(): number {
  const { people, undefinedValues } = recode({ participationBehaviour: "missing" });
  return (undefinedValues.participationBehaviour ?? 0) / people.length;
}

/** H4b: most of "takes part at home" may be people who take part nowhere. */
export const h4b: Exercise = {
  id: "h4b",
  prompt: {
    en: "Count ties of participation as China instead of home and fit Model 4 again. Give { share, estimate }: the share of ties in the sample (0 to 1) and the coefficient of participation behaviour.",
    zh: "把参与次数相同者改算中国，重新拟合模型4，给出 { share, estimate }：样本中相同者的比例（0至1）与社会参与行为的系数。",
  },
  expected: () => ({ share: shareOfTies(), estimate: refitted("M4", TERM, china).estimate }),
  hints: [
    {
      part: "share", value: () => 100 * shareOfTies(),
      says: { en: "this is a percentage: give a share from 0 to 1", zh: "这是百分数：请给出0至1的比例" },
    },
    {
      part: "share", value: () => 1 - shareOfTies(),
      says: { en: "this is the share of those without a tie", zh: "这是次数不同者的比例" },
    },
    {
      part: "estimate", value: () => refitted("M4", TERM).estimate,
      says: { en: "ties still count as home: give the reading to codeSample", zh: "相同者仍算母国：请把读法传给 codeSample" },
    },
    {
      part: "estimate", value: () => refitted("M4", TERM, { participationBehaviour: "missing" }).estimate,
      says: { en: "ties are left out here: the exercise counts them as China", zh: "这里去掉了相同者；练习要求把他们算作中国" },
    },
  ],
};
