import { describe, expect, it } from "vitest";
import { drawPerson, workingAge } from "../../../src/standIn/excluded/drawPerson";
import { minor, otherWorker, student, visitor, worker } from "../../../src/standIn/excluded/kinds";
import { leaveOut, missingAnswers, missingKeys, waysToMiss } from "../../../src/standIn/excluded/missing";
import { Random } from "../../../src/standIn/random";
import type { Codebook } from "../../../src/survey/codebook";
import { told, type Weights } from "../told";

/** Chance with some of its answers fixed: a question by its first weight, in order; all else is drawn. */
function fixed(seed: number, answers: readonly (readonly [first: string, answer: string])[], happens: readonly (readonly [chance: number, so: boolean])[] = [], below: readonly number[] = []) {
  const random = new Random(seed);
  const asked: (readonly [string, Weights])[] = [];
  const [picks, chances, belows] = [[...answers], [...happens], [...below]];
  const { pick, happens: drawn, below: under } = { pick: random.pick.bind(random), happens: random.happens.bind(random), below: random.below.bind(random) };
  random.pick = <K extends string>(weights: Readonly<Partial<Record<K, number>>>): K => {
    const key = Object.keys(weights).join(" ");
    const at = picks.findIndex(([first]) => first === key);
    asked.push([key, weights as Weights]);
    return at < 0 ? pick(weights) : picks.splice(at, 1)[0][1] as K;
  };
  random.happens = (chance, outOf) => (chances[0]?.[0] === chance ? chances.shift()![1] : drawn(chance, outOf));
  random.below = (n) => (n === 8 || n === 5) && belows.length > 0 ? belows.shift()! : under(n);
  return { random, weightsOf: (key: string) => asked.filter(([one]) => one === key).map(([, weights]) => weights) };
}

describe("somebody outside the sample", () => {
  const GROUPS = [
    { 0: 445, 1: 145 }, { 0: 41, 1: 549 }, { 0: 437, 1: 153 }, // gender, education, family
  ];

  it("is drawn fact by fact, as often as the south has them", () => {
    const { random, asked } = told(["1", "1", "1", "8", "2", "1", "1", "staysLong"]);
    expect(drawPerson("xian", 2017, 22, random)).toEqual({
      city: "xian", wave: 2017, age: 22, gender: "female", college: true, familyWasInChina: true, contactSum: 8, reception: "unit", takesPartIn: "china", findsBetter: "china", outcome: "staysLong",
    });
    expect(asked.slice(0, 3)).toEqual(GROUPS);
    expect(asked.slice(4)).toEqual([{ 0: 308, 1: 107, 2: 74, 3: 101 }, { 0: 526, 1: 64 }, { 0: 345, 1: 245 }, { goes: 34, consideredBefore: 4, consideredAfter: 8, staysLong: 32, staysForever: 22 }]);
    expect(drawPerson("yiwu", 2019, 30, told(["0", "0", "0", "15", "3", "0", "0", "goes"]).random)).toMatchObject({ gender: "male", college: false, familyWasInChina: false, contactSum: 15, reception: "other", takesPartIn: "home", findsBetter: "home", outcome: "goes" });
  });

  it("has no degree under 22, and is not asked for one", () => {
    const { random, asked } = told(["0", "0", "4", "0", "0", "0", "goes"]);
    expect(drawPerson("xian", 2017, 21, random)).toMatchObject({ college: false, contactSum: 4 });
    expect(asked.slice(0, 2)).toEqual([GROUPS[0], GROUPS[2]]);
  });

  it("of working age is 22 to 68", () => {
    const { random, asked } = told(["37"]);
    expect([workingAge(random), Object.keys(asked[0]).length]).toEqual([37, 47]);
  });
});

