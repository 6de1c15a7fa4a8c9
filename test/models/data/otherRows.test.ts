import { describe, expect, it } from "vitest";
import { parseFactor } from "../../../src/models/data/factor";
import { type ModelDataSpec, modelDataOf } from "../../../src/models/data/modelData";
import { columnsBehind, inDesignOf, typicalRow, withSet } from "../../../src/models/data/otherRows";
import type { Table } from "../../../src/models/data/table";
import { refusalOf } from "../refusalOf";

const table = (head: string, ...rows: string[]): Table => ({ file: "f.csv", columns: head.split(" "), lines: rows.map((_, i) => i + 2), rows: rows.map((row) => row.split(" ")) });
const plain = table("y x z g w o", "1 2 1 b 1 5", "0 4 0 a 2 6", "1 9 1 b 0 7", "0 5 0 c 1 8", "1 8 1 a 4 9");
const dataOf = (spec: Partial<ModelDataSpec> = {}, given = plain) => modelDataOf(given, { outcome: "y", terms: ["x", "g", "x:z"], family: "binomial", factors: [parseFactor("g")], ...spec });
const formula = (text: string, given = plain) => modelDataOf(given, { outcome: "", terms: [], family: "binomial", formula: text });

describe("the columns behind a model", () => {
  it("are those its terms and its offset are made of, calculations taken apart", () => {
    expect(columnsBehind(dataOf({ offset: "o" }))).toEqual(["x", "g", "z", "o"]);
    expect(columnsBehind(dataOf({ offset: "x" }))).toEqual(["x", "g", "z"]);
    expect(columnsBehind(formula("y ~ I(x > 3 & TRUE) + log(w + 1) + I((z == 0) != FALSE) + offset(log(o))"))).toEqual(["x", "w", "z", "o"]);
  });
});

