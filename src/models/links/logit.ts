import type { LinkFunction } from "./linkFunction";

/** F(η) = 1/(1 + e^(−η)). */
export const logit: LinkFunction = {
  name: "logit",
  cdf: (eta) => 1 / (1 + Math.exp(-eta)),
  upper: (eta) => 1 / (1 + Math.exp(eta)),
  density: logisticDensity,
  densitySlope: (eta) => -logisticDensity(eta) * Math.tanh(eta / 2),
  information: logisticDensity,
  quantile: (p) => Math.log(p / (1 - p)),

  binary(y, eta, out) {
    const e = Math.exp(-Math.abs(eta));
    const near0 = e / (1 + e); // the smaller of F and 1 − F
    const near1 = 1 / (1 + e);
    const missed = (eta > 0) === (y === 1) ? near0 : near1; // the probability of the other outcome
    out[0] = (missed === near0 ? 0 : -Math.abs(eta)) - Math.log1p(e);
    out[1] = y === 1 ? missed : -missed;
    out[2] = -near0 * near1;
  },

  // log F(u) + log(1 − F(l)) + log(1 − e^(−(u − l))): three terms, none of which cancels.
  interval(u, l, out) {
    if (!(u > l)) {
      out[0] = -Infinity;
      return;
    }
    const gap = u - l;
    const eu = Math.exp(-Math.abs(u));
    const el = Math.exp(-Math.abs(l));
    const aboveU = u > 0 ? eu / (1 + eu) : 1 / (1 + eu); // 1 − F(u)
    const belowL = l > 0 ? 1 / (1 + el) : el / (1 + el); // F(l)
    const r = 1 / Math.expm1(gap);
    const bend = r * (1 + r);
    out[0] = Math.min(u, 0) - Math.log1p(eu) - Math.max(l, 0) - Math.log1p(el) + Math.log(-Math.expm1(-gap));
    out[1] = aboveU + r;
    out[2] = -belowL - r;
    out[3] = -eu / ((1 + eu) * (1 + eu)) - bend;
    out[4] = -el / ((1 + el) * (1 + el)) - bend;
    out[5] = bend;
  },
};

function logisticDensity(eta: number): number {
  const e = Math.exp(-Math.abs(eta));
  return e / ((1 + e) * (1 + e));
}
