/** How strong an unmeasured confounder would have to be to explain an association away. */
export interface EValue {
  /** For the estimate: with both the predictor and the outcome the confounder would need at least this risk ratio, beyond the measured controls. */
  readonly estimate: number;
  /** For the limit of the interval that is nearer to no association; 1 where the interval holds it. */
  readonly limit: number;
  /** How the odds ratio was read as a risk ratio: as it is (a rare outcome), or by its square root (a common one). */
  readonly approximation: "rare" | "squareRoot";
}

/** An outcome is common from this share on. */
const COMMON = 0.15;

/**
 * E-value of an odds ratio. Of a common outcome an odds ratio is further from 1 than the risk ratio: its square root is
 * taken, which is within 25% of the risk ratio where the risks lie between 0.2 and 0.8, and a rough guide beyond.
 *
 * It presumes the confounder as strong in both its associations, and says nothing of selection, measurement or the
 * direction of cause; for a term that is a number it is for one unit of it.
 *
 * @param logOdds  estimate and the limits of its interval, log-odds
 * @param share    of the outcome among the people, 0 to 1; of an ordered outcome 0.5
 * @throws {RangeError} limits that do not hold the estimate, a share outside 0 to 1
 * Source: VanderWeele & Ding (2017), Annals of Internal Medicine 167; VanderWeele (2017), Biometrics 73 (square root). R `EValue::evalues.OR`; test/fixtures/models/sensitivity.R.
 * @example eValue({ estimate: Math.log(4), lower: Math.log(2.25), upper: Math.log(7) }, 0.6).estimate // 3.4142…
 */
export function eValue({ estimate, lower, upper }: { readonly estimate: number; readonly lower: number; readonly upper: number }, share: number): EValue {
  if (!(lower <= estimate && estimate <= upper)) throw new RangeError(`the interval from ${lower} to ${upper} does not hold the estimate ${estimate}`);
  if (!(share >= 0 && share <= 1)) throw new RangeError(`the outcome's share lies between 0 and 1, not at ${share}`);
  const common = share > COMMON;
  const of = (logOdds: number): number => {
    const ratio = Math.exp(Math.abs(common ? logOdds / 2 : logOdds));
    return ratio + Math.sqrt(ratio * (ratio - 1));
  };
  const nearer = estimate > 0 ? Math.max(0, lower) : Math.min(0, upper);
  return { estimate: of(estimate), limit: of(nearer), approximation: common ? "squareRoot" : "rare" };
}
