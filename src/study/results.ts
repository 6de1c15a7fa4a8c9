import { BadInput } from "../badInput";
import { didYouMean } from "../faults/nearest";
import { said } from "../faults/said";
import type { Coefficient, Fit } from "../models/fit";
import { dictionary } from "../published/dictionary";
import type { CoefficientTable } from "../published/coefficientTable";
import type { ModelSample } from "./modelSample";
import type { StudyResult } from "./runStudy";
import { PAPER_CUTOFFS, starsOf, type StarCutoff } from "./stars";
import type { Study } from "./study";

/**
 * The fit of one model of a run.
 *
 * @throws {RefusedModel} the refusal it met; {BadInput} a model that was not run
 */
export function fitOf({ study, fits, refused }: StudyResult, model: string): Fit {
  if (fits[model]) return fits[model];
  throw refused[model] ?? notRun(study, model);
}

/**
 * The fit of a binary model: an ordered one has no one probability, effect or number of events.
 *
 * @throws {RefusedModel} the refusal it met; {BadInput} a model that was not run, or is ordered
 */
export function binaryFitOf(result: StudyResult, model: string): Fit {
  const fit = fitOf(result, model);
  if (fit.family === "ordered") throw new BadInput({ file: `study ${result.study.id}` }, said`model ${model} is ordered: it has an effect and a probability on each level, not one`, "a binary model", "Of an ordered one, effectsByLevel and probabilitiesAt give each level's.");
  return fit;
}

/** So many rows are laid out at most, where each stands for several people. */
const MOST_ROWS = 5_000_000;

/**
 * The rows of one model of a run, one a person: people who were counted together (`counts`) stand there as often as they are.
 *
 * @throws {BadInput} a model that was not run, or of too many people
 */
export function sampleOf({ study, samples }: StudyResult, model: string): ModelSample {
  const sample = samples[model];
  if (!sample) throw notRun(study, model);
  const { weights, ...rows } = sample;
  if (!weights) return sample;
  const size = weights.reduce((sum, weight) => sum + weight, 0);
  if (size > MOST_ROWS) throw new BadInput({ file: `study ${study.id}` }, said`model ${model} is of ${size} people, who were counted together`, said`${MOST_ROWS} at most, where a number needs each of them`);
  const each = <T>(values: readonly T[]): T[] => values.flatMap((value, i) => Array.from({ length: weights[i] }, () => value));
  return { ...rows, people: each(rows.people), X: each(rows.X), y: each(rows.y) };
}

/**
 * The same where it must be known who each row is.
 *
 * @throws {BadInput} as `sampleOf`; people who were counted together
 */
export function peopleOf(result: StudyResult, model: string): ModelSample {
  const sample = sampleOf(result, model);
  if (result.samples[model].weights) throw new BadInput({ file: `study ${result.study.id}` }, said`the people of model ${model} were counted together (counts): who is who is not known`, "people one by one", "Give each person as often as counted, each a copy: { ...person }.");
  return sample;
}

/** How many people two models of a run are both fitted on. */
export function inCommon(result: StudyResult, a: string, b: string): number {
  const others = new Set<unknown>(peopleOf(result, b).people);
  return peopleOf(result, a).people.filter((person) => others.has(person)).length;
}

/**
 * Refuses two models that share people where they are compared as independent: their standard errors cannot then be put together.
 *
 * @throws {BadInput} with how many they share
 */
export function refuseShared(result: StudyResult, a: string, b: string): void {
  const shared = a === b ? sampleOf(result, a).people.length : inCommon(result, a, b);
  if (shared > 0) throw new BadInput({ file: `study ${result.study.id}` }, said`models ${a} and ${b} have ${shared} people in common`, "two models on different people", "differencesOnSamePeople compares two models on the same.");
}

/** What a reader is told who asks for a model that was not run. */
export function notRun({ id, models }: Pick<Study, "id" | "models">, model: string): BadInput {
  const known = models.map((one) => one.id);
  const isKnown = known.includes(model);
  const problem = said`model ${String(model)} was not run${isKnown ? "" : didYouMean(String(model), known)}`;
  return isKnown ? new BadInput({ file: `study ${id}` }, problem, undefined, "Name it among the models that runStudy is given.") : new BadInput({ file: `study ${id}` }, problem, known.join(", "));
}

/**
 * A fit's coefficient of a term.
 *
 * @throws {BadInput} a term that the model lacks
 */
export function coefficientIn({ coefficients }: Fit, term: string): Coefficient {
  const coefficient = coefficients.find((c) => c.term === term);
  const known = coefficients.map((c) => c.term);
  if (!coefficient) throw new BadInput({ file: "coefficient" }, said`the model has no term "${String(term)}"${didYouMean(String(term), known)}`, known.join(", "));
  return coefficient;
}

/**
 * The coefficient of a term in one of a study's models.
 *
 * @throws {RefusedModel} where the model was refused; {BadInput} a model that was not run, or a term it lacks
 */
export function coefficientOf(result: StudyResult, model: string, term: string): Coefficient {
  const { coefficients } = fitOf(result, model);
  const known = coefficients.map((one) => one.term);
  const found = coefficients.find((one) => one.term === term);
  if (!found) throw new BadInput({ file: `study ${result.study.id}` }, said`model ${model} has no term "${String(term)}"${didYouMean(String(term), known)}`, known.join(", "));
  return found;
}

/** The coefficients of a run as a table's reader would see them: what claims are judged against. */
export function refittedCoefficients({ fits, cutoffs: own }: StudyResult, cutoffs: readonly StarCutoff[] = own ?? PAPER_CUTOFFS): CoefficientTable {
  return dictionary(Object.entries(fits).map(([model, { coefficients }]) => [
    model,
    dictionary(coefficients.map(({ term, estimate, p }) => [term, { estimate, stars: starsOf(p, cutoffs) }])),
  ]));
}
