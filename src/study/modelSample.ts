import { didYouMean } from "../faults/nearest";
import { said } from "../faults/said";
import { membersOf } from "./group";
import { groupOf, wrongStudy } from "./refuseStudy";
import { shown } from "./refuseWhere";
import type { CodedPerson, ModelSpec, Study } from "./study";

/** The people a model is fitted on, and their design. */
export interface ModelSample {
  readonly people: readonly CodedPerson[];
  /** n × k, in the order of `terms`. */
  readonly X: readonly (readonly number[])[];
  readonly y: readonly number[];
  /** `const` first for a binary outcome. */
  readonly terms: readonly string[];
  /** How many people each row stands for, where equal ones were counted together; one each where absent. */
  readonly weights?: readonly number[];
  /** Ordered outcomes only: the values of y in their order. */
  readonly levels?: readonly number[];
  /** People of the group left out (listwise) for want of a value: how many, and how many lack each column. */
  readonly leftOut: { readonly people: number; readonly byColumn: Readonly<Record<string, number>> };
}

/**
 * Who of a group a model is fitted on: those with a value in the outcome and in every term.
 *
 * @throws {BadInput} a group, or a column that no person has at all, or text where a number belongs: mistakes of a study's
 *   author, not of a data file
 */
export function modelSample(study: Study, spec: ModelSpec, everybody: readonly CodedPerson[]): ModelSample {
  const members = membersOf(groupOf(study, spec), everybody);
  const columns = [spec.outcome, ...spec.terms];
  for (const column of columns) refuseUnknown(study, spec, column, everybody);
  const people = members.filter((person) => columns.every((column) => person[column] !== undefined));
  const y = people.map((person) => numberIn(study, spec, person, spec.outcome));
  const constant = spec.family === "binomial" ? [1] : [];
  return {
    people,
    X: people.map((person) => [...constant, ...spec.terms.map((term) => numberIn(study, spec, person, term))]),
    y,
    terms: spec.family === "binomial" ? ["const", ...spec.terms] : spec.terms,
    ...(spec.family === "ordered" && { levels: [...new Set(y)].sort((a, b) => a - b) }),
    leftOut: {
      people: members.length - people.length,
      byColumn: Object.fromEntries(columns
        .map((column) => [column, members.filter((person) => person[column] === undefined).length] as const)
        .filter(([, lacking]) => lacking > 0)),
    },
  };
}

function refuseUnknown(study: Study, spec: ModelSpec, column: string, everybody: readonly CodedPerson[]): void {
  if (everybody.length > 0 && !everybody.some((person) => person[column] !== undefined)) {
    wrongStudy(study, said`model ${spec.id} reads column "${column}", in which no coded person has a value${didYouMean(column, Object.keys(everybody[0]).filter((name) => everybody[0][name] !== undefined))}`);
  }
}

function numberIn(study: Study, spec: ModelSpec, person: CodedPerson, column: string): number {
  const value = person[column];
  if (typeof value === "number" && Number.isFinite(value)) return value;
  return wrongStudy(study, said`model ${spec.id} reads column "${column}", where ${String(person.id ?? "a person")} has ${shown(value)}, not a number`);
}
