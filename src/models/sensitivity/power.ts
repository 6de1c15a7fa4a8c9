import { normalCdf, normalQuantile, normalUpperTail } from "../numeric/normal";

/**
 * Power of a two-sided Wald test: how often an estimate with this standard error is significant where the effect is so large.
 *
 * @param effect         in the estimate's unit (log-odds, or an average marginal effect)
 * @param standardError  in the same unit
 * @param alpha          level of the test, two-sided
 * @throws {RangeError} a standard error that is not positive, an alpha outside (0, 1)
 * Source: Cohen (1988) ch. 1; R `pnorm`, test/fixtures/models/sensitivity.R.
 * @example waldPower(0.5, 0.25) // 0.5160…
 */
export function waldPower(effect: number, standardError: number, alpha = 0.05): number {
  const width = widthOf(standardError, alpha);
  const size = Math.abs(effect) / standardError;
  return normalUpperTail(width - size) + normalCdf(-width - size);
}

/**
 * The smallest effect that a two-sided Wald test finds with this power: (z(1 − α/2) + z(power)) standard errors. What the
 * wrong tail adds, less than 1 in 10,000 from a power of .8 on, is left out.
 *
 * @throws {RangeError} as `waldPower`; a power that is not between alpha and 1
 * Source: Bloom (1995), Evaluation Review 19; R `qnorm`, test/fixtures/models/sensitivity.R.
 * @example minimumDetectable(0.1) // 0.28015…
 */
export function minimumDetectable(standardError: number, { power = 0.8, alpha = 0.05 }: { readonly power?: number; readonly alpha?: number } = {}): number {
  if (!(power > alpha && power < 1)) throw new RangeError(`a power lies between alpha (${alpha}) and 1, not at ${power}`);
  return (widthOf(standardError, alpha) + normalQuantile(power)) * standardError;
}

/** Half the interval that a significant estimate lies outside of, in standard errors. */
export function widthOf(standardError: number, alpha: number): number {
  if (!(standardError > 0 && standardError < Infinity)) throw new RangeError(`a standard error is a number above 0, not ${standardError}`);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`the level of a test lies between 0 and 1, not at ${alpha}`);
  return normalQuantile(1 - alpha / 2);
}
