import { describe, expect, it } from "vitest";
import { fitBinaryLogit } from "../../src/models/binary";
import { measuredLink, predictInside, predictLink } from "../../src/models/effects/predictInside";

// Of eight rows with x = 0 two are 1, of eight with x = 1 six: const = −log 3, b = 2 log 3; standard errors by hand from 1/np(1 − p).
const X = Array.from({ length: 16 }, (_, i) => [1, i < 8 ? 0 : 1]);
const y = X.map((_, i) => (i < 2 || (i >= 8 && i < 14) ? 1 : 0));
const fit = fitBinaryLogit(X, y, ["const", "x"]);
const third = Math.log(3);
const variance = 1 / (8 * 0.25 * 0.75);

describe("the linear predictor averaged over rows", () => {
  it("is xβ at one row, with the standard error of its group", () => {
    const at = predictLink(fit, [[1, 0]]);
    expect([at.estimate, at.standardError, at.lower, at.upper]).toEqual([-third, Math.sqrt(variance), -third - 1.959963984540054 * Math.sqrt(variance), -third + 1.959963984540054 * Math.sqrt(variance)].map((value) => expect.closeTo(value, 8)));
    expect(predictLink(fit, [[1, 1]], {}, 0.9)).toMatchObject({ estimate: expect.closeTo(third, 8), lower: expect.closeTo(third - 1.6448536269514722 * Math.sqrt(variance), 8) });
  });

  it("counts every row alike, or by its weight, with its offset", () => {
    const value = (averaging?: Parameters<typeof measuredLink>[2]) => measuredLink(fit, [[1, 0], [1, 1]], averaging).value;
    expect([value(), value({ weights: [1, 3] }), value({ weights: [2, 6] }), value({ offset: [1, 3] }), value({ weights: [1, 3], offset: [1, 3] })]).toEqual([0, third / 2, third / 2, 2, third / 2 + 2.5].map((one) => expect.closeTo(one, 8)));
    expect(measuredLink(fit, [[1, 0], [1, 1]], { weights: [1, 3] }).value).toBeCloseTo(third / 2, 8);
    // The mean of two independent groups: the variance is a quarter of their sum.
    expect(predictLink(fit, [[1, 0], [1, 1]]).standardError).toBeCloseTo(Math.sqrt(variance / 2), 8);
  });

  it("is refused without weight", () => expect(() => measuredLink(fit, [[1, 0]], { weights: [0] })).toThrow(RangeError));
});

it("a probability's interval stays between 0 and 1, its standard error by the delta method", () => {
  const [found] = predictInside(fit, [[1, 0]]);
  const logistic = (eta: number) => 1 / (1 + Math.exp(-eta));
  const half = 1.959963984540054 * Math.sqrt(variance);
  expect([found.estimate, found.standardError, found.lower, found.upper]).toEqual([0.25, 0.25 * 0.75 * Math.sqrt(variance), logistic(-third - half), logistic(-third + half)].map((value) => expect.closeTo(value, 8)));
});
