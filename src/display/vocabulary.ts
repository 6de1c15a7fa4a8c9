import type { Bilingual } from "../bilingual";
import type { ClaimVerdict } from "../published/judgeClaims";
import type { Reason } from "../study/comparison";

/** Where a shown figure comes from: one of three phrases, and no other. */
export const PROVENANCE = {
  fromPrint: { en: "recomputed from print", zh: "由刊印数字重新计算" },
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
export const CLAIM_VERDICT = {
  "holds": { en: "holds", zh: "成立" },
  "holds in part": { en: "holds in part", zh: "部分成立" },
  "does not follow": { en: "does not follow", zh: "不能由表得出" },
  "not checkable from the table": { en: "not checkable from the table", zh: "无法由表核对" },
} as const satisfies Record<ClaimVerdict, Bilingual>;
