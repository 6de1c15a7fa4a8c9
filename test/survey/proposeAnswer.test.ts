import { expect, it } from "vitest";
import { firstOfOrder, proposeAnswer } from "../../src/survey/proposeAnswer";
import { columnOfSmall, small } from "./smallCodebook";

const proposed = (column: string, text: string, label?: string, first?: 0 | 1) => proposeAnswer(text, label, columnOfSmall(column), small, first);

it.each<[column: string, text: string, label: string | undefined, first: 0 | 1 | undefined, code: string | undefined]>([
  ["gender", "Femal", undefined, undefined, "female"], ["gender", "女性", undefined, undefined, "female"], ["gender", "Man.", undefined, undefined, "male"], ["gender", "xyz", undefined, undefined, undefined],
  ["gender", "7", "男 ", 1, "male"], ["gender", "1", "xyz", 1, undefined], // a label that says something else outweighs the order
  ["gender", "1", undefined, 1, "female"], ["gender", "2", undefined, 1, "male"], ["gender", "0", undefined, 0, "female"], ["gender", "1", undefined, 0, "male"], ["gender", "0", undefined, 1, undefined], ["gender", "3", undefined, 1, undefined], ["gender", "1", undefined, undefined, undefined], ["gender", "1a", undefined, 1, undefined],
  ["talk", "2", undefined, 1, "sometimes"], ["talk", "verry often", undefined, undefined, "often"], ["talk", "nt applicable", undefined, undefined, "notApplicable"],
  // Words for no answer: the one of the column's own that is meant, else its first; none where it has none.
  ["gender", "REFUSED", undefined, undefined, "refused"], ["gender", "拒绝回答", undefined, undefined, "refused"], ["gender", "don't know", undefined, undefined, "dontKnow"], ["gender", "DK", undefined, undefined, "dontKnow"], ["gender", "dkx", undefined, undefined, undefined], ["gender", "说不清", undefined, undefined, "dontKnow"],
  ["gender", "n/a", undefined, undefined, "refused"], ["gender", "98", undefined, undefined, "dontKnow"], ["gender", " 99 ", undefined, undefined, "refused"], ["gender", "-7", undefined, 1, "refused"], ["gender", "998", undefined, undefined, "dontKnow"], ["talk", "97", undefined, undefined, "notApplicable"], ["talk", "NaN", undefined, undefined, "notApplicable"],
  ["gender", "5", "refused", undefined, "refused"], ["gender", "5", "未填", undefined, "refused"], ["wave", "99", undefined, undefined, undefined], ["wave", "2018年", undefined, undefined, "2018"],
  ["age", "35 years", undefined, undefined, "35"], ["age", "16", undefined, undefined, "16"], ["age", "15", undefined, undefined, undefined], ["age", "95", undefined, undefined, "95"], ["age", "96", undefined, undefined, undefined], ["age", "about 40 or 50", undefined, undefined, "40"], ["age", "old", undefined, undefined, undefined], ["age", "98", undefined, undefined, undefined],
])("of %s, %j (%j, first %s) most likely means %s", (column, text, label, first, code) => expect(proposed(column, text, label, first)).toBe(code));

it("a number that may be an answer of a long list is not taken for a missing one", () => {
  const long = { ...columnOfSmall("talk"), answers: Array.from({ length: 97 }, (_, i) => ({ code: `a${i + 1}`, zh: `甲${i + 1}号`, en: `the answer ${i + 1}` })) };
  expect(proposeAnswer("97", undefined, long, small, 1)).toBe("a97");
  expect(proposeAnswer("98", undefined, long, small, 1)).toBe("notApplicable");
  expect(proposeAnswer("x", "refused", { ...long, missing: ["refused"] }, small, 1)).toBe("refused");
});

it.each<[given: string[], answers: number, first: 0 | 1 | undefined]>([
  [["1", "2"], 2, 1], [["2", "1", "3"], 3, 1], [["0", "1"], 2, 0], [["1", "0", "2"], 3, 0], [["0", "2"], 2, undefined], [["1", "3"], 2, undefined], [["2"], 2, 1], [["3"], 2, undefined], [["1", "2", "99", "-7", "refused"], 2, 1], [["1", "2", "x"], 2, undefined], [["1", "-2"], 2, undefined], [["1.5"], 2, undefined],
  [["0", "3"], 3, undefined], [["0"], 1, 0], [["1"], 1, 1], [["1"], 2, 1], [["1", "1.5"], 2, undefined], [["0", "1", "x"], 2, undefined],
])("%j of %d answers begin at %s", (given, answers, first) => expect(firstOfOrder(given, Array.from({ length: answers }))).toBe(first));

it("words for no answer are an answer's own where the column has no missing codes; codes of other columns are no proposals", () => {
  const answers = [{ code: "some", zh: "有一些", en: "several" }, { code: "none", zh: "没有", en: "nothing" }];
  const column = { ...columnOfSmall("gender"), answers, missing: [] as string[] };
  expect([proposeAnswer("none", undefined, column, small, undefined), proposeAnswer("none", undefined, { ...column, missing: ["refused"] }, small, undefined)]).toEqual(["none", "refused"]);
  const book = { ...small, missingCodes: [...small.missingCodes, { code: "elsewhere", zh: "在别处", en: "asked elsewhere" }] };
  expect([proposeAnswer("asked elsewhere", undefined, column, book, undefined), proposeAnswer("asked elsewhere", undefined, { ...column, missing: ["elsewhere"] }, book, undefined)]).toEqual([undefined, "elsewhere"]);
});
