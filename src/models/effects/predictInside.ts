import type { Fit } from "../fit";
import { degreesOf, dot, standardErrorOf, standardisedRow } from "../inference";
import { widthByT } from "../intervals";
import { linkFunction, type LinkFunction } from "../links/link";
import type { Matrix } from "../matrix";
import { averageChange, type Averaging, refuseAveraging } from "./averageChange";
import { byOutcome, logOdds, type Measured, type Quantity, roundedAway } from "./curves";
import type { Prediction } from "./predictions";
import { slopesOf } from "./slopesOf";

/**
 * Predicted probabilities, averaged over the rows of a design, with intervals that stay between 0 and 1: the delta method
 * on the link, carried back. For a level of an ordered outcome the link is the logit, whatever the model's (as R's
 * `ordinal`).
 *
 * @param level of the intervals, such as 0.95
 * @returns one of a binary fit, one for each level, low to high, of an ordered one
 * @throws {RefusedModel} negative-probability, where lines of a fit with slopes at each cut point cross in these rows;
 *         bad-input, where a level's or an average's probability rounds to 0 or 1
 * Source: R `predict(glm, se.fit)`, `ordinal:::predict.clm`; Stata `margins, at()`; test/fixtures/models/commands.R.
 * @example Number(predictInside(fitBinaryLogit([[1], [1], [1], [1]], [1, 1, 1, 0], ["const"]), [[1]])[0].estimate.toFixed(6)) // 0.75
 */
export function predictInside(fit: Fit, X: Matrix, averaging: Averaging = {}, level = 0.95): Prediction[] {
  const at = slopesOf(X, fit);
  if (fit.family === "binomial" && at.length === 1) {
    const { cdf, density } = linkFunction(fit.link);
    const { estimate: eta, standardError, lower, upper } = predictLink(fit, at, averaging, level);
    return [{ estimate: cdf(eta), standardError: density(eta) * standardError, lower: cdf(lower), upper: cdf(upper) }];
  }
  const F = linkFunction(fit.family === "binomial" ? fit.link : "logit");
  return measuredPredictions(fit, at, averaging).map(({ level: outcome, measured }) => {
    const place = F.name === "logit" ? logOdds(measured) : onLink(F, measured);
    const half = widthByT(level, degreesOf(fit, place.gradient)) * standardErrorOf(fit, place.gradient);
    return {
      ...(outcome === undefined ? {} : { level: outcome }), estimate: measured.value, standardError: standardErrorOf(fit, measured.gradient),
      lower: F.cdf(place.value - half), upper: F.cdf(place.value + half),
    };
  });
}

/** An average's place on the link. @throws {RefusedModel} bad-input, where it rounds to 0 or 1 */
function onLink({ quantile, density }: LinkFunction, { value, gradient }: Measured): Quantity {
  if (!(value > 0 && value < 1)) throw roundedAway(value);
  const place = quantile(value);
  return { value: place, gradient: gradient.map((g) => g / density(place)) };
}

/** The probability of each outcome, averaged, with its gradient. */
export const measuredPredictions = (fit: Fit, X: Matrix, { weights, offset }: Averaging = {}): { level?: string | number; measured: Measured }[] =>
  byOutcome(fit, averageChange(fit, { kind: "none", at: slopesOf(X, fit) }, { weights, offset }), 1);

/**
 * The linear predictor (of an ordered fit: xβ, without cut points), averaged over the rows of a design.
 *
 * @throws {RangeError} for a fit with slopes at each cut point, which has no one predictor
 * @example predictLink(fitBinaryLogit([[1], [1], [1], [1]], [1, 1, 1, 0], ["const"]), [[1]]).estimate // 1.0986…
 */
export function predictLink(fit: Fit, X: Matrix, averaging: Averaging = {}, level = 0.95): Prediction {
  const { value: estimate, gradient } = measuredLink(fit, X, averaging);
  const standardError = standardErrorOf(fit, gradient);
  const half = widthByT(level, degreesOf(fit, gradient)) * standardError;
  return { estimate, standardError, lower: estimate - half, upper: estimate + half };
}

/** The same with its gradient. */
export function measuredLink(fit: Fit, X: Matrix, { weights, offset }: Averaging = {}): Quantity {
  if (fit.inference.partial) throw new RangeError("slopes that differ between cut points have no one linear predictor");
  const at = slopesOf(X, fit);
  refuseAveraging(at, { weights, offset });
  const { parameters, centre, scale } = fit.inference;
  const gradient = new Float64Array(parameters.length);
  const total = weights ? weights.reduce((a, b) => a + b, 0) : at.length;
  if (!(total > 0)) throw new RangeError("the rows averaged over have no weight");
  let shift = 0;
  at.forEach((x, i) => {
    const share = (weights?.[i] ?? 1) / total;
    standardisedRow(fit, x).forEach((value, j) => (gradient[j] += share * value));
    shift += share * (offset?.[i] ?? 0);
  });
  // An ordered fit's cut points took up the centres, with which xβ is asked for.
  if (fit.family === "ordered") centre.forEach((value, j) => (gradient[j] += value / scale[j]));
  return { value: dot(gradient, parameters) + shift, gradient: Array.from(gradient) };
}
