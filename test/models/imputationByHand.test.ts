import { describe, expect, it } from "vitest";
import { fitBinaryLogit } from "../../src/models/binary";
import { parseFactor } from "../../src/models/data/factor";
import { inDesignOf, columnsBehind, typicalRow, withSet } from "../../src/models/data/otherRows";
import { modelDataOf } from "../../src/models/data/modelData";
import { fitMultinomial, probabilities } from "../../src/models/imputation/categorical";
import { imputeChained, type Incomplete } from "../../src/models/imputation/chained";
import { pool } from "../../src/models/imputation/rubin";
import { quantileT, twoSidedT } from "../../src/models/numeric/studentT";
import { fitOrderedLogit } from "../../src/models/ordered";
import { refusalOf } from "./refusalOf";

describe("Rubin's rules", () => {
  it("add the variance between imputations to that within", () => {
    const [estimates, errors] = [[0.4, 0.5, 0.9], [0.1, 0.2, 0.3]];
    const [W, B] = [(0.01 + 0.04 + 0.09) / 3, (0.2 ** 2 + 0.1 ** 2 + 0.3 ** 2) / 2];
    const T = W + (4 / 3) * B;
    const r = ((4 / 3) * B) / W;
    const lambda = ((4 / 3) * B) / T;
    const old = 2 / lambda ** 2;
    const found = pool("x", estimates, errors);
    const close = (value: number) => expect.closeTo(value, 12) as number;
    expect(found).toEqual({
      term: "x", estimate: close(0.6), standardError: close(Math.sqrt(T)), t: close(0.6 / Math.sqrt(T)), df: close(old), p: close(twoSidedT(0.6 / Math.sqrt(T), old)),
      lower: close(0.6 - quantileT(0.05, old) * Math.sqrt(T)), upper: close(0.6 + quantileT(0.05, old) * Math.sqrt(T)), within: close(W), between: close(B), increase: close(r), missingInformation: close((r + 2 / (old + 3)) / (r + 1)),
    });
    const observed = (51 / 53) * 50 * (1 - lambda);
    expect(pool("x", estimates, errors, 50).df).toBeCloseTo(1 / (1 / old + 1 / observed), 12);
    expect(pool("x", [1, 1], [0.2, 0.2]).df).toBe(Infinity);
    expect(pool("x", [1, 1], [0.2, 0.2], 50).df).toBeCloseTo((51 / 53) * 50, 12);
    for (const [a, b] of [[[1], [1]], [[1, 2], [1]], [[], []]]) expect(refusalOf(() => pool("x", a, b))).toBe(`x: at least two imputations are needed, each with an estimate and a standard error (${a.length} and ${b.length} are given)`);
    for (const [a, b] of [[[1, NaN], [1, 1]], [[1, 2], [1, Infinity]]]) expect(refusalOf(() => pool("x", a, b))).toBe("x: an imputation gave no number");
  });
});

