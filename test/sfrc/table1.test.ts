import { describe, expect, it } from "vitest";
import { CODED_NUMBERS, type CodedNumber, type SfrcFigures } from "../../src/sfrc/codeSample";
import { defaultReadings, type Readings } from "../../src/sfrc/readings";
import { table1 } from "../../src/sfrc/table1";

const person = (rest: Partial<SfrcFigures>): SfrcFigures => ({
  ...(Object.fromEntries(CODED_NUMBERS.map((column) => [column, 0])) as Record<CodedNumber, number>),
  city: "Yiwu", group: "south", age: 30, stay: 1, age2: 900, education: 1, contactWillingness: 3, ...rest,
});
const PEOPLE = [
  person({ city: "Changchun", age: 40, supportSelf: 1, cumulativeCausation: 1, participationBehaviour: 1 }), person({ city: "Guangzhou", education: 0, supportKin: 1, participationCognition: 1 }),
  person({ city: "Hangzhou", supportUnit: 1, contactWillingness: undefined }), person({}), person({ education: undefined, cumulativeCausation: undefined, participationBehaviour: undefined, participationCognition: undefined, age: undefined, supportSelf: undefined, supportKin: undefined, supportUnit: undefined }),
];
const of = (readings: Partial<Readings> = {}, people = PEOPLE, counts?: number[]) => table1({ people, counts, readings: { ...defaultReadings, ...readings } });

describe("Table 1", () => {
  it("counts each answer, with its percentage of everybody, and means of those who have a value", () => {
    expect(of()).toEqual({
      n: 5,
      city: { 长春: [1, 20], 广州: [1, 20], 杭州: [1, 20], 义乌: [2, 40] },
      education: { 大学以下: [1, 20], 大学及以上: [3, 60] },
      support: { "无/自己": [1, 20], "亲属/家人": [1, 20], "单位/客户": [1, 20], 其他: [2, 40] },
      cumulativeCausation: { 有: [1, 20], 无: [3, 60] },
      participationBehaviour: { 中国参与: [1, 20], 母国参与: [3, 60] },
      participationCognition: { 中国更优: [1, 20], 母国更优: [3, 60] },
      ageMean: (40 + 30 + 30 + 30) / 4, contactWillingnessMean: 3,
    });
  });

  it("of patterns counts the people each stands for", () => {
    expect(of({}, PEOPLE, [10, 20, 5, 10, 5])).toMatchObject({ n: 50, city: { 长春: [10, 20], 义乌: [15, 30] }, education: { 大学以下: [20, 40], 大学及以上: [25, 50] }, ageMean: (400 + 35 * 30) / 45 });
  });

  it("understands the codes of every reading", () => {
    const levels = [1, 3, 4, 6].map((education) => person({ education }));
    expect(of({ education: "level" }, levels).education).toEqual({ 大学以下: [2, 50], 大学及以上: [2, 50] });
    const networks = (reading: Readings["cumulativeCausation"]) => of({ cumulativeCausation: reading }, [0, 1, 1, 2, 2, 2].map((cumulativeCausation) => person({ cumulativeCausation }))).cumulativeCausation as Record<string, [number, number]>;
    expect((["dummy", "asPrinted", "firstReference"] as const).map((reading) => [networks(reading).有[0], networks(reading).无[0]])).toEqual([[2, 1], [2, 3], [1, 2]]);
  });
});
