import { describe, prepare } from "../binary";
import type { Fit } from "../fit";
import type { Matrix } from "../matrix";
import { normalQuantile } from "../numeric/normal";
import { chiSquareTest } from "../chiSquareTest";
import type { RowOptions } from "../observations";
import { crossing } from "../profile/crossing";
import { RefusedModel } from "../refusedModel";
import { type Standardised, standardise } from "../standardise";
import { type FirthMaximum, firthMaximum } from "./firthMaximum";

const HEIGHT = normalQuantile(0.975) ** 2;

/**
 * Binary logit by Firth's penalised likelihood: finite estimates even where the data are separated, and less bias in
 * small samples. Standard errors and z from the inverse information (as R's brglm2); intervals are where the profile
 * of the penalised likelihood has fallen by χ²₁(.95)/2, and `firth` holds the penalised likelihood-ratio tests, with
 * the penalty of the full model on both sides, so that they are never negative (as R's logistf).
 * `logLik` is the log-likelihood itself, at these estimates.
 *
 * @throws {RefusedModel} as `fitBinaryLogit`, but not for separation
 * Source: Firth (1993); Heinze & Schemper (2002); R `brglm2` (type = "AS_mean"), test/fixtures/models/firth.R.
 */
export function fitFirth(X: Matrix, y: readonly number[], terms: readonly string[], options: RowOptions = {}): Fit {
  const { design, seen, constant, Z } = prepare(X, y, terms, options);
  const start = new Float64Array(terms.length);
  const best = firthMaximum(Z, seen, start);
  if (!best) throw new RefusedModel("not-converged", terms, "the penalised likelihood's maximum was not reached");
  // The constant's own profile needs columns that were not centred, or it would be another parameter.
  const plain = standardise(design, null);
  const bestPlain = constant === null ? undefined : firthMaximum(plain, seen, start);
  const profiles = terms.map((_, j) =>
    j === constant && bestPlain ? profileOf(plain, seen, bestPlain, j) : profileOf(Z, seen, best, j));
  const slopes = terms.map((_, j) => j).filter((j) => j !== constant);
  const withoutSlopes = firthMaximum(Z, seen, start, slopes);
  if (!withoutSlopes) throw new RefusedModel("not-converged", terms, "the penalised model without terms was not reached");

  const fit = describe({ X: Z, seen }, "logit", best, terms, constant);
  return {
    ...fit, penalised: true,
    coefficients: fit.coefficients.map((row, j) => ({ ...row, lower: profiles[j].lower, upper: profiles[j].upper })),
    firth: {
      likelihoodRatio: chiSquareTest(2 * (best.penalised - withoutSlopes.penalised), slopes.length),
      terms: terms.map((term, j) => ({ term, ...profiles[j].test })),
    },
  };
}

/** Interval and test of one parameter, from the profile of the penalised likelihood, on the scale of the column as given. */
function profileOf(Z: Standardised, seen: Parameters<typeof firthMaximum>[1], best: FirthMaximum, j: number) {
  const k = Z.columns;
  const scale = Z.scale[j];
  const fall = (value: number): number => {
    const held = heldAt(value * scale, j, Z, seen, best);
    return held ? best.penalised - held.penalised : Infinity;
  };
  const estimate = best.parameters[j] / scale;
  const step = (1.96 * Math.sqrt(best.covariance[j * k + j])) / scale;
  return {
    lower: crossing(fall, estimate, -step, HEIGHT), upper: crossing(fall, estimate, step, HEIGHT),
    test: chiSquareTest(Math.max(0, 2 * fall(0)), 1),
  };
}

/** The maximum with parameter j held: begun along the profile's tangent, or from 0 where that leads nowhere. */
function heldAt(value: number, j: number, Z: Standardised, seen: Parameters<typeof firthMaximum>[1], best: FirthMaximum): FirthMaximum | undefined {
  const k = Z.columns;
  const tangent = best.parameters.map((b, i) => b + (best.covariance[i * k + j] / best.covariance[j * k + j]) * (value - best.parameters[j]));
  tangent[j] = value;
  return firthMaximum(Z, seen, tangent, [j]) ?? firthMaximum(Z, seen, new Float64Array(k).fill(value, j, j + 1), [j]);
}
