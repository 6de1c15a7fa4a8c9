import type { Unsure } from "../publishedTable";

/** Why a cell is in doubt, in the reader's language: a code with its values, and its words in one place. */
const WORDS = {
  noN: ["no number of observations was found", "没有找到样本量"],
  notWhole: ['"{0}" is not a whole number', "“{0}”不是整数"],
  nTwice: ["two numbers of observations: {0} and {1}", "有两个样本量：{0} 和 {1}"],
  noError: ["{0} stands without a standard error: it may be no coefficient", "{0} 没有标准误，可能不是系数"],
  negativeError: ["a standard error cannot be negative: {0}", "标准误不能为负：{0}"],
  notProbability: ["a p-value lies between 0 and 1: {0}", "p 值应在 0 与 1 之间：{0}"],
  limitsCross: ["the lower limit lies above the upper: {0}, {1}", "置信区间下限高于上限：{0}，{1}"],
  outsideLimits: ["{0} lies outside its interval {1} to {2}", "{0} 不在其区间 {1} 至 {2} 之内"],
  marks: ['the legend does not explain "{0}"', "表注没有说明“{0}”"],
  junk: ['"{0}" holds more than a number and stars', "“{0}”中除数字与星号外还有其他字符"],
  unnamedNumbers: ["nothing says what these numbers are; only the first was taken: {0}", "没有说明这些数字是什么，只采用了第一个：{0}"],
  severalNumbers: ["several numbers in one cell: {0}", "一格中有多个数字：{0}"],
  lostDigits: ['"{0}" may have lost digits', "“{0}”可能缺了数字"],
  tooFew: ["{0} numbers for {1} columns, and nothing says which are missing: {2}", "{1} 列只有 {0} 个数字，无从判断缺哪一个：{2}"],
  tooMany: ["{0} numbers for {1} columns: {2}", "{1} 列却有 {0} 个数字：{2}"],
  between: ["its numbers stand between the columns: {2}", "数字不在列的位置上：{2}"],
  noLabel: ["numbers without a label: {2}", "数字没有变量名：{2}"],
  columnsUnused: ["columns were not used that may hold its standard errors: {0}", "有几列未用，其中可能有标准误：{0}"],
  nameless: ["a number without the name of a term: {0}", "数字没有变量名：{0}"],
  twice: ['"{0}" stands more than once', "“{0}”出现不止一次"],
  errorless: ["a number in brackets without a coefficient above: {0}", "括号内的数字上方没有系数：{0}"],
  noFamily: ["nothing names the kind of model", "没有说明模型类型"],
  contradicts: ["coefficient and standard error do not go with the {0} beside them: {1}", "系数与标准误同旁边的 {0} 不符：{1}"],
  besides: ["the column beside it is not named: {0} may be a standard error, a t, a z or a p", "旁边一列没有名称：{0} 可能是标准误、t、z 或 p"],
  bracketsUnknown: ["nothing says what stands in brackets: {0} may be a standard error, a t, a z or a p", "没有说明括号内是什么：{0} 可能是标准误、t、z 或 p"],
  otherLegend: ["this table's legend differs from that of the first: read it alone with --table {0}", "本表的星号说明与第一张表不同：请用 --table {0} 单独读取"],
  guessedLetters: ["the encoding of the text is a guess, and so are the letters of this name: {0}", "文本编码为推测，此名称的字母也未必正确：{0}"],
  lostLetters: ["letters of this name were lost before: {0}", "此名称的字符早已丢失：{0}"],
  belongsNowhere: ["belongs to no question: {0}", "不属于任何题目：{0}"],
  unplaced: ["cannot be placed: {0}", "无法归位：{0}"],
} as const satisfies Record<string, readonly [string, string]>;

export type DoubtCode = keyof typeof WORDS;

/** The sentence of a doubt. */
export function doubtIn(language: "en" | "zh", code: DoubtCode, values: readonly (string | number)[]): string {
  return WORDS[code][language === "en" ? 0 : 1].replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)] ?? ""));
}

export const isDoubtCode = (code: string): code is DoubtCode => Object.hasOwn(WORDS, code);

/** A doubt as it stands in the table's JSON: its sentence in English, its code and values beside. */
export const doubt = (code: DoubtCode, values: readonly (string | number)[], where: { readonly model?: string | null; readonly term?: string | null; readonly field?: string | null }): Unsure =>
  ({ model: where.model ?? null, term: where.term ?? null, field: where.field ?? null, why: doubtIn("en", code, values), code, values: [...values] });
