import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseReadings } from "../../src/sfrc/readings";
import { selectSample } from "../../src/sfrc/sample";
import type { Respondent } from "../../src/survey/respondent";
import { type Answers, codebook, respondent } from "../survey/rawFile";

const survey = (people: readonly Respondent[]) => ({ respondents: people, synthetic: true, files: ["raw.csv"], codebook, notes: [] });
const select = (people: readonly Answers[], readings = {}) => selectSample(survey(people.map((answers, i) => respondent({ id: `SYN-${i + 1}`, ...answers }))), chooseReadings(readings));

/** The reason that sends somebody away, or "sample". */
function reasonFor(answers: Answers, readings = {}): string {
  const { flow } = select([answers], readings);
  return flow.find(({ dropped }) => dropped > 0)?.reason ?? "sample";
}

test("the reasons stand in their order, in both languages, from all rows on", () => {
  const { flow } = select([]);
  expect(flow.map(({ reason }) => reason)).toEqual(["rows", "city", "wave", "under18", "residenceStatus", "workCategory", "missingKeyVariable"]);
  for (const { en, zh } of flow) expect([/[a-z]/.test(en), /[\u4e00-\u9fff]/.test(zh)]).toEqual([true, true]);
});

test("four cities are in, three are out, and no answer is out under city", () => {
  for (const city of ["changchun", "guangzhou", "hangzhou", "yiwu"]) expect(reasonFor({ city })).toBe("sample");
  for (const city of ["xian", "lanzhou", "xuzhou", undefined]) expect(reasonFor({ city })).toBe("city");
});

test("Changchun has three waves, or 2019 alone by the reading; the others have 2019", () => {
  for (const wave of ["2017", "2018", "2019"]) {
    const early = wave !== "2019";
    expect(reasonFor({ city: "changchun", wave })).toBe("sample");
    expect(reasonFor({ city: "changchun", wave }, { changchunWaves: "only2019" })).toBe(early ? "wave" : "sample");
    for (const city of ["guangzhou", "hangzhou", "yiwu"]) expect(reasonFor({ city, wave })).toBe(early ? "wave" : "sample");
  }
  expect(reasonFor({ city: "changchun", wave: undefined })).toBe("wave");
  expect(reasonFor({ city: "guangzhou", wave: undefined })).toBe("wave");
});

test("adults are in; an untold age is a missing key variable", () => {
  expect(["0", "17", "18", "110", undefined].map((age) => reasonFor({ age }))).toEqual(["under18", "under18", "sample", "sample", "missingKeyVariable"]);
});

test("every residence status and work category is judged, an untold one as ineligible", () => {
  const outcome = (column: string) => Object.fromEntries([...codebook.columns.find(({ name }) => name === column)!.answers!.map(({ code }) => code), undefined].map((answer) => [answer, reasonFor({ [column]: answer })]));
  const out = "residenceStatus";
  expect(outcome(out)).toEqual({ work: "sample", permanent: "sample", family: "sample", study: "sample", shortVisit: out, medical: out, undefined: out });
  const not = "workCategory";
  expect(outcome(not)).toEqual({ manager: "sample", professional: "sample", skilled: "sample", service: not, manual: not, student: not, unemployed: not, other: not, undefined: not });
});

test("the work category's parts are students and others, and add up", () => {
  const { flow } = select([{ workCategory: "student" }, { workCategory: "student" }, { workCategory: "manual" }, { workCategory: undefined }, {}]);
  const { dropped, parts } = flow.find(({ reason }) => reason === "workCategory")!;
  expect([dropped, ...parts!.map(({ reason, dropped }) => [reason, dropped])]).toEqual([4, ["students", 2], ["others", 2]]);
});

test("each key variable is needed, marriage in one of its two forms; no other is", () => {
  const key = ["gender", "education", "immigrationConsidered", "stayIntention", "chatWithChinese", "befriendChinese", "reception", "familyChinaExperience",
    "compareOpportunity", "compareFamilyTies", "compareMorals", "joinedChinaAssociation", "joinedChinaVolunteering", "votedAtHome", "joinedHomeAssociation"];
  for (const column of key) expect(reasonFor({ [column]: undefined })).toBe("missingKeyVariable");
  for (const column of ["source", "nationality", "language", "occupation", "marryChinese", "childMarryChinese"]) expect(reasonFor({ [column]: undefined })).toBe("sample");
  expect(reasonFor({ marryChinese: undefined, childMarryChinese: undefined })).toBe("missingKeyVariable");
});

test("whoever could leave for several reasons is counted under the first", () => {
  const all = { city: "xian", wave: "2017", age: "12", residenceStatus: "medical", workCategory: "student", gender: undefined };
  const repaired = [["city", "guangzhou"], ["wave", "2019"], ["age", "40"], ["residenceStatus", "work"], ["workCategory", "manager"], ["gender", "male"]];
  const reasons = ["city", "wave", "under18", "residenceStatus", "workCategory", "missingKeyVariable", "sample"];
  reasons.forEach((reason, i) => expect(reasonFor({ ...all, ...Object.fromEntries(repaired.slice(0, i)) })).toBe(reason));
});

test("everyone is counted once and the sample keeps the order of the rows (property)", () => {
  const answers = fc.record({
    city: fc.constantFrom("changchun", "yiwu", "xian", undefined), wave: fc.constantFrom("2017", "2019", undefined), age: fc.constantFrom("12", "40", undefined),
    residenceStatus: fc.constantFrom("work", "medical"), workCategory: fc.constantFrom("manager", "student", undefined), gender: fc.constantFrom("male", undefined),
  });
  fc.assert(fc.property(fc.array(answers, { maxLength: 40 }), fc.constantFrom("pooled", "only2019"), (people, changchunWaves) => {
    const { respondents, flow } = select(people, { changchunWaves });
    flow.slice(1).forEach(({ dropped, left }, i) => expect(left).toBe(flow[i].left - dropped));
    expect(flow[0].left).toBe(people.length);
    expect(flow.at(-1)!.left).toBe(respondents.length);
    const numbers = respondents.map(({ id }) => Number(id.slice(4)));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(respondents.every((who) => reasonFor(who as unknown as Answers, { changchunWaves }) === "sample")).toBe(true);
  }));
});