describe("a multinomial logit", () => {
  const n = 60;
  const all = Array.from({ length: n }, (_, i) => i);
  const x = all.map((i) => Math.sin(1.7 * i));
  const noise = all.map((i) => Math.abs(Math.sin((i + 1) * 12.9898) * 43758.5453) % 1);
  const data = (y: readonly number[], weights = all.map(() => 1), columns = all.map((i) => [1, x[i]])) => ({ rows: n, columns: columns[0].length, X: Float64Array.from(columns.flat()), y: Float64Array.from(y), weights: Float64Array.from(weights) });

  it("of two categories is the binary one; with a constant alone it has the shares", () => {
    const y = all.map((i) => Number(noise[i] + 0.3 * x[i] > 0.5));
    const weights = all.map((i) => [1, 2, 0.5][i % 3]);
    const slow = fitBinaryLogit(all.map((i) => [1, x[i]]), y, ["const", "x"], { weights }).coefficients.map(({ estimate }) => estimate);
    Array.from(fitMultinomial(data(y, weights), 2)).forEach((value, j) => expect(value).toBeCloseTo(slow[j], 3)); // precise enough to draw from
    const three = all.map((i) => (i % 6 < 3 ? 0 : i % 6 < 5 ? 2 : 1)); // 30, 10, 20
    const beta = fitMultinomial(data(three, undefined, all.map(() => [1])), 3);
    expect([beta[0], beta[1]]).toEqual([expect.closeTo(Math.log(10 / 30), 3), expect.closeTo(Math.log(20 / 30), 3)]);
    expect(fitMultinomial(data(three, undefined, all.map(() => [1])), 3, beta)[0]).toBeCloseTo(beta[0], 3);
  });

  it("of three categories has no score left, with many columns too", () => {
    const columns = all.map((i) => [1, x[i], Math.cos(2.3 * i), Number(i % 2), Math.sin(0.7 * i), Number(i % 3 === 0), Math.cos(i)]);
    const y = all.map((i) => Math.min(2, Math.floor(3 * Math.min(0.999, Math.max(0, noise[i] + 0.1 * x[i])))));
    const beta = fitMultinomial(data(y, undefined, columns), 3);
    const p = new Float64Array(3);
    const flat = Float64Array.from(columns.flat());
    const score = new Array<number>(14).fill(0);
    for (const i of all) {
      probabilities(flat, i * 7, 7, beta, p);
      expect(p[0] + p[1] + p[2]).toBeCloseTo(1, 14);
      for (const c of [0, 1]) for (let a = 0; a < 7; a++) score[c * 7 + a] += (Number(y[i] === c + 1) - p[c + 1]) * columns[i][a];
    }
    for (const value of score) expect(Math.abs(value)).toBeLessThan(1e-2);
    const two = Float64Array.of(0, 0, 0);
    probabilities(Float64Array.of(9, 9, 1, 2), 2, 2, Float64Array.of(0.5, 1, 1000, 0), two);
    expect(Array.from(two)).toEqual([0, expect.closeTo(Math.exp(-997.5), 300), 1]);
    probabilities(Float64Array.of(1, 2), 0, 2, Float64Array.of(0.5, 1, -1, 0.25), two);
    const sum = 1 + Math.exp(2.5) + Math.exp(-0.5);
    expect(Array.from(two)).toEqual([1, Math.exp(2.5), Math.exp(-0.5)].map((value) => expect.closeTo(value / sum, 14) as number));
  });
});

describe("chained equations", () => {
  const n = 80;
  const all = Array.from({ length: n }, (_, i) => i);
  const gap = (values: number[], every: number) => Float64Array.from(values, (value, i) => (i % every === 2 ? NaN : value));
  const base = all.map((i) => Math.sin(1.7 * i));
  const number: Incomplete = { name: "number", kind: "number", categories: 0, values: gap(base.map((value) => Math.round(1000 * value)), 9) };
  const group = base.map((value) => (value < -0.4 ? 0 : value < 0.4 ? 1 : 2));
  const variables: Incomplete[] = [
    { name: "whole", kind: "number", categories: 0, values: Float64Array.from(base) }, number,
    { name: "ordered", kind: "ordered", categories: 3, values: gap(group, 7) }, { name: "nominal", kind: "nominal", categories: 3, values: gap(group.map((g) => [1, 2, 0][g]), 5) }, { name: "binary", kind: "binary", categories: 2, values: gap(base.map((value) => Number(value > 0)), 11) },
  ];

  it("fill gaps by answers that somebody gave, near what the others foretell, and leave all else", () => {
    const filled = imputeChained(variables, { imputations: 3, seed: 5, cycles: 2 });
    expect(filled).toHaveLength(3);
    for (const one of filled) variables.forEach(({ name, values }, v) => {
      const answers = new Set([...values].filter((value) => !Number.isNaN(value)));
      all.forEach((i) => {
        if (!Number.isNaN(values[i])) expect(one[v][i]).toBe(values[i]);
        expect(answers.has(one[v][i])).toBe(true);
      });
      // The gap of a number takes one of the five answers nearest to its prediction, which is nearly exact here.
      if (name === "number") for (const i of all.filter((at) => at % 9 === 2)) expect(Math.abs(one[v][i] - 1000 * base[i])).toBeLessThan(400);
    });
    const clear = all.filter((i) => i % 7 === 2 && Math.abs(Math.abs(base[i]) - 0.4) > 0.2);
    const right = filled.flatMap((one) => clear.map((i) => Number(one[2][i] === group[i])));
    expect(right.reduce((a, b) => a + b, 0) / right.length).toBeGreaterThan(0.7);
    expect(imputeChained(variables, { imputations: 2, seed: 5, cycles: 2 })).toEqual(filled.slice(0, 2));
    expect(imputeChained(variables, { imputations: 2, seed: 6, cycles: 2 })).not.toEqual(filled.slice(0, 2));
  });

  it("take an answer that all gave, and are refused what cannot be imputed", () => {
    const one: Incomplete = { name: "one", kind: "ordered", categories: 3, values: Float64Array.from(all, (i) => (i % 8 === 0 ? NaN : 1)) };
    for (const filled of imputeChained([variables[0], one], { imputations: 2, seed: 1, cycles: 1 })) expect(new Set(filled[1])).toEqual(new Set([1]));
    const told = (given: Incomplete[], options: Partial<Parameters<typeof imputeChained>[1]> = {}) => refusalOf(() => imputeChained(given, { imputations: 2, seed: 1, ...options }));
    for (const imputations of [1, 2.5]) expect(told(variables, { imputations })).toBe(`at least two imputations are needed, not ${imputations}`);
    for (const cycles of [0, 1.5]) expect(told(variables, { cycles })).toBe(`at least one cycle is needed, not ${cycles}`);
    expect(told([variables[0], { ...one, values: new Float64Array(3) }])).toBe("one has 3 values, whole has 80");
    expect(told([variables[0], { ...one, values: new Float64Array(n).fill(NaN) }])).toBe("one has no answer at all: there is nothing to impute it from");
    for (const wrong of [3, -1, 0.5]) expect(told([variables[0], { ...one, values: one.values.with(1, wrong) }])).toBe("one: categories are expected to be 0 … 2");
  });
});

