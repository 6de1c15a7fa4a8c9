import type { Bilingual } from "../../bilingual";
import type { CheckName, Verdict } from "../vocabulary";

/** What each check asks, as a heading. */
export const CHECK_TITLES: Readonly<Record<CheckName, Bilingual>> = {
  stars: { en: "Stars against coefficient and standard error", zh: "星号与系数、标准误是否相符" },
  counts: { en: "Counts, percentages and means", zh: "频数、百分比与均值" },
  pseudoR2: { en: "Which pseudo R², and how many events", zh: "伪 R² 的定义与事件数" },
  pooling: { en: "The whole against its parts", zh: "全样本与各组" },
  groupDifferences: { en: "Differences between groups", zh: "组间差异" },
  attainableSE: { en: "Attainable standard errors", zh: "标准误的下限" },
  level: { en: "Level and sign", zh: "水平与符号" },
  power: { en: "Power and exaggeration", zh: "检验力与夸大" },
  claims: { en: "The text's claims", zh: "正文论断" },
  measurement: { en: "Measurement", zh: "测量" },
};

export const VERDICT_WORDS: Readonly<Record<Verdict, Bilingual>> = {
  consistent: { en: "consistent", zh: "相符" },
  "cannot-tell": { en: "cannot tell", zh: "无法判断" },
  "only-by-rounding": { en: "only by rounding", zh: "仅靠舍入相符" },
  inconsistent: { en: "inconsistent", zh: "不相符" },
};

export const SEVERITY_WORDS: Readonly<Record<"inconsistent" | "note", Bilingual>> = {
  inconsistent: { en: "inconsistent", zh: "不相符" },
  note: { en: "note", zh: "提示" },
};

export const CLAIM_VERDICT_WORDS: Readonly<Record<string, Bilingual>> = {
  holds: { en: "holds", zh: "成立" },
  "holds in part": { en: "holds in part", zh: "部分成立" },
  "does not follow": { en: "does not follow", zh: "不成立" },
  "not checkable from the table": { en: "not checkable from the table", zh: "无法由表格检验" },
};
