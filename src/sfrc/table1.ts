import { meanOf, sharesOf, sizeOf, type DescriptiveTable } from "../study/descriptiveTable";
import type { CodedFigures, SfrcFigures } from "./codeSample";
import { NETWORK_CODES } from "./coding/cumulativeCausation";
import type { Readings } from "./readings";

/**
 * Table 1 from coded people, before rounding, under the names that `data/published.json` gives its variables and answers.
 *
 * Percentages are of everybody in the sample, so where a reading leaves a value undefined they add up to less than 100.
 */
export function table1({ people, counts, readings }: Pick<CodedFigures, "people" | "counts" | "readings">): DescriptiveTable {
  const shares = (answers: Readonly<Record<string, (person: SfrcFigures) => boolean>>) => sharesOf(people, answers, counts);
  return {
    n: sizeOf(people, counts),
    city: shares({ 长春: inCity("Changchun"), 广州: inCity("Guangzhou"), 杭州: inCity("Hangzhou"), 义乌: inCity("Yiwu") }),
    education: shares({
      大学以下: ({ education }) => education !== undefined && !isCollege(education, readings),
      大学及以上: ({ education }) => education !== undefined && isCollege(education, readings),
    }),
    support: shares({
      "无/自己": has("supportSelf", 1), "亲属/家人": has("supportKin", 1), "单位/客户": has("supportUnit", 1),
      // Coded 0 in all three, or (reading otherLeftOut) in none of them.
      其他: ({ supportSelf, supportKin, supportUnit }) => !supportSelf && !supportKin && !supportUnit,
    }),
    cumulativeCausation: shares({ 有: has("cumulativeCausation", NETWORK_CODES[readings.cumulativeCausation].has), 无: has("cumulativeCausation", NETWORK_CODES[readings.cumulativeCausation].hasNot) }),
    participationBehaviour: shares({ 中国参与: has("participationBehaviour", 1), 母国参与: has("participationBehaviour", 0) }),
    participationCognition: shares({ 中国更优: has("participationCognition", 1), 母国更优: has("participationCognition", 0) }),
    ageMean: meanOf(people, ({ age }) => age, counts),
    contactWillingnessMean: meanOf(people, ({ contactWillingness }) => contactWillingness, counts),
  };
}

const inCity = (city: string) => (person: SfrcFigures): boolean => person.city === city;

const has = <Column extends keyof SfrcFigures>(column: Column, value: SfrcFigures[Column]) => (person: SfrcFigures): boolean => person[column] === value;

/** College is 1 of the dummy, and the fourth of six levels. */
const isCollege = (education: number, { education: reading }: Readings): boolean => education >= (reading === "level" ? 4 : 1);
