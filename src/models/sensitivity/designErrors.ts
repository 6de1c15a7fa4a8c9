import { normalCdf, normalDensity, normalUpperTail } from "../numeric/normal";
import { widthOf } from "./power";

/** What a significant estimate of a study with this standard error is worth, where the true effect is supposed. */
export interface DesignErrors {
  readonly power: number;
  /** Chance that a significant estimate has the wrong sign. */
  readonly typeS: number;
  /** How many times too large, on average, a significant estimate is (its size, whatever its sign). */
  readonly typeM: number;
}

/**
 * Type S and type M errors of a two-sided Wald test, in closed form.
 *
 * @param effect         the true effect supposed, from outside the data; its sign does not matter
 * @param standardError  in the same unit
 * @throws {RangeError} an effect of 0 (there is no wrong sign); as `waldPower`
 * Source: Gelman & Carlin (2014), Perspectives on Psychological Science 9 (`retrodesign`, by simulation); Lu, Qiu & Deng (2019) in closed form. R `integrate`, test/fixtures/models/sensitivity.R.
 * @example designErrors(0.1, 0.25).typeM // 5.9431…
 */
export function designErrors(effect: number, standardError: number, alpha = 0.05): DesignErrors {
  const width = widthOf(standardError, alpha);
  const size = Math.abs(effect) / standardError;
  if (!(size > 0 && size < Infinity)) throw new RangeError(`a true effect is a number other than 0, not ${effect}`);
  const [right, wrong] = [normalUpperTail(width - size), normalCdf(-width - size)];
  const power = right + wrong;
  // ∫|z|φ(z − size) over |z| > width: each tail is the density at its end, and the mean times the tail.
  const beyond = normalDensity(width - size) + size * right + normalDensity(width + size) - size * wrong;
  return { power, typeS: wrong / power, typeM: beyond / power / size };
}
