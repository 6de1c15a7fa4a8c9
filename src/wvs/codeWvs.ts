import type { Codebook } from "../survey/codebook";
import { columnOf, rankOf } from "../survey/codebook";
import type { Respondent, Survey } from "../survey/respondent";

/** One person of the survey after coding; undefined where there is no answer. */
export type WvsPerson = {
  readonly id: string;
  readonly country: string | undefined;
  /** The binary outcome: 1 the government does too little for people in poverty, 0 about right or too much. */
  readonly tooLittle: number | undefined;
  /** The ordered outcome: 1 too little, 2 about right, 3 too much. It runs against `tooLittle`, so signs turn round. */
  readonly amount: number | undefined;
  readonly male: number | undefined;
  readonly religion: number | undefined;
  readonly degree: number | undefined;
  /** In years. */
  readonly age: number | undefined;
  /** Against Australia, the first in the alphabet. */
  readonly norway: number | undefined;
  readonly sweden: number | undefined;
  readonly usa: number | undefined;
};

/** Everybody of the survey, coded. */
export interface CodedWvs {
  readonly people: readonly WvsPerson[];
  readonly synthetic: boolean;
}

export const codeWvs = ({ respondents, codebook, synthetic }: Survey): CodedWvs => ({
  people: respondents.map((who) => codePerson(who, codebook)),
  synthetic,
});

function codePerson(who: Respondent, codebook: Codebook): WvsPerson {
  const { poverty, country, age } = who;
  return {
    id: who.id,
    country,
    tooLittle: dummy(poverty, "Too Little"),
    amount: poverty === undefined ? undefined : rankOf(columnOf(codebook, "poverty"), poverty),
    male: dummy(who.gender, "male"),
    religion: dummy(who.religion, "yes"),
    degree: dummy(who.degree, "yes"),
    age: age === undefined ? undefined : Number(age),
    norway: dummy(country, "Norway"),
    sweden: dummy(country, "Sweden"),
    usa: dummy(country, "USA"),
  };
}

const dummy = (answer: string | undefined, one: string): 0 | 1 | undefined => (answer === undefined ? undefined : answer === one ? 1 : 0);
