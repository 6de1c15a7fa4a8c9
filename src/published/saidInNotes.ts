import type { PublishedTable } from "./publishedTable";

/** What a table may say of how its numbers were made, in so far as a proof hangs on it. */
export type Said = "weights" | "survey" | "clusters" | "robust" | "resampling" | "rows left out" | "imputation" | "one-sided tests" | "absolute values";

const SAID: readonly (readonly [Said, RegExp])[] = [
  ["weights", /\b(?:re)?weight(?:s|ed|ing)?\b|加权|权重|权数/i],
  ["survey", /\bsvy\b|\bsurvey[- ](?:weight|standard|SEs?\b|adjust|design|estimat|logi|regress|robust|corrected)|complex (?:sample|survey|sampling)|design[- ](?:based|effect|adjusted)|\bstrat(?:a|um|ified)\b|\bPSUs?\b|linearized|抽样设计|复杂抽样|复杂样本/i],
  ["clusters", /\bcluster|聚类|聚集稳健|群集/i],
  ["robust", /\brobust|heterosk?c?edasti|sandwich|\bHuber|\bWhite(?:'s)? standard|\bHC[0-5]\b|稳健|异方差/i],
  ["resampling", /\bbootstrap|jack-?knife|自助法|自抽样|刀切法/i],
  ["rows left out", /\bmissing|\bdrop(?:s|ped|ping)?\b|\bexclu(?:de|sion)|\bomit|\bdeleted\b|listwise|pairwise|perfect(?:ly)? predict|\b(?:sample|number of observations|n) (?:size )?(?:varies|vary|differs?)|缺失|剔除|删除|遗漏|不等/i],
  ["imputation", /\bimput|插补|填补/i],
  ["one-sided tests", /\bone[- ](?:tailed|sided)|\b1-(?:tailed|sided)|单侧|单尾/i],
  ["absolute values", /\babsolute value|\|\s*[zt]\s*\||绝对值/i],
];

/**
 * What the caption and notes of a table say, used or not. A word too many only keeps a check from proving something.
 *
 * @example saidInNotes({ models: {}, notes: ["Standard errors clustered by city in parentheses"] }).has("clusters")  // true
 */
export function saidInNotes({ notes = [], unused = [], source = "", standardErrors }: PublishedTable): ReadonlySet<Said> {
  const text = [source, ...notes, ...unused.map((one) => one.text)].join("\n");
  const said = new Set(SAID.flatMap(([what, pattern]) => (pattern.test(text) ? [what] : [])));
  if (standardErrors === "robust") said.add("robust");
  if (standardErrors === "weighted") said.add("weights");
  return said;
}
