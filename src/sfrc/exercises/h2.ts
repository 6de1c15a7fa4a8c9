import type { Exercise } from "./exercise";
import { refitted } from "./refit";

const asAsked = { contactDirection: "asAsked" } as const;
const TERM = "contactWillingness";

/** H2: turning a scale round turns the coefficient, not the evidence; and an open sign needs a two-sided p. */
export const h2: Exercise = {
  id: "h2",
  prompt: {
    en: "Leave the contact items as they were asked (1 = very willing) and fit Model 3 again. Give { estimate, p }: what changes, and what does not?",
    zh: "让交往意愿保持问卷原来的方向（1 = 非常愿意），重新拟合模型3，给出 { estimate, p }：哪个变了，哪个没变？",
  },
  expected: () => {
    const { estimate, p } = refitted("M3", TERM, asAsked);
    return { estimate, p };
  },
  hints: [
    {
      part: "estimate", value: () => refitted("M3", TERM).estimate,
      says: { en: "the scale is still reversed: give the reading to codeSample", zh: "量表仍是反向计分：请把读法传给 codeSample" },
    },
    {
      part: "estimate", value: () => refitted("M4", TERM, asAsked).estimate,
      says: { en: "the coding is right, but this is Model 4", zh: "赋值正确，但这是模型4" },
    },
    {
      part: "p", value: () => refitted("M3", TERM, asAsked).p / 2,
      says: { en: "this p is one-sided; H2 leaves the sign open, so both tails count", zh: "这是单侧 p 值；假设2的方向未定，应取双侧" },
    },
    {
      part: "p", value: () => 1 - refitted("M3", TERM, asAsked).p,
      says: { en: "this is 1 − p", zh: "这是 1 − p" },
    },
  ],
};
