import type { FittedData } from "../covariance/influenceRows";
import { slopesOf } from "../effects/slopesOf";
import type { Fit } from "../fit";
import { dot, standardisedRow } from "../inference";
import { linkFunction } from "../links/link";
import { seededRandom } from "../numeric/random";
import { refusePartial } from "../partial/refusePartial";

/**
 * Surrogate residuals of an ordered fit: for each row a draw of the latent error, given the level that was seen.
 *
 * Where the model is right they follow the link's own distribution whatever the terms are, so that plots of them
 * against a term, and quantile plots, can be read as for a linear model.
 *
 * @param seed the same seed gives the same residuals
 * Source: Liu & Zhang (2018), JASA 113; R package sure.
 */
export function surrogateResiduals(fit: Fit, { X, y, offset }: FittedData, seed: number): number[] {
  if (!fit.levels) throw new RangeError("surrogate residuals are of ordered outcomes");
  refusePartial(fit, "surrogate residuals");
  const random = seededRandom(seed);
  const { parameters } = fit.inference;
  const { cdf, quantile } = linkFunction(fit.link);
  const k = fit.coefficients.length;
  const cuts = [-Infinity, ...parameters.slice(k), Infinity];
  return slopesOf(X, fit).map((x, i) => {
    const j = fit.levels!.indexOf(y[i]);
    if (j < 0) throw new RangeError(`row ${i + 1} has outcome ${y[i]}, which the fit does not know`);
    const eta = dot(standardisedRow(fit, x), parameters) + (offset?.[i] ?? 0);
    const [low, high] = [cuts[j] - eta, cuts[j + 1] - eta].map(cdf);
    return quantile(low + (high - low) * (random() * (1 - 2 ** -32) + 2 ** -33));
  });
}
