import { describe, expect, it } from "vitest";
import { contactItems } from "../../../src/standIn/answers/contactItems";
import { origin } from "../../../src/standIn/answers/origin";
import { highSkilledWork, otherWork } from "../../../src/standIn/answers/work";
import type { City } from "../../../src/standIn/person";
import { told, total } from "../told";

const CITIES: readonly City[] = ["changchun", "guangzhou", "hangzhou", "yiwu", "xian", "lanzhou", "xuzhou"];
const NO_DEGREE = ["executive", "trader", "shopkeeper", "designer", "chef", "other"];

describe("work", () => {
  it.each(CITIES)("in %s is drawn by shares in a hundred: the category, then the occupation within it", (city) => {
    for (const category of ["manager", "professional", "skilled"]) {
      const { random, asked } = told([category]);
      expect(highSkilledWork(city, true, random)).toEqual({ workCategory: category, occupation: Object.keys(asked[1])[0] });
      expect(asked.map(total)).toEqual([100, 100]);
      expect(Object.keys(asked[0])).toEqual(["manager", "professional", "skilled"]);
    }
  });

  it("without a degree is no profession, and no trade that asks for one", () => {
    for (const city of CITIES) for (const category of ["manager", "skilled"]) {
      const { random, asked } = told([category]);
      highSkilledWork(city, false, random);
      expect(asked[0].professional).toBe(0);
      expect(Object.keys(asked[1]).filter((name) => !NO_DEGREE.includes(name))).toEqual([]);
      expect(total(asked[1])).toBeGreaterThan(0);
    }
  });

  it("that is not counted as high-skilled is drawn by shares in a hundred", () => {
    for (const [category, occupations] of [["service", ["chef", "shopkeeper", "other"]], ["manual", ["factoryWorker", "other"]], ["unemployed", ["homemaker", "none"]], ["other", ["homemaker", "trader", "shopkeeper", "other"]]] as const) {
      const { random, asked } = told([category, occupations[0]]);
      expect(otherWork(random)).toEqual({ workCategory: category, occupation: occupations[0] });
      expect([asked.map(total), Object.keys(asked[1])]).toEqual([[100, 100], occupations]);
    }
  });
});

describe("where people come from", () => {
  it.each(CITIES)("in %s is drawn by shares in a hundred", (city) => {
    const { random, asked } = told(["usa", "english"]);
    expect(origin(city, random)).toEqual({ nationality: "usa", language: "english" });
    expect(total(asked[0])).toBe(100);
  });

  it.each([
    ["germany", { own: 60, english: 35, chinese: 8 }, 1], ["usa", { own: 0, english: 200, chinese: 8 }, 0], ["canada", { own: 60, english: 200, chinese: 8 }, 1], ["uk", { own: 0, english: 200, chinese: 8 }, 0],
    ["australia", { own: 0, english: 200, chinese: 8 }, 0], ["other", { own: 60, english: 35, chinese: 8 }, 8],
  ])("%s: its own language where there is a version in it, English the likelier where it is spoken", (nationality, weights, languages) => {
    const { random, asked, counts } = told([nationality, languages > 0 ? "own" : "english"]);
    expect(origin("guangzhou", random).nationality).toBe(nationality);
    expect([asked[1], counts]).toEqual([weights, languages > 0 ? [languages] : []]);
    expect(origin("yiwu", told([nationality, "chinese"]).random).language).toBe("chinese");
  });

  it("answers in one of its own languages", () => {
    expect(["germany", "brazil", "afghanistan"].map((nationality) => origin("yiwu", told([nationality, "own"]).random).language)).toEqual(["german", "portuguese", "persian"]);
    expect(origin("yiwu", told(["other", "own"], [], 7).random).language).toBe("persian");
  });
});

describe("contact items", () => {
  it("weigh every way to a sum by how alike the answers are, and how readily the easier is granted", () => {
    const weights = (sum: number) => { const { random, asked } = told([], [true, true]); contactItems(sum, 30, random); return asked[0]; };
    // 10 for alike, 7 for a step; 5 down from the easier, 4 level, 2 up. 112: 10 · 7 · 7 · 4 · 2.
    expect(weights(4)).toEqual({ 112: 3920, 121: 10 * 7 * 7 * 2 * 5, 211: 10 * 7 * 7 * 5 * 4 });
    expect([weights(3), weights(15)]).toEqual([{ 111: 16_000 }, { 555: 16_000 }]);
    expect(weights(7)).toMatchObject({ 511: 1 * 10 * 1 * 5 * 4, 421: 3 * 7 * 1 * 5 * 5, 331: 10 * 3 * 3 * 4 * 5, 115: 10 * 1 * 1 * 4 * 2, 232: 7 * 7 * 10 * 2 * 5 });
    // As many ways as three answers from 1 to 5 have: 1 3 6 10 15 18 19 18 …
    expect([3, 4, 5, 6, 7, 8, 9, 10].map((sum) => Object.keys(weights(sum)).length)).toEqual([1, 3, 6, 10, 15, 18, 19, 18]);
  });

  it("are worded, one's own marriage and a child's", () => {
    expect(contactItems(10, 30, told(["541", "0"], [true, true]).random)).toEqual({ chatWithChinese: "veryWilling", befriendChinese: "willing", marryChinese: "neverWilling", childMarryChinese: "neverWilling" });
    expect(contactItems(7, 30, told(["322", "notApplicable"], [true, false]).random)).toEqual({ chatWithChinese: "neutral", befriendChinese: "unwilling", marryChinese: "unwilling", childMarryChinese: "notApplicable" });
    // Where one's own does not apply, the sum counts the child's.
    expect(contactItems(7, 60, told(["322", "refused"], [false]).random)).toEqual({ chatWithChinese: "neutral", befriendChinese: "unwilling", marryChinese: "refused", childMarryChinese: "unwilling" });
  });

  it.each([["3", "2", "veryWilling"], ["3", "-2", "neverWilling"], ["5", "2", "veryWilling"], ["1", "-1", "neverWilling"], ["3", "1", "willing"]])("marriage %s and a step of %s for a child is %s", (own, step, words) => {
    const { random, asked } = told([`33${own}`, step], [true, true]);
    expect(contactItems(6 + Number(own), 40, random).childMarryChinese).toBe(words);
    expect(asked[1]).toEqual({ "0": 34, "1": 25, "-1": 20, "2": 12, "-2": 9 });
  });

  it.each([[29, [75, 40]], [30, [45, 65]], [44, [45, 65]], [45, [25, 65]]])("at %i apply in so many of a hundred: %j", (age, expected) => {
    const { random, chances, asked } = told(["333", "", ""], [true, false]);
    contactItems(9, age, random);
    expect(chances).toEqual(expected);
    expect(asked.at(-1)).toEqual({ notApplicable: 90, refused: 4, dontKnow: 3, "": 3 });
    expect(total(asked.at(-1)!)).toBe(100);
  });
});
