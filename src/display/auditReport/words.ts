import type { Verdict } from "../../audit/check";
import type { Bilingual } from "../../bilingual";

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

/** Fields of a table that may have been supposed, in words. */
export const SUPPOSED_FIELDS: Readonly<Record<string, Bilingual | undefined>> = {
  cutoffs: { en: "cut-offs of the stars", zh: "星号的界值" },
  statistic: { en: "statistic behind the stars", zh: "星号所依据的统计量" },
  standardErrors: { en: "kind of standard errors", zh: "标准误类型" },
  family: { en: "kind of model", zh: "模型类型" },
  scale: { en: "scale of the coefficients", zh: "系数的尺度" },
  brackets: { en: "what stands in brackets", zh: "括号内的数字" },
  confidence: { en: "confidence level", zh: "置信水平" },
};

export const LEAD: Bilingual = {
  en: "“Inconsistent” means that no data, rounded or truncated as printed, give these numbers; a note means that something should be asked or known.",
  zh: "“不相符”指任何数据经四舍五入或截断都得不到这些数字；“提示”指需要追问或知悉。",
};

export const countsOf = (findings: readonly { readonly severity: string }[]): Bilingual => {
  const proved = findings.filter(({ severity }) => severity === "inconsistent").length;
  const notes = findings.length - proved;
  return { en: `${proved} inconsistent, ${notes} ${notes === 1 ? "note" : "notes"}.`, zh: `${proved} 处不相符，${notes} 条提示。` };
};
