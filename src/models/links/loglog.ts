import { cloglog } from "./cloglog";
import type { LinkFunction } from "./linkFunction";

/** F(η) = e^(−e^(−η)), the log-log: the complementary log-log seen from the other side, 1 − F(−η). */
export const loglog: LinkFunction = {
  name: "loglog",
  cdf: (eta) => cloglog.upper(-eta),
  upper: (eta) => cloglog.cdf(-eta),
  density: (eta) => cloglog.density(-eta),
  densitySlope: (eta) => -cloglog.densitySlope(-eta),
  information: (eta) => cloglog.information(-eta),
  quantile: (p) => -Math.log(-Math.log(p)),

  binary(y, eta, out) {
    cloglog.binary(1 - y, -eta, out);
    out[1] = -out[1];
  },

  interval(u, l, out) {
    cloglog.interval(-l, -u, out);
    const [, byL, byU, twiceL, twiceU] = out;
    out[1] = -byU;
    out[2] = -byL;
    out[3] = twiceU;
    out[4] = twiceL;
  },
};
