import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { Origin } from "../provenance";
import { originOfSurvey } from "../survey/fingerprint";
import type { Respondent, Survey } from "../survey/respondent";
import { codeAge, codeAge2 } from "./coding/age2";
import { codeContactWillingness } from "./coding/contactWillingness";
import { codeCumulativeCausation } from "./coding/cumulativeCausation";
import { codeEducation } from "./coding/education";
import { codeGender } from "./coding/gender";
import { withSilenceRead } from "./coding/nonResponse";
import { codeParticipationBehaviour } from "./coding/participationBehaviour";
import { codeParticipationCognition } from "./coding/participationCognition";
import { codeStay } from "./coding/stay";
import { codeStayInMigration } from "./coding/stayInMigration";
import { codeStayTransnational } from "./coding/stayTransnational";
import { codeSupport } from "./coding/support";
import { chooseReadings, readingEntries, type Readings } from "./readings";
import { selectSample, type FlowStep } from "./sample";
import { shown } from "../study/refuseWhere";
import { noteCoded } from "../study/session";
import { readingsFor } from "./sessionReadings";
import { sfrc } from "./study";

/** Columns of a coded person that are numbers, in the order of the coded file; what each is stands in `coding/`. */
export const CODED_NUMBERS = [
  "age", "stay", "stayTransnational", "stayInMigration", "age2", "gender", "education", "cumulativeCausation",
  "contactWillingness", "supportSelf", "supportKin", "supportUnit", "participationBehaviour", "participationCognition",
] as const;

export type CodedNumber = (typeof CODED_NUMBERS)[number];

/** All columns of the coded file, in its order. */
export const CODED_COLUMNS = ["id", "wave", "city", "group", ...CODED_NUMBERS] as const;

/** What Table 1 and the models read of a person. A number is undefined only where a reading leaves it so. */
export type SfrcFigures = {
  readonly city: string;
  readonly group: "changchun" | "south";
} & { readonly [C in CodedNumber]: number | undefined };

/** A respondent of the sample after coding. */
export type SfrcPerson = { readonly id: string; readonly wave: number } & SfrcFigures;

/** The paper's sample as Table 1 and the models need it: people, or patterns that stand for so many of them. */
export interface CodedFigures extends Origin {
  readonly people: readonly SfrcFigures[];
  readonly counts?: readonly number[] | undefined;
  readonly readings: Readings;
}

/** The paper's sample, coded. */
export interface CodedSample extends Origin {
  readonly people: readonly SfrcPerson[];
  /** The same people before coding, in the same order. */
  readonly respondents: readonly Respondent[];
  readonly flow: readonly FlowStep[];
  readonly readings: Readings;
  /** How many people have no value in a column under these readings; a model that uses it leaves them out. */
  readonly undefinedValues: Readonly<Partial<Record<CodedNumber, number>>>;
}

const CITY_NAMES: Readonly<Record<string, string>> = { changchun: "Changchun", guangzhou: "Guangzhou", hangzhou: "Hangzhou", yiwu: "Yiwu" };

/**
 * Selects the sample of a survey and codes every variable of the paper, by the readings given and otherwise by
 * the session's (`useReadings`), which are the defaults until someone chooses others.
 *
 * @throws {BadInput} an unknown reading or choice, or a range of contact items that cannot be rescaled
 */
export function codeSample(survey: Survey, given: Partial<Readings> = {}): CodedSample {
  refuseNoSurvey(survey);
  noteCoded({ study: sfrc, survey, code: (readings) => codeUnder(survey, chooseReadings(readings)) });
  return codeUnder(survey, readingsFor(given));
}

/** In a cell the coded people, a path or a promise are soon given in the survey's place. */
function refuseNoSurvey(survey: unknown): void {
  if (typeof survey === "object" && survey !== null && "respondents" in survey && "codebook" in survey) return;
  throw new BadInput({ file: "codeSample" }, said`the survey is ${shown(survey)}`, "what readSurvey gives", "Give codeSample(readSurvey()); people that are coded need no coding.");
}

/**
 * The same under readings that are all named, whatever the session works by.
 *
 * @param skips  steps of the sample flow that are not taken, as `selectSample`; without the last, people may lack any value
 * @throws {BadInput} a range of contact items that cannot be rescaled
 */
export function codeUnder(survey: Survey, readings: Readings, skips: readonly string[] = []): CodedSample {
  const { respondents, flow } = selectSample(survey, readings, Infinity, skips);
  const contact = codeContactWillingness(respondents, readings.contactWillingness, readings.contactDirection, readings.marriage);
  const people = respondents.map((who, i) => codePerson(who, contact[i], readings));
  return { people, respondents, flow, readings, ...originOfSurvey(survey, actingOnPeople(readings)), undefinedValues: countUndefined(people) };
}

/** Readings of modelling do nothing to a sample; `runStudy` adds them to where its results come from. */
const actingOnPeople = (readings: Readings): Record<string, string> =>
  Object.fromEntries(readingEntries.filter(({ actsAt }) => actsAt !== "modelling").map(({ name }) => [name, readings[name]]));

/** Key variables are answered by everybody in the sample, so only a reading can leave a value undefined: 'nonResponse=zero' the length of stay. */
export function codePerson(asked: Respondent, contactWillingness: number | undefined, readings: Readings): SfrcPerson {
  const who = withSilenceRead(asked, readings.nonResponse);
  return {
    id: who.id,
    wave: Number(who.wave),
    city: CITY_NAMES[who.city!],
    group: who.city === "changchun" ? "changchun" : "south",
    age: codeAge(who),
    // Three steps have no 0: who did not say how long is in none of them, whatever the reading.
    stay: codeStay(asked),
    stayTransnational: codeStayTransnational(who, readings.stay),
    stayInMigration: codeStayInMigration(who, readings),
    age2: codeAge2(who),
    gender: codeGender(who, readings.gender),
    education: codeEducation(who, readings.education),
    cumulativeCausation: codeCumulativeCausation(who, readings.cumulativeCausation),
    contactWillingness,
    ...codeSupport(who, readings.supportNetwork),
    participationBehaviour: codeParticipationBehaviour(who, readings.participationBehaviour),
    participationCognition: codeParticipationCognition(who, readings.participationCognition),
  };
}

function countUndefined(people: readonly SfrcPerson[]): CodedSample["undefinedValues"] {
  const counts = CODED_NUMBERS.map((column) => [column, people.filter((person) => person[column] === undefined).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
