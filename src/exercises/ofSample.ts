import { isSupport, printedCoefficients } from "../published/coefficientTable";
import { hypotheses } from "../sfrc/hypotheses";
import { readPublished } from "../sfrc/ourSurvey";
import type { Exercise } from "./exercise";
import { recode } from "./refit";

/** How many hypotheses the printed coefficients of a model support, with at least so many stars. */
function supportedIn(model: string, stars = 1): number {
  const printed = printedCoefficients(readPublished())[model];
  return hypotheses.filter(({ term }) => isSupport(printed[term]) && printed[term].stars.length >= stars).length;
}

const womenShare = (): number => {
  const { people } = recode();
  return people.filter(({ gender }) => gender === 1).length / people.length;
};

/** Notebooks 1 and 2: from the argument to the coded sample. */
export const ofSample = {
  "1a": {
    id: "1a", kind: "predict", decimals: 0,
    prompt: {
      en: "Before you look at the table of verdicts: of the seven hypotheses, how many does the published Table 2 support in Changchun (M1), in the south (M3) and in all (M4)? Give { changchun, south, all }.",
      zh: "看结论表之前先猜：七条假设中，原文表 2 在长春（M1）、南方（M3）、全国（M4）各支持几条？给出 { changchun, south, all }。",
    },
    expected: () => ({ changchun: supportedIn("M1"), south: supportedIn("M3"), all: supportedIn("M4") }),
    slips: [
      { part: "changchun", value: () => 10, says: { en: "that is how many slopes a model has", zh: "这是模型的自变量个数" } },
      { part: "south", value: () => supportedIn("M3", 2) - 1, says: { en: "a hypothesis may have more stars than one", zh: "一条假设可以有不止一颗星号" } },
    ],
    steps: [
      { en: "Supported means: positive, with at least one star.", zh: "支持的含义：系数为正，且至少有一颗星号。" },
      { en: "The printed columns of the table mark it ✓. Count them, one column a group, M2 apart.", zh: "表中“原文报告”各列以 ✓ 标出。逐列数一数，M2 不计。" },
    ],
    solution: "const p = readPublished(); const n = (m) => sfrc.hypotheses.filter(({ term }) => { const r = p.models[m].rows.find((one) => one.term === term); return Number(r.coef) > 0 && r.stars; }).length; return { changchun: n('M1'), south: n('M3'), all: n('M4') };",
    point: { en: "With 777 people everything earns a star; with 187 or 590 not everything does. That alone is no difference between regions.", zh: "777 人时各变量都显著，187 人或 590 人时则不然；仅此并不说明地区之间有差异。" },
  },
  "1b": {
    id: "1b", kind: "change", decimals: 0,
    prompt: {
      en: "The paper's rule is p < .1. Take p < .05 instead (two stars or more). How many hypotheses are then supported in the whole sample?",
      zh: "论文的标准是 p < .1。若改用 p < .05（至少两颗星号），全国样本支持几条假设？",
    },
    expected: () => supportedIn("M4", 2),
    slips: [
      { part: "", value: () => supportedIn("M4"), says: { en: "one star is not enough now", zh: "现在一颗星号不够" } },
      { part: "", value: () => supportedIn("M4", 3), says: { en: "two stars are enough: p < .05", zh: "两颗星号即可：p < .05" } },
    ],
    steps: [
      { en: "Run the study with other cut-offs, or count the stars of M4's printed column.", zh: "可用别的临界值重新运行，也可直接数 M4 原文列的星号。" },
      { en: "filter the hypotheses whose printed stars in M4 have length 2 or more.", zh: "在 M4 的原文结果中，筛出星号不少于两颗的假设。" },
    ],
    solution: "const p = readPublished(); return sfrc.hypotheses.filter(({ term }) => { const r = p.models.M4.rows.find((one) => one.term === term); return Number(r.coef) > 0 && r.stars.length >= 2; }).length;",
    point: { en: "The two that fall are kin support and participation behaviour, both within .003 of p = .05.", zh: "落选的两条是亲缘支持与社会参与行为，其 p 值都在 .05 附近。" },
  },
  "2a": {
    id: "2a", kind: "predict",
    prompt: {
      en: "Table 1 counts 79 who take part more in China. If ties went to China, would that number be \"under 100\", \"100 to 300\" or \"over 300\" in these data? Say it before you run section 8.",
      zh: "表 1 中在华参与更多者为 79 人。若计数相等者归入中国，在这份数据中该人数会是 \"under 100\"（不足 100）、\"100 to 300\"（100 至 300）还是 \"over 300\"（超过 300）？请在运行第 8 节之前作答。",
    },
    expected: () => {
      const count = recode({ participationBehaviour: "china" }).people.filter(({ participationBehaviour }) => participationBehaviour === 1).length;
      return count < 100 ? "under 100" : count <= 300 ? "100 to 300" : "over 300";
    },
    words: { "": ["under 100", "100 to 300", "over 300"] },
    slips: [],
    steps: [
      { en: "How many people do none of the four things? For them both counts are 0.", zh: "四项都没有参加的人有多少？他们的两个计数都是 0。" },
      { en: "Add the ties of section 8 to the 79.", zh: "把第 8 节中计数相等的人数加到 79 上。" },
    ],
    solution: "const n = codeSample(readSurvey(), { participationBehaviour: 'china' }).people.filter((who) => who.participationBehaviour === 1).length; return n < 100 ? 'under 100' : n <= 300 ? '100 to 300' : 'over 300';",
    point: { en: "The rule for ties, which the paper does not state, moves more people than any coefficient is about.", zh: "论文没有说明的并列规则，移动的人数比任何系数所涉及的都多。" },
  },
  "2b": {
    id: "2b", kind: "change", decimals: 3,
    prompt: {
      en: "Table 1 leaves gender out. Compute the share of women in the coded sample (people.people has everybody, gender is 1 for women).",
      zh: "表 1 没有报告性别。请计算编码后样本中的女性比例（people.people 含所有人，gender 为 1 表示女性）。",
    },
    expected: womenShare,
    slips: [
      { part: "", value: () => 1 - womenShare(), says: { en: "this is the share of men", zh: "这是男性的比例" } },
      { part: "", value: () => womenShare() * recode().people.length, says: { en: "this is their number: divide by the sample", zh: "这是人数：请除以样本量" } },
    ],
    steps: [
      { en: "A mean of a 0/1 column is a share.", zh: "0/1 变量的均值就是比例。" },
      { en: "people.people.filter(({ gender }) => gender === 1).length / people.people.length", zh: "people.people.filter(({ gender }) => gender === 1).length / people.people.length" },
    ],
    solution: "const { people } = codeSample(readSurvey()); return people.filter(({ gender }) => gender === 1).length / people.length;",
    point: { en: "On the stand-in the share is invented. In the paper it is not printed, and the level check has to assume it.", zh: "替代数据中的比例是虚构的。原文没有报告性别，水平检查只能假定一个比例。" },
  },
} satisfies Record<string, Exercise>;
