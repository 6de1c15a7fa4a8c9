import { BadInput } from "../badInput";
import { didYouMean } from "../faults/nearest";
import { said, type Text, word } from "../faults/said";
import type { Readings, Study } from "../study/study";
import type { Choice, Decision, Option, Spec } from "./spec";

/** Ends the reading at the value that a JSON pointer leads to. */
export type Refuse = (pointer: string, found: Text, expected: Text) => never;

/** Refuses names in a multiverse that agree with nothing: in itself, or in the study whose models it varies. */
export function agreement(spec: Spec, study: Study, refuse: Refuse, apply: (readings: Readings) => unknown): void {
  const { decisions } = spec;
  const among = (name: string, known: readonly string[], pointer: string, what: Text): void => {
    if (!known.includes(name)) refuse(pointer, said`there is no ${typeof what === "string" ? word(what) : what} ${JSON.stringify(name)}${didYouMean(name, known)}`, known.join(", "));
  };
  const models = study.models.map(({ id }) => id);
  const terms = [...new Set([...study.terms.map(({ name }) => name), ...study.models.flatMap((model) => model.terms)])];
  spec.models.forEach((model, i) => among(model, models, `/models/${i}`, "model"));
  spec.terms.forEach((term, i) => among(term, terms, `/terms/${i}`, "term"));
  twice(decisions.map(({ id }) => id), (i) => `/decisions/${i}/id`, refuse);
  const ids = decisions.map(({ id }) => id);
  decisions.forEach((decision, d) => {
    const at = `/decisions/${d}`;
    twice(decision.options.map(({ id }) => id), (i) => `${at}/options/${i}/id`, refuse);
    const own = decision.options.filter(({ paper }) => paper).length;
    if (own !== 1) refuse(at, said`${own} options of ${decision.id} are the paper's`, 'one option with "paper": true');
    decision.options.forEach((option, o) => {
      const here = `${at}/options/${o}`;
      for (const [other, options] of Object.entries(option.when)) {
        among(other, ids.filter((id) => id !== decision.id), `${here}/when/${other}`, "other decision");
        for (const one of options) among(one, optionsOf(decisions, other), `${here}/when/${other}`, said`option of ${other}`);
      }
      if (option.group !== undefined) among(option.group, study.groups.map(({ id }) => id), `${here}/group`, "group");
      for (const term of option.drops ?? []) among(term, terms, `${here}/drops`, "term");
      for (const term of option.nonparallel ?? []) among(term, [...new Set([...terms, ...decisions.flatMap((one) => one.options.flatMap(({ adds }) => adds ?? []))])], `${here}/nonparallel`, "term");
      imputes(option, here, study, refuse);
      if (option.readings) {
        if (!study.readings) refuse(`${here}/readings`, said`the study ${study.id} codes by one rule each`, "no readings");
        try {
          apply(option.readings);
        } catch (error) {
          if (!(error instanceof BadInput)) throw error;
          const { found, expected } = error.texts;
          refuse(`${here}/readings`, said`${error.place.file}: ${found}`, expected ?? "a reading of the study");
        }
      }
    });
  });
  spec.blocks.forEach((block, b) => block.forEach((id, i) => among(id, ids, `/blocks/${b}/${i}`, "decision")));
  spec.universes?.forEach((universe, u) => {
    for (const [id, option] of Object.entries(universe)) {
      among(id, ids, `/universes/${u}/${id}`, "decision");
      among(option, optionsOf(decisions, id), `/universes/${u}/${id}`, said`option of ${id}`);
    }
    const missing = unmet(decisions, { ...paperOf(decisions), ...universe });
    if (missing) refuse(`/universes/${u}`, said`${missing.decision}=${missing.option} goes only with ${missing.needs}`, "options that go together");
  });
  const own = unmet(decisions, paperOf(decisions));
  if (own) refuse("/decisions", said`the paper's own universe contradicts "when": ${own.decision}=${own.option} goes only with ${own.needs}`, "options that go together");
}

/** The first option of a choice that asks for another than is chosen; undefined where all go together. */
export function unmet(decisions: readonly Decision[], choice: Choice): { decision: string; option: string; needs: string } | undefined {
  for (const { id, options } of decisions) {
    const { when } = options.find((option) => option.id === choice[id])!;
    for (const [other, allowed] of Object.entries(when)) {
      if (!allowed.includes(choice[other])) return { decision: id, option: choice[id], needs: `${other}=${allowed.join(" or ")}` };
    }
  }
  return undefined;
}

/** So many data sets tell all that imputation can; more are a mistake more often than a wish. */
const MOST_IMPUTATIONS = 100;
const LARGEST_SEED = 2 ** 32 - 1;

function imputes({ missing, imputations, seed }: Option, here: string, study: Study, refuse: Refuse): void {
  const isWhole = (value: number, from: number, to: number): boolean => Number.isInteger(value) && value >= from && value <= to;
  if (missing !== "imputed" && imputations !== undefined) refuse(`${here}/imputations`, said`nothing is imputed here`, '"missing": "imputed" beside it');
  if (missing !== "imputed" && seed !== undefined) refuse(`${here}/seed`, said`nothing is imputed here`, '"missing": "imputed" beside it');
  if (imputations !== undefined && !isWhole(imputations, 2, MOST_IMPUTATIONS)) refuse(`${here}/imputations`, String(imputations), said`a whole number from ${2} to ${MOST_IMPUTATIONS}`);
  if (seed !== undefined && !isWhole(seed, 0, LARGEST_SEED)) refuse(`${here}/seed`, String(seed), said`a whole number from ${0} to ${LARGEST_SEED}`);
  if (missing === "imputed" && !study.readings) refuse(`${here}/missing`, said`the study ${study.id} has no imputation of its raw answers`, '"dropped"');
}

const paperOf = (decisions: readonly Decision[]): Choice => Object.fromEntries(decisions.map(({ id, options }) => [id, options.find(({ paper }) => paper)!.id]));

const optionsOf = (decisions: readonly Decision[], id: string): string[] => decisions.find((decision) => decision.id === id)!.options.map((option) => option.id);

function twice(names: readonly string[], pointer: (i: number) => string, refuse: Refuse): void {
  names.forEach((name, i) => {
    if (names.indexOf(name) < i) refuse(pointer(i), said`${JSON.stringify(name)} stands twice`, "each id once");
  });
}
