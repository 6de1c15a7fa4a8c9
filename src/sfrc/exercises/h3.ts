import type { Exercise } from "./exercise";
import { refitted } from "./refit";

const otherLeftOut = { supportNetwork: "otherLeftOut" } as const;

/** H3a–c: a dummy's coefficient is a comparison, and says nothing without its reference. */
export const h3: Exercise = {
  id: "h3",
  prompt: {
    en: "Leave out those received \"otherwise\", so that those who arranged their own arrival become the reference, and fit Model 4 again. Give { supportKin, supportUnit }.",
    zh: "去掉接待方式为“其他”的人，使自行安排者成为参照类别，重新拟合模型4，给出 { supportKin, supportUnit }。",
  },
  expected: () => ({
    supportKin: refitted("M4", "supportKin", otherLeftOut).estimate,
    supportUnit: refitted("M4", "supportUnit", otherLeftOut).estimate,
  }),
  hints: ["supportKin", "supportUnit"].flatMap((part) => [
    {
      part, value: () => refitted("M4", part).estimate,
      says: { en: "\"other\" is still the reference here: give the reading to codeSample", zh: "参照类别仍是“其他”：请把读法传给 codeSample" },
    },
    {
      part, value: () => refitted("M4", part).estimate - refitted("M4", "supportSelf").estimate,
      says: { en: "the right comparison, but made with the \"other\" people still in the model: fit it again without them", zh: "比较的对象对了，但模型里仍有“其他”的人：请去掉后重新拟合" },
    },
    {
      part, value: () => Math.exp(refitted("M4", part, otherLeftOut).estimate),
      says: { en: "this is the odds ratio: the coefficient is its logarithm", zh: "这是优势比，系数是它的对数" },
    },
  ]),
};
