import type { Coefficient, Fit } from "../../models/fit";
import { fitOf, runStudy } from "../../study/runStudy";
import { codeSample, type CodedSample } from "../codeSample";
import { readSurvey } from "../ourSurvey";
import type { Readings } from "../readings";
import { sfrc } from "../study";

/** The notebook's survey, coded under other readings. */
export const recode = (readings: Partial<Readings> = {}): CodedSample => codeSample(readSurvey(), readings);

/** One of the paper's models on the notebook's survey under other readings. */
export const refit = (model: string, readings: Partial<Readings> = {}): Fit => fitOf(runStudy(sfrc, recode(readings), { models: [model] }), model);

/**
 * A coefficient of such a refit.
 *
 * @throws {RefusedModel} where the model is refused
 */
export function refitted(model: string, term: string, readings: Partial<Readings> = {}): Coefficient {
  const coefficient = refit(model, readings).coefficients.find((c) => c.term === term);
  if (!coefficient) throw new Error(`${model} has no term ${term} under these readings`);
  return coefficient;
}
