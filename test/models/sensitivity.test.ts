import { expect, test } from "vitest";
import { designErrors } from "../../src/models/sensitivity/designErrors";
import { eValue } from "../../src/models/sensitivity/eValue";
import { minimumDetectable, waldPower } from "../../src/models/sensitivity/power";
import fromR from "../fixtures/models/sensitivity.json";

test("E-values are those of the formula in R, of rare outcomes and of common ones", () => {
  for (const { logOdds, lower, upper, share, estimate, limit } of fromR.eValues) {
    expect(eValue({ estimate: logOdds, lower, upper }, share)).toEqual({ estimate: expect.closeTo(estimate, 11), limit: expect.closeTo(limit, 11), approximation: share > 0.15 ? "squareRoot" : "rare" });
  }
});

test("E-values and errors that the articles print come out", () => {
  // VanderWeele & Ding: a risk ratio of 3.9 (1.8 to 8.7) has 7.26 and 3.0.
  const found = eValue({ estimate: Math.log(3.9), lower: Math.log(1.8), upper: Math.log(8.7) }, 0.01);
  expect([found.estimate.toFixed(2), found.limit.toFixed(1), found.approximation]).toEqual(["7.26", "3.0", "rare"]);
  // Gelman & Carlin: a true effect of 2 with a standard error of 8.1 has power .06, type S .24 and type M 9.5 (theirs by simulation).
  const { power, typeS, typeM } = designErrors(2, 8.1);
  expect([power.toFixed(2), typeS.toFixed(2)]).toEqual(["0.06", "0.24"]);
  expect(typeM).toBeCloseTo(9.5, 0);
});

test("an odds ratio and its inverse have one E-value; an interval that holds no association has a limit of 1", () => {
  const up = eValue({ estimate: 0.7, lower: 0.2, upper: 1.2 }, 0.5);
  expect(eValue({ estimate: -0.7, lower: -1.2, upper: -0.2 }, 0.5)).toEqual(up);
  expect(eValue({ estimate: 0.7, lower: -0.1, upper: 1.5 }, 0.5).limit).toBe(1);
});

test("power, detectable effects and type S and M errors are R's", () => {
  for (const { effect, standardError, alpha, power, typeS, typeM } of fromR.designs) {
    expect(waldPower(effect, standardError, alpha)).toBeCloseTo(power, 10);
    const found = designErrors(-effect, standardError, alpha);
    expect(found.power).toBeCloseTo(power, 10);
    expect(found.typeS / typeS).toBeCloseTo(1, 7);
    expect(found.typeM / typeM).toBeCloseTo(1, 8);
  }
  for (const { standardError, power, alpha, effect } of fromR.detectable) {
    expect(minimumDetectable(standardError, { power, alpha })).toBeCloseTo(effect, 9);
    expect(waldPower(effect, standardError, alpha)).toBeCloseTo(power, 4);
  }
});

test("nonsense is refused", () => {
  expect(() => waldPower(1, 0)).toThrow(RangeError);
  expect(() => minimumDetectable(1, { power: 0.01 })).toThrow("a power lies between alpha (0.05) and 1, not at 0.01");
  expect(() => designErrors(0, 1)).toThrow("a true effect is a number other than 0");
  expect(() => eValue({ estimate: 1, lower: 2, upper: 3 }, 0.5)).toThrow("does not hold the estimate");
  for (const share of [2, 1.001, -0.001, NaN]) expect(() => eValue({ estimate: 1, lower: 0, upper: 3 }, share)).toThrow("between 0 and 1");
  expect([0, 0.15, 0.151, 1].map((share) => eValue({ estimate: 1, lower: 0, upper: 3 }, share).approximation)).toEqual(["rare", "rare", "squareRoot", "squareRoot"]);
});
