import type { Bilingual } from "../../bilingual";

/** What the tools of a table say. */
export const TABLE_WORDS = {
  tableTools: { en: "Show and take away this table", zh: "查看与导出此表" },
  notShown: { en: "This table could not be shown:", zh: "无法显示此表：" },
  scale: { en: "Numbers", zh: "数值" },
  coefficient: { en: "coefficients", zh: "系数" },
  oddsRatio: { en: "odds ratios", zh: "优势比" },
  effect: { en: "marginal effects", zh: "边际效应" },
  spread: { en: "Uncertainty", zh: "不确定性" },
  standardError: { en: "standard errors", zh: "标准误" },
  interval: { en: "95% intervals", zh: "95% 区间" },
  columns: { en: "Columns", zh: "列" },
  both: { en: "published beside refitted", zh: "原文与重新估计并列" },
  printed: { en: "published", zh: "仅原文" },
  refitted: { en: "refitted", zh: "仅重新估计" },
  tableLanguage: { en: "Language", zh: "语言" },
  bothLanguages: { en: "English / 中文", zh: "English / 中文" },
  copy: { en: "Copy as", zh: "复制为" },
  copied: { en: "copied", zh: "已复制" },
  notCopied: { en: "could not be taken away", zh: "未能导出" },
  saved: { en: "saved", zh: "已保存" },
  saveWord: { en: "Download a Word file", zh: "下载 Word 文件" },
} as const satisfies Record<string, Bilingual>;
