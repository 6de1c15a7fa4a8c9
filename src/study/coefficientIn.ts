import type { Coefficient, Fit } from "../models/fit";
import { fitOf, type StudyResult } from "./runStudy";

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
