import { describe, expect, it } from "vitest";
import { effectsByLevel, effectsOf } from "../../src/study/effects";
import { probabilitiesAt } from "../../src/study/probabilities";
import { runStudy } from "../../src/study/runStudy";
import { tiny, tinyPeople } from "./tinyStudy";

const result = runStudy(tiny, tinyPeople());
const logistic = (eta: number) => 1 / (1 + Math.exp(-eta));
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** By hand: everybody's probability with x set to a value, averaged. */
function byHand(model: string, x: number): number {
  const b = result.fits[model].coefficients.map(({ estimate }) => estimate);
  return mean(result.samples[model].people.map(({ w }) => logistic(b[0] + b[1] * x + b[2] * (w as number))));
}

describe("predicted probabilities", () => {
  it("are averages over the sample with one term set for everybody", () => {
    const [zero, one] = probabilitiesAt(result, "Ba", "x", [0, 1]);
    expect(zero.estimate).toBeCloseTo(byHand("Ba", 0), 12);
    expect(one.estimate).toBeCloseTo(byHand("Ba", 1), 12);
    expect(one.at).toBe(1);
  });

  it("have intervals inside 0 to 1, around the estimate, of the width that the standard error gives near one half", () => {
    for (const { estimate, lower, upper, standardError } of probabilitiesAt(result, "Ba", "x", [-10, 0, 0.4, 1, 10])) {
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(estimate).toBeGreaterThanOrEqual(lower);
      expect(estimate).toBeLessThanOrEqual(upper);
      expect(Number.isFinite(standardError)).toBe(true);
    }
    const half = probabilitiesAt(result, "Bb", "x", [0])[0];
    expect(half.upper - half.lower).toBeCloseTo(2 * 1.96 * half.standardError, 1);
  });

  it("of an ordered model add up to 1 over its levels", () => {
    const levels = probabilitiesAt(result, "Oa", "x", [1]);
    expect(levels.map(({ level }) => level)).toEqual([1, 2, 3]);
    expect(levels.reduce((sum, { estimate }) => sum + estimate, 0)).toBeCloseTo(1, 12);
  });

  it("refuse a term that the model lacks, and a value where the model is certain", () => {
    expect(() => probabilitiesAt(result, "Ba", "z", [0])).toThrow(/model Ba has no term "z" \(expected const, x, w\)/);
    expect(() => probabilitiesAt(result, "Ba", "x", [500])).toThrow(/x = 500 gives Ba a probability of 1: choose a value nearer the data/);
  });
});

describe("average marginal effects of a study", () => {
  it("leave out a model that was refused, unless it is asked for by name", () => {
    const { Ba, ...others } = result.fits;
    expect(Ba.family).toBe("binomial");
    const without = { ...result, fits: others };
    expect(Object.keys(effectsOf(result, "x"))).toContain("Ba");
    expect(Object.keys(effectsOf(without, "x"))).toEqual(Object.keys(effectsOf(result, "x")).filter((model) => model !== "Ba"));
    expect(() => effectsOf(without, "x", ["Ba"])).toThrow();
  });

  it("are the change of the average probability, in each binary model on its own sample", () => {
    const effects = effectsOf(result, "x");
    expect(Object.keys(effects)).toEqual(["Ba", "Bb"]);
    for (const model of ["Ba", "Bb"]) expect(effects[model].estimate).toBeCloseTo(byHand(model, 1) - byHand(model, 0), 12);
    expect(effects.Ba.type).toBe("discrete");
  });

  it("of an ordered model come by level and sum to 0", () => {
    const effects = effectsByLevel(result, "x", "Oa");
    expect(effects).toHaveLength(3);
    expect(effects.reduce((sum, { estimate }) => sum + estimate, 0)).toBeCloseTo(0, 12);
    expect(() => effectsOf(result, "x", ["Oa"])).toThrow(/Oa is ordered/);
    expect(() => effectsOf(result, "z", ["Ba"])).toThrow(/model Ba has no term "z"/);
  });
});
