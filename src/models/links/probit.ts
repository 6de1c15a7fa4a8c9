import { millsRatio, normalCdf, normalDensity, normalQuantile, normalUpperTail } from "../numeric/normal";
import type { LinkFunction } from "./linkFunction";

/** F(η) = Φ(η). */
export const probit: LinkFunction = {
  name: "probit",
  cdf: normalCdf,
  upper: normalUpperTail,
  density: normalDensity,
  densitySlope: (eta) => -eta * normalDensity(eta),
  information: (eta) => 1 / (millsRatio(eta) * millsRatio(-eta)),
  quantile: normalQuantile,

  binary(y, eta, out) {
    const sign = y === 1 ? 1 : -1;
    const towards = sign * eta;
    const hazard = 1 / millsRatio(-towards); // φ/Φ
    out[0] = towards < -5 ? -0.5 * towards * towards - Math.log(hazard * Math.sqrt(2 * Math.PI)) : Math.log1p(-normalUpperTail(towards));
    out[1] = sign * hazard;
    out[2] = -hazard * (hazard + towards);
  },

  interval(u, l, out) {
    // Both in the upper half: differences of upper tails, which keep their digits.
    const probability = l > 0 ? normalUpperTail(l) - normalUpperTail(u) : normalCdf(u) - normalCdf(l);
    if (!(probability > 0)) {
      out[0] = -Infinity;
      return;
    }
    const gu = normalDensity(u) / probability;
    const gl = normalDensity(l) / probability;
    out[0] = Math.log(probability);
    out[1] = gu;
    out[2] = -gl;
    out[3] = -u * gu - gu * gu;
    out[4] = l * gl - gl * gl;
    out[5] = gu * gl;
  },
};
