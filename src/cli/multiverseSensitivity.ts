import { wholePercent } from "../display/wholePercent";
import { line } from "./language";
import { EFFECTS, ODDS_RATIOS, POWER, type Sensitivity, STARRED } from "../study/sensitivity";

/** What choices do not show: two tables, and what is to be kept in mind with them. */
export function sensitivityLines(found: readonly Sensitivity[], aligned: (rows: readonly (readonly string[])[]) => string): string[] {
  const points = (share: number): string => (100 * share).toFixed(1);
  return [
    "", line({ en: "Sensitivity beyond choices (the paper's own universe):", zh: "选择之外的敏感性（论文自己的设定）：" }), aligned([
      [
        line({ en: "H", zh: "假设" }), line({ en: "model", zh: "模型" }), line({ en: "odds ratio", zh: "优势比" }), line({ en: "E-value", zh: "E 值" }), line({ en: "limit's", zh: "区间端点的 E 值" }), line({ en: "effect", zh: "效应" }), "n", line({ en: "detectable", zh: "可检出" }),
        ...EFFECTS.map((effect) => line({ en: `at ${100 * effect}`, zh: `${100 * effect} 点时` })),
      ],
      ...found.map(({ hypothesis, model, oddsRatio, eValue, effect, atN, minimumDetectable, power }) => [
        hypothesis, model, oddsRatio.toFixed(2), eValue.estimate.toFixed(2), eValue.limit.toFixed(2), points(effect.estimate), String(atN), points(minimumDetectable), ...power.map((one) => wholePercent(one.power)),
      ]),
    ]),
    line({ en: `E-value: a confounder that nobody measured would need at least this risk ratio with the term and with the outcome to explain the odds ratio away; of a common outcome (above 15%) by the square root of the odds ratio, a rough guide where risks are below .2 or above .8. 1 where the interval holds no effect. Effect: average marginal effect in percentage points; detectable: the smallest that would get a star (p < ${STARRED}) in ${wholePercent(POWER)} of studies of this n, the printed one; at 5, at 10: how often effects of so many points would.`, zh: `E 值：未测量的混杂因素与该变量及因变量的风险比都至少要达到此值，才能完全解释该优势比；常见结果（高于 15%）取优势比的平方根，风险低于 .2 或高于 .8 时只是粗略参考。区间包含无效应时为 1。效应：平均边际效应（百分点）；可检出：在此 n（刊印的样本量）下，${wholePercent(POWER)} 的研究会得到星号（p < ${STARRED}）的最小效应；5 点时、10 点时：这么大的效应得到星号的频率。` }),
    "", aligned([
      [line({ en: "H", zh: "假设" }), line({ en: "model", zh: "模型" }), line({ en: "printed SE", zh: "刊印标准误" }), ...ODDS_RATIOS.map((ratio) => line({ en: `odds ratio ${ratio}`, zh: `优势比 ${ratio}` }))],
      ...found.flatMap(({ hypothesis, model, printed }) => (printed === null ? [] : [[
        hypothesis, model, String(printed.standardError), ...printed.designs.map(({ power, typeS, typeM }) => `${wholePercent(power)} ${(100 * typeS).toFixed(1)}% ×${typeM.toFixed(1)}`),
      ]])),
    ]),
    line({
      en: "If the true odds ratio were so large, at the printed standard error: power, type S, type M. That is how often it gets a star, how often a starred estimate has the wrong sign, and how many times too large it is on average.",
      zh: "若真实优势比如此之大，按刊印的标准误：检验力、S 型错误、M 型错误，即得到星号的频率、带星号的估计值符号错误的频率、平均夸大的倍数。",
    }),
  ];
}