describe("rows that were not fitted", () => {
  const table = {
    file: "f.csv", columns: ["y", "x", "g", "w", "e", "u"], lines: [2, 3, 4, 5, 6],
    rows: [["1", "2", "b", "1", "0.5", "z"], ["0", "3", "a", "2", "0.5", "z"], ["1", "6", "c", "1", "1", "z"], ["0", "5", "b", "0", "0", "z"], ["1", "9", "a", "4", "2", "z"]],
  };
  const data = (more = {}) => modelDataOf(table, { outcome: "y", terms: ["x", "g"], family: "binomial", factors: [parseFactor("g")], ...more });

  it("come into the design of those that were, by the columns that it is made of", () => {
    expect(columnsBehind(data({ offset: "e" }))).toEqual(["x", "g", "e"]);
    expect(columnsBehind(data({ formula: "y ~ log(x + w) + g + I(x > TRUE) + offset(log1p(e))" }))).toEqual(["x", "w", "g", "e"]);
    const other = { file: "o.csv", columns: ["g", "x", "e"], lines: [2, 3], rows: [[" c", "7 ", "3"], ["a", "1", "4"]] };
    const found = inDesignOf(data({ offset: "e" }), other);
    expect([found.X, found.offset]).toEqual([[[1, 7, 0, 1], [1, 1, 0, 0]], [3, 4]]);
    expect(inDesignOf(data(), other).offset).toBeUndefined();
    expect(found.effectVariables().map(({ term, change }) => [term, change.kind])).toEqual([["x", "slope"], ["g=b", "step"], ["g=c", "step"]]);
    expect(refusalOf(() => inDesignOf(data(), { ...other, columns: ["g", "xx", "e"] }))).toBe("o.csv, column x: there is no such column (expected g, xx, e).");
    expect(refusalOf(() => inDesignOf(data(), { ...other, rows: [["a", "1", "1"], ["d", "1", "1"]] }))).toBe('o.csv, row 3, column g: "d" is a level that the model was not fitted with (expected a, b, c).');
    expect(refusalOf(() => inDesignOf(data(), { ...other, rows: [["", "1", "1"], ["a", "1", "1"]] }))).toBe("o.csv, row 2, column g: the cell is empty (expected a, b, c).");
    const numbers = modelDataOf({ ...table, rows: table.rows.map((row, i) => row.with(2, String(1 + (i % 2)))) }, { outcome: "y", terms: ["g"], family: "binomial", factors: [parseFactor("g")] });
    expect(inDesignOf(numbers, { ...other, rows: [["2.0", "1", "1"], ["1", "1", "1"]] }).X).toEqual([[1, 1], [1, 0]]);
  });

  it("are the fitted ones with columns set, or a typical one", () => {
    expect(withSet(data(), { x: "4" }).X).toEqual([[1, 4, 1, 0], [1, 4, 0, 0], [1, 4, 0, 1], [1, 4, 1, 0], [1, 4, 0, 0]]);
    expect(withSet(data(), { g: "c" }).X.map((row) => row.slice(2))).toEqual(Array(5).fill([0, 1]));
    expect(refusalOf(() => withSet(data(), { x: "4", u: "1" }))).toBe("--at, column u: the model has no such column (expected x, g).");
    expect(refusalOf(() => withSet(data(), { x: "four" }))).toBe('--at, column x: "four" is not a number (expected a number).');
    const squared = data({ formula: "y ~ I(x^2) + g" });
    expect(withSet(squared, { x: "4" }).X[0]).toEqual([1, 16, 1, 0]);
    // Means and commonest levels: x 5; of a and b, twice each, the first.
    expect(typicalRow(data(), {}).X).toEqual([[1, 5, 0, 0]]);
    expect(typicalRow(data({ weights: "w" }), {}).X).toEqual([[1, (2 + 6 + 6 + 36) / 8, 0, 0]]);
    expect(typicalRow(data({ weights: "w", offset: "e" }), { g: "b" })).toMatchObject({ X: [[1, 6.25, 1, 0]], offset: [(0.5 + 1 + 1 + 8) / 8] });
    expect(typicalRow(squared, {}).X).toEqual([[1, 25, 0, 0]]);
    const comma = modelDataOf({ ...table, decimal: "," as const, rows: table.rows.map((row) => row.map((cell) => cell.replace(".", ","))) }, { outcome: "y", terms: ["x", "e"], family: "binomial" });
    expect(withSet(comma, { e: "0.25" }).X[0]).toEqual([1, 2, 0.25]);
  });
});

