import fc from "fast-check";
import { expect, test } from "vitest";
import { codedCsv } from "../../src/sfrc/codedCsv";
import { codedFrame } from "../../src/sfrc/codedFrame";
import { CODED_COLUMNS, codeSample } from "../../src/sfrc/codeSample";
import { contactSum } from "../../src/sfrc/coding/contactWillingness";
import { readSurvey } from "../../src/sfrc/ourSurvey";
import { defaultReadings, readingEntries, type Readings } from "../../src/sfrc/readings";
import type { CodedPeople } from "../../src/study/study";
import type { Respondent, Survey } from "../../src/survey/respondent";
import { type Answers, codebook, respondent } from "../survey/rawFile";

const survey = (respondents: readonly Respondent[]) => ({ respondents, synthetic: true, files: ["raw.csv"], codebook, notes: [] });
const people = (answers: readonly Answers[]) => answers.map((one, i) => respondent({ id: `SYN-${i + 1}`, ...one }, i + 2));

/** Six of the sample, one who is not, and one whose silence a reading counts as 0, so chosen that every reading changes something. */
const VARIED = people([
  { city: "changchun", wave: "2017", age: "52", immigrationConsidered: "beforeComing", stayIntention: "asLongAsPossible", reception: "client", familyChinaExperience: "yes" },
  { city: "changchun", age: "28", gender: "male", immigrationConsidered: "afterComing", stayIntention: "permanently", reception: "other", compareMorals: "same" },
  { city: "xian" },
  { city: "guangzhou", education: "seniorSecondary", stayIntention: "asLongAsPossible", reception: "kinFriends", votedAtHome: "no" },
  { city: "hangzhou", education: "doctorate", chatWithChinese: "neutral", befriendChinese: "neutral", marryChinese: "unwilling", childMarryChinese: "willing" },
  { city: "yiwu", marryChinese: undefined, childMarryChinese: "veryWilling", reception: "homeAgency", joinedChinaVolunteering: "yes", votedAtHome: "no" },
  { city: "yiwu", chatWithChinese: "neverWilling", befriendChinese: "neverWilling", marryChinese: "neverWilling", compareFamilyTies: "china" },
  { city: "hangzhou", reception: undefined, stayIntention: undefined },
]);

test("people are coded in the order of the file, each column by its rule", () => {
  const coded = codeSample(survey(VARIED));
  expect(codedCsv(coded)).toBe([
    "id,wave,city,group,age,stay,stayTransnational,stayInMigration,age2,gender,education,cumulativeCausation,contactWillingness,supportSelf,supportKin,supportUnit,participationBehaviour,participationCognition",
    "SYN-1,2017,Changchun,changchun,52,2,1,1,2704,1,1,1,4,0,0,1,0,0",
    "SYN-2,2019,Changchun,changchun,28,3,1,1,784,0,1,0,4,0,0,0,0,0",
    "SYN-4,2019,Guangzhou,south,35,2,1,1,1225,1,0,0,4,0,1,0,0,0",
    "SYN-5,2019,Hangzhou,south,35,1,0,0,1225,1,1,0,2.6666666666666665,1,0,0,0,0",
    "SYN-6,2019,Yiwu,south,35,1,0,0,1225,1,1,0,4.666666666666667,0,0,1,1,0",
    "SYN-7,2019,Yiwu,south,35,1,0,0,1225,1,1,0,1,1,0,0,0,1",
    "",
  ].join("\n"));
  expect(coded.undefinedValues).toEqual({});
  expect(coded.readings).toEqual(defaultReadings);
  expect(coded.synthetic).toBe(true);
  expect(coded.respondents.map(({ id }) => id)).toEqual(coded.people.map(({ id }) => id));
});

test("every reading that acts on sample or coding changes what it should, and those of the models nothing", () => {
  const changed = (given: Partial<Readings>) => {
    const [before, after] = [codeSample(survey(VARIED)), codeSample(survey(VARIED), given)];
    return CODED_COLUMNS.filter((column) => JSON.stringify(before.people.map((p) => p[column])) !== JSON.stringify(after.people.map((p) => p[column])));
  };
  const expected: Record<string, string[]> = {
    "changchunWaves=only2019": [...CODED_COLUMNS],
    "stay=permanentOnly": ["stayTransnational", "stayInMigration"],
    "inMigration=both": ["stayInMigration"],
    "nonResponse=zero": [...CODED_COLUMNS],
    "consideredBefore=zeroWhateverStay": ["stayInMigration"],
    "consideredBefore=dropped": ["stayInMigration"],
    "contactWillingness=observedRange": ["contactWillingness"],
    "contactWillingness=firstComponent": ["contactWillingness"],
    "contactDirection=asAsked": ["contactWillingness"],
    "marriage=larger": ["contactWillingness"],
    "marriage=children": ["contactWillingness"],
    "marriage=mean": ["contactWillingness"],
    "supportNetwork=otherLeftOut": ["supportSelf", "supportKin", "supportUnit"],
    "cumulativeCausation=asPrinted": ["cumulativeCausation"],
    "cumulativeCausation=firstReference": ["cumulativeCausation"],
    "participationCognition=china": ["participationCognition"],
    "participationCognition=missing": ["participationCognition"],
    "participationBehaviour=china": ["participationBehaviour"],
    "participationBehaviour=missing": ["participationBehaviour"],
    "gender=male": ["gender"],
    "education=level": ["education"],
    "education=graduate": ["education"],
  };
  for (const { name, choices, actsAt } of readingEntries) {
    for (const choice of choices.slice(1)) {
      expect([`${name}=${choice}`, changed({ [name]: choice })]).toEqual([`${name}=${choice}`, actsAt === "modelling" ? [] : expected[`${name}=${choice}`]]);
    }
  }
});

