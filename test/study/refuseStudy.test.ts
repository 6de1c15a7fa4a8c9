import { expect, test } from "vitest";
import { BadInput } from "../../src/badInput";
import { runStudy } from "../../src/study/runStudy";
import type { CodedPeople, Study } from "../../src/study/study";

const label = { en: "x", zh: "x" };
const study: Study = {
  id: "mine", title: label, groups: [{ id: "all", label, where: {} }, { id: "men", label, where: { male: 1 } }], terms: [{ name: "x", label }, { name: "male", label }],
  models: [{ id: "A", title: label, group: "all", outcome: "y", family: "binomial", terms: ["x"] }, { id: "B", title: label, group: "men", outcome: "y", family: "binomial", terms: ["x"] }], hypotheses: [],
};
const coded: CodedPeople = { synthetic: false, people: Array.from({ length: 60 }, (_, i) => ({ id: String(i), y: (i * 7) % 5 < 2 ? 1 : 0, x: i % 9, male: i % 2, town: i % 3 ? "Guangzhou" : "Yiwu" })) };
const [A, B] = study.models;
const hypothesis = { id: "H", claim: label, term: "x", decidedBy: [{ group: "all", model: "A" }] };
const fitted = (changed: Partial<Study>, people = coded.people) => runStudy({ ...study, ...changed }, { ...coded, people });

test("a sound study runs; a group that a model does not use may be of another survey's columns", () => {
  expect(Object.keys(fitted({}).fits)).toEqual(["A", "B"]);
  expect(Object.keys(fitted({ models: [A], groups: [...study.groups, { id: "far", label, where: { moon: 1 } }] }).fits)).toEqual(["A"]);
});

