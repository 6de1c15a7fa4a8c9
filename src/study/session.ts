import { codebookPrint } from "../survey/codebookPrint";
import type { Survey } from "../survey/respondent";
import type { CodedPeople, Readings, Study } from "./study";

/** A survey that a session (a notebook's kernel, a script) has coded, and how to code it again under other readings. */
export interface Coded {
  readonly study: Study;
  readonly survey: Survey;
  readonly code: (readings: Readings) => CodedPeople;
}

const coded = new Map<string, Coded>();
let last: Coded | undefined;

/** Remembers whom the session asks about, for the panel beside a notebook and for what it holds outputs against. */
export function noteCoded(one: Coded): void {
  coded.set(codebookPrint(one.survey.codebook), one);
  last = one;
}

/** What was coded last; undefined before anything was. */
export const codedLast = (): Coded | undefined => last;

/** Of each questionnaire, the survey that was coded last. */
export const surveysInForce = (): Survey[] => [...coded.values()].map(({ survey }) => survey);
