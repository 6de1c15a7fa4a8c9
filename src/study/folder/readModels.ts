import { said } from "../../faults/said";
import type { JsonSpot } from "../../published/jsonSpot";
import type { Condition, Group, Hypothesis, ModelSpec, Study, Term } from "../study";

/**
 * `models.json`: `{"groups": [{"id", "label", "where"}], "terms": [{"name", "label"}], "models": [{"id", "title", "group",
 * "outcome", "family", "terms"}]}`, of columns that `coding.json` makes.
 *
 * @throws {BadInput} naming the group, term or model and what it leans on that is not there
 */
export function readModels(spot: JsonSpot, columns: readonly string[]): Pick<Study, "groups" | "terms" | "models"> {
  const top = spot.record(["groups", "terms", "models"]);
  const groups = distinct(top.groups, "id", "group", (group) => readGroup(group, columns));
  const terms = distinct(top.terms, "name", "term", (term): Term => {
    const { name, label } = term.record(["name", "label"]);
    return { name: oneOf(name, columns, "a column that coding.json makes"), label: label.bilingual() };
  });
  const names = { columns, groups: groups.map(({ id }) => id), terms: terms.map(({ name }) => name) };
  return { groups, terms, models: distinct(top.models, "id", "model", (model) => readModel(model, names)) };
}

/** `hypotheses.json`: `{"hypotheses": [{"id", "claim", "term", "decidedBy": [{"group", "model", "also"?}], "signOpen"?}]}`. */
export function readHypotheses(spot: JsonSpot, { groups, models }: Pick<Study, "groups" | "models">): Hypothesis[] {
  return distinct(spot.record(["hypotheses"]).hypotheses, "id", "hypothesis", (hypothesis) => {
    const { id, claim, term, decidedBy, signOpen } = hypothesis.record(["id", "claim", "term", "decidedBy"], ["signOpen"]);
    const modelWith = (at: JsonSpot): string => {
      const model = oneOf(at, models.map((one) => one.id), "a model of models.json");
      return models.find((one) => one.id === model)!.terms.includes(term.text()) ? model : at.refuse(said`${model} has no term ${term.text()}`, "a model that has it");
    };
    return {
      id: id.text(), claim: claim.bilingual(), term: term.text(),
      decidedBy: decidedBy.list((_, i) => `decision ${i + 1}`).map((decision) => {
        const { group, model, also } = decision.record(["group", "model"], ["also"]);
        const decided = oneOf(group, groups.map((one) => one.id), "a group of models.json");
        const ofGroup = (at: JsonSpot): string => {
          const name = modelWith(at);
          const about = models.find((one) => one.id === name)!.group;
          return about === decided ? name : at.refuse(said`${name} is about group ${about}`, said`a model of group ${decided}`);
        };
        return { group: decided, model: ofGroup(model), ...(also && { also: ofGroup(also) }) };
      }),
      ...(signOpen && { signOpen: typeof signOpen.value === "boolean" ? signOpen.value : signOpen.refuse(JSON.stringify(signOpen.value), "true or false") }),
    };
  });
}

/** A value, a list of them, or `{"least", "most"}`. */
export function readCondition(spot: JsonSpot): Condition {
  const { value } = spot;
  if (typeof value === "string" || typeof value === "number") return value;
  if (Array.isArray(value)) {
    const ofColumn = spot.name && `${spot.name}, `; // an item's words stand in the place of its list's
    return spot.list((_, i) => `${ofColumn}value ${i + 1}`).map((item) => (typeof item.value === "string" || typeof item.value === "number" ? item.value : item.refuse(JSON.stringify(item.value), "a text or a number")));
  }
  const limits = Object.entries(spot.record([], ["least", "most"])).flatMap(([name, limit]) => {
    if (!limit) return [];
    return typeof limit.value === "number" ? [[name, limit.value] as const] : [limit.refuse(JSON.stringify(limit.value), "a number")];
  });
  return limits.length > 0 ? Object.fromEntries(limits) : spot.refuse("{}", 'a value, a list of values, or {"least": 18}');
}

function readGroup(spot: JsonSpot, columns: readonly string[]): Group {
  const { id, label, where } = spot.record(["id", "label", "where"]);
  const conditions = where.entries((column) => `where ${column}`);
  for (const [column, at] of conditions) if (!columns.includes(column)) at.refuse("coding.json makes no column of this name", columns.join(", "));
  return { id: id.text(), label: label.bilingual(), where: Object.fromEntries(conditions.map(([column, at]) => [column, readCondition(at)])) };
}

function readModel(spot: JsonSpot, names: { readonly columns: readonly string[]; readonly groups: readonly string[]; readonly terms: readonly string[] }): ModelSpec {
  const { id, title, group, outcome, family, terms } = spot.record(["id", "title", "group", "outcome", "family", "terms"]);
  const listed = terms.list((_, i) => `term ${i + 1}`).map((term) => oneOf(term, names.terms, "a term of models.json"));
  if (new Set(listed).size < listed.length) terms.refuse("a term stands twice", "each term once");
  return {
    id: id.text(), title: title.bilingual(), terms: listed,
    group: oneOf(group, names.groups, "a group of models.json"),
    outcome: oneOf(outcome, names.columns, "a column that coding.json makes"),
    family: family.oneOf(["binomial", "ordered"]),
  };
}

function distinct<Item>(spot: JsonSpot, key: string, word: string, read: (item: JsonSpot) => Item): Item[] {
  const seen = new Set<unknown>();
  return spot.list((item, i) => `${word} ${(item as Record<string, string> | null)?.[key] ?? i + 1}`).map((item) => {
    const name = (item.value as Record<string, unknown> | null)?.[key];
    if (seen.has(name)) item.refuse(said`its ${key} stands twice`, said`each ${key} once`);
    seen.add(name);
    return read(item);
  });
}

const oneOf = (spot: JsonSpot, names: readonly string[], what: string): string =>
  names.includes(spot.text()) ? spot.text() : spot.refuse(said`${JSON.stringify(spot.text())} is not ${what}`, names.join(", "));
