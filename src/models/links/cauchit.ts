import type { LinkFunction } from "./linkFunction";

/** P(X < η) of a standard Cauchy X, with its own lower tail. */
const below = (eta: number): number => Math.atan2(1, -eta) / Math.PI;
const density = (eta: number): number => 1 / (Math.PI * (1 + eta * eta));
const densitySlope = (eta: number): number => -2 * eta * Math.PI * density(eta) ** 2;

/**
 * F(η) = ½ + arctan(η)/π: tails so heavy that a few rows far from what the rest says count for little. Its likelihood is
 * not concave: what Newton's method ends at is a maximum, but there may be another.
 */
export const cauchit: LinkFunction = {
  name: "cauchit",
  bendsUpwards: true,
  cdf: below,
  upper: (eta) => below(-eta),
  density,
  densitySlope,
  information: (eta) => density(eta) ** 2 / (below(eta) * below(-eta)),
  quantile: (p) => (p < 0.5 ? -1 / Math.tan(Math.PI * p) : 1 / Math.tan(Math.PI * (1 - p))),

  binary(y, eta, out) {
    const sign = y === 1 ? 1 : -1;
    const P = below(sign * eta);
    const g = (sign * density(eta)) / P;
    out[0] = Math.log(P);
    out[1] = g;
    out[2] = (sign * densitySlope(eta)) / P - g * g;
  },

  // arctan u − arctan l in one piece, which does not cancel.
  interval(u, l, out) {
    if (!(u > l)) {
      out[0] = -Infinity;
      return;
    }
    const P = Math.atan2(u - l, 1 + u * l) / Math.PI;
    const [gu, gl] = [density(u) / P, density(l) / P];
    out[0] = Math.log(P);
    out[1] = gu;
    out[2] = -gl;
    out[3] = densitySlope(u) / P - gu * gu;
    out[4] = -densitySlope(l) / P - gl * gl;
    out[5] = gu * gl;
  },
};
