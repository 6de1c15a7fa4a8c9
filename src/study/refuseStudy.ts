import { BadInput } from "../badInput";
import { didYouMean } from "../faults/nearest";
import { said, type Text } from "../faults/said";
import { refuseWhere, shown } from "./refuseWhere";
import type { CodedPeople, CodedPerson, Group, ModelSpec, Study } from "./study";

/** A mistake of a study's author: told as the study's, since a study may be written in a cell. */
export function wrongStudy(study: Pick<Study, "id">, found: Text, expected?: Text): never {
  throw new BadInput({ file: `study ${study.id}` }, found, expected, "Nothing was fitted.");
}

/** The group that a model is about. @throws {BadInput} where the study has none of this name */
export function groupOf(study: Study, { id, group }: Pick<ModelSpec, "id" | "group">): Group {
  const known = study.groups.map((one) => one.id);
  return study.groups.find((one) => one.id === group) ?? wrongStudy(study, said`model ${id} is about group "${group}", which the study ${study.id} does not have${didYouMean(String(group), known)}`, known.join(", "));
}

/**
 * Refuses what is no study or no people: in a cell a survey, a promise or the list of people alone is soon given instead.
 *
 * @throws {BadInput}
 */
export function refuseForm(study: Study, coded: CodedPeople): void {
  const of = (given: unknown, lists: readonly string[]): boolean => typeof given === "object" && given !== null && lists.every((list) => Array.isArray((given as Record<string, unknown>)[list]));
  if (!of(study, ["groups", "terms", "models", "hypotheses"])) throw new BadInput({ file: "runStudy" }, said`the study is ${shown(study)}`, "an object with the lists groups, terms, models and hypotheses", "Copy one and change it: { ...sfrc, models: … }.");
  if (!of(coded, ["people"])) throw new BadInput({ file: "runStudy" }, said`the coded people are ${shown(coded)}`, "what codeSample gives", "Give codeSample(readSurvey()), or { ...coded, people: … }; what is read later has an await before it.");
}

/**
 * Refuses a study that contradicts itself, or that asks of people what none of them has: results are kept by a model's id, so of
 * two with one id only one would be told; a column misspelt in a group's condition would leave the group empty.
 *
 * @throws {BadInput} ids that stand twice, a family or a group that is not known, a condition on a column that no person has
 */
export function refuseStudy(study: Study, people: readonly CodedPerson[]): void {
  const { models, groups, terms, hypotheses } = study;
  refuseTwice(study, "model", models.map(({ id }) => id));
  refuseTwice(study, "group", groups.map(({ id }) => id));
  refuseTwice(study, "term", terms.map(({ name }) => name));
  refuseTwice(study, "hypothesis", hypotheses.map(({ id }) => id));
  for (const { id, decidedBy } of hypotheses) {
    const decided = decidedBy.map(({ group }) => group);
    const twice = firstTwice(decided);
    if (twice !== undefined) wrongStudy(study, said`hypothesis ${id} is decided twice in group ${twice}`, "one model for each group");
    const nowhere = decided.find((group) => !groups.some((one) => one.id === group));
    if (nowhere !== undefined) wrongStudy(study, said`hypothesis ${id} is decided in group "${nowhere}", which the study ${study.id} does not have${didYouMean(String(nowhere), groups.map((group) => group.id))}`, groups.map((group) => group.id).join(", "));
  }
  for (const { id, family, group } of models) {
    if (!["binomial", "ordered"].includes(family)) wrongStudy(study, said`model ${id} is of the family "${String(family)}"`, "binomial or ordered");
    groupOf(study, { id, group });
  }
  if (people.length === 0) return;
  const used = new Set(models.map(({ group }) => group));
  for (const group of groups.filter(({ id }) => used.has(id))) {
    const { id, where } = group;
    refuseWhere(group);
    for (const column of Object.keys(where)) {
      if (!people.some((person) => person[column] !== undefined)) wrongStudy(study, said`group ${id} asks for column "${column}", in which no coded person has a value${didYouMean(column, Object.keys(people[0]))}`);
    }
  }
}

const firstTwice = (names: readonly string[]): string | undefined => names.find((name, i) => names.indexOf(name) < i);

function refuseTwice(study: Study, what: "model" | "group" | "term" | "hypothesis", ids: readonly string[]): void {
  const twice = firstTwice(ids);
  if (twice === undefined) return;
  wrongStudy(study, what === "model" ? said`two models are called ${twice}` : what === "group" ? said`two groups are called ${twice}` : what === "hypothesis" ? said`two hypotheses are called ${twice}` : said`two terms are called ${twice}`, "names that differ");
}
