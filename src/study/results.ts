import { BadInput } from "../badInput";
import { didYouMean } from "../faults/nearest";
import { said } from "../faults/said";
import type { Coefficient, Fit } from "../models/fit";
import type { CoefficientTable } from "../published/coefficientTable";
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

/** What a reader is told who asks for a model that was not run. */
export function notRun({ id, models }: Pick<Study, "id" | "models">, model: string): BadInput {
  const known = models.map((one) => one.id);
  return new BadInput({ file: `study ${id}` }, said`model ${String(model)} was not run${didYouMean(String(model), known)}`, known.join(", "));
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
export const coefficientOf = (result: StudyResult, model: string, term: string): Coefficient => coefficientIn(fitOf(result, model), term);

/** The coefficients of a run as a table's reader would see them: what claims are judged against. */
export function refittedCoefficients({ fits }: StudyResult, cutoffs: readonly StarCutoff[] = PAPER_CUTOFFS): CoefficientTable {
  return Object.fromEntries(Object.entries(fits).map(([model, { coefficients }]) => [
    model,
    Object.fromEntries(coefficients.map(({ term, estimate, p }) => [term, { estimate, stars: starsOf(p, cutoffs) }])),
  ]));
}