describe("other rows in a model's design", () => {
  const other = table("w g z y x", "1 a 0 7 3", "2 c 1 8 6");

  it("have its columns in its order, whatever the order of theirs; the outcome is not needed", () => {
    const data = dataOf();
    expect(data.columns).toEqual(["const", "x", "g=b", "g=c", "x:z"]);
    const found = inDesignOf(data, other);
    expect([found.X, found.offset]).toEqual([[[1, 3, 0, 0, 0], [1, 6, 0, 1, 6]], undefined]);
    expect(inDesignOf(dataOf({ terms: ["x"], factors: [], offset: "w" }), other)).toMatchObject({ X: [[1, 3], [1, 6]], offset: [1, 2] });
    expect(inDesignOf(formula("y ~ I(x^2) + g"), other).X).toEqual([[1, 9, 0, 0], [1, 36, 0, 1]]);
    expect(inDesignOf(dataOf({ terms: ["x"], factors: [] }), table("x", " 3 ".trim(), "1e2")).X).toEqual([[1, 3], [1, 100]]);
    expect(inDesignOf(dataOf({ terms: ["x"], factors: [] }), { ...table("x", "3"), rows: [["  3 "]] }).X).toEqual([[1, 3]]);
  });

  it("without a column of empty cells that the fitted rows lack", () => {
    // No c with z = 1: g=c:z cannot be told, and is dropped.
    const data = dataOf({ terms: ["g", "z", "g:z"] }, table("y x z g", "1 1 0 a", "0 1 1 a", "1 1 0 b", "0 1 1 b", "1 1 0 c", "0 1 0 c"));
    expect(data.columns).toEqual(["const", "g=b", "g=c", "z", "g=b:z"]);
    const found = inDesignOf(data, table("g z", "c 1", "b 1"));
    expect(found.X).toEqual([[1, 0, 1, 1, 0], [1, 1, 0, 1, 1]]);
    // Nor do these rows' own empty cells take a column away.
    const full = dataOf({ terms: ["g", "z", "g:z"] }, table("y x z g", "1 1 0 a", "0 1 1 a", "1 1 0 b", "0 1 1 b", "1 1 0 c", "0 1 1 c"));
    expect(inDesignOf(full, table("g z", "b 1", "b 1")).X).toEqual([[1, 1, 0, 1, 1, 0], [1, 1, 0, 1, 1, 0]]);
    const steps = found.effectVariables().map(({ term, change }) => [term, change.kind, change.kind === "step" ? change.columns : []]);
    expect(steps).toEqual([["g=b", "step", [1, 2, 4]], ["g=c", "step", [1, 2, 4]], ["z", "step", [3, 4]]]);
    const cells = (of: (i: number, use: (column: number, value: number) => void) => void, i: number) => { const row: [number, number][] = []; of(i, (column, value) => { if (value !== 0) row.push([column, value]); }); return row; };
    const [toB, toC, z] = found.effectVariables().map(({ change }) => change as Extract<typeof change, { kind: "step" }>);
    expect([cells(toB.to, 0), cells(toB.from, 1), cells(toC.to, 1), cells(z.to, 0), cells(z.to, 1), cells(z.from, 1)]).toEqual([[[1, 1], [4, 1]], [], [[2, 1]], [[3, 1]], [[3, 1], [4, 1]], []]);
  });

  it("are slopes where the fitted rows had numbers, though these hold 0 and 1 only", () => {
    const found = inDesignOf(dataOf({ terms: ["x", "z", "x:z"], factors: [] }), table("x z", "0 0", "1 1"));
    const kinds = found.effectVariables().map(({ term, change }) => [term, change.kind]);
    expect(kinds).toEqual([["x", "slope"], ["z", "step"]]);
    const slope = found.effectVariables()[0].change as { along: (i: number, use: (column: number, value: number) => void) => void };
    const along = (i: number) => { const row: [number, number][] = []; slope.along(i, (column, value) => { if (value !== 0) row.push([column, value]); }); return row; };
    expect([along(0), along(1)]).toEqual([[[1, 1]], [[1, 1], [3, 1]]]);
  });

  it("take a factor's level by its spelling, else by its number", () => {
    const numbers = table("y x z g", "1 1 0 1", "0 2 1 2", "1 3 0 10");
    const data = dataOf({ terms: ["g"] }, numbers);
    expect(data.columns).toEqual(["const", "g=2", "g=10"]);
    expect(inDesignOf(data, table("g", "10.0", "2", "01")).X).toEqual([[1, 0, 1], [1, 1, 0], [1, 0, 0]]);
    expect(refusalOf(() => inDesignOf(data, table("g", "2", "3")))).toBe('f.csv, row 3, column g: "3" is a level that the model was not fitted with (expected 1, 2, 10).');
    expect(refusalOf(() => inDesignOf(dataOf(), table("x z g", "1 1 a", "1 1 d")))).toBe('f.csv, row 3, column g: "d" is a level that the model was not fitted with (expected a, b, c).');
    expect(refusalOf(() => inDesignOf(dataOf(), { ...table("x z g"), rows: [["1", "1", ""]], lines: [7] }))).toBe("f.csv, row 7, column g: the cell is empty (expected a, b, c).");
    expect(refusalOf(() => inDesignOf(dataOf(), table("x g", "1 a")))).toBe("f.csv, column z: there is no such column (expected x, g).");
  });
});

