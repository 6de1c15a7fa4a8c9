import { describe, expect, it } from "vitest";
import { answer } from "../../../src/standIn/answers/answer";
import { arrival } from "../../../src/standIn/answers/arrival";
import { comparisons } from "../../../src/standIn/answers/comparisons";
import { participation } from "../../../src/standIn/answers/participation";
import { schooling } from "../../../src/standIn/answers/schooling";
import { staying, workersResidence } from "../../../src/standIn/answers/staying";
import type { Person } from "../../../src/standIn/person";
import { told, total } from "../told";

const PERSON: Person = {
  city: "yiwu", wave: 2018, age: 41, gender: "male", college: false, familyWasInChina: false, contactSum: 9, reception: "unit",
  takesPartIn: "china", findsBetter: "home", outcome: "staysForever",
};

it("a questionnaire holds the facts of the person, and what chance answers to the rest", () => {
  const { random } = told(["iraq", "own", "permanent", "juniorSecondary", "skilled", "chef", "afterComing", "333", "0", "homeAgency", "same elsewhere home", "1011"], [true, true]);
  expect(answer(PERSON, random)).toEqual({
    source: "synthetic", wave: "2018", city: "yiwu", age: "41", gender: "male", nationality: "iraq", language: "arabic", residenceStatus: "permanent",
    education: "juniorSecondary", workCategory: "skilled", occupation: "chef", immigrationConsidered: "afterComing", stayIntention: "permanently",
    chatWithChinese: "neutral", befriendChinese: "neutral", marryChinese: "neutral", childMarryChinese: "neutral", reception: "homeAgency", familyChinaExperience: "no",
    compareOpportunity: "same", compareFamilyTies: "elsewhere", compareMorals: "home",
    joinedChinaAssociation: "yes", joinedChinaVolunteering: "no", votedAtHome: "yes", joinedHomeAssociation: "yes",
  });
});

describe("arrival", () => {
  it.each([
    ["self", { selfArranged: 1 }], ["kin", { kinFriends: 1 }], ["unit", { client: 42, homeAgency: 24, chinaAgency: 34 }], ["other", { other: 1 }],
  ] as const)("arranged by %s is answered by one of %j", (reception, weights) => {
    const { random, asked } = told([]);
    expect(arrival({ ...PERSON, reception, familyWasInChina: true }, random)).toEqual({ reception: Object.keys(weights)[0], familyChinaExperience: "yes" });
    expect(asked).toEqual([weights]);
  });
});

describe("staying", () => {
  it.each([
    ["goes", { no: 1 }, "leaveSoon"], ["consideredBefore", { beforeComing: 1 }, "leaveSoon"], ["consideredAfter", { afterComing: 1 }, "leaveSoon"],
    ["staysLong", { beforeComing: 18, afterComing: 36, no: 46 }, "asLongAsPossible"], ["staysForever", { beforeComing: 34, afterComing: 46, no: 20 }, "permanently"],
  ] as const)("of who %s", (outcome, weights, stayIntention) => {
    const { random, asked } = told([]);
    expect(staying(outcome, random)).toEqual({ immigrationConsidered: Object.keys(weights)[0], stayIntention });
    expect(asked).toEqual([weights]);
  });

  it("for good is granted from the age of 30 on", () => {
    const { random, asked } = told(["family", "permanent"]);
    expect([workersResidence(29, random), workersResidence(30, random)]).toEqual(["family", "permanent"]);
    expect(asked).toEqual([{ work: 86, family: 9, permanent: 0 }, { work: 86, family: 9, permanent: 5 }]);
  });
});

it.each([
  [true, 23, { college: 48, master: 0, doctorate: 0 }], [true, 24, { college: 48, master: 36, doctorate: 0 }], [true, 26, { college: 48, master: 36, doctorate: 0 }], [true, 27, { college: 48, master: 36, doctorate: 16 }],
  [false, 60, { primary: 8, juniorSecondary: 27, seniorSecondary: 65 }],
])("schooling with a degree: %s, at %i", (college, age, weights) => {
  const { random, asked } = told([]);
  expect(schooling(college, age, random)).toBe(Object.keys(weights)[0]);
  expect(asked).toEqual([weights]);
});

describe("where it is better", () => {
  const weightsOf = (better: "china" | "home") => { const { random, asked } = told(["same same china"]); return { drawn: comparisons(better, random), weights: asked[0] }; };

  it("China is best more often in 22 of the 64 ways to answer, home or neither in the others", () => {
    const [china, home] = [weightsOf("china"), weightsOf("home")];
    expect([china, home].map(({ weights }) => Object.keys(weights).length)).toEqual([22, 42]);
    expect(total(china.weights) + total(home.weights)).toBe(100 ** 3);
    expect(Object.keys(china.weights).filter((key) => key in home.weights)).toEqual([]);
    expect(china.drawn).toEqual({ compareOpportunity: "same", compareFamilyTies: "same", compareMorals: "china" });
  });

  it("each way weighs the product of its three shares", () => {
    // Opportunity 45 18 22 15, family ties 12 58 24 6, morals 27 30 33 10.
    expect(weightsOf("china").weights).toMatchObject({ "china china china": 45 * 12 * 27, "china china home": 45 * 12 * 30, "home china china": 18 * 12 * 27, "china same elsewhere": 45 * 24 * 10, "same china same": 22 * 12 * 33, "elsewhere elsewhere china": 15 * 6 * 27 });
    expect(weightsOf("home").weights).toMatchObject({ "home home home": 18 * 58 * 30, "china home same": 45 * 58 * 33, "same same same": 22 * 24 * 33, "elsewhere elsewhere elsewhere": 15 * 6 * 10, "home china same": 18 * 12 * 33, "same elsewhere home": 22 * 6 * 30 });
    expect(weightsOf("home").weights["china china home"]).toBeUndefined();
  });
});

describe("taking part", () => {
  const weightsOf = (where: "china" | "home") => { const { random, asked } = told(["1001"]); return { drawn: participation(where, random), weights: asked[0] }; };

  it("China has the upper hand in 5 of the 16 ways to answer, home or neither in the others", () => {
    const [china, home] = [weightsOf("china"), weightsOf("home")];
    // Keys of digits alone lose their order, so they are sorted: China's two answers, then home's two. Yes of a hundred: 20, 14; 42, 24.
    expect(china.weights).toEqual({ "1000": 20 * 86 * 58 * 76, "0100": 80 * 14 * 58 * 76, "1100": 20 * 14 * 58 * 76, "1110": 20 * 14 * 42 * 76, "1101": 20 * 14 * 58 * 24 });
    expect(home.weights).toMatchObject({ "0000": 80 * 86 * 58 * 76, "0011": 80 * 86 * 42 * 24, "1001": 20 * 86 * 58 * 24, "1111": 20 * 14 * 42 * 24, "0110": 80 * 14 * 42 * 76 });
    expect(total(china.weights) + total(home.weights)).toBe(100 ** 4);
    expect(home.drawn).toEqual({ joinedChinaAssociation: "yes", joinedChinaVolunteering: "no", votedAtHome: "no", joinedHomeAssociation: "yes" });
  });
});
