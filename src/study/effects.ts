import { averageMarginalEffects } from "../models/effects/averageMarginalEffects";
import type { Effect } from "../models/effects/effect";
import { binaryFitOf, coefficientOf, fitOf, sampleOf } from "./results";
import type { StudyResult } from "./runStudy";

/**
 * A term's average marginal effect in several models, averaged over each model's own sample: the discrete change of a
 * 0/1 term, the slope of any other. Unlike coefficients these may be set side by side across groups, since they do not
 * hang on how much each model leaves unexplained.
 *
 * @param models  binary models, since an ordered one has an effect on every level; by default all that were fitted with the term
 * @throws {RefusedModel} where a model was refused; {BadInput} an ordered model, or one without the term
 */
export function effectsOf(result: StudyResult, term: string, models: readonly string[] = binaryModelsWith(result, term)): Record<string, Effect> {
  return Object.fromEntries(models.map((model) => {
    const fit = binaryFitOf(result, model);
    coefficientOf(result, model, term);
    return [model, averageMarginalEffects(fit, sampleOf(result, model).X, { only: [term] })[0]];
  }));
}

/** A term's average marginal effect on the probability of each level of an ordered model; the effects sum to 0. */
export const effectsByLevel = (result: StudyResult, term: string, model: string): Effect[] =>
  averageMarginalEffects(fitOf(result, model), sampleOf(result, model).X, { only: [term] });

const binaryModelsWith = ({ study, fits }: StudyResult, term: string): string[] =>
  study.models.filter(({ id, family, terms }) => family === "binomial" && fits[id] && terms.includes(term)).map(({ id }) => id);
