import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { type Choice, type Decision, paperChoice, type Spec } from "../multiverse/spec";
import type { Study } from "../study/study";

/** Which test is shown beside a model, and which measure of its fit: no coefficient depends on them. */
const BESIDE_MODELS = ["parallelLines", "pseudoR2"];

/**
 * A study's readings as a multiverse of the models that decide its hypotheses: the paper's own choice, every other choice by
 * itself, and every two of them together. Three at a time would be thousands.
 *
 * @throws {BadInput} a study that codes by one rule each
 */
export function readingUniverses(study: Study): { readonly spec: Spec; readonly choices: readonly Choice[]; readonly leftOut: readonly string[] } {
  const readings = study.readings ?? [];
  if (readings.length === 0) throw new BadInput({ file: study.id }, said`this study has no readings: it codes by one rule each`, "a study with readings, as the paper's");
  const decisions: Decision[] = readings.filter(({ name }) => !BESIDE_MODELS.includes(name)).map(({ name, choices }) => ({
    id: name, en: name, zh: name,
    options: choices.map((choice, i) => ({ id: choice, paper: i === 0, readings: { [name]: choice }, reason: { en: name, zh: name }, source: name, kind: "uncertain", when: {} })),
  }));
  const spec: Spec = {
    title: study.title, decisions, blocks: [],
    models: [...new Set(study.hypotheses.flatMap(({ decidedBy }) => decidedBy.map(({ model }) => model)))], terms: [...new Set(study.hypotheses.map(({ term }) => term))],
  };
  const own = paperChoice(spec);
  const changes = decisions.flatMap(({ id, options }) => options.slice(1).map((option) => [id, option.id] as const));
  const pairs = changes.flatMap(([one, choice], i) => changes.slice(i + 1).filter(([other]) => other !== one).map(([other, second]) => ({ ...own, [one]: choice, [other]: second })));
  return { spec, choices: [own, ...changes.map(([id, choice]) => ({ ...own, [id]: choice })), ...pairs], leftOut: BESIDE_MODELS.filter((name) => readings.some((reading) => reading.name === name)) };
}
