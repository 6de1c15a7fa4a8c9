import { describe, expect, it } from "vitest";
import type { Fit } from "../../src/models/fit";
import { byT, oddsRatios, waldWidth, widthByT, withDegreesOfFreedom, withLevel } from "../../src/models/intervals";
import { refusalOf } from "./refusalOf";

const row = { term: "x", estimate: 0.5, standardError: 0.25, z: 2, p: 0.0455, lower: 0.01, upper: 0.99 };
const fit = { link: "logit", penalised: false, coefficients: [row, { ...row, term: "z", estimate: -1, standardError: 2, z: -0.5 }], inference: { size: 7 } } as unknown as Fit;
/** R: qt(.975, 1), qt(.975, 10), qt(.95, 10); qnorm(.95). */
const [T1, T10, T10_90, Z_90] = [12.70620473617471, 2.228138851964939, 1.812461122811676, 1.644853626951473];
const near = (value: number) => expect.closeTo(value, 9) as number;

describe("intervals", () => {
  it("are as wide as the normal's or t's quantiles", () => {
    expect([waldWidth(0.95), waldWidth(0.9), widthByT(0.9, Infinity), widthByT(0.95, 1), widthByT(0.95, 10), widthByT(0.9, 10)]).toEqual([1.959963984540054, Z_90, Z_90, T1, T10, T10_90].map(near));
    for (const level of [0, 1, -0.5, 1.5, NaN]) expect(refusalOf(() => waldWidth(level))).toBe(`the level of an interval lies between 0 and 1, not at ${level}`);
  });

  it("of another level keep all else, and t where the rows are judged by it", () => {
    expect(withLevel(fit, 0.9)).toEqual({ ...fit, coefficients: [
      { ...fit.coefficients[0], lower: near(0.5 - Z_90 / 4), upper: near(0.5 + Z_90 / 4) }, { ...fit.coefficients[1], lower: near(-1 - 2 * Z_90), upper: near(-1 + 2 * Z_90) },
    ] });
    expect(withLevel({ ...fit, coefficients: [{ ...row, df: 10 }] }, 0.9).coefficients).toEqual([{ ...row, df: 10, lower: near(0.5 - T10_90 / 4), upper: near(0.5 + T10_90 / 4) }]);
    expect(refusalOf(() => withLevel({ ...fit, penalised: true }, 0.9))).toBe("a penalised fit has profile intervals of 95%");
  });

  it("by t have its p, by one number of degrees of freedom or one for each; Infinity changes nothing", () => {
    expect(byT(row, Infinity)).toBe(row);
    const ofOne = { p: near(1 - (2 / Math.PI) * Math.atan(2)), lower: near(0.5 - T1 / 4), upper: near(0.5 + T1 / 4) }; // t on 1 is Cauchy's
    expect(byT(row, 1)).toEqual({ ...row, df: 1, ...ofOne });
    const each = withDegreesOfFreedom(fit, [1, Infinity]);
    expect([each.coefficients, each.inference]).toEqual([[{ ...row, df: 1, ...ofOne }, fit.coefficients[1]], { size: 7, degreesOfFreedom: undefined }]);
    const all = withDegreesOfFreedom(fit, 1);
    expect([all.coefficients.map(({ df }) => df), all.coefficients[1].lower, all.inference]).toEqual([[1, 1], near(-1 - 2 * T1), { size: 7, degreesOfFreedom: 1 }]);
  });

  it("of odds ratios are those of the coefficients, exponentiated; no other link has any", () => {
    expect(oddsRatios(fit)[0]).toEqual({ term: "x", estimate: near(Math.exp(0.5)), standardError: near(Math.exp(0.5) / 4), lower: near(Math.exp(0.01)), upper: near(Math.exp(0.99)) });
    expect(oddsRatios(fit).map(({ term }) => term)).toEqual(["x", "z"]);
    expect(refusalOf(() => oddsRatios({ ...fit, link: "probit" }))).toBe("odds ratios are of the logit link, not of probit");
  });
});
