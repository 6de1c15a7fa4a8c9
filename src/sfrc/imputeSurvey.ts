import { BadInput } from "../badInput";
import { type Incomplete, imputeChained } from "../models/imputation/chained";
import type { Column } from "../survey/codebook";
import { rankOf } from "../survey/codebook";
import type { Respondent, Survey } from "../survey/respondent";
import { defaultReadings, type Readings } from "./readings";
import { selectSample } from "./sample";

/** Surveys in which everybody eligible has answered every key question, by drawing what is missing. */
export interface ImputedSurveys {
  readonly surveys: readonly Survey[];
  /** Eligible people, before anybody is dropped for a missing answer. */
  readonly people: number;
  /** People with at least one drawn answer. */
  readonly completed: number;
  /** Question → how many answers were drawn; one of a pair of which one suffices counts once. */
  readonly drawn: Readonly<Record<string, number>>;
}

export interface ImputeOptions {
  readonly imputations: number;
  readonly seed: number;
  readonly cycles?: number;
}

/** The last step of the sample's selection, a missing key variable, is what imputation takes the place of. */
const STEPS_BEFORE_MISSING = 5;

/**
 * Draws the missing answers of everybody who is eligible but for them, question by question, and leaves coding to the coding:
 * raw answers are imputed, then coded. An alternative to dropping these people.
 *
 * Where one question of two suffices (own marriage or the children's), the pair is one answer, drawn only where both are missing.
 *
 * @param skips  steps of the sample flow that are not taken, as `selectSample`
 * @throws {BadInput} nobody is eligible, or nobody eligible has answered a question: there is nothing to draw from
 * @throws {RangeError} fewer than two imputations
 */
export function imputeSurvey(survey: Survey, { imputations, seed, cycles }: ImputeOptions, readings: Readings = defaultReadings, skips: readonly string[] = []): ImputedSurveys {
  const eligible = selectSample(survey, readings, STEPS_BEFORE_MISSING, skips).respondents;
  const questions = questionsOf(survey);
  refuseUnanswered(survey, questions, eligible);
  const variables = [...questions.map((question) => variableOf(question, eligible)), cityOf(eligible)];
  const filled = imputeChained(variables, { imputations, seed, ...(cycles === undefined ? {} : { cycles }) });
  const gaps = questions.map((question) => eligible.map((who) => answerOf(question, who) === undefined));
  return {
    surveys: filled.map((values) => ({ ...survey, respondents: eligible.map((who, i) => completed(who, questions.filter((_, q) => gaps[q][i]).map((question) => [question, values[questions.indexOf(question)][i]] as const))) })),
    people: eligible.length,
    completed: eligible.filter((_, i) => gaps.some((gap) => gap[i])).length,
    drawn: Object.fromEntries(questions.map(({ names: [name] }, q) => [name, gaps[q].filter(Boolean).length] as const).filter(([, count]) => count > 0)),
  };
}

/** A key question, or a pair of which one answer suffices, the first where both are answered. */
interface Question {
  readonly names: readonly string[];
  readonly column: Column;
}

function questionsOf({ codebook }: Survey): Question[] {
  const seen = new Set<string>();
  return codebook.columns.filter(({ key }) => key).flatMap((column) => {
    if (seen.has(column.name)) return [];
    const names = column.oneSuffices ?? [column.name];
    for (const name of names) seen.add(name);
    return [{ names, column }];
  });
}

const answerOf = ({ names }: Question, who: Respondent): string | undefined => names.map((name) => who[name]).find((answer) => answer !== undefined);

function refuseUnanswered({ files }: Survey, questions: readonly Question[], eligible: readonly Respondent[]): void {
  const file = files.join(", ");
  if (eligible.length === 0) throw new BadInput({ file }, "nobody is eligible: there is no answer to draw missing ones from", "eligible people", "Nothing was computed.");
  const unanswered = questions.find((question) => eligible.every((who) => answerOf(question, who) === undefined));
  if (unanswered) throw new BadInput({ file, column: unanswered.names.join(", ") }, "nobody eligible has answered this question: its missing answers cannot be drawn", "some values to draw from", "Nothing was computed.");
}

function variableOf(question: Question, people: readonly Respondent[]): Incomplete {
  const { column } = question;
  const value = (who: Respondent): number => {
    const answer = answerOf(question, who);
    if (answer === undefined) return NaN;
    return column.type === "whole number" ? Number(answer) : rankOf(column, answer)! - 1;
  };
  const categories = column.answers?.length ?? 0;
  const kind = column.type === "whole number" ? "number" : column.type === "ordered" ? "ordered" : categories === 2 ? "binary" : "nominal";
  return { name: column.name, kind, categories, values: Float64Array.from(people, value) };
}

/** Everybody eligible has told the city; it only predicts. */
function cityOf(people: readonly Respondent[]): Incomplete {
  const cities = [...new Set(people.map(({ city }) => city))].sort();
  return { name: "city", kind: "nominal", categories: cities.length, values: Float64Array.from(people, ({ city }) => cities.indexOf(city)) };
}

function completed(who: Respondent, drawn: readonly (readonly [Question, number])[]): Respondent {
  if (drawn.length === 0) return who;
  const answers = drawn.map(([{ names, column }, value]) => [names[0], column.type === "whole number" ? String(value) : column.answers![value].code]);
  return Object.assign({}, who, Object.fromEntries(answers)) as Respondent;
}
