import { fitFirth } from "../models/firth/fitFirth";
import { runStudy } from "../study/runStudy";
import { sfrc } from "../sfrc/study";
import type { Exercise } from "./exercise";
import { recode, refit, refitted } from "./refit";

const missing = { participationCognition: "missing" } as const;
const BEHAVIOUR = "participationBehaviour";

/** Changchun's people by behaviour and wish: those who take part more in China and stay, and do not; the rest likewise. */
function cells() {
  const changchun = recode().people.filter(({ group }) => group === "changchun");
  const count = (behaviour: number, wish: number) => changchun.filter((who) => who.participationBehaviour === behaviour && who.stayTransnational === wish).length;
  return { stays: count(1, 1), leaves: count(1, 0), restStays: count(0, 1), restLeaves: count(0, 0) };
}

function oddsRatioIf(moved: number): number {
  const { stays, leaves, restStays, restLeaves } = cells();
  return ((stays - moved) * restLeaves) / ((leaves + moved) * restStays);
}

/** Notebooks 6 and 7: the participation variables. */
export const ofParticipation = {
  "6a": {
    id: "6a", kind: "predict",
    prompt: {
      en: "Leave out whoever called China and home best equally often. Will M4's coefficient of cognition \"grow\" or \"shrink\"?",
      zh: "去掉认为中国与母国同样多次“最优”的人。M4 中社会参与认知的系数会变大（\"grow\"）还是变小（\"shrink\"）？",
    },
    expected: () => (refitted("M4", "participationCognition", missing).estimate > refitted("M4", "participationCognition").estimate ? "grow" : "shrink"),
    words: { "": ["grow", "shrink"] },
    slips: [],
    steps: [
      { en: "By default ties stand with home. If they are between the two in their wish to stay, what does taking them away do to the contrast?", zh: "默认情况下，并列者与母国一组。若他们的居留意愿介于两组之间，去掉他们会使对比如何变化？" },
      { en: "It need not come out so: run section 4.", zh: "结果未必如此：请运行第 4 节。" },
    ],
    solution: "const b = (r) => coefficientOf(runStudy(sfrc, codeSample(readSurvey(), r)), 'M4', 'participationCognition').estimate; return b({ participationCognition: 'missing' }) > b({}) ? 'grow' : 'shrink';",
    point: { en: "The middle of a scale carries information; where it is put decides the contrast.", zh: "量表的中段带有信息；把它归到哪里，决定了对比的结果。" },
  },
  "6b": {
    id: "6b", kind: "change", decimals: 3,
    prompt: {
      en: "How many are left in M4 when ties are missing, and which share of the 777 were ties? Give { n, ties }.",
      zh: "并列者作缺失处理时，M4 还剩多少人？并列者占 777 人的多大比例？给出 { n, ties }。",
    },
    expected: () => ({ n: refit("M4", missing).n, ties: 1 - refit("M4", missing).n / refit("M4").n }),
    slips: [
      { part: "n", value: () => refit("M4").n, says: { en: "ties are still in: give the reading to codeSample", zh: "并列者仍在其中：请把编码方案传给 codeSample" } },
      { part: "ties", value: () => refit("M4", missing).n / refit("M4").n, says: { en: "this is the share of those who are left", zh: "这是留下的人的比例" } },
    ],
    steps: [
      { en: "runStudy tells n in fits.M4.n.", zh: "runStudy 在 fits.M4.n 中给出样本量。" },
      { en: "The choice is participationCognition: \"missing\"; the share is 1 − n/777.", zh: "选项为 participationCognition: \"missing\"；比例为 1 − n/777。" },
    ],
    solution: "const n = (r) => runStudy(sfrc, codeSample(readSurvey(), r)).fits.M4.n; const left = n({ participationCognition: 'missing' }); return { n: left, ties: 1 - left / n({}) };",
    point: { en: "A quarter of the sample is undecided, and the paper does not say what they count as.", zh: "四分之一的样本是并列者，而论文没有说明他们算哪一类。" },
  },
  "7a": {
    id: "7a", kind: "predict",
    prompt: {
      en: "Firth's likelihood is penalised where cells are small. Will M1's estimate of behaviour lie \"nearer\" to zero or \"further\" from it than maximum likelihood's?",
      zh: "Firth 的似然函数对小格子加以惩罚。与最大似然估计相比，M1 中社会参与行为的估计值会更接近零（\"nearer\"）还是更偏离零（\"further\"）？",
    },
    expected: () => {
      const { X, y, terms } = runStudy(sfrc, recode(), { models: ["M1"] }).samples.M1;
      const penalised = fitFirth(X, y, terms).coefficients.find(({ term }) => term === BEHAVIOUR)!.estimate;
      return Math.abs(penalised) < Math.abs(refitted("M1", BEHAVIOUR).estimate) ? "nearer" : "further";
    },
    words: { "": ["nearer", "further"] },
    slips: [],
    steps: [
      { en: "In which direction is maximum likelihood biased in small samples?", zh: "小样本中最大似然估计偏向哪一边？" },
      { en: "Think of a cell that is nearly empty: what would an estimate without a penalty do if it were empty?", zh: "设想一个几乎空的格子：若它真的空了，不加惩罚的估计会怎样？" },
    ],
    solution: "return 'nearer';",
    point: { en: "Maximum likelihood is biased away from zero where cells are small, and runs off to infinity where one is empty.", zh: "格子小时最大似然估计偏离零；有空格子时则趋于无穷。" },
  },
  "7b": {
    id: "7b", kind: "change", decimals: 2,
    prompt: {
      en: "From the cross-table of Changchun: what is the crude odds ratio of behaviour, and what would it be if one of those who take part more in China and wish to stay had said no? Give { now, oneMore }.",
      zh: "根据长春的交叉表：社会参与行为的粗优势比是多少？若在华参与更多且愿意居留的人中有一人改答“不愿意”，又是多少？给出 { now, oneMore }。",
    },
    expected: () => ({ now: oddsRatioIf(0), oneMore: oddsRatioIf(1) }),
    slips: [
      { part: "now", value: () => Math.log(oddsRatioIf(0)), says: { en: "this is its logarithm", zh: "这是它的对数" } },
      { part: "now", value: () => 1 / oddsRatioIf(0), says: { en: "upside down: the odds of those who take part more in China go on top", zh: "颠倒了：在华参与更多者的优势应在分子" } },
      { part: "oneMore", value: () => oddsRatioIf(0), says: { en: "nobody has moved yet", zh: "还没有人改答" } },
    ],
    steps: [
      { en: "Odds ratio = (a·d)/(b·c) of the four cells.", zh: "优势比 = 四格表的 (a·d)/(b·c)。" },
      { en: "One person moves from one cell of the row “= 1” to the other.", zh: "有一人从“= 1”这一行的一格移到另一格。" },
    ],
    solution: "const c = codeSample(readSurvey()).people.filter((who) => who.group === 'changchun'); const n = (b, w) => c.filter((who) => who.participationBehaviour === b && who.stayTransnational === w).length; const or = (k) => ((n(1, 1) - k) * n(0, 0)) / ((n(1, 0) + k) * n(0, 1)); return { now: or(0), oneMore: or(1) };",
    point: { en: "One answer more than halves the odds ratio. The printed 14.35 very likely hangs on one person too (notebook 12).", zh: "一个人的回答就使优势比减半有余。原文的 14.35 很可能也系于一人（第 12 章）。" },
  },
} satisfies Record<string, Exercise>;
