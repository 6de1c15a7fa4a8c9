import type { Codebook, Column } from "../../src/survey/codebook";

const column = (name: string, zh: string, en: string, type: Column["type"], change: Partial<Column> = {}): Column => ({ name, label: { zh, en }, question: { zh, en }, type, missing: [], paperSection: "", key: false, optional: false, ...change });
const answers = (...codes: (readonly [code: string, zh: string, en: string])[]) => codes.map(([code, zh, en]) => ({ code, zh, en }));

/** Of one column of each type. */
export const small: Codebook = {
  missingCodes: answers(["refused", "拒答", "refused to say"], ["dontKnow", "不知道", "does not know"], ["notApplicable", "不适用", "not applicable"]),
  columns: [
    column("id", "编号", "identifier", "id"),
    column("source", "来源", "source of the row", "label"),
    column("wave", "年份", "survey year", "choice", { answers: answers(["2018", "2018 年", "year 2018"], ["2019", "2019 年", "year 2019"]) }),
    column("age", "年龄", "age in years", "whole number", { least: 16, most: 95 }),
    column("gender", "性别", "sex", "choice", { missing: ["refused", "dontKnow"], answers: answers(["female", "女", "woman"], ["male", "男", "man"]) }),
    column("talk", "聊天意愿", "would chat with neighbours", "ordered", { optional: true, missing: ["notApplicable"], answers: answers(["never", "从不", "not at all"], ["sometimes", "有时", "now and then"], ["often", "经常", "very often"]) }),
  ],
};

export const columnOfSmall = (name: string): Column => small.columns.find((one) => one.name === name)!;