test.each<[string, Partial<Study>, RegExp, RegExp]>([
  ["two models of one id, of which one would be told", { models: [A, { ...B, id: "A" }] }, /^study mine: two models are called A /, /^study mine：两个模型都叫 A/],
  ["two groups", { groups: [...study.groups, { id: "men", label, where: { male: 0 } }] }, /two groups are called men/, /两个群体都叫 men/],
  ["two terms", { terms: [...study.terms, { name: "x", label }] }, /two terms are called x/, /两个变量都叫 x/],
  ["a family that is none", { models: [{ ...A, family: "probit" as "binomial" }] }, /model A is of the family "probit" \(expected binomial or ordered\)/, /模型 A 的类型为“probit”/],
  ["a group that is none", { models: [{ ...A, group: "mne" }] }, /model A is about group "mne", which the study mine does not have; did you mean "men"\?/, /针对群体“mne”/],
  ["a group's column misspelt, which would leave it empty", { groups: [study.groups[0], { id: "men", label, where: { mael: 1 } }] }, /group men asks for column "mael", in which no coded person has a value; did you mean "male"\?/, /群体 men 用到列“mael”/],
  ["two hypotheses", { hypotheses: [hypothesis, hypothesis] }, /two hypotheses are called H /, /两个假设都叫 H/],
  ["a group decided by two models, of which one would be told", { hypotheses: [{ ...hypothesis, decidedBy: [{ group: "all", model: "A" }, { group: "all", model: "B" }] }] }, /hypothesis H is decided twice in group all/, /在群体 all 中判定了两次/],
  ["a hypothesis of a group that is none", { hypotheses: [{ ...hypothesis, decidedBy: [{ group: "al", model: "A" }] }] }, /hypothesis H is decided in group "al".*did you mean "all"\?/, /在群体“al”中判定/],
  ["a group that is not said", { models: [{ ...A, group: undefined as unknown as string }] }, /model A is about group "undefined"/, /针对群体“undefined”/],
  ["a condition that is a function, which has no columns and kept everybody", { models: [A], groups: [{ id: "all", label, where: ((person: { male: number }) => person.male === 1) as unknown as Record<string, number> }] }, /group all: where is a function \(expected columns with their values, such as \{ city: "Yiwu" \}, or \{\} for everybody\)/, /where 为 一个函数（应为：列及其取值.*\{\} 表示所有人/],
  ["a limit misspelt, which kept everybody", { models: [A], groups: [{ id: "all", label, where: { x: { min: 4 } as object } }] }, /group all, column x: the condition is \{ min: 4 \}/, /条件为 \{ min: 4 \}/],
  ["a limit that is a text", { models: [A], groups: [{ id: "all", label, where: { x: { least: "4" } as object } }] }, /the condition is \{ least: "4" \}/, /条件为/],
  ["no condition", { models: [A], groups: [{ id: "all", label, where: { x: null as unknown as number } }] }, /the condition is null/, /条件为 null/],
  ["a condition that nobody can meet", { models: [A], groups: [{ id: "all", label, where: { x: [] } }] }, /the condition is an empty list/, /空列表/],
  ["conditions that are not said", { models: [A], groups: [{ id: "all", label } as Study["groups"][number]] }, /where is undefined/, /where 为 undefined/],
  ["limits that no number meets", { models: [A], groups: [{ id: "all", label, where: { x: { least: 8, most: 2 } } }] }, /the condition is \{ least: 8, most: 2 \}/, /条件为/],
  ["a number as text, which nobody has", { models: [B], groups: [{ id: "men", label, where: { male: "1" } }] }, /^group men, column male: "1" is a text, and the column holds numbers \(expected a number, such as 0\)/, /"1" 是文本，而该列为数字（应为：数字，如 0）/],
  ["a text as a number", { models: [B], groups: [{ id: "men", label, where: { town: 1 } }] }, /column town: 1 is a number, and the column holds texts \(expected a text, such as "Yiwu"\)/, /1 是数字，而该列为文本/],
  ["limits on texts", { models: [B], groups: [{ id: "men", label, where: { town: { least: 1 } } }] }, /column town: limits on a column of texts \(expected a text or a list of them, such as "Yiwu"\)/, /对文本列设了上下限/],
  ["one value misspelt of a list, whose people were left out", { models: [B], groups: [{ id: "men", label, where: { town: ["Yiwu", "Guangzou"] } }] }, /column town: no coded person has "Guangzou"; did you mean "Guangzhou"\?/, /没有任何人取值为 "Guangzou"；是否指 "Guangzhou"？/],
  ["a value in other capitals", { models: [B], groups: [{ id: "men", label, where: { town: "yiwu" } }] }, /no coded person has "yiwu"; did you mean "Yiwu"\?/, /是否指 "Yiwu"？/],
  ["a term twice in a model", { models: [{ ...A, terms: ["x", "male", "x"] }] }, /model A has the term x twice \(expected each once\)/, /模型 A 两次含有变量 x/],
  ["an outcome that explains itself", { models: [{ ...A, terms: ["x", "y"] }] }, /model A explains y by itself/, /模型 A 用 y 解释它自身/],
  ["no models", { models: [] }, /^study mine: models: an empty list \(expected at least one\)/, /空列表（应为：至少一个/],
  ["a model that is its name", { models: ["A" as unknown as typeof A] }, /^study mine: model 1: "A" \(expected an object/, /"A"（应为：对象/],
  ["nothing for a model", { models: [null as unknown as typeof A] }, /^study mine: model 1: null/, /null/],
  ["a model's key misspelt, of which nothing was said", { models: [{ ...A, outcom: "x" } as typeof A] }, /model A: unknown key "outcom"; did you mean "outcome"\?/, /未知的键 "outcom"；是否指/],
  ["a group's key misspelt, which kept everybody", { groups: [{ ...study.groups[0], were: { male: 1 } } as Study["groups"][number], study.groups[1]] }, /group all: unknown key "were"; did you mean "where"\?/, /未知的键 "were"/],
  ["a study's key misspelt", { hypothesis: [hypothesis] } as Partial<Study>, /^study mine: unknown key "hypothesis"; did you mean "hypotheses"\?/, /未知的键/],
  ["terms that are one text, of which each letter was a term", { models: [{ ...A, terms: "x" as unknown as string[] }] }, /model A, terms: "x" \(expected a list\)/, /"x"（应为：一个列表/],
  ["no terms", { models: [{ ...A, terms: undefined as unknown as string[] }] }, /model A: no terms/, /没有 terms/],
  ["a term that is an object", { models: [{ ...A, terms: [{ name: "x" } as unknown as string] }] }, /model A, term 1: \{"name":"x"\} \(expected a text\)/, /（应为：文本/],
  ["an outcome that is a function", { models: [{ ...A, outcome: (() => 1) as unknown as string }] }, /model A, outcome: a function \(expected a text\)/, /一个函数（应为：文本/],
  ["a group in the place of its id", { models: [{ ...A, group: study.groups[0] as unknown as string }] }, /model A, group: \{"id":"all".*\(expected a text\)/, /（应为：文本/],
  ["a label in no language, which stood nowhere", { terms: [{ name: "x", label: "age" as unknown as typeof label }] }, /term x, label: "age" \(expected both languages: \{ en: "…", zh: "…" \}\)/, /两种语言/],
  ["a label without its Chinese", { terms: [{ name: "x", label: { en: "age" } as typeof label }] }, /term x, label: no zh/, /没有 zh/],
  ["a label that is blank", { terms: [{ name: "x", label: { en: " ", zh: "年" } }] }, /term x, label, en: an empty text/, /空文本/],
  ["an id that is a number", { models: [{ ...A, id: 3 as unknown as string }] }, /model 1, id: 3 \(expected a text\)/, /3（应为：文本/],
  ["a hypothesis on a term that nobody knows, undecided for ever", { hypotheses: [{ ...hypothesis, term: "mael" }] }, /hypothesis H is about the term "mael", which no model has; did you mean "male"\?/, /假设 H 针对变量“mael”/],
  ["a hypothesis told of a group by a model of another", { hypotheses: [{ ...hypothesis, decidedBy: [{ group: "men", model: "A" }] }] }, /hypothesis H is decided in group men by model A, which is about group all \(expected a model of group men\)/, /在群体 men 中由模型 A 判定，而该模型针对群体 all/],
  ["the same of the model beside it", { hypotheses: [{ ...hypothesis, decidedBy: [{ group: "all", model: "A", also: "B" }] }] }, /in group all by model B, which is about group men/, /由模型 B 判定/],
  ["a hypothesis that nothing decides", { hypotheses: [{ ...hypothesis, decidedBy: [] }] }, /hypothesis H, decidedBy: an empty list/, /空列表（应为：判定所用的群体与模型/],
  ["a flag as text, of which any was true", { hypotheses: [{ ...hypothesis, opposed: "false" as unknown as boolean }] }, /hypothesis H, opposed: "false" \(expected true or false\)/, /（应为：true 或 false/],
  ["a rule of a reading that is none", { readings: [{ name: "age", choices: ["a"] }], readingRules: [{ reading: "aeg", choice: "a" }] }, /a reading rule is about reading "aeg", which the study mine does not have; did you mean "age"\?/, /针对编码方案“aeg”/],
  ["a term misspelt", { models: [{ ...A, terms: ["X"] }] }, /model A reads column "X", in which no coded person has a value; did you mean "x"\?/, /模型 A 用到列“X”/],
])("is refused, in the reader's language: %s", (_, changed, en, zh) => {
  const error = (() => {
    try {
      return fitted(changed);
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toBeInstanceOf(BadInput);
  expect((error as BadInput).message).toMatch(en);
  expect((error as BadInput).inLanguage("zh")).toMatch(zh);
});

test("a study that goes in circles is told as any other", () => {
  const round: Record<string, unknown> = { ...A };
  round.self = round;
  expect(() => fitted({ models: [round as unknown as typeof A] })).toThrow(/model A: unknown key "self"/);
  const terms: unknown[] = [];
  terms.push(terms);
  expect(() => fitted({ models: [{ ...A, terms: terms as string[] }] })).toThrow(/model A, term 1: \[…\] \(expected a text\)/);
});

test.each<[string, string | string[]]>([
  ["a value that these people do not have", ["Yiwu", "Hangzhou"]],
  ["a value near one that is asked for too", ["Yiwu", "Yiwo", "Guangzhou"]],
  ["a value that differs by a digit", ["Yiwu", "Yiwu2"]],
])("a condition is met by whom it is met: %s", (_, town) => {
  const groups = [{ id: "all", label, where: { town } }];
  expect(fitted({ models: [A], groups }).samples.A.people).toHaveLength(coded.people.filter((person) => town.includes(String(person.town))).length);
});

test("people who are none, and counts that are none of theirs", () => {
  expect(() => runStudy(study, { ...coded, people: [...coded.people, null as unknown as (typeof coded.people)[0]] })).toThrow(/^runStudy: coded person 61 is null/);
  const counts = (given: unknown) => () => runStudy(study, { ...coded, counts: given as number[] });
  expect(counts([1, 2])).toThrow(/^runStudy: counts is 2 numbers \(expected a number for each of the 60 coded people\)/);
  for (const count of [-1, 0.5, "2", NaN]) expect(counts(coded.people.map(() => count))).toThrow(/^runStudy: the count of coded person 1 is /);
});

test("text where a number belongs, and a model that is not there", () => {
  expect(() => fitted({}, coded.people.map((person) => ({ ...person, x: String(person.x) })))).toThrow(/model A reads column "x", where 0 has "0", not a number/);
  expect(() => runStudy(study, coded, { models: ["C"] })).toThrow(/the study mine has no model C \(expected A, B\)/);
});

test("what is no number is shown as it is; nobody is asked whether he meant the name he gave", () => {
  const withX = (x: unknown) => coded.people.map((person) => ({ ...person, x: x as number }));
  expect(() => fitted({}, withX(NaN))).toThrow(/has NaN, not a number/);
  expect(() => fitted({}, withX(1n))).toThrow(/has 1, not a number/);
  expect(() => fitted({}, withX(undefined))).toThrow(/column "x", in which no coded person has a value\. Nothing was fitted\.$/);
  expect(() => fitted({ models: [{ ...A, terms: ["X"] }] })).toThrow(/did you mean "x"\? Nothing was fitted\.$/);
});

test.each<[string, unknown, unknown, RegExp]>([
  ["the list of people alone", study, coded.people, /the coded people are a list \(expected what codeSample gives\)/],
  ["a promise of people", study, Promise.resolve(coded), /the coded people are .* await/],
  ["nobody", study, undefined, /the coded people are undefined/],
  ["a survey that is not coded", study, { respondents: [] }, /the coded people are \{ respondents: … \}/],
  ["no study", undefined, coded, /runStudy: the study is undefined/],
  ["a study without groups", { ...study, groups: undefined }, coded, /the study is \{ id: "mine"/],
])("runStudy is not given %s", (_, one, other, message) => {
  expect(() => runStudy(one as Study, other as CodedPeople)).toThrow(BadInput);
  expect(() => runStudy(one as Study, other as CodedPeople)).toThrow(message);
});

test("one person is enough to have a column, and to be told by name; who has no id is a person", () => {
  const one: CodedPeople["people"] = coded.people.map((person, i) => ({ ...person, x: i === 7 ? ("much" as unknown as number) : person.x }));
  expect(() => fitted({}, one)).toThrow('model A reads column "x", where 7 has "much", not a number');
  expect(() => fitted({}, one.map(({ id: _, ...person }) => person))).toThrow('model A reads column "x", where a person has "much", not a number');
  // The last alone has a z, and it is near to what is asked for.
  const last = coded.people.map((person, i) => (i === 59 ? { ...person, zz: 1 } : person));
  expect(() => fitted({ models: [A], groups: [{ id: "all", label, where: { zz: 1 } }] }, last)).not.toThrow(/asks for column/);
});

test("of several faults the first is told", () => {
  const refused = (changed: Partial<Study>) => { try { fitted(changed); } catch (error) { return (error as Error).message; } return ""; };
  expect(refused({ groups: [...study.groups, { ...study.groups[1] }, { ...study.groups[0] }] })).toContain("two groups are called men");
  expect(refused({ hypotheses: [{ ...hypothesis, decidedBy: [{ group: "al", model: "A" }, { group: "mne", model: "A" }] }] })).toContain('is decided in group "al"');
});
