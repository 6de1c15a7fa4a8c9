import { describe, expect, it } from "vitest";
import { inspectSfrc } from "../../src/sfrc/inspection";
import { type Answers, codebook, respondent } from "../survey/rawFile";

const inspected = (people: readonly Answers[]) => inspectSfrc({ respondents: people.map((one, i) => respondent({ id: `SYN-${i + 1}`, ...one }, i + 2)), synthetic: true, files: ["raw.csv"], codebook, notes: [] });

describe("combinations of answers", () => {
  const COMBINATIONS = ["a doctorate before the age of 20", "a student by work category with an occupation other than student", "not working by work category, and yet with an occupation",
    "college or more before the age of 16", "a permanent resident who wants to leave as soon as possible", "has not considered immigrating and wants to stay permanently"];
  const oddOf = (answers: Answers) => inspected([answers]).combinations.filter(({ places }) => places.length > 0).map(({ en }) => COMBINATIONS.indexOf(en));

  it.each<[Answers, number[]]>([
    [{}, []],
    [{ age: "19", education: "doctorate" }, [0]], [{ age: "20", education: "doctorate" }, []], [{ age: "19", education: "master" }, []], [{ age: undefined, education: "doctorate" }, []],
    [{ workCategory: "student", occupation: "chef" }, [1]], [{ workCategory: "student", occupation: "student" }, []], [{ workCategory: "student", occupation: "none" }, []], [{ workCategory: "student", occupation: "other" }, []],
    [{ workCategory: "student", occupation: undefined }, []], [{ workCategory: "student", occupation: "homemaker" }, [1]],
    [{ workCategory: "unemployed", occupation: "chef" }, [2]], [{ workCategory: "unemployed", occupation: "none" }, []], [{ workCategory: "unemployed", occupation: "homemaker" }, []], [{ workCategory: "unemployed", occupation: "student" }, []],
    [{ workCategory: "unemployed", occupation: "other" }, []], [{ workCategory: "unemployed", occupation: undefined }, []],
    [{ age: "15", education: "college" }, [3]], [{ age: "15", education: "master" }, [3]], [{ age: "15", education: "doctorate" }, [0, 3]], [{ age: "15", education: "seniorSecondary" }, []], [{ age: "16", education: "college" }, []],
    [{ age: "15", education: undefined }, []],
    [{ residenceStatus: "permanent" }, [4]], [{ residenceStatus: "permanent", stayIntention: "asLongAsPossible" }, []], [{ residenceStatus: "family", stayIntention: "leaveSoon" }, []],
    [{ stayIntention: "permanently" }, [5]], [{ stayIntention: "permanently", immigrationConsidered: "afterComing" }, []], [{ stayIntention: "permanently", immigrationConsidered: undefined }, []],
  ])("%j", (answers, expected) => {
    expect(oddOf(answers)).toEqual(expected);
  });

  it("are shown with the places where they stand, the impossible first", () => {
    const { combinations, rows, synthetic } = inspected([{}, { age: "15" }, { age: "15", education: "doctorate" }]);
    expect([rows, synthetic, combinations.map(({ en }) => en), combinations.map(({ kind }) => kind)]).toEqual([3, true, COMBINATIONS, ["impossible", "impossible", "impossible", "unlikely", "unlikely", "unlikely"]]);
    expect(combinations.map(({ places }) => places.map(({ row }) => row))).toEqual([[4], [], [], [3, 4], [], []]);
  });
});

it("one answer to all contact items counts where three are answered", () => {
  const alike = (code: string | undefined): Answers => ({ chatWithChinese: code, befriendChinese: code, marryChinese: code, childMarryChinese: code });
  const { straightLining } = inspected([
    {}, alike("willing"), { ...alike("willing"), chatWithChinese: undefined }, { ...alike("neverWilling"), marryChinese: undefined }, { ...alike("neutral"), childMarryChinese: "willing" },
    { ...alike("veryWilling"), chatWithChinese: undefined, befriendChinese: undefined }, alike(undefined),
  ]);
  expect([straightLining!.answered, straightLining!.same, straightLining!.byAnswer.map(({ code, count }) => [code, count])]).toEqual([
    5, 3, [["veryWilling", 0], ["willing", 2], ["neutral", 0], ["unwilling", 0], ["neverWilling", 1]],
  ]);
});

it("who is lost at a step stands beside who is left after it, of those who told", () => {
  const { flow, lost } = inspected([
    { city: "xian", gender: "male", age: "34", education: "master", stayIntention: "permanently", immigrationConsidered: "afterComing" }, { city: "xian", gender: undefined, age: "35" },
    { wave: "2017", familyChinaExperience: "yes", age: undefined },
    { workCategory: "student", age: "20", education: "seniorSecondary" },
    { chatWithChinese: undefined, gender: "male", age: "50", education: "doctorate", stayIntention: "asLongAsPossible" },
    { age: "30" }, { age: "36", gender: "male", education: "juniorSecondary", familyChinaExperience: "yes" },
  ]);
  expect(flow.map(({ reason, dropped, left }) => `${reason} ${dropped} ${left}`)).toEqual(["rows 0 7", "city 2 5", "wave 1 4", "under18 0 4", "residenceStatus 0 4", "workCategory 1 3", "missingKeyVariable 1 2"]);
  const text = ({ share, of }: { share: number | undefined; of: number }) => (share === undefined ? `- of ${of}` : `${Math.round(share * of)} of ${of}`);
  const shares = (step: string) => Object.fromEntries(lost.filter((one) => one.step === step).map((one) => [one.what, [text(one.lost), text(one.left)]]));
  expect(shares("city")).toEqual({ female: ["0 of 1", "3 of 5"], under35: ["1 of 2", "2 of 4"], college: ["2 of 2", "3 of 5"], staying: ["1 of 2", "1 of 5"], family: ["0 of 2", "2 of 5"] });
  expect(shares("wave")).toEqual({ female: ["1 of 1", "2 of 4"], under35: ["- of 0", "2 of 4"], college: ["1 of 1", "2 of 4"], staying: ["0 of 1", "1 of 4"], family: ["1 of 1", "1 of 4"] });
  expect(shares("under18")).toEqual({ female: ["- of 0", "2 of 4"], under35: ["- of 0", "2 of 4"], college: ["- of 0", "2 of 4"], staying: ["- of 0", "1 of 4"], family: ["- of 0", "1 of 4"] });
  expect(shares("workCategory").college).toEqual(["0 of 1", "2 of 3"]);
  expect(shares("missingKeyVariable")).toEqual({ female: ["0 of 1", "1 of 2"], under35: ["0 of 1", "1 of 2"], college: ["1 of 1", "1 of 2"], staying: ["1 of 1", "0 of 2"], family: ["0 of 1", "1 of 2"] });
  expect(lost).toHaveLength(6 * 5);
  expect(lost.slice(0, 5).map(({ en, zh }) => `${en} ${zh}`)).toEqual(["women 女性", "under 35 35周岁以下", "college or above 大学及以上学历", "want to stay as long as possible or permanently 希望多待或永久居留", "family has been to China 家人有来华经历"]);
  expect(lost[0].lost).toEqual({ share: 0, of: 1 });
});