describe("the fitted rows with some columns set", () => {
  it("are calculated again, and have all else as it was", () => {
    expect(withSet(dataOf(), { x: "10", g: "c" }).X).toEqual([1, 0, 1, 0, 1].map((z) => [1, 10, 0, 1, 10 * z]));
    expect(withSet(formula("y ~ x + I(x * z)"), { z: "2" }).X).toEqual([2, 4, 9, 5, 8].map((x) => [1, x, 2 * x]));
    expect(withSet(dataOf({ offset: "o" }), { o: "-1" }).offset).toEqual([-1, -1, -1, -1, -1]);
    expect(withSet(dataOf(), {}).X).toEqual(dataOf().X);
  });

  it("are refused at what the model has not, and at text for a number", () => {
    expect(refusalOf(() => withSet(dataOf(), { w: "1" }))).toBe("--at, column w: the model has no such column (expected x, g, z).");
    expect(refusalOf(() => withSet(dataOf(), { x: "1", z: "much" }))).toBe('--at, column z: "much" is not a number (expected a number).');
    expect(refusalOf(() => withSet(dataOf(), { g: "d" }))).toBe('--at, column g: "d" is a level that the model was not fitted with (expected a, b, c).');
  });

  it("of a file with decimal commas take numbers with a point, and labels as they stand", () => {
    const commas = { ...table("y x z g", "1 1,5 0 Bern", "0 2,5 1 St.Gallen", "1 4,5 0 Bern", "0 0,5 1 St.Gallen", "0 1,0 1 St.Gallen"), decimal: "," as const };
    const data = dataOf({ terms: ["x", "g"] }, commas);
    expect(data.columns).toEqual(["const", "x", "g=St.Gallen"]);
    expect(withSet(data, { x: "0.25", g: "St.Gallen" }).X).toEqual(data.X.map(() => [1, 0.25, 1]));
    const dosed = dataOf({ terms: ["x", "g"] }, { ...table("y x z g", "1 1,5 0 0,5", "0 2,5 1 1", "1 4,5 0 0,5", "0 0,5 1 1", "0 1,0 1 1"), decimal: "," as const });
    expect([withSet(dosed, { g: "0.5" }).X[0], withSet(dosed, { g: "1.0" }).X[0]]).toEqual([[1, 1.5, 0], [1, 1.5, 1]]);
    expect(refusalOf(() => withSet(dosed, { g: "2.5" }))).toBe('--at, column g: "2.5" is a level that the model was not fitted with (expected 0,5, 1).');
    expect(typicalRow(data, {}).X).toEqual([[1, 2, 1]]);
    const halves = dataOf({ terms: ["g"] }, { ...table("y g", "1 1,5", "0 2,5", "1 1,5"), decimal: "," });
    expect(withSet(halves, { g: "2.5" }).X).toEqual([[1, 1], [1, 1], [1, 1]]);
  });
});

describe("a typical row", () => {
  it("has numbers at their means, factors at their commonest level, the first of several, and calculations of the means", () => {
    expect(typicalRow(dataOf(), {}).X).toEqual([[1, 28 / 5, 0, 0, (28 / 5) * (3 / 5)]]); // a and b twice each
    expect(typicalRow(dataOf(), { x: "3" }).X).toEqual([[1, 3, 0, 0, 3 * 0.6]]);
    expect(typicalRow(formula("y ~ I(x^2)"), {}).X[0][1]).toBeCloseTo(5.6 ** 2, 12);
    expect(typicalRow(dataOf({ offset: "o" }), {}).offset).toEqual([7]);
    const found = typicalRow(dataOf(), { g: "b" });
    expect([found.X.length, found.X[0].slice(2, 4), found.table.lines]).toEqual([1, [1, 0], [2]]);
  });

  it("by the weights of the rows", () => {
    const weighted = dataOf({ weights: "w", terms: ["x", "g"] }); // 1 2 0 1 4: a has 6 of 8, b 1
    expect(typicalRow(weighted, {}).X).toEqual([[1, (2 + 8 + 5 + 32) / 8, 0, 0]]);
    const others = dataOf({ weights: "w", terms: ["x", "g"] }, table("y x z g w", "1 2 1 a 1", "0 4 0 a 2", "1 9 1 b 4", "0 5 0 c 2"));
    expect(typicalRow(others, {}).X).toEqual([[1, (2 + 8 + 36 + 10) / 9, 1, 0]]);
  });
});
