import type { Language } from "../../../bilingual";
import type { Unsure } from "../../../published/publishedTable";
import { doubtIn, isDoubtCode } from "../../../published/table/doubts";
import { WORDS } from "./words";

/** Why something was supposed, in Chinese; a reason not listed stays as it is. */
const SUPPOSED: readonly (readonly [RegExp, string])[] = [
  [/^nothing names the kind of model; it has a constant$/, "没有说明模型类型；因有常数项，视为二元 logit"],
  [/^nothing names the kind of model; it has thresholds$/, "没有说明模型类型；因有阈值，视为有序 logit"],
  [/^nothing names the kind of model; it has no constant$/, "没有说明模型类型；因无常数项，视为有序 logit"],
  [/^nothing names the kind of model$/, "没有说明模型类型"],
  [/^one number of observations is said for the whole table$/, "全表只给出一个样本量"],
  [/^it is only called R²$/, "表中只称为 R²"],
  [/^half of the printed -2 log-likelihood (.*), to one place fewer$/, "由所印 −2 对数似然值 $1 折半，少一位小数"],
  [/^the text speaks of odds ratios and of coefficients, and none is negative$/, "文中既称优势比又称系数，且没有负值"],
  [/^other models of the table have a constant, this one has none: it may hold marginal effects$/, "表中其他模型有常数项而此模型没有，可能是边际效应"],
  [/^nothing says so, and no coefficient is negative: they may be odds ratios$/, "没有说明，且没有负系数，可能是优势比"],
  [/^no legend of the stars was read$/, "没有读到星号的说明，按常用界值推定"],
  [/^the column beside the coefficients has no heading$/, "系数旁的一列没有表头"],
  [/^nothing says what stands in brackets$/, "没有说明括号内是什么"],
];

/** A doubt in the reader's language: by its code where it has one, else by its sentence. */
export function doubtWords(language: Language, { why, code, values }: Pick<Unsure, "why" | "code" | "values">): { readonly text: string; readonly language: Language } {
  if (code !== undefined && isDoubtCode(code)) return { text: doubtIn(language, code, values ?? []), language };
  const found = language === "zh" ? SUPPOSED.find(([pattern]) => pattern.test(why)) : undefined;
  return found ? { text: why.replace(found[0], found[1]), language: "zh" } : { text: why, language: "en" };
}

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const FIELDS: Words = {
  family: WORDS.family, n: WORDS.n, pseudoR2: WORDS.pseudoR2, logLik: WORDS.logLik, cutoffs: WORDS.cutoffs, se: WORDS.standardError, coef: WORDS.coefficient,
  scale: { en: "scale", zh: "系数的尺度" }, brackets: { en: "in brackets", zh: "括号内" }, statistic: { en: "stars rest on", zh: "星号依据" },
  standardErrors: WORDS.errors, stars: { en: "stars", zh: "星号" }, label: WORDS.label, oddsRatio: { en: "odds ratio", zh: "优势比" },
  lower: { en: "lower limit", zh: "置信下限" }, upper: { en: "upper limit", zh: "置信上限" },
};
const VALUES: Words = {
  "binary logit": WORDS.binary, "ordered logit": WORDS.ordered, other: WORDS.other, logOdds: { en: "log-odds", zh: "对数优势" },
  oddsRatio: { en: "odds ratios", zh: "优势比" }, marginalEffect: { en: "marginal effects", zh: "边际效应" }, se: { en: "standard errors", zh: "标准误" },
  ci: { en: "confidence intervals", zh: "置信区间" },
};
const WHERE: Words = {
  row: { en: "row", zh: "行" }, column: { en: "column", zh: "列" }, statistic: { en: "statistic", zh: "统计量" }, legend: { en: "legend", zh: "表注" },
  note: { en: "note", zh: "注" }, heading: { en: "heading", zh: "表头" }, mark: { en: "mark", zh: "记号" },
};
const inWords = (words: Words) => (language: Language, name: string): string => (Object.hasOwn(words, name) ? words[name][language] : name);

/** What a field, a supposed value or a place in the table is called to the reader; a name not listed stays as it is. */
export const [fieldWords, valueWords, whereWords] = [inWords(FIELDS), inWords(VALUES), inWords(WHERE)];
