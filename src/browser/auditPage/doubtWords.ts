import type { Language } from "../../bilingual";

/** What the reading of a table says of what it is unsure of, in Chinese; a reason not listed stays as it is. */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/^(.*) stands without a standard error: it may be no coefficient$/, "$1 没有标准误，可能不是系数"],
  [/^no number of observations was found$/, "没有找到样本量"],
  [/^"(.*)" is not a whole number$/, "“$1”不是整数"],
  [/^"(.*)" stands more than once$/, "“$1”出现不止一次"],
  [/^the notes say that brackets hold (.*) values, not standard errors: \((.*)\)$/, "表注说明括号内为 $1 值而非标准误：（$2）"],
  [/^a standard error cannot be negative: \((.*)\)$/, "标准误不能为负：（$1）"],
  [/^(\d+) stars$/, "有 $1 个星号"],
  [/^nothing names the kind of model; it has no constant, so it is read as an ordered logit$/, "没有说明模型类型；因无常数项，视为有序 logit"],
  [/^nothing names the kind of model; it has a constant, so it is read as a binary logit$/, "没有说明模型类型；因有常数项，视为二元 logit"],
  [/^numbers before any label: (.*)$/, "数字前没有变量名：$1"],
  [/^the line above, "(.*)", may be a heading or belong to this label$/, "上一行“$1”可能是小标题，也可能属于本变量名"],
  [/^cannot be placed: (.*)$/, "无法归位：$1"],
  [/^belongs to no question: (.*)$/, "不属于任何题目：$1"],
  [/^numbers without a label: (.*)$/, "数字没有变量名：$1"],
  [/^words between its numbers: "(.*?)"(.*)$/, "数字之间夹有文字“$1”$2"],
  [/^(\d+) numbers for (\d+) models, and nothing says which are missing(.*)$/, "$2 个模型只有 $1 个数字，无从判断缺哪一个$3"],
  [/^(\d+) numbers for (\d+) models(.*)$/, "$2 个模型却有 $1 个数字$3"],
  [/^(\d+) numbers but (\d+) in brackets(.*)$/, "$1 个数字，括号内却有 $2 个$3"],
  [/^its numbers stand between the columns(.*)$/, "数字不在列的位置上$1"],
  [/^a number in brackets stands under none(.*)$/, "括号内的数字上方没有系数$1"],
];

export function doubtIn(language: Language, why: string): { readonly text: string; readonly language: Language } {
  const found = language === "zh" ? CHINESE.find(([pattern]) => pattern.test(why)) : undefined;
  return found ? { text: why.replace(found[0], found[1]), language: "zh" } : { text: why, language: "en" };
}
