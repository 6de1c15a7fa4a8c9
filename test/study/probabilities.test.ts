import { describe, expect, it } from "vitest";
import { probabilitiesAt } from "../../src/study/probabilities";
import { runStudy } from "../../src/study/runStudy";
import { tiny, tinyPeople } from "./tinyStudy";

const result = runStudy(tiny, tinyPeople());
const logistic = (eta: number) => 1 / (1 + Math.exp(-eta));

/** The averaged probability of a binary model at given coefficients, by its definition. */
const averageAt = (model: string, b: readonly number[], x: number): number => {
  const { people } = result.samples[model];
  return people.reduce((sum, { w }) => sum + logistic(b[0] + b[1] * x + b[2] * (w as number)), 0) / people.length;
};

describe("a probability's interval", () => {
  it.each([["Ba", 0], ["Ba", 1], ["Bb", 0.5]])("of %s at %d is of the delta method, by differences, and made in log-odds", (model, x) => {
    const { coefficients, covariance } = result.fits[model];
    const b = coefficients.map(({ estimate }) => estimate);
    const gradient = b.map((_, j) => (averageAt(model, b.with(j, b[j] + 1e-5), x) - averageAt(model, b.with(j, b[j] - 1e-5), x)) / 2e-5);
    const error = Math.sqrt(gradient.reduce((sum, one, i) => sum + one * gradient.reduce((inner, other, j) => inner + covariance.values[i][j] * other, 0), 0));
    const p = averageAt(model, b, x);
    const [found] = probabilitiesAt(result, model, "x", [x]);
    expect(found).toEqual({ at: x, estimate: expect.closeTo(p, 12), standardError: expect.closeTo(error, 7), lower: expect.closeTo(logistic(Math.log(p / (1 - p)) - (1.959963984540054 * error) / (p * (1 - p))), 7), upper: expect.closeTo(logistic(Math.log(p / (1 - p)) + (1.959963984540054 * error) / (p * (1 - p))), 7) });
  });

  it("names the value and, of an ordered outcome, the level; the first and the last term may be set", () => {
    expect(probabilitiesAt(result, "Oa", "w", [0.5, 1]).map(({ at, level }) => [at, level])).toEqual([[0.5, 1], [0.5, 2], [0.5, 3], [1, 1], [1, 2], [1, 3]]);
    expect(probabilitiesAt(result, "Oa", "x", [0]).length).toBe(3);
    expect(probabilitiesAt(result, "Ba", "const", [1])[0].estimate).toBeCloseTo(result.samples.Ba.y.filter((y) => y === 1).length / 60, 10);
    expect(() => probabilitiesAt(result, "Ba", "x", [0, -500])).toThrow(new RangeError("x = -500 gives Ba a probability of 0: choose a value nearer the data"));
  });
});
