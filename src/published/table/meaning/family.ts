import type { Family } from "../../publishedTable";

/** Kinds of model by their names, the more particular first. */
const NAMES: readonly (readonly [string, Family, string])[] = [
  ["generalized ordered logit", "other", String.raw`generali[sz]ed ordered|gologit|partial proportional odds|广义(?:有序|定序)`],
  ["ordered probit", "other", String.raw`ordered[- ]probit|oprobit|有序 ?probit|定序 ?probit|ordinal probit`],
  ["multinomial logit", "other", String.raw`multinomial|\brrrs?\b|relative[- ]risk ratio|polytomous|mlogit|多项(?:式)?(?:选择)?|多元(?:名义)? ?logi|多分类|无序多分类`],
  ["conditional logit", "other", String.raw`conditional logi|clogit|条件 ?logi|discrete choice|mixed logit|混合 ?logit|nested logit|嵌套 ?logi|巢式|fixed[- ]effects logi`],
  ["ordered logit", "ordered logit", String.raw`ordered[- ]logi|ordinal logi|ologit|proportional[- ]odds|cumulative(?: link|[- ]logi)|\bclm\b|\bpolr\b|cumulative\(|ordinal regression|有序|定序|序次|累积 ?logi|orderedmodel`],
  ["probit", "other", String.raw`\b(?:bi)?probits?\b|ivprobit`],
  ["linear probability model", "other", String.raw`linear probability|\blpm\b|线性概率`],
  ["Poisson", "other", String.raw`\bpoisson\b|泊松`],
  ["negative binomial", "other", String.raw`negative binomial|\bnbreg\b|负二项`],
  ["Cox", "other", String.raw`\bcox (?:proportional|regression|model|ph)|hazard (?:model|ratio|rate)|survival|比例风险|生存分析`],
  ["tobit", "other", String.raw`\btobit\b`],
  ["complementary log-log", "other", String.raw`clog-?log|complementary log`],
  ["OLS", "other", String.raw`\bols\b|ordinary least squares|linear regression|\blm\b(?! test)|最小二乘|线性回归|\b2sls\b|\biv\b(?= reg)|\bfgls\b|\bgmm\b`],
  ["logit", "binary logit", String.raw`logi(?:t|stic)|二元|二分类|binomial|逻辑(?:斯蒂|回归)|罗吉斯|\bodds ratio`],
];
const PATTERNS = NAMES.map(([name, family, words]) => ({ name, family, pattern: new RegExp(words, "iu") }));

export interface FamilySaid {
  readonly family: Family;
  readonly printed: string;
}

/** The kind of model that a text names; undefined where it names none. */
export function familySaid(text: string): FamilySaid | undefined {
  const found = PATTERNS.find(({ pattern }) => pattern.test(text));
  return found && { family: found.family, printed: found.name };
}

/** Constants and thresholds tell an ordered logit from a binary one. */
export const isConstant = (label: string): boolean => /^(?:\(?_?cons(?:tant|t\.?)?(?: term)?\)?|\(?intercepts?\)?(?:term)?|const|常数项?|常量|截距(?:项)?|\(常量\)|c)$/iu.test(label.trim().replace(/\^[a-z]$/, ""));
export const isThreshold = (label: string): boolean => /^\/?_?cut[ _-]?(?:off|point)?s? ?\d+|^\S(?:.*\S)? ?\| ?\S|^(?:threshold|阈值|切点|cutpoint|α|τ|θ) ?[\d_[(=]|\(intercept\): ?\d|^intercept ?\d|^\[?.{1,30} = [\d.]+\]$|^\d+\/\d+$/iu.test(label.trim());
