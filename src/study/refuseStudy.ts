import { BadInput } from "../badInput";
import { didYouMean } from "../faults/nearest";
import { said, type Text } from "../faults/said";
import { isObject } from "../isObject";
import { JsonSpot } from "../published/jsonSpot";
import { refuseUnmet, refuseWhere, shown } from "./refuseWhere";
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

/**
 * Refuses a part of a study that is not what it should be: a study may be written in a cell, whose types nobody checked. A key that
 * is misspelt would say nothing, and a label that is a plain text would stand nowhere.
 *
 * What names and conditions ask for is looked at by `refuseStudy`, which knows the people.
 *
 * @throws {BadInput} with the way to the part, such as `model M4, terms, term 2`
 */
function refuseParts(study: Study): void {
  const file = typeof study.id === "string" ? `study ${study.id}` : "study";
  const top = new JsonSpot(study, file).record(["id", "title", "groups", "terms", "models", "hypotheses"], ["openCodings", "readings", "readingRules"]);
  name(top.id);
  top.title.bilingual();
  for (const group of named(top.groups, "group")) {
    const { id, label, where } = group.record(["id", "label"], ["where"]);
    name(id);
    label.bilingual();
    if (where) refuseWhere({ id: id.text(), where: where.value as Group["where"] }); // before it is copied: of a Map nothing would be left, and it would keep everybody
  }
  for (const term of named(top.terms, "term")) readTerm(term);
  const models = named(top.models, "model");
  if (models.length === 0) top.models.refuse("an empty list", "at least one");
  for (const model of models) {
    const { id, title, outcome, terms, group, family } = model.record(["id", "title", "outcome", "terms"], ["group", "family"]);
    for (const part of [group, family]) part?.text();
    name(id);
    title.bilingual();
    name(outcome);
    terms.list((_, i) => `term ${i + 1}`).forEach(name);
  }
  for (const hypothesis of named(top.hypotheses, "hypothesis")) refuseHypothesis(hypothesis);
  for (const open of top.openCodings?.list((_, i) => `open coding ${i + 1}`) ?? []) {
    const { models, term, fields, why } = open.record(["models", "fields", "why"], ["term"]);
    names(models, "model");
    term?.text();
    names(fields, "field");
    why.bilingual();
  }
  for (const reading of top.readings?.list((_, i) => `reading ${i + 1}`) ?? []) {
    const { name: called, choices } = reading.record(["name", "choices"]);
    name(called);
    names(choices, "choice");
  }
  for (const rule of top.readingRules?.list((_, i) => `reading rule ${i + 1}`) ?? []) refuseRule(rule);
}

function refuseHypothesis(spot: JsonSpot): void {
  const { id, claim, term, decidedBy, opposed, signOpen } = spot.record(["id", "claim", "term", "decidedBy"], ["opposed", "signOpen"]);
  name(id);
  claim.bilingual();
  name(term);
  const decisions = decidedBy.list((_, i) => `decision ${i + 1}`);
  if (decisions.length === 0) decidedBy.refuse("an empty list", "the group and the model that decide it");
  for (const decision of decisions) {
    const { group, model, also } = decision.record(["group", "model"], ["also"]);
    for (const part of [group, model, also]) part?.text();
  }
  for (const flag of [opposed, signOpen]) if (flag && typeof flag.value !== "boolean") flag.refuse(flag.shown(), "true or false");
}

function refuseRule(spot: JsonSpot): void {
  const { reading, choice, models, having, outcome, adds, drops, opposes } = spot.record(["reading", "choice"], ["models", "having", "outcome", "adds", "drops", "opposes"]);
  for (const part of [reading, choice, drops, opposes]) part?.text();
  if (models) names(models, "model");
  if (having) names(having, "term");
  if (adds) readTerm(adds);
  if (!outcome) return;
  const { from, to, words } = outcome.record(["from", "to"], ["words"]);
  name(from);
  name(to);
  if (words) Object.values(words.record(["from", "to"])).forEach((spot) => spot.bilingual());
}

function readTerm(spot: JsonSpot): void {
  const { name: called, label } = spot.record(["name", "label"]);
  name(called);
  label.bilingual();
}

/** The items of a list by their ids, where they have any that can be said. */
const named = (spot: JsonSpot, what: string): JsonSpot[] => spot.list((item, i) => {
  const { id, name: called } = (item ?? {}) as { readonly id?: unknown; readonly name?: unknown };
  const said = id ?? called;
  return `${what} ${typeof said === "string" && said !== "" ? said : i + 1}`;
});

const names = (spot: JsonSpot, what: string): void => spot.list((_, i) => `${what} ${i + 1}`).forEach((item) => item.text());

const name = (spot: JsonSpot): void => {
  if (spot.text().trim() === "") spot.refuse("an empty text", "a name");
};
