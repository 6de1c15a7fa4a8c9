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
