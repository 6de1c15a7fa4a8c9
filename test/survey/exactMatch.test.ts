import { describe, expect, it } from "vitest";
import type { Column } from "../../src/survey/codebook";
import { answerCode, columnsByName, namesOf, plain } from "../../src/survey/exactMatch";

const column = (name: string, zh: string, en: string, change: Partial<Column> = {}): Column => ({ name, label: { zh, en }, question: { zh: `您的${zh}？`, en: `What is your ${en}?` }, type: "choice", missing: ["refused"], ...change } as Column);
const age = column("age", "年龄", "age in years");
const sex = column("gender", "性别", "sex", { answers: [{ code: "female", zh: "女", en: "woman" }, { code: "male", zh: "男", en: "man" }] as NonNullable<Column["answers"]> });
const notes = (...labels: (string | undefined)[]) => labels.map((label) => ({ label })) as unknown as Parameters<typeof columnsByName>[1];
const found = (header: string[], columns = [age, sex], labels: (string | undefined)[] = [], taken: string[] = []) =>
  Object.fromEntries(columnsByName(header, notes(...labels), { columns } as unknown as Parameters<typeof columnsByName>[2], new Set(taken)));

describe("texts are compared", () => {
  it.each([["  age   in\tyears ", "age in years"], ["您的年龄？", "您的年龄"], ["您的年龄 ？ ", "您的年龄"], ["Ａｇｅ：", "Age"], ["\u200b性\u2060别\ufeff", "性别"], ["no.", "no"], ["a?b", "a?b"]])("%j as %j", (text, as) => expect(plain(text)).toBe(as));
  it("by name, label and question in both languages", () => expect(namesOf(age)).toEqual(["age", "年龄", "age in years", "您的年龄", "What is your age in years"]));
});

describe("where a column of the codebook stands", () => {
  it("is told by its name, else by its label or question in either language", () => {
    expect(found(["gender", "x", "age"])).toEqual({ gender: 0, age: 2 });
    expect(found(["性别", "Age in years"])).toEqual({ gender: 0 }); // another case is another text
    expect(found(["What is your sex?", "age in years"])).toEqual({ gender: 0, age: 1 });
    expect(found(["v1", "v2"], [age, sex], ["年龄", "sex"])).toEqual({ age: 0, gender: 1 });
    expect(found(["年龄", "age"])).toEqual({ age: 1 }); // the name comes first
  });

  it("is doubtful where two cells fit, where two columns do, and where somebody has mapped the cell", () => {
    expect(found(["年龄", "age in years"])).toEqual({});
    expect(found(["years"], [column("a", "甲", "years"), column("b", "乙", "years")])).toEqual({});
    expect(found(["years", "a"], [column("a", "甲", "years"), column("b", "乙", "years")])).toEqual({ a: 1, b: 0 }); // a is found: b has no rival left
    expect(found(["age", "gender"], [age, sex], [], ["age"])).toEqual({ gender: 1 });
  });
});

describe("an answer's code", () => {
  const missing = [{ code: "refused", zh: "拒答", en: "refused to say" }, { code: "dontKnow", zh: "不知道", en: "does not know" }] as Parameters<typeof answerCode>[2];
  it.each([
    ["female", undefined, "female"], ["女", undefined, "female"], ["man", undefined, "male"], [" Man", undefined, undefined], ["refused", undefined, ""], ["拒答", undefined, ""],
    ["2", "男", "male"], ["2", "拒答", ""], ["2", undefined, undefined], ["2", "", undefined], ["dontKnow", undefined, undefined],
  ] as const)("%j, of which the file says %j, is %j", (text, told, code) => expect(answerCode(text, sex, missing, told)).toBe(code));

  it("is none where two answers have one label", () => {
    const twice = { ...sex, answers: [{ code: "a", zh: "是", en: "yes" }, { code: "b", zh: "是", en: "yes, too" }] } as Column;
    expect([answerCode("是", twice, missing), answerCode("yes", twice, missing)]).toEqual([undefined, "a"]);
  });
});
