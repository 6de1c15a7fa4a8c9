import type { Bilingual } from "../bilingual";
import type { Codebook } from "../survey/codebook";
import type { Respondent, Survey } from "../survey/respondent";
import { mayBeMissing } from "./coding/nonResponse";
import { defaultReadings, type Readings } from "./readings";

/** A step of the sample selection: why respondents left, how many, and how many were left after it. */
export interface FlowStep extends Bilingual {
  readonly reason: string;
  readonly dropped: number;
  readonly left: number;
  /** Kinds of respondents within the reason; their counts add up to `dropped`. */
  readonly parts?: readonly FlowPart[];
}

export interface FlowPart extends Bilingual {
  readonly reason: string;
  readonly dropped: number;
}

export interface Sample {
  readonly respondents: readonly Respondent[];
  readonly flow: readonly FlowStep[];
}

/** Why somebody leaves the sample, and which answers say so. */
export interface Rule extends Bilingual {
  readonly reason: string;
  readonly reads: readonly string[];
  readonly drops: (who: Respondent) => boolean;
  readonly parts?: readonly (Bilingual & { readonly reason: string; readonly holds: (who: Respondent) => boolean })[];
}

const CITIES = ["changchun", "guangzhou", "hangzhou", "yiwu"];
const RESIDENT = ["work", "permanent", "family", "study"];
const HIGH_SKILLED = ["manager", "professional", "skilled"];
const ADULT = 18;

/**
 * Selects the paper's sample (§3(1)), reason by reason in a fixed order; every respondent who leaves is counted under
 * the first reason that holds. The paper drops missing answers before it screens the kinds of work; the order decides
 * under which reason somebody is counted, never who remains. Who did not tell city, wave, residence status or work category cannot be judged
 * eligible and is counted under that very reason; who did not tell the age, under the key variables.
 *
 * @param steps  how many steps to take; all by default
 * @param skips  reasons whose step is not taken: those it would drop stay in (a multiverse asks what hangs on it)
 * @returns the respondents who remain, in the order of the file, and the flow, its first step being all rows
 */
export function selectSample(survey: Survey, readings: Readings = defaultReadings, steps = Infinity, skips: readonly string[] = []): Sample {
  let left = survey.respondents;
  const flow: FlowStep[] = [{ reason: "rows", en: "rows read", zh: "读入的行", dropped: 0, left: left.length }];
  for (const rule of rulesOf(survey.codebook, readings).slice(0, steps).filter(({ reason }) => !skips.includes(reason))) {
    const dropped = left.filter(rule.drops);
    left = left.filter((who) => !rule.drops(who));
    flow.push(step(rule, dropped, left.length));
  }
  return { respondents: left, flow };
}

/** The steps of the sample selection, in their order. */
export function rulesOf(codebook: Codebook, { changchunWaves, nonResponse }: Readings): Rule[] {
  const questions = keyQuestions(codebook, nonResponse);
  return [
    { reason: "city", reads: ["city"], en: "city: not one of the four, or not told", zh: "城市：不在四城市之列或未填", drops: ({ city }) => !among(CITIES, city) },
    { reason: "wave", reads: ["city", "wave"], en: "wave: outside the years of the city, or not told", zh: "年份：不在该城市所取年份之内或未填", drops: ({ city, wave }) => !among(wavesOf(city, changchunWaves), wave) },
    { reason: "under18", reads: ["age"], en: "under 18", zh: "未满18周岁", drops: ({ age }) => age !== undefined && Number(age) < ADULT },
    { reason: "residenceStatus", reads: ["residenceStatus"], en: "residence status: short visit or medical treatment, or not told", zh: "居留身份：短期旅行、就医或未填", drops: ({ residenceStatus }) => !among(RESIDENT, residenceStatus) },
    {
      reason: "workCategory", reads: ["workCategory"], en: "work category: not high-skilled, or not told", zh: "工作类别：非高技术人才或未填",
      drops: ({ workCategory }) => !among(HIGH_SKILLED, workCategory),
      parts: [
        { reason: "students", en: "students", zh: "学生", holds: ({ workCategory }) => workCategory === "student" },
        { reason: "others", en: "others", zh: "其他", holds: ({ workCategory }) => workCategory !== "student" },
      ],
    },
    { reason: "missingKeyVariable", reads: questions.flat(), en: "missing key variable", zh: "关键变量缺失", drops: (who) => questions.some((columns) => lacksAll(who, columns)) },
  ];
}

/** Changchun's earlier waves were joined to 2019; the other cities have that year only. */
const wavesOf = (city: string | undefined, reading: Readings["changchunWaves"]): readonly string[] =>
  city === "changchun" && reading === "pooled" ? ["2017", "2018", "2019"] : ["2019"];

/** The key variables: the columns of each, of which one answered is enough. */
export function keyQuestions(codebook: Codebook, nonResponse: Readings["nonResponse"]): readonly (readonly string[])[] {
  const questions = codebook.columns.flatMap(({ name, key, oneSuffices }) => (key && !mayBeMissing(name, nonResponse) ? [oneSuffices ?? [name]] : []));
  return questions.filter((columns, i) => questions.findIndex((other) => other.join() === columns.join()) === i);
}

/** Whether somebody answered none of these columns. */
export const lacksAll = (who: Respondent, columns: readonly string[]): boolean => columns.every((column) => who[column] === undefined);

function step({ reason, en, zh, parts }: Rule, dropped: readonly Respondent[], left: number): FlowStep {
  const counted = parts?.map((part) => ({ reason: part.reason, en: part.en, zh: part.zh, dropped: dropped.filter(part.holds).length }));
  return { reason, en, zh, dropped: dropped.length, left, ...(counted && { parts: counted }) };
}

const among = (list: readonly string[], value: string | undefined): boolean => value !== undefined && list.includes(value);
