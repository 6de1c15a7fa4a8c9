import type { Bilingual } from "../bilingual";

/** Headings that several tables and figures share. */
export const LABEL = {
  variable: { en: "variable", zh: "变量" },
  printed: { en: "printed", zh: "原文报告" },
  refitted: { en: "refitted", zh: "重新估计" },
  counted: { en: "counted", zh: "重算" },
  reason: { en: "compared with the published table", zh: "与原文对照" },
  model: { en: "model", zh: "模型" },
  group: { en: "group", zh: "组别" },
  hypothesis: { en: "hypothesis", zh: "假设" },
  estimate: { en: "estimate", zh: "系数" },
  standardError: { en: "standard error", zh: "标准误" },
  interval: { en: "95% interval", zh: "95%置信区间" },
  oddsRatio: { en: "odds ratio [95%]", zh: "优势比 [95%]" },
  effect: { en: "average marginal effect [95%]", zh: "平均边际效应 [95%]" },
  p: { en: "p", zh: "p 值" },
  stars: { en: "stars", zh: "星号" },
  count: { en: "count", zh: "频数" },
  percentage: { en: "%", zh: "百分比" },
  mean: { en: "mean", zh: "均值" },
  none: { en: "none", zh: "无" },
  probability: { en: "predicted probability", zh: "预测概率" },
  notInModel: { en: "not in the model", zh: "模型中无此项" },
  notFitted: { en: "not fitted", zh: "未拟合" },
} as const satisfies Record<string, Bilingual>;

/** Notes that say what stands beneath an estimate: a view of a table replaces the one by the other. */
export const NOTES = {
  standardErrors: { en: "Standard errors in parentheses.", zh: "括号内为标准误。" },
  intervals: { en: "95% intervals in brackets.", zh: "方括号内为95%置信区间。" },
} as const satisfies Record<string, Bilingual>;

/** Variables and answers of the paper's Table 1, by the keys of `data/published.json`. */
export const TABLE1_LABELS: Readonly<Record<string, Bilingual>> = {
  n: { en: "sample", zh: "样本量" },
  city: { en: "city", zh: "城市" },
  长春: { en: "Changchun", zh: "长春" },
  广州: { en: "Guangzhou", zh: "广州" },
  杭州: { en: "Hangzhou", zh: "杭州" },
  义乌: { en: "Yiwu", zh: "义乌" },
  education: { en: "education", zh: "教育水平" },
  大学以下: { en: "below college", zh: "大学以下" },
  大学及以上: { en: "college or above", zh: "大学及以上" },
  support: { en: "support network on arrival", zh: "支持网络" },
  "无/自己": { en: "none / self", zh: "无/自己" },
  "亲属/家人": { en: "kin / family", zh: "亲属/家人" },
  "单位/客户": { en: "work unit / client", zh: "单位/客户" },
  其他: { en: "other", zh: "其他" },
  cumulativeCausation: { en: "cumulative-causation network", zh: "累积因果网络" },
  有: { en: "yes", zh: "有" },
  无: { en: "no", zh: "无" },
  participationBehaviour: { en: "social participation: behaviour", zh: "社会参与行为" },
  中国参与: { en: "takes part in China", zh: "中国参与" },
  母国参与: { en: "takes part at home", zh: "母国参与" },
  participationCognition: { en: "social participation: cognition", zh: "社会参与认知" },
  中国更优: { en: "China is better", zh: "中国更优" },
  母国更优: { en: "home is better", zh: "母国更优" },
  ageMean: { en: "age", zh: "年龄" },
  contactWillingnessMean: { en: "interethnic contact willingness", zh: "族际交往意愿" },
};
