import { binaryData } from "../binaryData";
import { binaryMaximum } from "../binaryMaximum";
import type { FittedData } from "../covariance/influenceRows";
import type { Fit } from "../fit";
import { linkFunction } from "../links/link";
import { normalQuantile } from "../numeric/normal";
import { orderedData } from "../orderedData";
import { orderedMaximum } from "../orderedMaximum";
import { refusePartial } from "../partial/refusePartial";
import { RefusedModel } from "../refusedModel";
import { crossing } from "./crossing";

export interface ProfileInterval {
  readonly term: string;
  /** NaN where it is undetermined. */
  readonly lower: number;
  readonly upper: number;
  /** Why an end is undetermined. */
  readonly note?: string;
}

/**
 * Intervals where the profile likelihood has fallen by half a χ²₁ quantile: they need not be symmetric, and hold up
 * where Wald's do not. Each point of a profile is a fit with the term's share moved into the offset.
 *
 * @param fit  a maximum-likelihood fit of these data
 * @param only terms wanted (default: all coefficients)
 * Source: Venzon & Moolgavkar (1988), Applied Statistics 37; R `MASS:::confint.glm` (which interpolates the profile,
 * where this finds the crossing itself), test/fixtures/models/hypotheses.R.
 */
export function profileIntervals(fit: Fit, data: FittedData, only: readonly string[] = fit.coefficients.map((row) => row.term), level = 0.95): ProfileInterval[] {
  if (fit.penalised) throw new RangeError("a penalised fit has profile intervals already");
  refusePartial(fit, "profile intervals");
  const height = normalQuantile((1 + level) / 2) ** 2;
  // An ordered design may bring a constant that is not among the fit's terms.
  const terms = fit.coefficients.map((row) => row.term);
  const columns = data.X[0].length > terms.length ? ["const", ...terms] : terms;
  return only.map((term) => {
    const row = fit.coefficients.find((coefficient) => coefficient.term === term);
    if (!row) throw new RangeError(`the fit has no term ${term}`);
    const fall = (value: number): number => fit.logLik - heldLogLik(fit, data, columns, term, value);
    const step = normalQuantile((1 + level) / 2) * row.standardError;
    const ends = [crossing(fall, row.estimate, -step, height), crossing(fall, row.estimate, step, height)];
    const why = ends.flatMap((end) => (end.at === null ? [end.why] : []));
    return { term, lower: ends[0].at ?? NaN, upper: ends[1].at ?? NaN, ...(why.length > 0 && { note: why.join("; ") }) };
  });
}

/** Highest log-likelihood with one coefficient held at a value; NaN where that model is refused. */
function heldLogLik({ family, link, levels }: Fit, { X, y, weights, offset }: FittedData, columns: readonly string[], term: string, value: number): number {
  const j = columns.indexOf(term);
  const options = { weights, offset: X.map((row, i) => (offset?.[i] ?? 0) + value * row[j]) };
  const rest = X.map((row) => row.filter((_, column) => column !== j));
  const names = columns.filter((name) => name !== term);
  try {
    // The maximum alone: far out, the model without terms, which a whole fit has beside it, may be out of reach.
    return family === "binomial" ? binaryMaximum(binaryData(rest, y as number[], names, options), names, linkFunction(link)).maximum.logLik
      : orderedMaximum(orderedData(rest, y, names, levels!, options), levels!, linkFunction(link)).maximum.logLik;
  } catch (error) {
    if (error instanceof RefusedModel) return NaN;
    throw error;
  }
}
