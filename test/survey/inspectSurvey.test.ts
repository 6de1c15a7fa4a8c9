import { describe, expect, it } from "vitest";
import { findDuplicates, inspectColumns } from "../../src/survey/inspectSurvey";
import type { Respondent, Survey } from "../../src/survey/respondent";
import { small } from "./smallCodebook";

const survey = (people: readonly Record<string, string>[], missing?: Survey["missing"]): Survey => ({ respondents: people.map((answers, i) => ({ id: `p${i}`, place: { file: "a.csv", row: i + 2 }, ...answers }) as unknown as Respondent), synthetic: false, files: ["a.csv"], codebook: small, notes: [], ...(missing ? { missing } : {}) });
const inspected = (people: readonly Record<string, string>[], missing?: Survey["missing"]) => Object.fromEntries(inspectColumns(survey(people, missing)).map(({ column, label: _, ...rest }) => [column, rest]));

describe("what stands in a column", () => {
  it("are its answers in the codebook's order, those that nobody gave included; of the id nothing is told", () => {
    const found = inspected([{ talk: "often" }, { talk: "never", source: "x" }, { talk: "often" }, {}]);
    expect(Object.keys(found)).toEqual(["source", "wave", "age", "gender", "talk"]);
    expect(found.talk).toEqual({ answered: 3, missing: [], answers: [{ code: "never", zh: "从不", en: "not at all", count: 1 }, { code: "sometimes", zh: "有时", en: "now and then", count: 0 }, { code: "often", zh: "经常", en: "very often", count: 2 }] });
    expect(found.source).toEqual({ answered: 1, missing: [] });
    expect(found.age).toEqual({ answered: 0, missing: [] });
  });

  it.each<[number[], number, number, number]>([[[30, 9, 100], 9, 30, 100], [[4, 1, 3, 10], 1, 3.5, 10], [[5], 5, 5, 5], [[2, 1], 1, 1.5, 2], [[5, 4, 3, 2, 1], 1, 3, 5]])("of the numbers %j the least is %d, the median %d, the most %d", (ages, least, median, most) => {
    expect(inspected(ages.map((age) => ({ age: String(age) }))).age).toEqual({ answered: ages.length, missing: [], range: { least, median, most } });
  });

  it("are the reasons why there is no answer, the commonest first", () => {
    expect(inspected([{}], new Map([["age", new Map([["", 2], ["99", 7], ["refused", 3]])]])).age.missing).toEqual([{ kind: "99", count: 7 }, { kind: "refused", count: 3 }, { kind: "", count: 2 }]);
  });
});

describe("duplicates", () => {
  const at = (...rows: number[]) => rows.map((row) => ({ file: "a.csv", row }));

  it("agree in every answer, whatever their ids and labels; a row without any answer is none", () => {
    expect(findDuplicates(survey([{ age: "30", source: "x" }, { age: "30", gender: "male" }, { source: "z" }, { age: "30", source: "y" }, { source: "z" }, { gender: "male", age: "30" }, { age: "30" }])).rows).toEqual([at(2, 5, 8), at(3, 7)]);
    expect(findDuplicates(survey([{ age: "1", gender: "2" }, { age: "12" }]))).toEqual({ rows: [], ids: [] });
  });

  it("have one id, with the waves that they come from", () => {
    expect(findDuplicates(survey([{ id: "a", wave: "2018" }, { id: "b", wave: "2018" }, { id: "a", wave: "2019", age: "20" }, { id: "a", wave: "2018", age: "21" }, { id: "c", age: "22" }, { id: "c", age: "23" }])).ids).toEqual([
      { id: "a", places: at(2, 4, 5), waves: ["2018", "2019"] }, { id: "c", places: at(6, 7), waves: [""] },
    ]);
  });
});
