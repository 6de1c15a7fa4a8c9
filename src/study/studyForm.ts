import { JsonSpot } from "../published/jsonSpot";
import { readBilingual } from "./bilingualSpot";
import type { Study } from "./study";

/**
 * Refuses a part of a study that is not what it should be: a study may be written in a cell, whose types nobody checked. A key that
 * is misspelt would say nothing, and a label that is a plain text would stand nowhere.
 *
 * What names and conditions say is looked at by `refuseStudy`, which knows the people.
 *
 * @throws {BadInput} with the way to the part, such as `model M4, terms, term 2`
 */
export function refuseParts(study: Study): void {
  const file = typeof study.id === "string" ? `study ${study.id}` : "study";
  const top = new JsonSpot(study, file).record(["id", "title", "groups", "terms", "models", "hypotheses"], ["openCodings", "readings", "readingRules"]);
  name(top.id);
  readBilingual(top.title);
  for (const group of named(top.groups, "group")) {
    const { id, label } = group.record(["id", "label"], ["where"]);
    name(id);
    readBilingual(label);
  }
  for (const term of named(top.terms, "term")) readTerm(term);
  const models = named(top.models, "model");
  if (models.length === 0) top.models.refuse("an empty list", "at least one");
  for (const model of models) {
    const { id, title, outcome, terms, group, family } = model.record(["id", "title", "outcome", "terms"], ["group", "family"]);
    for (const part of [group, family]) part?.text();
    name(id);
    readBilingual(title);
    name(outcome);
    terms.list((_, i) => `term ${i + 1}`).forEach(name);
  }
  for (const hypothesis of named(top.hypotheses, "hypothesis")) refuseHypothesis(hypothesis);
  for (const open of top.openCodings?.list((_, i) => `open coding ${i + 1}`) ?? []) {
    const { models, term, fields, why } = open.record(["models", "fields", "why"], ["term"]);
    names(models, "model");
    term?.text();
    names(fields, "field");
    readBilingual(why);
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
  readBilingual(claim);
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
  if (words) Object.values(words.record(["from", "to"])).forEach(readBilingual);
}

function readTerm(spot: JsonSpot): void {
  const { name: called, label } = spot.record(["name", "label"]);
  name(called);
  readBilingual(label);
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
