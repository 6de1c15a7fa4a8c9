import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { Readings as Named } from "../study/study";
import type { Survey } from "../survey/respondent";
import { codeUnder, type SfrcPerson } from "./codeSample";
import { imputeSurvey, type ImputedSurveys } from "./imputeSurvey";
import { chooseReadings, type Readings } from "./readings";
import { selectSample } from "./sample";

interface How {
  readonly readings: Named;
  readonly skips: readonly string[];
  /** Missing answers are drawn as `imputeSurvey` does; the `index`-th of several times. */
  readonly imputation?: { readonly imputations: number; readonly seed: number; readonly index: number };
}

/** Whoever is in none of the four cities belongs to no group of the paper. */
const NEEDED = "city";

/**
 * The paper's people under other readings and without some steps of its sample flow: how a multiverse has them coded.
 *
 * @returns a function of `{readings, skips, imputation}`: readings that are not named are at their defaults
 * @throws {BadInput} (that function) an unknown reading, choice or step; the step `city`; with `imputation`, as `imputeSurvey`
 *
 * @example codings(readSurvey())({ readings: { stay: "permanentOnly" }, skips: [] }).length
 */
export function codings(survey: Survey): (how: How) => readonly SfrcPerson[] {
  const steps = selectSample(survey).flow.slice(1).map(({ reason }) => reason).filter((reason) => reason !== NEEDED);
  const imputed = new Map<string, ImputedSurveys>();
  const drawn = (chosen: Readings, skips: readonly string[], { imputations, seed, index }: NonNullable<How["imputation"]>): Survey => {
    const key = JSON.stringify([chosen.changchunWaves, [...skips].sort(), imputations, seed]); // nothing else decides who is eligible
    if (!imputed.has(key)) imputed.set(key, imputeSurvey(survey, { imputations, seed }, chosen, skips));
    return imputed.get(key)!.surveys[index];
  };
  return ({ readings, skips, imputation }) => {
    for (const skip of skips) {
      if (!steps.includes(skip)) throw new BadInput({ file: "skips" }, said`${JSON.stringify(skip)} is no step of the sample flow that can be skipped`, steps.join(", "), "Nothing was computed.");
    }
    const chosen = chooseReadings(readings);
    return codeUnder(imputation ? drawn(chosen, skips, imputation) : survey, chosen, skips).people;
  };
}
