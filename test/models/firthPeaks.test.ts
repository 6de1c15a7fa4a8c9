import { describe, expect, it } from "vitest";
import { fitFirth } from "../../src/models/firth/fitFirth";
import { crossing } from "../../src/models/profile/crossing";
import { expectAllClose, expectClose, fixture } from "./fixtures";

const r = fixture<{ small: { X: number[][]; y: number[]; estimates: number[] }; iris: { X: number[][]; y: number[]; upper: number } }>("firthPeaks");

describe("Firth's penalised likelihood", () => {
  it("is maximised where a category has one row, as by brglm2", () => {
    const fit = fitFirth(r.small.X, r.small.y, ["const", "x0", "x1"]);
    expectAllClose(fit.coefficients.map((row) => row.estimate), r.small.estimates, 1e-6);
  });

  it("is maximised for any row given a category of its own", () => {
    const X = Array.from({ length: 40 }, (_, i) => [1, Math.sin(i * 1.7) * 2]);
    const y = X.map(([, x], i) => Number(x + 3 * Math.sin(i * 12.9898) > 0));
    for (let own = 0; own < 40; own += 3) {
      const fit = fitFirth(X.map((row, i) => [...row, Number(i === own)]), y, ["const", "x", "own"]);
      expect(fit.certificate.largestGradient).toBeLessThan(1e-8);
    }
  });

  it("has the interval of its highest peaks, where a profile has several", () => {
    const fit = fitFirth(r.iris.X, r.iris.y, ["const", "a", "b", "c", "d"]);
    expectClose(fit.coefficients[1].upper, r.iris.upper, 1e-6);
  });

  it("has p-values that agree with its intervals: below .05 where 0 is outside", () => {
    const X = Array.from({ length: 30 }, (_, i) => [1, Number(i % 2), Number(i % 5 === 0), (i * 7) % 11]);
    const y = X.map(([, a, b, c], i) => Number(a + b + c / 6 + Math.sin(i * 5) > 1.5));
    for (const { p, lower, upper } of fitFirth(X, y, ["const", "a", "b", "c"]).coefficients) expect(p < 0.05).toBe(lower > 0 || upper < 0);
  });
});

describe("the end of a profile interval", () => {
  const why = (end: ReturnType<typeof crossing>): string => (end.at === null ? end.why : String(end.at));
  it("is where the profile has fallen far enough, infinite where it never does", () => {
    expect(why(crossing((b) => b * b, 0, 0.5, 2))).toBe("1");
    expect(crossing(() => 0.1, 0, 1, 3.84).at).toBe(Infinity);
  });
  it("is undetermined, and no infinity, where the profile fails on the way", () => {
    expect(why(crossing(() => NaN, 0, 1, 3.84))).toContain("could not be followed");
    expect(why(crossing((b) => (b > 1.5 ? NaN : b * b * 0.1), 0, 1, 3.84))).toContain("could not be followed to 2");
  });
  it("is undetermined where the profile jumps past the height", () => {
    expect(why(crossing((b) => (b < 1.3 ? b : b + 2), 0, 1, 3.84))).toMatch(/jumps at 1\.3000, from a fall of 1\.300 to one of 3\.300/);
  });
});