describe("data that are separated", () => {
  const y = [0, 0, 0, 0, 1, 1, 1, 1];
  const refused = (columns: Record<string, number[]>, weights?: number[]) => refusalOf(() => fitBinaryLogit(y.map((_, i) => [1, ...Object.values(columns).map((column) => column[i])]), y, ["const", ...Object.keys(columns)], { ...(weights && { weights }) }));
  const remedy = "Merge the category, drop the term or use --firth.";

  it("are told by the cell that is empty, or by what foretells the outcome", () => {
    expect(refused({ d: [0, 0, 0, 0, 0, 0, 1, 1] })).toBe(`Model refused (separation): of the 2 rows with d = 1 none has outcome 0, so its estimate is infinite (the data are separated in part). ${remedy}`);
    expect(refused({ d: [0, 0, 0, 0, 0, 0, 1, 1] }, [1, 1, 1, 1, 1, 1, 2, 3])).toContain("of the 5 rows with d = 1 none has outcome 0");
    expect(refused({ d: [0, 0, 0, 0, 0, 0, 1, 1] }, [1, 1, 1, 1, 1, 1, 0.5, 3])).toContain("of the 2 rows with d = 1 none has outcome 0");
    expect(refused({ d: [0, 0, 0, 0, 1, 1, 1, 1] })).toContain("of the 4 rows with d = 0 none has outcome 1; of the 4 rows with d = 1 none has outcome 0, so its estimate is infinite (the data are separated completely)");
    expect(refused({ x: [1, 2, 3, 4, 5, 6, 7, 8] })).toBe(`Model refused (separation): x alone foretells the outcome of all 8 rows without error, so no finite estimate exists (the data are separated completely). ${remedy}`);
    expect(refused({ x: [1, 2, 3, 4, 4, 6, 7, 8] })).toBe(`Model refused (separation): x alone foretells the outcome of 6 of 8 rows without error, so no finite estimate exists (the data are separated in part). ${remedy}`);
    expect(refused({ x: [1, 2, 3, 4, 4, 6, 7, 8] }, [1, 2, 1, 1, 1, 1, 1, 5])).toContain("of 11 of 13 rows");
    expect(refused({ p: [1, 5, 2, 8, 3, 7, 4, 9], q: [0, 4, 1, 7, 4, 8, 5, 10] })).toContain("p, q together foretell the outcome of all 8 rows");
    const three = refusalOf(() => fitOrderedLogit([0, 0, 0, 0, 1, 1, 0].map((value) => [value]), [1, 2, 3, 1, 3, 3, 2], ["d"], [1, 2, 3]));
    expect(three).toBe("Model refused (separation): of the 2 rows with d = 1 none has outcome 1 or 2, so its estimate is infinite (the data are separated in part). Merge the category or drop the term.");
  });
});