describe("kinds of people met at the counter", () => {
  const AGES = Array.from({ length: 47 }, (_, i) => 22 + i).join(" ");
  const OTHER = "service manual unemployed other";
  const RESIDENCE = "work family permanent";

  it("a worker is high-skilled and lives on work, family or a permit", () => {
    for (let seed = 0; seed < 20; seed++) {
      const filled = worker("lanzhou", 2017, new Random(seed));
      expect(["manager", "professional", "skilled"]).toContain(filled.workCategory);
      expect(["work", "family", "permanent"]).toContain(filled.residenceStatus);
      expect([filled.city, filled.wave, Object.keys(filled).length]).toEqual(["lanzhou", "2017", 26]);
    }
  });

  it.each([[29, 0], [30, 5]])("a worker in other trades of %i lives in China for good by %i of a hundred", (age, permanent) => {
    const { random, weightsOf } = fixed(3, [[AGES, String(age)], [OTHER, "manual"]], [[45, true]]);
    expect(otherWorker("xian", 2018, random)).toMatchObject({ age: String(age), workCategory: "manual" });
    expect(weightsOf(RESIDENCE).at(-1)).toEqual({ work: 45, family: 50, permanent });
  });

  it.each([[22, "college master doctorate"], [21, "primary juniorSecondary seniorSecondary"]])("a worker in other trades of %i is of one of the schools %s", (age, schools) => {
    const { random, weightsOf } = fixed(3, [[AGES, String(age)]], age < 22 ? [] : [[45, true]]);
    const { education } = otherWorker("xian", 2018, random);
    expect(weightsOf(schools).length).toBeGreaterThan(0);
    expect(schools.split(" ")).toContain(education);
  });

  it.each([
    [[0, 3], 21, undefined], [[2, 2], 22, { seniorSecondary: 15, college: 60, master: 0 }], [[4, 4], 26, { seniorSecondary: 15, college: 60, master: 0 }], [[7, 2], 27, { seniorSecondary: 15, college: 60, master: 25 }],
  ])("a student, by two draws below eight of %j, is %i and of a school by %j", (below, age, weights) => {
    const { random, weightsOf } = fixed(11, [["study family", "family"], ["seniorSecondary college master", "college"]], [], below);
    expect(student("changchun", 2019, random)).toMatchObject({
      age: String(age), workCategory: "student", occupation: "student", residenceStatus: "family", education: weights === undefined ? "seniorSecondary" : "college",
    });
    expect(weightsOf("seniorSecondary college master")).toEqual(weights === undefined ? [] : [weights]);
    expect(weightsOf("study family")).toEqual([{ study: 94, family: 6 }]);
  });

  it.each([["worker", true], ["other", false]])("a visitor is a worker like any (%s) or of other work", (kind, skilled) => {
    const { random, weightsOf } = fixed(5, [["worker other", kind], ["shortVisit medical", "medical"]]);
    const filled = visitor("hangzhou", 2019, random);
    expect([filled.residenceStatus, ["manager", "professional", "skilled"].includes(filled.workCategory)]).toEqual(["medical", skilled]);
    expect([...weightsOf("worker other"), ...weightsOf("shortVisit medical")]).toEqual([{ worker: 65, other: 35 }, { shortVisit: 60, medical: 40 }]);
  });

  it.each([
    [0, "13", "primary"], [1, "14", "primary"], [2, "15", "juniorSecondary"], [3, "16", "juniorSecondary"], [4, "17", "seniorSecondary"],
  ])("a minor, by a draw below five of %i, is %s and at a school of level %s", (below, age, education) => {
    const { random, weightsOf } = fixed(2, [["juniorSecondary seniorSecondary", "seniorSecondary"], ["family study", "study"]], [[90, true], [35, true]], [below]);
    const filled = minor("guangzhou", 2019, random);
    expect(filled).toMatchObject({ age, education, workCategory: "student", occupation: "student", residenceStatus: "study", votedAtHome: "no", childMarryChinese: "notApplicable" });
    expect(weightsOf("juniorSecondary seniorSecondary")).toEqual(below === 4 ? [{ juniorSecondary: 60, seniorSecondary: 40 }] : []);
    expect(weightsOf("family study")).toEqual([{ family: 60, study: 40 }]);
  });

  it("a minor may be at no school, and asked of no marriage", () => {
    const { random } = fixed(2, [], [[90, false], [35, false], [75, true]]);
    expect(minor("guangzhou", 2019, random)).toMatchObject({ workCategory: "unemployed", occupation: "none", marryChinese: "notApplicable", childMarryChinese: "notApplicable" });
    const asked = fixed(2, [], [[90, true], [35, true], [75, true]]);
    expect(minor("guangzhou", 2019, asked.random).marryChinese).not.toBe("notApplicable");
  });
});

describe("answers that are missing", () => {
  const column = (name: string, rest: object = {}) => ({ name, type: "choice", missing: ["refused"], ...rest });
  const codebook = { columns: [
    column("id", { type: "id" }), column("source", { type: "label" }), column("gender", { key: true }), column("nationality"), column("language", { missing: [] }), column("occupation", { missing: ["none", "refused"] }),
    column("own", { key: true, oneSuffices: ["own", "child"] }), column("child", { key: true, oneSuffices: ["own", "child"] }),
  ] } as unknown as Codebook;

  it("are an empty cell and each of the missing codes, of every question", () => {
    expect(waysToMiss(codebook.columns[5])).toEqual(["", "none", "refused"]);
    expect(missingAnswers(codebook)).toEqual([
      { gender: "" }, { gender: "refused" }, { nationality: "" }, { nationality: "refused" }, { language: "" }, { occupation: "" }, { occupation: "none" }, { occupation: "refused" },
      { own: "" }, { own: "refused" }, { child: "" }, { child: "refused" },
    ]);
  });

  it("of a key variable lack both columns where one suffices", () => {
    expect(missingKeys(codebook)).toEqual([{ gender: "" }, { gender: "refused" }, { own: "", child: "" }, { own: "refused", child: "refused" }, { own: "", child: "" }, { own: "refused", child: "refused" }]);
  });

  it("six in a hundred leave out a question that selects nobody", () => {
    const filled = { gender: "male", nationality: "uk", language: "english", occupation: "chef" };
    const kept = told([], [false]);
    expect(leaveOut(filled, codebook, kept.random)).toEqual(filled);
    expect([kept.chances, kept.counts]).toEqual([[6], []]);
    const left = told([], [true], [2, 1]);
    expect(leaveOut(filled, codebook, left.random)).toEqual({ ...filled, occupation: "none" });
    expect(left.counts).toEqual([3, 3]);
    expect([[0, 0], [1, 0], [0, 1]].map((below) => leaveOut(filled, codebook, told([], [true], below).random))).toEqual([{ ...filled, nationality: "" }, { ...filled, language: "" }, { ...filled, nationality: "refused" }]);
  });
});
