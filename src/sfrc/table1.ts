import { meanOf, sharesOf, type DescriptiveTable } from "../study/descriptiveTable";
import type { CodedSample, SfrcPerson } from "./codeSample";
import type { Readings } from "./readings";

/**
 * Table 1 from coded people, before rounding, under the names that `data/published.json` gives its variables and answers.
 *
 * Percentages are of everybody in the sample, so where a reading leaves a value undefined they add up to less than 100.
 */
export function table1({ people, readings }: Pick<CodedSample, "people" | "readings">): DescriptiveTable {
  return {
    n: people.length,
    city: sharesOf(people, { 长春: inCity("Changchun"), 广州: inCity("Guangzhou"), 杭州: inCity("Hangzhou"), 义乌: inCity("Yiwu") }),
    education: sharesOf(people, {
      大学以下: ({ education }) => education !== undefined && !isCollege(education, readings),
      大学及以上: ({ education }) => education !== undefined && isCollege(education, readings),
    }),
    support: sharesOf(people, {
      "无/自己": has("supportSelf", 1), "亲属/家人": has("supportKin", 1), "单位/客户": has("supportUnit", 1),
      // Coded 0 in all three, or (reading otherLeftOut) in none of them.
      其他: ({ supportSelf, supportKin, supportUnit }) => !supportSelf && !supportKin && !supportUnit,
    }),
    cumulativeCausation: sharesOf(people, { 有: has("cumulativeCausation", 1), 无: has("cumulativeCausation", readings.cumulativeCausation === "asPrinted" ? 2 : 0) }),
    participationBehaviour: sharesOf(people, { 中国参与: has("participationBehaviour", 1), 母国参与: has("participationBehaviour", 0) }),
    participationCognition: sharesOf(people, { 中国更优: has("participationCognition", 1), 母国更优: has("participationCognition", 0) }),
    ageMean: meanOf(people, ({ age }) => age),
    contactWillingnessMean: meanOf(people, ({ contactWillingness }) => contactWillingness),
  };
}

const inCity = (city: string) => (person: SfrcPerson): boolean => person.city === city;

const has = <Column extends keyof SfrcPerson>(column: Column, value: SfrcPerson[Column]) => (person: SfrcPerson): boolean => person[column] === value;

/** College is 1 of the dummy, and the fourth of six levels. */
const isCollege = (education: number, { education: reading }: Readings): boolean => education >= (reading === "level" ? 4 : 1);
