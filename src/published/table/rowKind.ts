/** What a row of a regression table is about. */
export type RowKind = "term" | "n" | "pseudoR2" | "logLik" | "other";

const N = /^(?:样本数?量?|样本数目|样本规模|观测(?:值|数|量)(?:数|量)?|有效样本量?|个案数|n|n of (?:cases|obs.*)|(?:no\.?|num\.?|number)(?: of)? (?:obs|cases|respondents|individuals).*|obs\.?|observations?|sample(?: size)?|cases|respondents|nobs)$/i;
const R2 = /(?:伪|准|拟|虚拟|pseudo|mcfadden|nagelkerke|cox|snell|aldrich|veall|estrella|horowitz)[^\n]{0,24}r\s*[-_]?\s*(?:2|²|\^2|sq)|r\s*(?:2|²|\^2|sq)[^\n]{0,12}(?:伪|准|pseudo|mcfadden|nagelkerke|cox)|^(?:nagelkerke|mcfadden|cox)[^\n]{0,12}$/i;
const LOG_LIK = /^(?:-?\s*)?(?:对数似然(?:函数)?(?:值)?|log[\s-]*(?:pseudo)?[\s-]*lik(?:elihood|\.)?|logl(?:ik)?|ll|最大对数似然值)$/i;
/** Known rows that the published table's format has no place for. */
const OTHER = /^(?:aic|bic|caic|akaike.*|bayesian.*|schwarz.*|-\s?2\s?(?:ll|log.*|倍?对数似然.*)|lr\b.*|wald\b.*|chi.*|χ.*|卡方.*|似然比.*|prob\b.*|p\s?值|p\b.*|df|自由度.*|deviance.*|偏差.*|f\s?值|f[\s-]?stat.*|adj.*r.*|调整.*r.*|r\s?(?:2|²|\^2|-?squared?)|vif.*|controls?|控制变量|fixed effects?|.*固定效应|.*fixed effects?|显著性|sig\.?|num\.?\s?groups?.*|clusters?|聚类.*)$/i;

/** No label of a statistic is longer. */
const LONGEST_LABEL = 80;

/** The kind of a row, by its label. */
export function kindOf(label: string): RowKind {
  const bare = label.trim().replace(/\s+/g, " ").slice(0, LONGEST_LABEL);
  if (N.test(bare)) return "n";
  if (R2.test(bare)) return "pseudoR2";
  if (LOG_LIK.test(bare)) return "logLik";
  return OTHER.test(bare) ? "other" : "term";
}

export const isConstantLabel = (label: string): boolean => /^(_?cons(?:t(?:ant)?)?|\(?intercept\)?|常数项?|截距项?|常量)$/i.test(label.trim());
export const isThresholdLabel = (label: string): boolean => /^(\/?cut[\s_]?\d*|threshold.*|\S+\|\S+|切点\s*\d*|阈值\s*\d*|临界值\s*\d*|截点\s*\d*)$/i.test(label.trim());
