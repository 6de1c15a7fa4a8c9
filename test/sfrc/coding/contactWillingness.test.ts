import fc from "fast-check";
import { expect, test } from "vitest";
import { codeContactWillingness, contactSum, rescaleContact } from "../../../src/sfrc/coding/contactWillingness";
import { respondent } from "../../survey/rawFile";

const ANSWERS = ["veryWilling", "willing", "neutral", "unwilling", "neverWilling"];
const who = (chatWithChinese?: string, befriendChinese?: string, marryChinese?: string, childMarryChinese?: string) =>
  respondent({ chatWithChinese, befriendChinese, marryChinese, childMarryChinese });
const one = (person: ReturnType<typeof respondent>, ...readings: [("possibleRange" | "observedRange")?, ("reversed" | "asAsked")?, ("whicheverAnswered" | "larger")?]) =>
  codeContactWillingness([person], ...readings)[0];

test("each answer counts 5 to 1 in each item; as asked, 1 to 5", () => {
  ANSWERS.forEach((answer, rank) => {
    expect(one(who(answer, answer, answer))).toBe(5 - rank);
    expect(one(who(answer, answer, answer), "possibleRange", "asAsked")).toBe(1 + rank);
    expect(contactSum(who(answer, "veryWilling", "veryWilling"))).toBe(15 - rank);
    expect(contactSum(who("veryWilling", answer, "veryWilling"))).toBe(15 - rank);
    expect(contactSum(who("veryWilling", "veryWilling", answer))).toBe(15 - rank);
    expect(contactSum(who("veryWilling", "veryWilling", undefined, answer))).toBe(15 - rank);
  });
});

test("unless a reading says otherwise, marriage is one's own, in the sum and in what is coded from it", () => {
  // neutral, neutral, unwilling: 3 + 3 + 2, whatever one's children may do.
  const person = who("neutral", "neutral", "unwilling", "veryWilling");
  expect([contactSum(person), one(person), one(person, "possibleRange", "reversed", "larger")]).toEqual([8, 8 / 3, 11 / 3]);
});

test("marriage is one's own where answered, or the more willing of the two", () => {
  const sums = (own?: string, child?: string) => (["whicheverAnswered", "larger"] as const).map((reading) => contactSum(who("neutral", "neutral", own, child), "reversed", reading));
  expect(sums("unwilling", "veryWilling")).toEqual([8, 11]);
  expect(sums("veryWilling", "unwilling")).toEqual([11, 11]);
  expect(sums("unwilling", undefined)).toEqual([8, 8]);
  expect(sums(undefined, "veryWilling")).toEqual([11, 11]);
  expect(sums(undefined, undefined)).toEqual([undefined, undefined]);
});

test("marriage may also be the children's where answered, or the mean of the two", () => {
  const sums = (own?: string, child?: string) => (["children", "mean"] as const).map((reading) => contactSum(who("neutral", "neutral", own, child), "reversed", reading));
  expect(sums("unwilling", "veryWilling")).toEqual([11, 9.5]);
  expect(sums("unwilling", undefined)).toEqual([8, 8]);
  expect(sums(undefined, "veryWilling")).toEqual([11, 11]);
});

test("the more willing answer is the more willing one in both directions", () => {
  expect(contactSum(who("neutral", "neutral", "unwilling", "veryWilling"), "asAsked", "larger")).toBe(3 + 3 + 1);
});

test("an item without an answer leaves the variable undefined", () => {
  expect(one(who(undefined, "willing", "willing"))).toBeUndefined();
  expect(one(who("willing", undefined, "willing"))).toBeUndefined();
});

test("the possible range gives the mean of the three items, which is the sum rescaled from 3–15 to 1–5", () => {
  expect(one(who("veryWilling", "willing", "willing"))).toBe(13 / 3);
  for (let sum = 3; sum <= 15; sum++) expect(rescaleContact(sum, { least: 3, most: 15 })).toBeCloseTo(sum / 3, 14);
});

test("the observed range stretches the smallest sum of the sample to 1 and the largest to 5", () => {
  const sample = [who("neutral", "neutral", "neutral"), who("veryWilling", "willing", "willing"), who("willing", "willing", "neutral"), who()];
  expect(codeContactWillingness(sample, "observedRange")).toEqual([1, 5, 3, undefined]); // sums 9, 13, 11
  expect(codeContactWillingness(sample, "observedRange", "asAsked")).toEqual([5, 1, 3, undefined]);
});

test("the first component of two items that always agree weighs them alike, and a third that never varies not at all", () => {
  const sample = [who("neutral", "neutral", "willing"), who("veryWilling", "veryWilling", "willing"), who("willing", "willing", "willing"), who()];
  expect(codeContactWillingness(sample, "firstComponent").map((value) => value && Number(value.toFixed(12)))).toEqual([1, 5, 3, undefined]);
  expect(() => codeContactWillingness([who("neutral", "neutral", "neutral"), who("neutral", "neutral", "neutral")], "firstComponent")).toThrow(/firstComponent.*same score/);
});

test("an observed range of one sum is refused, with the way out", () => {
  expect(() => codeContactWillingness([who("neutral", "neutral", "neutral"), who("willing", "neutral", "unwilling")], "observedRange")).toThrow(/all 2 respondents have the same sum of contact items, 9.*possibleRange/);
  expect(codeContactWillingness([], "observedRange")).toEqual([]);
});

test("asking the other way round mirrors every value about 3, whatever the other readings (property)", () => {
  const answer = fc.constantFrom(...ANSWERS);
  const person = fc.tuple(answer, answer, answer, fc.option(answer, { nil: undefined })).map((answers) => who(...answers));
  const sample = fc.array(person, { minLength: 2, maxLength: 20 }).filter((people) => new Set(people.map((p) => contactSum(p))).size > 1 && new Set(people.map((p) => contactSum(p, "reversed", "larger"))).size > 1);
  fc.assert(fc.property(sample, fc.constantFrom("possibleRange", "observedRange"), fc.constantFrom("whicheverAnswered", "larger"), (people, range, marriage) => {
    const [reversed, asAsked] = (["reversed", "asAsked"] as const).map((direction) => codeContactWillingness(people, range, direction, marriage));
    reversed.forEach((value, i) => {
      expect(value! + asAsked[i]!).toBeCloseTo(6, 12);
      expect(value).toBeGreaterThanOrEqual(1);
      expect(value).toBeLessThanOrEqual(5);
    });
  }));
});

test("an answer that no rule knows is refused", () => {
  expect(() => one(who("sometimes", "willing", "willing"))).toThrow(/column chatWithChinese: "sometimes".*veryWilling/);
});