test("values that a reading leaves undefined are counted, and empty cells in the file", () => {
  const coded = codeSample(survey(VARIED), { consideredBefore: "dropped", supportNetwork: "otherLeftOut", participationCognition: "missing" });
  expect(coded.undefinedValues).toEqual({ stayInMigration: 1, supportSelf: 1, supportKin: 1, supportUnit: 1, participationCognition: 1 });
  expect(codedCsv(coded).split("\n")[1]).toBe("SYN-1,2017,Changchun,changchun,52,2,1,,2704,1,1,1,4,0,0,1,0,0");
  expect(codedCsv(coded).split("\n")[2]).toBe("SYN-2,2019,Changchun,changchun,28,3,1,1,784,0,1,0,4,,,,0,");
});

test("an unknown reading or choice is refused", () => {
  expect(() => codeSample(survey(VARIED), { sex: "male" } as never)).toThrow(/reading sex/);
  expect(() => codeSample(survey(VARIED), { gender: "both" } as never)).toThrow(/reading gender: "both".*female or male/);
});

test("permuting the rows permutes the people and changes no value (property)", () => {
  const order = fc.shuffledSubarray([...VARIED.keys()], { minLength: VARIED.length });
  const choices = fc.record(Object.fromEntries(readingEntries.map(({ name, choices }) => [name, fc.constantFrom(...choices)])));
  fc.assert(fc.property(order, choices, (order, readings) => {
    const byId = (list: readonly Respondent[]) => new Map(codeSample(survey(list), readings as unknown as Readings).people.map((person) => [person.id, person]));
    const [straight, permuted] = [byId(VARIED), byId(order.map((i) => VARIED[i]))];
    expect([...permuted.keys()]).toEqual(order.map((i) => VARIED[i].id).filter((id) => straight.has(id)));
    for (const [id, person] of permuted) expect(person).toEqual(straight.get(id));
  }), { numRuns: 50 });
});

test("every number of the coded file reads back the same and needs no exponent (property)", () => {
  const answer = fc.constantFrom("veryWilling", "willing", "neutral", "unwilling", "neverWilling");
  const person = fc.record({ age: fc.integer({ min: 18, max: 110 }).map(String), chatWithChinese: answer, befriendChinese: answer, marryChinese: answer });
  fc.assert(fc.property(fc.array(person, { minLength: 1, maxLength: 12 }), fc.constantFrom("possibleRange", "observedRange"), (answers, contactWillingness) => {
    fc.pre(contactWillingness === "possibleRange" || new Set(people(answers).map((who) => contactSum(who))).size > 1);
    const coded = codeSample(survey(people(answers)), { contactWillingness });
    codedCsv(coded).split("\n").slice(1, -1).forEach((line, i) => {
      const cells = line.split(",");
      CODED_COLUMNS.forEach((column, j) => {
        const value = coded.people[i][column];
        if (typeof value === "number") expect([cells[j], Number(cells[j])]).toEqual([expect.stringMatching(/^\d+(\.\d+)?$/), value]);
      });
    });
  }));
});

test("a coded sample is people that a study can be run on", () => {
  const coded: CodedPeople = codeSample(survey(VARIED));
  expect(coded.people).toHaveLength(6);
});

test("the frame holds the same people, an undefined value being NaN", async () => {
  const coded = codeSample(survey(VARIED), { supportNetwork: "otherLeftOut" });
  const frame = await codedFrame(coded);
  expect(frame.columns).toEqual([...CODED_COLUMNS]);
  expect(frame.shape).toEqual([6, CODED_COLUMNS.length]);
  expect(frame.column("age").mean()).toBeCloseTo((52 + 28 + 35 * 4) / 6, 12);
  expect(frame.column("city").values).toEqual(coded.people.map(({ city }) => city));
  expect(frame.column("supportUnit").values).toEqual([1, NaN, 0, 0, 1, 0]);
  expect(frame.column("supportUnit").mean()).toBeCloseTo(2 / 5, 12);
});

test.each<[string, unknown, RegExp]>([
  ["nothing", undefined, /^codeSample: the survey is undefined \(expected what readSurvey gives\)/],
  ["a path", "survey.csv", /the survey is "survey.csv"/],
  ["people that are coded already", codeSample(readSurvey()), /the survey is \{ people: …/],
])("is refused in the survey's place: %s", (_, given, message) => {
  expect(() => codeSample(given as Survey)).toThrow(message);
});

test("a file to read is a path", () => {
  expect(() => readSurvey(3 as unknown as string)).toThrow(/^readSurvey: the file to read is 3 \(expected a path, or a list of paths\)/);
  expect(() => readSurvey([{}] as unknown as string[])).toThrow(/the file to read is a list/);
});
