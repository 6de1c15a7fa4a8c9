import { BadInput } from "../badInput";
import { didYouMean } from "../faults/nearest";
import { said, type Text } from "../faults/said";
import { refuseUnmet } from "./refuseUnmet";
import { refuseWhere, shown } from "./refuseWhere";
import { refuseParts } from "./studyForm";
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
  const isObject = (given: unknown): boolean => typeof given === "object" && given !== null && !Array.isArray(given);
  const of = (given: unknown, lists: readonly string[]): boolean => typeof given === "object" && given !== null && lists.every((list) => Array.isArray((given as Record<string, unknown>)[list]));
  if (!of(study, ["groups", "terms", "models", "hypotheses"])) throw new BadInput({ file: "runStudy" }, said`the study is ${shown(study)}`, "an object with the lists groups, terms, models and hypotheses", "Copy one and change it: { ...sfrc, models: … }.");
  if (!of(coded, ["people"])) throw new BadInput({ file: "runStudy" }, said`the coded people are ${shown(coded)}`, "what codeSample gives", "Give codeSample(readSurvey()), or { ...coded, people: … }; what is read later has an await before it.");
  refuseParts(study);
  const { people, counts } = coded;
  const none = people.findIndex((person) => !isObject(person));
  if (none !== -1) throw new BadInput({ file: "runStudy" }, said`coded person ${none + 1} is ${shown(people[none])}`, "an object with the columns of one person");
  if (counts === undefined) return;
  if (!Array.isArray(counts) || counts.length !== people.length) throw new BadInput({ file: "runStudy" }, said`counts is ${Array.isArray(counts) ? said`${counts.length} numbers` : shown(counts)}`, said`a number for each of the ${people.length} coded people`);
  const wrong = counts.findIndex((count) => !Number.isSafeInteger(count) || count < 0);
  if (wrong !== -1) throw new BadInput({ file: "runStudy" }, said`the count of coded person ${wrong + 1} is ${shown(counts[wrong])}`, "a whole number");
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
  for (const { id, family, group, terms: own, outcome } of models) {
    const again = firstTwice(own);
    if (again !== undefined) wrongStudy(study, said`model ${id} has the term ${again} twice`, "each once");
    if (own.includes(outcome)) wrongStudy(study, said`model ${id} explains ${outcome} by itself: it is among its terms`, "terms that are not the outcome");
    if (!["binomial", "ordered"].includes(family)) wrongStudy(study, said`model ${id} is of the family "${String(family)}"`, "binomial or ordered");
    groupOf(study, { id, group });
  }
  const named = new Set([...terms.map(({ name }) => name), ...models.flatMap((model) => model.terms)]);
  for (const { id, decidedBy, term } of hypotheses) {
    if (!named.has(term) && !people.some((person) => person[term] !== undefined)) wrongStudy(study, said`hypothesis ${id} is about the term "${term}", which no model has${didYouMean(term, [...named])}`);
    const decided = decidedBy.map(({ group }) => group);
    const twice = firstTwice(decided);
    if (twice !== undefined) wrongStudy(study, said`hypothesis ${id} is decided twice in group ${twice}`, "one model for each group");
    const nowhere = decided.find((group) => !groups.some((one) => one.id === group));
    for (const { group, model, also } of decidedBy) {
      const other = models.find((one) => (one.id === model || one.id === also) && one.group !== group && groups.some((known) => known.id === group));
      if (other) wrongStudy(study, said`hypothesis ${id} is decided in group ${group} by model ${other.id}, which is about group ${other.group}`, said`a model of group ${group}`);
    }
    if (nowhere !== undefined) wrongStudy(study, said`hypothesis ${id} is decided in group "${nowhere}", which the study ${study.id} does not have${didYouMean(String(nowhere), groups.map((group) => group.id))}`, groups.map((group) => group.id).join(", "));
  }
  for (const { reading } of study.readingRules ?? []) {
    const known = study.readings?.map(({ name }) => name) ?? [reading];
    if (!known.includes(reading)) wrongStudy(study, said`a reading rule is about reading "${reading}", which the study ${study.id} does not have${didYouMean(reading, known)}`, known.join(", "));
  }
  if (people.length === 0) return;
  const used = new Set(models.map(({ group }) => group));
  for (const group of groups.filter(({ id }) => used.has(id))) {
    const { id, where } = group;
    refuseWhere(group);
    for (const [column, condition] of Object.entries(where)) {
      if (!people.some((person) => person[column] !== undefined)) wrongStudy(study, said`group ${id} asks for column "${column}", in which no coded person has a value${didYouMean(column, Object.keys(people[0]))}`);
      refuseUnmet(group, column, condition, people);
    }
  }
}

const firstTwice = (names: readonly string[]): string | undefined => names.find((name, i) => names.indexOf(name) < i);

function refuseTwice(study: Study, what: "model" | "group" | "term" | "hypothesis", ids: readonly string[]): void {
  const twice = firstTwice(ids);
  if (twice === undefined) return;
  wrongStudy(study, what === "model" ? said`two models are called ${twice}` : what === "group" ? said`two groups are called ${twice}` : what === "hypothesis" ? said`two hypotheses are called ${twice}` : said`two terms are called ${twice}`, "names that differ");
}
