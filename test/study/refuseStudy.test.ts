import { expect, test } from "vitest";
import { BadInput } from "../../src/badInput";
import { runStudy } from "../../src/study/runStudy";
import type { CodedPeople, Study } from "../../src/study/study";

const label = { en: "x", zh: "x" };
const study: Study = {
  id: "mine", title: label, groups: [{ id: "all", label, where: {} }, { id: "men", label, where: { male: 1 } }], terms: [{ name: "x", label }, { name: "male", label }],
  models: [{ id: "A", title: label, group: "all", outcome: "y", family: "binomial", terms: ["x"] }, { id: "B", title: label, group: "men", outcome: "y", family: "binomial", terms: ["x"] }], hypotheses: [],
};
const coded: CodedPeople = { synthetic: false, people: Array.from({ length: 60 }, (_, i) => ({ id: String(i), y: (i * 7) % 5 < 2 ? 1 : 0, x: i % 9, male: i % 2 })) };
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
