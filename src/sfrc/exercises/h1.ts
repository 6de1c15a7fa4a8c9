import type { Exercise } from "./exercise";
import { refitted } from "./refit";

const asPrinted = { cumulativeCausation: "asPrinted" } as const;
const TERM = "cumulativeCausation";

/** H1: the sign of an effect hangs on which answer is called 1. */
export const h1: Exercise = {
  id: "h1",
  prompt: {
    en: "Code the cumulative-causation network as the paper prints it (1 has it, 2 has not) and fit Model 4 again. What is its coefficient?",
    zh: "按论文所写为累积因果网络赋值（有为1，无为2），重新拟合模型4。它的系数是多少？",
  },
  expected: () => refitted("M4", TERM, asPrinted).estimate,
  hints: [
    {
      part: "", value: () => refitted("M4", TERM).estimate,
      says: { en: "this is still the coefficient of the dummy: give the reading to codeSample", zh: "这仍是虚拟变量的系数：请把读法传给 codeSample" },
    },
    {
      part: "", value: () => Math.exp(refitted("M4", TERM, asPrinted).estimate),
      says: { en: "this is the odds ratio: the coefficient is its logarithm", zh: "这是优势比，系数是它的对数" },
    },
    ...["M1", "M3"].map((model) => ({
      part: "", value: () => refitted(model, TERM, asPrinted).estimate,
      says: { en: `the coding is right, but this is Model ${model.slice(1)}`, zh: `赋值正确，但这是模型${model.slice(1)}` },
    })),
  ],
};
