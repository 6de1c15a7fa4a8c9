import { describe, expect, it } from "vitest";
import type { Fit } from "../../src/models/fit";
import { pool } from "../../src/models/imputation/rubin";
import { poolFits, poolStudy } from "../../src/study/runImputed";
import type { StudyResult } from "../../src/study/runStudy";

const fit = (...coefficients: readonly (readonly [term: string, estimate: number, standardError: number])[]): Fit =>
  ({ n: 100, coefficients: coefficients.map(([term, estimate, standardError]) => ({ term, estimate, standardError })) }) as unknown as Fit;
const two = [fit(["const", 1, 0.3], ["age", 0.2, 0.1], ["sex", -1, 0.4]), fit(["sex", -2, 0.4], ["const", 3, 0.5], ["age", 0.4, 0.1])];

describe("fits to several imputed data sets", () => {
  it("are pooled term by term, in the first one's order, by Rubin's rules", () => {
    const { n, coefficients } = poolFits(two);
    expect(n).toBe(100);
    // The mean; the variance is the mean of theirs and 1.5 times that between them: 0.17 + 1.5·2, 0.01 + 1.5·0.02, 0.16 + 1.5·0.5.
    expect(coefficients.map(({ term, estimate, standardError }) => [term, estimate, standardError])).toEqual([["const", 2, expect.closeTo(Math.sqrt(3.17), 12)], ["age", expect.closeTo(0.3, 12), expect.closeTo(Math.sqrt(0.04), 12)], ["sex", -1.5, expect.closeTo(Math.sqrt(0.91), 12)]]);
  });

  it("are refused where a term is not in all", () => expect(() => poolFits([two[0], fit(["const", 1, 1], ["age", 1, 1])])).toThrow("sex is not in every imputation's model"));

  it("are not pooled where any of them is refused, and how many were is told", () => {
    const result = (refused: Record<string, Error>): StudyResult => ({ study: { models: [{ id: "A" }, { id: "B" }] }, refused, fits: { A: two[0], B: two[1] }, samples: { A: { y: [1, 2, 3] } } }) as unknown as StudyResult;
    const [a, b] = poolStudy([result({}), result({ A: new Error("separation") }), result({ A: new Error("other"), B: new Error("third") })]);
    expect(a).toEqual({ id: "A", n: 3, coefficients: [], refusedIn: 2, refusal: "separation" });
    expect(b).toEqual({ id: "B", n: 0, coefficients: [], refusedIn: 1, refusal: "third" });
    expect(poolStudy([result({}), result({})]).map(({ id, n, refusedIn, coefficients }) => [id, n, refusedIn, coefficients.length])).toEqual([["A", 100, 0, 3], ["B", 100, 0, 3]]);
  });
});

it("degrees of freedom are those of the complete data: n less coefficients and thresholds", () => {
  const of = (fits: readonly Fit[], term: string) => poolFits(fits).coefficients.find((one) => one.term === term)!;
  const ordered = two.map((one) => ({ ...one, n: 60, thresholds: [1, 2, 3, 4] })) as unknown as Fit[];
  // 3 coefficients of 100, 3 and 4 thresholds of 60.
  expect(of(two, "age")).toEqual(pool("age", [0.2, 0.4], [0.1, 0.1], 97));
  expect(of(ordered, "age")).toEqual(pool("age", [0.2, 0.4], [0.1, 0.1], 53));
  expect(of(two, "age")).not.toEqual(of(ordered, "age"));
});

it("a refused model has the n of the first data set's sample", () => {
  const result = (y: readonly number[]): StudyResult => ({ study: { models: [{ id: "A" }] }, refused: { A: new Error("no") }, fits: {}, samples: { A: { y } } }) as unknown as StudyResult;
  expect(poolStudy([result([1, 2]), result([1, 2, 3])])).toEqual([{ id: "A", n: 2, coefficients: [], refusedIn: 2, refusal: "no" }]);
});
