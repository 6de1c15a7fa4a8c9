import type { Coefficient, Fit } from "../models/fit";
import type { CoefficientTable } from "../published/coefficientTable";
import type { StudyResult } from "./runStudy";
import { PAPER_CUTOFFS, starsOf, type StarCutoff } from "./stars";

/**
 * The fit of one model of a run.
 *
 * @throws {RefusedModel} the refusal it met
 */
export function fitOf({ study, fits, refused }: StudyResult, model: string): Fit {
  if (fits[model]) return fits[model];
  throw refused[model] ?? new Error(`model ${model} was not run (the study has ${study.models.map(({ id }) => id).join(", ")})`);
}

/**
 * A fit's coefficient of a term.
 *
 * @throws {Error} a term that the model lacks
 */
export function coefficientIn({ coefficients }: Fit, term: string): Coefficient {
  const coefficient = coefficients.find((c) => c.term === term);
  if (!coefficient) throw new Error(`a model has no term "${term}" (it has ${coefficients.map((c) => c.term).join(", ")})`);
  return coefficient;
}

/**
 * The coefficient of a term in one of a study's models.
 *
 * @throws {RefusedModel} where the model was refused; {Error} a term it lacks
 */
export const coefficientOf = (result: StudyResult, model: string, term: string): Coefficient => coefficientIn(fitOf(result, model), term);

/** The coefficients of a run as a table's reader would see them: what claims are judged against. */
export function refittedCoefficients({ fits }: StudyResult, cutoffs: readonly StarCutoff[] = PAPER_CUTOFFS): CoefficientTable {
  return Object.fromEntries(Object.entries(fits).map(([model, { coefficients }]) => [
    model,
    Object.fromEntries(coefficients.map(({ term, estimate, p }) => [term, { estimate, stars: starsOf(p, cutoffs) }])),
  ]));
}
