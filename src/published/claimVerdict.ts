import type { Bilingual } from "../bilingual";
import type { ClaimVerdict } from "./judgeClaims";

/** The verdicts on a claim, in words. */
export const CLAIM_VERDICT: Readonly<Record<ClaimVerdict, Bilingual>> = {
  holds: { en: "holds", zh: "成立" },
  "holds in part": { en: "holds in part", zh: "部分成立" },
  "does not follow": { en: "does not follow", zh: "不能由表得出" },
  "not checkable from the table": { en: "not checkable from the table", zh: "无法由表核对" },
};
