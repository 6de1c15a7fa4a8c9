import type { Bilingual } from "../bilingual";
import type { Codebook } from "../survey/codebook";
import type { Respondent, Survey } from "../survey/respondent";
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

interface Rule extends Bilingual {
  readonly reason: string;
  readonly drops: (who: Respondent) => boolean;
  readonly parts?: readonly (Bilingual & { readonly reason: string; readonly holds: (who: Respondent) => boolean })[];
}

const CITIES = ["changchun", "guangzhou", "hangzhou", "yiwu"];
const RESIDENT = ["work", "permanent", "family", "study"];
const HIGH_SKILLED = ["manager", "professional", "skilled"];
const ADULT = 18;

/**
 * Selects the paper's sample (§3(1)), reason by reason in a fixed order; every respondent who leaves is counted under
 * the first reason that holds. Who did not tell city, wave, residence status or work category cannot be judged
 * eligible and is counted under that very reason; who did not tell the age, under the key variables.
 *
 * @returns the respondents who remain, in the order of the file, and the flow, its first step being all rows
 */
export function selectSample(survey: Survey, readings: Readings = defaultReadings): Sample {
  let left = survey.respondents;
  const flow: FlowStep[] = [{ reason: "rows", en: "rows read", zh: "读入的行", dropped: 0, left: left.length }];
  for (const rule of rulesOf(survey.codebook, readings)) {
    const dropped = left.filter(rule.drops);
    left = left.filter((who) => !rule.drops(who));
    flow.push(step(rule, dropped, left.length));
  }
  return { respondents: left, flow };
}

function rulesOf(codebook: Codebook, { changchunWaves }: Readings): Rule[] {
  return [
    { reason: "city", en: "city: not one of the four, or not told", zh: "城市：不在四城市之列或未填", drops: ({ city }) => !among(CITIES, city) },
    { reason: "wave", en: "wave: outside the years of the city, or not told", zh: "年份：不在该城市所取年份之内或未填", drops: ({ city, wave }) => !among(wavesOf(city, changchunWaves), wave) },
    { reason: "under18", en: "under 18", zh: "未满18周岁", drops: ({ age }) => age !== undefined && Number(age) < ADULT },
    { reason: "residenceStatus", en: "residence status: short visit or medical treatment, or not told", zh: "居留身份：短期旅行、就医或未填", drops: ({ residenceStatus }) => !among(RESIDENT, residenceStatus) },
    {
      reason: "workCategory", en: "work category: not high-skilled, or not told", zh: "工作类别：非高技术人才或未填",
      drops: ({ workCategory }) => !among(HIGH_SKILLED, workCategory),
      parts: [
        { reason: "students", en: "students", zh: "学生", holds: ({ workCategory }) => workCategory === "student" },
        { reason: "others", en: "others", zh: "其他", holds: ({ workCategory }) => workCategory !== "student" },
      ],
    },
    { reason: "missingKeyVariable", en: "missing key variable", zh: "关键变量缺失", drops: (who) => lacksKeyVariable(who, codebook) },
  ];
}

/** Changchun's earlier waves were joined to 2019; the other cities have that year only. */
const wavesOf = (city: string | undefined, reading: Readings["changchunWaves"]): readonly string[] =>
  city === "changchun" && reading === "pooled" ? ["2017", "2018", "2019"] : ["2019"];

function lacksKeyVariable(who: Respondent, codebook: Codebook): boolean {
  return codebook.columns.some(({ name, key, oneSuffices }) => key && (oneSuffices ?? [name]).every((column) => who[column] === undefined));
}

function step({ reason, en, zh, parts }: Rule, dropped: readonly Respondent[], left: number): FlowStep {
  const counted = parts?.map((part) => ({ reason: part.reason, en: part.en, zh: part.zh, dropped: dropped.filter(part.holds).length }));
  return { reason, en, zh, dropped: dropped.length, left, ...(counted && { parts: counted }) };
}

const among = (list: readonly string[], value: string | undefined): boolean => value !== undefined && list.includes(value);
