import { describe, expect, it } from "vitest";
import { codeBy, type Coding, type ColumnRule, type RuleOfAnswer, selectBy } from "../../../src/study/folder/coding";
import type { Codebook } from "../../../src/survey/codebook";
import type { Respondent } from "../../../src/survey/respondent";
import { small } from "../../survey/smallCodebook";

const who = (answers: Record<string, string>, i = 0) => ({ id: `p${i}`, place: { file: "a.csv", row: i + 2 }, ...answers }) as unknown as Respondent;
const people = [{ age: "15", gender: "female", talk: "often", source: "x" }, { age: "18", gender: "male", source: "x" }, { gender: "female", talk: "never" }, { age: "40", talk: "sometimes" }, { age: "60", gender: "male", source: "y" }].map(who);
const codebookWith = (keys: Record<string, string[] | undefined>): Codebook => ({ ...small, columns: small.columns.map((column) => (column.name in keys ? { ...column, key: true, ...(keys[column.name] ? { oneSuffices: keys[column.name]! } : {}) } : column)) });
const selected = (sample: Coding["sample"], codebook: Codebook = small) => {
  const { respondents, flow } = selectBy({ sample, columns: [] }, { respondents: people, codebook, synthetic: true, files: ["a.csv"], notes: [] });
  return { ids: respondents.map(({ id }) => id), flow };
};
const rows = { reason: "rows", en: "rows read", zh: "读入的行", dropped: 0, left: 5 };

describe("who stays in the sample", () => {
  it("is everybody where no rule says otherwise", () => expect(selected([])).toEqual({ ids: ["p0", "p1", "p2", "p3", "p4"], flow: [rows] }));

  it("is told rule by rule; a number is compared as one, and nobody without an answer meets a rule", () => {
    expect(selected([{ column: "age", keep: { least: 18, most: 60 }, en: "of age", zh: "成年" }, { column: "gender", keep: ["male", "other"], en: "men", zh: "男" }])).toEqual({
      ids: ["p1", "p4"], flow: [rows, { reason: "age", en: "of age", zh: "成年", dropped: 2, left: 3 }, { reason: "gender", en: "men", zh: "男", dropped: 1, left: 2 }],
    });
  });

  it("ends with those who lack a key answer; of columns of which one suffices, all must be lacking", () => {
    const missing = { reason: "missingKeyVariable", en: "missing key variable", zh: "关键变量缺失" };
    expect(selected([], codebookWith({ gender: undefined }))).toEqual({ ids: ["p0", "p1", "p2", "p4"], flow: [rows, { ...missing, dropped: 1, left: 4 }] });
    expect(selected([], codebookWith({ talk: ["talk", "source"] }))).toEqual({ ids: ["p0", "p1", "p2", "p3", "p4"], flow: [rows, { ...missing, dropped: 0, left: 5 }] });
    expect(selected([], codebookWith({ gender: undefined, talk: ["age", "source"] })).ids).toEqual(["p0", "p1", "p4"]);
  });
});

describe("a coded column", () => {
  const made = (as: RuleOfAnswer, from: string, answers: Record<string, string>) => codeBy({ sample: [], columns: [{ name: "c", from, as }] }, who(answers), small);

  it.each<[RuleOfAnswer, string, string, number | string | undefined]>([
    [{ kind: "is", answers: ["often", "sometimes"] }, "talk", "sometimes", 1], [{ kind: "is", answers: ["often", "sometimes"] }, "talk", "never", 0], [{ kind: "values", values: { never: 0, sometimes: 2.5, often: null } }, "talk", "sometimes", 2.5], [{ kind: "values", values: { never: 0 } }, "talk", "never", 0], [{ kind: "values", values: { often: null } }, "talk", "often", undefined],
    [{ kind: "rank" }, "talk", "never", 1], [{ kind: "rank" }, "talk", "often", 3], [{ kind: "number", power: 1 }, "age", "30", 30], [{ kind: "number", power: 2 }, "age", "30", 900], [{ kind: "number", power: 0.5 }, "age", "36", 6], [{ kind: "text" }, "talk", "often", "often"],
  ])("by %j of %s %j is %j, and nothing of no answer", (as, from, answer, value) => {
    expect(made(as, from, { [from]: answer })).toEqual({ id: "p0", c: value });
    expect(made(as, from, {})).toEqual({ id: "p0", c: undefined });
  });

  it("of columns coded before is their product, sum or mean, where all are numbers", () => {
    const columns: ColumnRule[] = [{ name: "a", from: "age", as: { kind: "number", power: 1 } }, { name: "b", from: "talk", as: { kind: "rank" } }, { name: "t", from: "talk", as: { kind: "text" } }, { name: "product", of: ["a", "b"], by: "product" }, { name: "sum", of: ["a", "b", "b"], by: "sum" }, { name: "mean", of: ["a", "b", "b", "b"], by: "mean" }, { name: "none", of: ["a", "t"], by: "sum" }];
    const coded = (answers: Record<string, string>) => codeBy({ sample: [], columns }, who(answers), small);
    expect(coded({ age: "30", talk: "sometimes" })).toEqual({ id: "p0", a: 30, b: 2, t: "sometimes", product: 60, sum: 34, mean: 9, none: undefined });
    expect(coded({ age: "30" })).toEqual({ id: "p0", a: 30, b: undefined, t: undefined, product: undefined, sum: undefined, mean: undefined, none: undefined });
  });
});
