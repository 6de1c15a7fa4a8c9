import { WALD_95 } from "../models/coefficients";
import { averageChange } from "../models/effects/averageChange";
import { byOutcome, logOdds, type Measured } from "../models/effects/curves";
import type { Fit } from "../models/fit";
import { standardErrorOf } from "../models/inference";
import { coefficientOf, fitOf, sampleOf } from "./results";
import type { StudyResult } from "./runStudy";

/** A predicted probability, averaged over a sample in which everybody has the same value of one term. */
export interface Probability {
  /** The value given to everybody. */
  readonly at: number;
  /** Of an ordered outcome. */
  readonly level?: string | number;
  readonly estimate: number;
  readonly standardError: number;
  /** 95%, made on the log-odds scale, so that it stays between 0 and 1. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * Predicted probabilities of a model with one term set to each of some values for everybody, all else as it is.
 *
 * Standard errors by the delta method; R: `marginaleffects::avg_predictions(variables = …)`.
 *
 * @returns for each value one probability (binary) or one a level (ordered)
 * @throws {RefusedModel} where the model was refused; {BadInput} a term it lacks; {RangeError} a value so far from the data
 *   that the probability is 0 or 1 to the last digit and has no interval
 */
export function probabilitiesAt(result: StudyResult, model: string, term: string, values: readonly number[]): Probability[] {
  const fit = fitOf(result, model);
  coefficientOf(result, model, term);
  const { X, terms } = sampleOf(result, model);
  const column = terms.indexOf(term);
  return values.flatMap((at) => {
    const curves = averageChange(fit, { kind: "none", at: X.map((row) => row.with(column, at)) });
    return byOutcome(fit, curves, 1).map(({ level, measured }) => {
      if (!(measured.value > 0 && measured.value < 1)) throw new RangeError(`${term} = ${at} gives ${model} a probability of ${measured.value}: choose a value nearer the data`);
      return { at, ...(level === undefined ? {} : { level }), ...withInterval(fit, measured) };
    });
  });
}

function withInterval(fit: Fit, measured: Measured): Omit<Probability, "at" | "level"> {
  const { value, gradient } = logOdds(measured);
  const half = WALD_95 * standardErrorOf(fit, gradient);
  const [lower, upper] = [value - half, value + half].map((x) => 1 / (1 + Math.exp(-x)));
  return { estimate: measured.value, standardError: standardErrorOf(fit, measured.gradient), lower, upper };
}
