import type { Bilingual } from "../bilingual";
import type { Reason } from "../study/comparison";

/** Where a shown figure comes from: one of three phrases, and no other. */
export const PROVENANCE = {
  fromPrint: { en: "recomputed from print", zh: "由原文数字重新计算" },
  byConstruction: { en: "reproduced on the stand-in by construction", zh: "替代数据按此构造，故能复现" },
  notCheckable: { en: "not checkable without the microdata", zh: "没有微观数据便无法核对" },
} as const satisfies Record<string, Bilingual>;

/** A refitted number against the printed one, by the words of the study stage. */
export const REASON = {
  "met": { en: "met", zh: "一致" },
  "stand-in": { en: "stand-in", zh: "替代数据" },
  "coding unknown": { en: "coding unknown", zh: "编码不明" },
  "mismatch": { en: "mismatch", zh: "不符" },
} as const satisfies Record<Reason, Bilingual>;

/** A claim of the paper's text against its own table, by the words that `judgeClaims` uses. */
export { CLAIM_VERDICT } from "../published/claimVerdict";
