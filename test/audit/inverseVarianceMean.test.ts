import { describe, expect, it } from "vitest";
import { distanceFromMean } from "../../src/audit/inverseVarianceMean";

const of = (coef: string, se?: string) => ({ coef, ...(se === undefined ? {} : { se }) });

describe("the inverse-variance mean of parts", () => {
  it("weighs each by 1/SE², over the corners of what rounding leaves", () => {
    // 1/0.1² and 1/0.2² are 100 and 25: (0.2·100 + 0.4·25)/125 = 0.24; (0.30 − 0.24)/0.10 = 0.6.
    const found = distanceFromMean(of("0.30", "0.10"), [of("0.20", "0.10"), of("0.40", "0.20")])!;
    expect(found).toMatchObject({ mean: expect.closeTo(0.24, 12), distance: expect.closeTo(0.6, 12) });
    // The nearer part counts most at 0.095 against 0.205, least at 0.105 against 0.195.
    const mean = (a: number, b: number, sa: number, sb: number) => (a / sa ** 2 + b / sb ** 2) / (1 / sa ** 2 + 1 / sb ** 2);
    expect(found.interval).toEqual({ lower: expect.closeTo(mean(0.195, 0.395, 0.095, 0.205), 12), upper: expect.closeTo(mean(0.205, 0.405, 0.105, 0.195), 12) });
  });

  it("takes three parts as well, and a mean of equal ones for their own value", () => {
    const { mean, distance } = distanceFromMean(of("-1.0", "0.5"), [of("1.0", "0.5"), of("2.0", "1.0"), of("4.0", "0.5")])!;
    expect([mean, distance]).toEqual([expect.closeTo((4 + 2 + 16) / 9, 12), expect.closeTo((-1 - 22 / 9) / 0.5, 12)]);
    expect(distanceFromMean(of("2.0", "0.5"), [of("1.0", "0.5"), of("1.0", "3.0"), of("1.0", "0.1")])!.mean).toBeCloseTo(1, 12);
  });

  it("is apart from the pooled value where no rounding to the nearest brings them together", () => {
    // Parts of 0.50 alike: 0.495 to 0.505; pooled 0.51 begins at 0.505, 0.52 at 0.515.
    expect(["0.48", "0.49", "0.50", "0.51", "0.52"].map((coef) => distanceFromMean(of(coef, "0.10"), [of("0.50", "0.10"), of("0.50", "0.30")])!.apart)).toEqual([true, false, false, false, true]);
  });

  it("is none without a standard error above 0 in whole and every part", () => {
    const parts = [of("0.5", "0.1"), of("0.5", "0.1"), of("0.5", "0.1")];
    for (const whole of [of("0.5"), of("0.5", "0.0"), of("0.5", "-0.1")]) expect(distanceFromMean(whole, parts)).toBeUndefined();
    for (const part of [of("0.5"), of("0.5", "0.0"), of("0.5", "-0.1")]) expect(distanceFromMean(of("0.5", "0.1"), parts.with(1, part))).toBeUndefined();
    // One that may be down to 0 outweighs the other there, as far as numbers go.
    const { interval } = distanceFromMean(of("0.5", "0.1"), [of("1", "0.4"), of("3", "0.1"), of("3", "0.1")])!;
    expect(interval.lower).toBeGreaterThan(0.5);
    expect(distanceFromMean(of("0.5", "0.1"), [of("1", "1"), of("3", "1")])!.interval).toEqual({ lower: expect.closeTo((0.5 / 0.25 + 2.5 / 2.25) / (1 / 0.25 + 1 / 2.25), 12), upper: expect.closeTo((1.5 / 2.25 + 3.5 / 0.25) / (1 / 0.25 + 1 / 2.25), 12) });
  });
});
