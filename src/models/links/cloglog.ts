import type { LinkFunction } from "./linkFunction";

/** Above this η, 1 − F is 0 in double precision many times over. */
const CERTAIN = 30;

/** F(η) = 1 − e^(−e^η), the complementary log-log. */
export const cloglog: LinkFunction = {
  name: "cloglog",
  cdf: (eta) => -Math.expm1(-Math.exp(eta)),
  upper: (eta) => Math.exp(-Math.exp(eta)),
  density: (eta) => Math.exp(eta - Math.exp(eta)),
  densitySlope: (eta) => Math.exp(eta - Math.exp(eta)) * (1 - Math.exp(eta)),
  information: (eta) => { const t = Math.exp(eta); return t === 0 || t > 700 ? t * Number(t < 1) : (t * t) / Math.expm1(t); },
  quantile: (p) => Math.log(-Math.log1p(-p)),

  binary(y, eta, out) {
    const t = Math.exp(eta);
    if (y === 0) {
      out[0] = -t;
      out[1] = -t;
      out[2] = -t;
      return;
    }
    if (eta > CERTAIN) {
      out.fill(0, 0, 3);
      return;
    }
    const g = t === 0 ? 1 : t / Math.expm1(t);
    out[0] = t === 0 ? eta : Math.log(-Math.expm1(-t));
    out[1] = g;
    // g(1 − g − t), whose bracket cancels for small t: −t/2 − t²/12 + t⁴/720 there.
    out[2] = g * (t < 0.01 ? -t / 2 - (t * t) / 12 + t ** 4 / 720 : 1 - g - t);
  },

  // −e^l + log(1 − e^(−D)) with D = e^u − e^l.
  interval(u, l, out) {
    if (!(u > l) || l > CERTAIN) {
      out[0] = -Infinity;
      return;
    }
    const tl = Math.exp(l);
    const tu = Math.exp(Math.min(u, CERTAIN));
    const D = tl * Math.expm1(Math.min(u, CERTAIN) - l);
    const r = 1 / Math.expm1(D);
    const bend = r * (1 + r);
    out[0] = -tl + Math.log(-Math.expm1(-D));
    out[1] = r * tu;
    out[2] = -tl * (1 + r);
    out[3] = r === 0 ? 0 : r * tu - bend * tu * tu;
    out[4] = -tl * (1 + r) - bend * tl * tl;
    out[5] = bend * tu * tl;
  },
};
