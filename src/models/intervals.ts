import type { Coefficient, Fit } from "./fit";
import { normalQuantile } from "./numeric/normal";
import { quantileT, twoSidedT } from "./numeric/studentT";

/** An odds ratio e^b: its standard error by the delta method, its interval that of b, exponentiated. */
export interface OddsRatio {
  readonly term: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** Half a two-sided Wald interval of this level, in standard errors: 1.959964… at 0.95. */
export function waldWidth(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`the level of an interval lies between 0 and 1, not at ${level}`);
  return normalQuantile((1 + level) / 2);
}

/**
 * The fit with Wald intervals of another level.
 *
 * @param level such as 0.9
 * @throws {RangeError} where the fit is penalised, whose intervals are those of its profile at 95%
 * @example withLevel(fitBinaryLogit([[1], [1], [1], [1]], [1, 0, 1, 0], ["const"]), 0.9).coefficients[0].upper // 1.6448…
 */
export function withLevel(fit: Fit, level: number): Fit {
  if (fit.penalised) throw new RangeError("a penalised fit has profile intervals of 95%");
  return { ...fit, coefficients: fit.coefficients.map((row) => ({ ...row, ...ends(row, level) })) };
}

/** The same of an interval by t; Infinity gives the normal's. */
export const widthByT = (level: number, df: number): number => (df === Infinity ? waldWidth(level) : quantileT(1 - level, df));

/** A row with p and 95% interval by t; as it is, where the degrees of freedom are Infinity. */
export function byT<Row extends Pick<Coefficient, "estimate" | "standardError" | "z">>(row: Row, df: number): Row | (Row & { readonly df: number; readonly p: number }) {
  return df === Infinity ? row : { ...row, df, p: twoSidedT(row.z, df), ...ends({ ...row, df }, 0.95) };
}

function ends({ estimate, standardError, df = Infinity }: Pick<Coefficient, "estimate" | "standardError" | "df">, level: number): { lower: number; upper: number } {
  const width = widthByT(level, df);
  return { lower: estimate - width * standardError, upper: estimate + width * standardError };
}

/**
 * The fit with p and 95% intervals of its coefficients by t: degrees of freedom of all, or of each. One number for all is
 * that of effects, predictions and Wald tests of the fit as well.
 *
 * @example withDegreesOfFreedom(fitBinaryLogit([[1], [1], [1], [1]], [1, 0, 1, 0], ["const"]), 1).coefficients[0].upper // 12.706…
 */
export const withDegreesOfFreedom = (fit: Fit, df: number | readonly number[]): Fit => ({
  ...fit,
  inference: { ...fit.inference, degreesOfFreedom: typeof df === "number" ? df : undefined },
  coefficients: fit.coefficients.map((row, j) => byT(row, typeof df === "number" ? df : df[j])),
});

/**
 * Odds ratios of a logit's coefficients, with whatever intervals the coefficients have (Wald or profile). The constant's
 * is the odds at 0.
 *
 * @throws {RangeError} for another link, whose coefficients are no logarithms of odds
 * Source: Stata `logit, or`; R `exp(cbind(coef(m), confint(m)))`, test/fixtures/models/commands.R.
 * @example Number(oddsRatios(fitBinaryLogit([[1], [1], [1], [1]], [1, 1, 1, 0], ["const"]))[0].estimate.toFixed(6)) // 3
 */
export function oddsRatios(fit: Pick<Fit, "link" | "coefficients">): OddsRatio[] {
  if (fit.link !== "logit") throw new RangeError(`odds ratios are of the logit link, not of ${fit.link}`);
  return fit.coefficients.map(({ term, estimate, standardError, lower, upper }: Coefficient) => {
    const ratio = Math.exp(estimate);
    return { term, estimate: ratio, standardError: ratio * standardError, lower: Math.exp(lower), upper: Math.exp(upper) };
  });
}
