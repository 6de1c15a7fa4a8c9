import type { Coefficient, Fit } from "../models/fit";
import { folderChoice } from "../folderChoice";
import { fitOf } from "../study/results";
import { runStudy } from "../study/runStudy";
import type { Survey } from "../survey/respondent";
import { codeUnder, type CodedSample } from "../sfrc/codeSample";
import { readSurvey } from "../sfrc/ourSurvey";
import { chooseReadings, type Readings } from "../sfrc/readings";
import { sfrc } from "../sfrc/study";

/** Surveys read so far, by the files that the notebook's environment names: a check fits several models, and should read once. */
const surveys = new Map<string, Survey>();

function survey(): Survey {
  const key = JSON.stringify(folderChoice() ?? null);
  const read = surveys.get(key) ?? readSurvey();
  surveys.set(key, read);
  return read;
}

/** The notebook's survey, coded under other readings, whatever the session works by: an exercise has one answer. */
export const recode = (readings: Partial<Readings> = {}): CodedSample => codeUnder(survey(), chooseReadings(readings));

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
