import type { Place } from "../badInput";
import type { Bilingual } from "../bilingual";
import { columnOf } from "../survey/codebook";
import { type Duplicates, findDuplicates, inspectColumns, type InspectedColumn } from "../survey/inspectSurvey";
import type { Respondent, Survey } from "../survey/respondent";
import { defaultReadings } from "./readings";
import { selectSample, type FlowStep } from "./sample";

/** Two answers of one person that cannot both be true, or hardly can. */
export interface OddCombination extends Bilingual {
  readonly kind: "impossible" | "unlikely";
  readonly columns: readonly string[];
  readonly places: readonly Place[];
}

/** People who left the sample at a step beside those who were left: a share, with how many told it. */
export interface LostAndLeft extends Bilingual {
  readonly step: string;
  readonly what: string;
  readonly lost: { readonly share: number | undefined; readonly of: number };
  readonly left: { readonly share: number | undefined; readonly of: number };
}

/** A look at somebody's survey before any model. */
export interface Inspection {
  readonly rows: number;
  readonly synthetic: boolean;
  readonly columns: readonly InspectedColumn[];
  readonly combinations: readonly OddCombination[];
  readonly duplicates: Duplicates;
  /** People who gave one and the same answer to all contact items that they answered, of those who answered at least three. */
  readonly straightLining?: { readonly answered: number; readonly same: number; readonly byAnswer: readonly (Bilingual & { readonly code: string; readonly count: number })[] };
  readonly flow: readonly (Bilingual & Pick<FlowStep, "reason" | "dropped" | "left">)[];
  readonly lost: readonly LostAndLeft[];
}

const CONTACT = ["chatWithChinese", "befriendChinese", "marryChinese", "childMarryChinese"];

interface Combination extends Bilingual {
  readonly kind: OddCombination["kind"];
  readonly columns: readonly string[];
  readonly holds: (who: Respondent) => boolean;
}

const COMBINATIONS: readonly Combination[] = [
  { kind: "impossible", columns: ["age", "education"], zh: "未满20周岁而有博士学历", en: "a doctorate before the age of 20", holds: ({ age, education }) => education === "doctorate" && Number(age) < 20 },
  { kind: "impossible", columns: ["workCategory", "occupation"], zh: "工作类别为学生，职业却不是学生", en: "a student by work category with an occupation other than student", holds: ({ workCategory, occupation }) => workCategory === "student" && occupation !== undefined && !among(["student", "none", "other"], occupation) },
  { kind: "impossible", columns: ["workCategory", "occupation"], zh: "工作类别为无业，却填了职业", en: "not working by work category, and yet with an occupation", holds: ({ workCategory, occupation }) => workCategory === "unemployed" && occupation !== undefined && !among(["none", "homemaker", "student", "other"], occupation) },
  { kind: "unlikely", columns: ["age", "education"], zh: "未满16周岁而有大学及以上学历", en: "college or more before the age of 16", holds: ({ age, education }) => among(["college", "master", "doctorate"], education) && Number(age) < 16 },
  { kind: "unlikely", columns: ["residenceStatus", "stayIntention"], zh: "已获永久居留，却希望尽早离开", en: "a permanent resident who wants to leave as soon as possible", holds: ({ residenceStatus, stayIntention }) => residenceStatus === "permanent" && stayIntention === "leaveSoon" },
  { kind: "unlikely", columns: ["immigrationConsidered", "stayIntention"], zh: "没有考虑移民，却希望永久居留", en: "has not considered immigrating and wants to stay permanently", holds: ({ immigrationConsidered, stayIntention }) => immigrationConsidered === "no" && stayIntention === "permanently" },
];

const SHARES: readonly (Bilingual & { readonly what: string; readonly tells: (who: Respondent) => boolean | undefined })[] = [
  { what: "female", zh: "女性", en: "women", tells: ({ gender }) => (gender === undefined ? undefined : gender === "female") },
  { what: "under35", zh: "35周岁以下", en: "under 35", tells: ({ age }) => (age === undefined ? undefined : Number(age) < 35) },
  { what: "college", zh: "大学及以上学历", en: "college or above", tells: ({ education }) => (education === undefined ? undefined : among(["college", "master", "doctorate"], education)) },
  { what: "staying", zh: "希望多待或永久居留", en: "want to stay as long as possible or permanently", tells: ({ stayIntention }) => (stayIntention === undefined ? undefined : stayIntention !== "leaveSoon") },
  { what: "family", zh: "家人有来华经历", en: "family has been to China", tells: ({ familyChinaExperience }) => (familyChinaExperience === undefined ? undefined : familyChinaExperience === "yes") },
];

/**
 * Looks at a survey of the paper's questionnaire before any model: answers, missing by kind, combinations that cannot be,
 * duplicates, straight-lining on the contact items, and who is lost at each step of the sample beside who stays.
 *
 * @param survey  read with `sameIds: "keep"`, so that an id that stands twice can be shown
 */
export function inspectSfrc(survey: Survey): Inspection {
  const { respondents, synthetic, codebook } = survey;
  return {
    rows: respondents.length, synthetic,
    columns: inspectColumns(survey),
    combinations: COMBINATIONS.map(({ holds, ...combination }) => ({ ...combination, places: respondents.filter(holds).map(({ place }) => place) })),
    duplicates: findDuplicates(survey),
    straightLining: straightLining(survey, columnOf(codebook, CONTACT[0]).answers!),
    flow: selectSample(survey).flow,
    lost: lostAndLeft(survey),
  };
}

function straightLining({ respondents }: Survey, answers: readonly (Bilingual & { readonly code: string })[]): NonNullable<Inspection["straightLining"]> {
  const lines = respondents.map((who) => CONTACT.map((item) => who[item]).filter((answer) => answer !== undefined)).filter(({ length }) => length >= 3);
  const same = lines.filter((line) => line.every((answer) => answer === line[0]));
  return { answered: lines.length, same: same.length, byAnswer: answers.map(({ code, zh, en }) => ({ code, zh, en, count: same.filter(([first]) => first === code).length })) };
}

/** The sample's steps once more, comparing who goes with who stays. */
function lostAndLeft(survey: Survey): LostAndLeft[] {
  const steps = selectSample(survey, defaultReadings).flow.slice(1);
  let left = survey.respondents;
  return steps.flatMap(({ reason }, k) => {
    const { respondents } = selectSample({ ...survey, respondents: left }, defaultReadings, k + 1);
    const stay = new Set(respondents);
    const lost = left.filter((who) => !stay.has(who));
    left = respondents;
    return SHARES.map(({ what, zh, en, tells }) => ({ step: reason, what, zh, en, lost: share(lost, tells), left: share(respondents, tells) }));
  });
}

function share(people: readonly Respondent[], tells: (who: Respondent) => boolean | undefined): LostAndLeft["lost"] {
  const told = people.map(tells).filter((answer) => answer !== undefined);
  return { share: told.length === 0 ? undefined : told.filter(Boolean).length / told.length, of: told.length };
}

const among = (list: readonly string[], value: string | undefined): boolean => value !== undefined && list.includes(value);
