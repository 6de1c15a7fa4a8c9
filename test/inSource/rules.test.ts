import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answers, type AnswerTree, answersOf, answerTree } from "../../src/inSource/answerTree";
import { asRespondent, codingTrees, CONTACT_ITEMS, dropTrees, READS, TABULATED } from "../../src/inSource/rules";
import { numberOf, treeSql } from "../../src/inSource/treeSql";
import { codePerson, type CodedNumber } from "../../src/sfrc/codeSample";
import { contactItems } from "../../src/sfrc/coding/contactWillingness";
import { chooseReadings, readingEntries, type Readings } from "../../src/sfrc/readings";
import { selectSample } from "../../src/sfrc/sample";
import { columnOf } from "../../src/survey/codebook";
import { codebook } from "../survey/rawFile";

/** What a tree says of somebody: what the CASE that is made of it gives. */
function follow(tree: AnswerTree, answers: Answers): unknown {
  if ("value" in tree) return tree.value;
  const answer = answers[tree.column];
  return follow(tree.branches.find((branch) => answer !== undefined && branch.answers.includes(answer))?.then ?? tree.otherwise, answers);
}

/** Every combination of answers to some columns, missing ones among them. */
const combinations = (columns: readonly string[]): Answers[] =>
  columns.reduce<Answers[]>((before, name) => before.flatMap((given) => [...answersOf(columnOf(codebook, name)), undefined].map((answer) => ({ ...given, [name]: answer }))), [{}]);

/** The defaults, and each reading at each of its other choices. */
const everyReading: [string, Readings][] = readingEntries.flatMap(({ name, choices }) => choices.map((choice): [string, Readings] => [`${name}=${choice}`, chooseReadings({ [name]: choice })]));

/** Somebody who answers all columns of the codebook at random. */
const anybody = fc.record(Object.fromEntries(codebook.columns.filter(({ type }) => type !== "id" && type !== "label").map((column) => [column.name, fc.constantFrom(...answersOf(column), undefined)]))) as fc.Arbitrary<Answers>;

describe("the coding rules as trees", () => {
  test.each(everyReading)("say what the rules say of every answer, under %s", (_, readings) => {
    const trees = codingTrees(codebook, readings);
    for (const [name, reads] of Object.entries(READS)) {
      for (const answers of combinations(reads)) expect(follow(trees.get(name)!, answers), `${name} ${JSON.stringify(answers)}`).toBe(codePerson(asRespondent(answers), undefined, readings)[name as CodedNumber]);
    }
    for (const answers of combinations(["chatWithChinese", "befriendChinese", "marryChinese", "childMarryChinese"])) {
      const items = CONTACT_ITEMS.map((item) => follow(trees.get(item)!, answers));
      const expected = contactItems(asRespondent(answers), readings.contactDirection, readings.marriage);
      expect(items.includes(undefined) ? undefined : items, JSON.stringify(answers)).toEqual(expected);
    }
  });

  test("read no other answers than they say, and drop whom the sample drops", () => {
    fc.assert(fc.property(anybody, fc.constantFrom(...everyReading), (answers, [, readings]) => {
      const who = asRespondent(answers);
      const trees = codingTrees(codebook, readings);
      for (const name of Object.keys(READS)) expect(follow(trees.get(name)!, answers), name).toBe(codePerson(who, undefined, readings)[name as CodedNumber]);
      const kept = selectSample({ respondents: [who], synthetic: true, files: [], codebook, notes: [] }, readings).respondents.length === 1;
      expect(dropTrees(codebook, readings).some((tree) => follow(tree, answers) === true)).toBe(!kept);
    }), { numRuns: 150 });
  });

  test("are of the columns of the paper's models that answers tell", () => {
    expect(TABULATED).toEqual(["stay", "stayTransnational", "stayInMigration", "gender", "education", "cumulativeCausation", "supportSelf", "supportKin", "supportUnit", "participationBehaviour", "participationCognition"]);
  });

  test("drop nobody who is eligible, under the readings that keep the silent", () => {
    const eligible: Answers = { ...Object.fromEntries(codebook.columns.map((column) => [column.name, column.answers?.[0].code])), city: "yiwu", wave: "2019", age: "30", residenceStatus: "work", workCategory: "manager", stayIntention: undefined };
    const dropped = (readings: Readings): number => dropTrees(codebook, readings).filter((tree) => follow(tree, eligible) === true).length;
    expect([dropped(chooseReadings({})), dropped(chooseReadings({ nonResponse: "zero" }))]).toEqual([1, 0]);
  });
});

describe("a tree", () => {
  const gender = columnOf(codebook, "gender");
  const age = columnOf(codebook, "age");

  test("takes answers together that lead to the same, and no answer apart", () => {
    expect(answerTree([gender, age], ({ age: years }) => (years === undefined ? undefined : Number(years) < 2))).toEqual({
      column: "age", otherwise: { value: undefined },
      branches: [{ answers: ["0", "1"], then: { value: true } }, { answers: answersOf(age).slice(2), then: { value: false } }],
    });
  });

  test("numbers answers by their places, and whole numbers by themselves", () => {
    expect(answersOf({ ...age, least: 3, most: 5 })).toEqual(["3", "4", "5"]);
    expect([numberOf(gender, "female"), numberOf(gender, "male"), numberOf(age, "0"), numberOf(age, "110")]).toEqual([1, 2, 0, 110]);
    expect(() => numberOf(gender, "none")).toThrow("gender has no answer none");
    expect(() => numberOf(age, "111")).toThrow("age has no answer 111");
  });

  test("is a CASE over the numbers of the answers", () => {
    const column = (name: string) => columnOf(codebook, name);
    expect(treeSql(codingTrees(codebook, chooseReadings({})).get("gender")!, column)).toBe('CASE WHEN "gender" = 1 THEN 1 WHEN "gender" = 2 THEN 0 ELSE NULL END');
    expect(treeSql(codingTrees(codebook, chooseReadings({})).get("city")!, column)).toMatch(/^CASE WHEN "city" = 1 THEN 'Changchun' WHEN .* ELSE NULL END$/);
    expect(treeSql(dropTrees(codebook, chooseReadings({}))[2], column)).toBe(`CASE WHEN "age" IN (${Array.from({ length: 18 }, (_, i) => i).join(", ")}) THEN 1 ELSE 0 END`);
  });
});
