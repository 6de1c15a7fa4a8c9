import { describe, expect, it } from "vitest";
import { fitBinaryLogit } from "../../src/models/binary";
import { type Incomplete, imputeChained } from "../../src/models/imputation/chained";
import { pool } from "../../src/models/imputation/rubin";
import { quantileT, twoSidedT } from "../../src/models/numeric/studentT";
import fixture from "../fixtures/models/imputation.json";

const close = (a: number, b: number, relative: number): void => expect(Math.abs(a - b)).toBeLessThanOrEqual(relative * Math.abs(b));

describe("Student's t", () => {
  it("tails agree with R's pt, from .7 to 100,000 degrees of freedom", () => {
    for (const { t, df, p } of fixture.t) close(twoSidedT(t, df), p, 1e-10);
  });

  it("is the normal with infinite degrees of freedom, Cauchy with one; quantiles undo the tails", () => {
    for (const z of [1.959963984540054, -1.959963984540054]) expect([twoSidedT(z), twoSidedT(z, Infinity)]).toEqual([expect.closeTo(0.05, 12), expect.closeTo(0.05, 12)]);
    close(twoSidedT(3, 1), 1 - (2 / Math.PI) * Math.atan(3), 1e-13);
    for (const df of [1, 4.4, 60, Infinity]) expect(twoSidedT(quantileT(0.05, df), df)).toBeCloseTo(0.05, 12);
  });

  it("is 0 of a statistic whose square no double holds, or an infinite one", () => {
    expect([1e200, -1e200, Infinity].flatMap((t) => [twoSidedT(t, 1), twoSidedT(t, 7.5)])).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe("Rubin's rules", () => {
  it.each(["birth", "chile"] as const)("%s: estimates, errors, small-sample degrees of freedom and p are mice's, to 1e-10", (name) => {
    const { five, pooled, data } = fixture[name];
    const rows = Object.values(data)[0].length;
    for (const [j, told] of pooled.entries()) {
      const ours = pool("x", five.estimates.map((row) => row[j]), five.standardErrors.map((row) => row[j]), rows - pooled.length);
      close(ours.estimate, told.qbar, 1e-12);
      close(ours.standardError, told.se, 1e-12);
      close(ours.df, told.df, 1e-10);
      close(ours.increase, told.r, 1e-10);
      close(ours.missingInformation, told.fmi, 1e-10);
      close(ours.p, told.p, 1e-10);
      close(ours.upper - ours.estimate, told.reach, 1e-10);
    }
  });

  it("imputations that agree give the single fit's own error, and one imputation is refused", () => {
    expect(pool("x", [2, 2, 2], [0.5, 0.5, 0.5])).toMatchObject({ estimate: 2, standardError: 0.5, between: 0, df: Infinity });
    expect(() => pool("x", [2], [0.5])).toThrow(/at least two imputations/);
    expect(() => pool("x", [2, NaN], [0.5, 0.5])).toThrow(/gave no number/);
  });
});

const gaps = (values: readonly (number | null)[]): Float64Array => Float64Array.from(values, (value) => value ?? NaN);

const STUDIES = {
  birth: {
    variables: ({ low, age, lwt, race, smoke, visits }: (typeof fixture)["birth"]["data"]): Incomplete[] => [
      { name: "low", kind: "binary", values: gaps(low), categories: 2 }, { name: "age", kind: "number", values: gaps(age), categories: 0 },
      { name: "lwt", kind: "number", values: gaps(lwt), categories: 0 }, { name: "race", kind: "nominal", values: gaps(race), categories: 3 },
      { name: "smoke", kind: "binary", values: gaps(smoke), categories: 2 }, { name: "visits", kind: "ordered", values: gaps(visits), categories: 3 },
    ],
    design: ([, age, lwt, race, smoke, visits]: readonly Float64Array[]): number[][] => [...age].map((a, i) => [1, a, lwt[i], race[i] === 1 ? 1 : 0, race[i] === 2 ? 1 : 0, smoke[i], visits[i] + 1]),
  },
  chile: {
    variables: ({ yes, age, sex, education, statusquo }: (typeof fixture)["chile"]["data"]): Incomplete[] => [
      { name: "yes", kind: "binary", values: gaps(yes), categories: 2 }, { name: "age", kind: "number", values: gaps(age), categories: 0 },
      { name: "sex", kind: "binary", values: gaps(sex), categories: 2 }, { name: "education", kind: "ordered", values: gaps(education), categories: 3 },
      { name: "statusquo", kind: "number", values: gaps(statusquo), categories: 0 },
    ],
    design: ([, age, sex, education, statusquo]: readonly Float64Array[]): number[][] => [...age].map((a, i) => [1, a, sex[i], education[i] + 1, statusquo[i]]),
  },
};

describe("chained equations", () => {
  it.each(["birth", "chile"] as const)("%s: pooled estimates are mice's within Monte-Carlo error", (name) => {
    const { variables, design } = STUDIES[name];
    const m = 30;
    const incomplete = variables(fixture[name].data as never);
    const completed = imputeChained(incomplete, { imputations: m, seed: 11 });
    const fits = completed.map((filled) => {
      const X = design(filled);
      return fitBinaryLogit(X, [...filled[0]], X[0].map((_, j) => (j === 0 ? "const" : `x${j}`)));
    });
    for (const [j, told] of fixture[name].estimate.entries()) {
      const ours = pool(`x${j}`, fits.map((fit) => fit.coefficients[j].estimate), fits.map((fit) => fit.coefficients[j].standardError));
      const error = Math.sqrt(ours.between / m + fixture[name].between[j] / fixture[name].m);
      expect(Math.abs(ours.estimate - told), `x${j}`).toBeLessThan(4 * error);
    }
  });

  it("leaves answers as they are, fills every gap with an answer of the variable, and draws the same for the same seed", () => {
    const incomplete = STUDIES.birth.variables(fixture.birth.data as never);
    const once = imputeChained(incomplete, { imputations: 2, seed: 3, cycles: 2 });
    expect(imputeChained(incomplete, { imputations: 2, seed: 3, cycles: 2 })).toEqual(once);
    expect(imputeChained(incomplete, { imputations: 2, seed: 4, cycles: 2 })).not.toEqual(once);
    for (const filled of once) {
      for (const [v, { values }] of incomplete.entries()) {
        const answers = new Set(values);
        for (const [i, value] of values.entries()) {
          if (Number.isNaN(value)) expect(answers.has(filled[v][i])).toBe(true);
          else expect(filled[v][i]).toBe(value);
        }
      }
    }
  });

  it("a variable that separates is drawn all the same, and one without answers is refused by name", () => {
    const x = Float64Array.from({ length: 40 }, (_, i) => i);
    const y = x.map((value) => (value % 7 === 3 ? NaN : value < 20 ? 0 : 1));
    const [[, filled]] = imputeChained([{ name: "x", kind: "number", values: x, categories: 0 }, { name: "y", kind: "binary", values: y, categories: 2 }], { imputations: 2, seed: 1 });
    expect([3, 10].map((i) => filled[i])).toEqual([0, 0]);
    expect([31, 38].map((i) => filled[i])).toEqual([1, 1]);
    expect(() => imputeChained([{ name: "z", kind: "binary", values: new Float64Array(5).fill(NaN), categories: 2 }], { imputations: 2, seed: 1 })).toThrow(/z has no answer at all/);
  });
});
