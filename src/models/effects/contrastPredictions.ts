import { said } from "../../faults/said";
import type { Fit } from "../fit";
import { degreesOf, standardErrorOf } from "../inference";
import type { Matrix } from "../matrix";
import { twoSidedT } from "../numeric/studentT";
import { RefusedModel } from "../refusedModel";
import { type Adjust, adjusted } from "./adjust";
import type { Averaging } from "./averageChange";
import { combinationsOf, type ContrastKind } from "./contrastKinds";
import { logarithm, logOdds, type Measured, type Quantity } from "./curves";
import { measuredLink, measuredPredictions } from "./predictInside";

/** How two predictions are compared: a − b, a/b (a risk ratio), or the ratio of their odds. */
export type Measure = "difference" | "ratio" | "oddsRatio";

/** Where a prediction is made: which columns were set to what, and the rows that are averaged over. */
export interface PredictionPlace extends Pick<Averaging, "weights" | "offset"> {
  readonly at: Readonly<Record<string, string>>;
  readonly X: Matrix;
}

export interface PredictionContrastOptions {
  /** pairwise: each place less each before it; reference: each less the first; second: differences of differences over two columns. */
  readonly contrast: ContrastKind;
  /** Default difference. */
  readonly measure?: Measure | undefined;
  /** Default response: probabilities. */
  readonly scale?: "response" | "link" | undefined;
  /** Of the comparisons of one outcome level together; default none. */
  readonly adjust?: Adjust | undefined;
  /** Of the intervals; default 0.95. */
  readonly level?: number | undefined;
}

/** A comparison of predictions. */
export interface PredictionContrast {
  readonly contrast: string;
  /** Of an ordered outcome. */
  readonly level?: string | number;
  readonly estimate: number;
  readonly standardError: number;
  /** Of the difference, or of the logarithm of the ratio. */
  readonly z: number;
  /** Two-sided, of this comparison alone. */
  readonly p: number;
  /** Of the t distribution that p and interval come from; absent where it is the normal. */
  readonly df?: number;
  /** Corrected for the number of comparisons, where that is asked for; the interval is then of all together. */
  readonly pAdjusted?: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Compares predictions of one fit at several places, with their covariance (they share the parameters): differences,
 * risk ratios or odds ratios, each pair, each against the first, or second differences. Ratios have their interval on
 * the logarithm, by the delta method.
 *
 * @param places two or more, in the order of the comparisons
 * @throws {RangeError} where there is nothing to compare, or Tukey's correction is asked of anything but all pairs
 * @throws {RefusedModel} bad-input, where two places have the same prediction whatever the parameters, or a ratio is of one that rounds to 0
 * Source: R `emmeans::pairs(regrid())`, `marginaleffects::avg_comparisons`; Stata `margins, pwcompare`; test/fixtures/models/contrasts.R.
 * @example contrastPredictions(fit, [{ at: { smoke: "0" }, X: [[1, 0]] }, { at: { smoke: "1" }, X: [[1, 1]] }], { contrast: "pairwise", measure: "ratio" })[0].estimate
 */
export function contrastPredictions(fit: Fit, places: readonly PredictionPlace[], options: PredictionContrastOptions): PredictionContrast[] {
  const { contrast, measure = "difference", scale = "response", adjust = "none", level = 0.95 } = options;
  const combinations = combinationsOf(places.map(({ at }) => at), contrast, measure === "difference" ? " − " : " / ");
  if (scale === "link" && measure !== "difference") throw new RangeError("ratios are of probabilities, not of the linear predictor");
  const found = places.map((place) => (scale === "link" ? [{ measured: { ...measuredLink(fit, place.X, place), rest: NaN } }] : measuredPredictions(fit, place.X, place)));
  return found[0].flatMap(({ level: outcome }: { level?: string | number }, c) => {
    const values = found.map((outcomes) => TRANSFORMED[measure](outcomes[c].measured));
    const rows = combinations.map(({ name, times }) => combined(fit, name, times.map((t, i) => [t, values[i]] as const)));
    const { p, widths } = adjusted(rows, adjust, level, places.length);
    return rows.map(({ name, value, standardError, z, df }, i): PredictionContrast => {
      const reach = widths[i] * standardError;
      const carry = measure === "difference" ? (x: number) => x : Math.exp;
      return {
        contrast: name, ...(outcome === undefined ? {} : { level: outcome }), estimate: carry(value), standardError: measure === "difference" ? standardError : Math.exp(value) * standardError,
        z, p: twoSidedT(z, df), ...(df < Infinity && { df }), ...(adjust === "none" ? {} : { pAdjusted: p[i] }), lower: carry(value - reach), upper: carry(value + reach),
      };
    });
  });
}

/** What is subtracted: the probability, its logarithm, or that of its odds. */
const TRANSFORMED: Readonly<Record<Measure, (p: Measured) => Quantity>> = { difference: (p) => p, ratio: logarithm, oddsRatio: logOdds };

function combined(fit: Fit, name: string, parts: readonly (readonly [number, Quantity])[]): { name: string; value: number; standardError: number; z: number; df: number } {
  const gradient = parts[0][1].gradient.map((_, j) => parts.reduce((sum, [times, measured]) => sum + times * measured.gradient[j], 0));
  const value = parts.reduce((sum, [times, measured]) => sum + times * measured.value, 0);
  const standardError = standardErrorOf(fit, gradient);
  if (!(standardError > 0)) throw new RefusedModel("bad-input", [], said`${name}: the predictions are the same whatever the coefficients, and there is nothing to compare`);
  return { name, value, standardError, z: value / standardError, df: degreesOf(fit, gradient) };
}
