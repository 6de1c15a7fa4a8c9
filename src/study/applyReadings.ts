import { BadInput } from "../badInput";
import { either, said } from "../faults/said";
import type { Bilingual } from "../bilingual";
import type { ModelSpec, ReadingRule, Readings, Study } from "./study";

/**
 * A study under readings: its own models, changed by its own rules where those fit them, and nothing else of it touched.
 * A model that someone has added or edited is kept as it is where no rule speaks of it. Applying the same readings twice
 * changes nothing more. `runStudy` applies the readings with which its people were coded.
 *
 * @param readings  `{name: choice}`; a reading that is not named does nothing
 * @throws {BadInput} a reading or a choice that the study does not know
 *
 * @example applyReadings(sfrc, { age: "withAge" }).models[0].terms[0] // "age"
 */
export function applyReadings(study: Study, readings: Readings): Study {
  refuseUnknown(study, readings);
  const rules = (study.readingRules ?? []).filter(({ reading, choice }) => readings[reading] === choice);
  if (rules.length === 0) return study;
  const models = study.models.map((model) => rules.reduce(applyRule, model));
  const used = new Set(models.flatMap(({ terms }) => terms));
  const added = rules.flatMap(({ adds }) => (adds && !study.terms.some(({ name }) => name === adds.name) ? [adds] : []));
  const dropped = rules.map(({ drops }) => drops);
  const opposed = rules.map(({ opposes }) => opposes);
  const hypotheses = study.hypotheses.map((hypothesis) => (opposed.includes(hypothesis.term) ? { ...hypothesis, opposed: true } : hypothesis));
  return { ...study, models, hypotheses, terms: [...added, ...study.terms].filter(({ name }) => used.has(name) || !dropped.includes(name)) };
}

function applyRule(model: ModelSpec, { models, having = [], outcome, adds, drops }: ReadingRule): ModelSpec {
  if (models && !models.includes(model.id)) return model;
  if (!having.every((term) => model.terms.includes(term))) return model;
  const terms = model.terms.filter((term) => term !== drops);
  const turned = outcome !== undefined && outcome.from === model.outcome;
  return {
    ...model,
    terms: adds && !terms.includes(adds.name) ? [adds.name, ...terms] : terms,
    ...(turned && { outcome: outcome.to, title: retitled(model.title, outcome.words) }),
  };
}

const retitled = (title: Bilingual, words: NonNullable<ReadingRule["outcome"]>["words"]): Bilingual =>
  words ? { en: title.en.replace(words.from.en, words.to.en), zh: title.zh.replace(words.from.zh, words.to.zh) } : title;

function refuseUnknown({ id, readings: known }: Study, given: Readings): void {
  if (!known) return;
  for (const [name, choice] of Object.entries(given)) {
    const reading = known.find((one) => one.name === name);
    if (!reading) throw new BadInput({ file: `reading ${name}` }, said`the study ${id} has no reading of this name`, known.map((one) => one.name).join(", ") || "none");
    if (!reading.choices.includes(choice)) throw new BadInput({ file: `reading ${name}` }, said`${JSON.stringify(choice)} is not one of its choices`, either(reading.choices));
  }
}
