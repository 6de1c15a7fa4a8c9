import type { Link } from "../fit";

/**
 * A distribution F that turns a linear predictor into a probability, with what a likelihood needs of it.
 * Every function is arranged so that it neither overflows nor cancels where the probability is near 0 or 1.
 */
export interface LinkFunction {
  readonly name: Link;
  /** Set where the log-likelihood has places that bend upwards. */
  readonly bendsUpwards?: true;
  cdf(eta: number): number;
  /** 1 − F, with digits of its own where F rounds to 1. */
  upper(eta: number): number;
  /** F′. */
  density(eta: number): number;
  /** F″. */
  densitySlope(eta: number): number;
  /** F′²/(F(1 − F)): what a row is expected to tell of η. */
  information(eta: number): number;
  /** F⁻¹. */
  quantile(p: number): number;
  /** log F(η) where y is 1, log(1 − F(η)) where it is 0: `out` = [value, 1st, 2nd derivative by η]. */
  binary(y: number, eta: number, out: Float64Array): void;
  /** log(F(u) − F(l)), for u > l: `out` = [value, by u, by l, by u twice, by l twice, by u and l]. */
  interval(u: number, l: number, out: Float64Array): void;
}
