import { describe, expect, it } from "vitest";
import { parseFactor } from "../../../src/models/data/factor";
import { type ModelDataSpec, modelDataOf } from "../../../src/models/data/modelData";
import type { Table } from "../../../src/models/data/table";
import { refusalOf } from "../refusalOf";

const table = (head: string, ...rows: string[]): Table => ({ file: "f.csv", columns: head.split(" "), lines: rows.map((_, i) => i + 2), rows: rows.map((row) => row.split(" ")) });
const dataOf = (given: Table, spec: Partial<ModelDataSpec> = {}) => modelDataOf(given, { outcome: "y", terms: ["x"], family: "binomial", ...spec });
const plain = table("y x w g", "1 2 3 a", "0 3 0 b", "1 5 2 a", "0 7 1 c");

describe("a model's data", () => {
  it("are outcome, design, weights, offset, labels and file lines", () => {
    const data = dataOf(plain, { weights: "w", offset: "x", labels: ["g"] });
    expect([data.y, data.X, data.weights, data.offset, data.labels, data.rows, data.levels, data.leftOut, data.notes, data.weightType]).toEqual([
      [1, 0, 1, 0], [[1, 2], [1, 3], [1, 5], [1, 7]], [3, 0, 2, 1], [2, 3, 5, 7], { g: ["a", "b", "a", "c"] }, [2, 3, 4, 5], [], 0, [], "frequency",
    ]);
    expect(dataOf({ ...plain, notes: ["2 rows are hidden"] }, { where: "x > 1" }).notes).toEqual(["2 rows are hidden", expect.stringMatching(/^4 of 4 rows have/)]);
    const bare = dataOf(plain);
    expect([bare.weights, bare.offset, bare.labels, bare.design]).toEqual([undefined, undefined, {}, undefined]);
    expect(dataOf(plain, { weightType: "probability" }).weightType).toBe("probability");
  });

  it("refuse an outcome among the terms, and files without a row", () => {
    expect(refusalOf(() => dataOf(plain, { terms: ["x", "w:y"] }))).toBe("f.csv, column y: the outcome is among the terms too (expected terms other than the outcome).");
    expect(refusalOf(() => dataOf(table("y x")))).toBe("f.csv: there are no rows (expected at least one row).");
    expect(refusalOf(() => dataOf(table("y x", "1 NA", "NA 2"), { dropMissing: true }))).toBe("f.csv: every row has an empty cell (expected at least one row).");
  });

  it("count what was left out by code", () => {
    const lacking = table("y x w", "1 NA 1", "0 3 1", "NA 1 1", ". 1 1", "1 2 1");
    expect(dataOf(lacking, { dropMissing: true }).notes).toEqual(["3 rows with an empty cell were left out (as missing counts NA × 2, . × 1), 2 are used"]);
    expect(dataOf({ ...lacking, rows: [["1", ".", "1"], ...lacking.rows.slice(1, 2)], lines: [2, 3] }, { dropMissing: true }).notes).toEqual(["1 rows with an empty cell were left out (as missing counts . × 1), 1 are used"]);
    expect(dataOf({ ...lacking, rows: [["1", "", "1"], ...lacking.rows.slice(1, 2)], lines: [2, 3] }, { dropMissing: true }).notes).toEqual(["1 rows with an empty cell were left out, 1 are used"]);
    const counted = dataOf({ ...lacking, counts: [2, 3, 4, 5, 6] }, { dropMissing: true });
    expect(counted.notes).toEqual(["11 rows with an empty cell were left out (as missing counts NA × 6, . × 5), 9 are used"]);
    expect([counted.weights, counted.leftOut, counted.rows]).toEqual([[3, 6], 11, [3, 6]]);
    expect(dataOf(plain, { dropMissing: true }).notes).toEqual(["0 rows with an empty cell were left out, 4 are used"]);
  });

  it("have a row's weight as often as the row was counted", () => {
    expect(dataOf({ ...plain, counts: [1, 2, 3, 4] }, { weights: "w" }).weights).toEqual([3, 0, 6, 4]);
  });
});

describe("outcomes", () => {
  it("are 0 and 1, or one of the levels, a number by its value", () => {
    expect(refusalOf(() => dataOf(table("y x", "1 2", "0 2", "2 3", "3 1")))).toBe("f.csv, row 4, column y: the outcome is 2 (expected 0 or 1). For an outcome of several levels, use --family ordered.");
    expect(refusalOf(() => dataOf(table("y x", "-1 2", "0 2")))).toContain("f.csv, row 2, column y: the outcome is -1");
    const ordered = (levels: string[] | undefined, ...rows: string[]) => {
      const { y, levels: of } = dataOf(table("y x", ...rows), { family: "ordered", levels });
      return [y, of];
    };
    expect(ordered(undefined, "10 1", "9 2", "2.0 3", "9 1")).toEqual([[10, 9, 2, 9], [2, 9, 10]]);
    expect(ordered(["1", "2.0", "3"], "2 1", "1.00 1", "3 2")).toEqual([["2.0", "1", "3"], ["1", "2.0", "3"]]);
    expect(ordered(["e\u0301", "1", "b"], "b 1", "é 1", "b 2")).toEqual([["b", "e\u0301", "b"], ["e\u0301", "1", "b"]]);
    expect(refusalOf(() => ordered(["a", "b"], "a 1", "c 1", "d 1"))).toBe('f.csv, row 3, column y: "c" is not among the levels (expected a, b).');
    expect(refusalOf(() => ordered(undefined, "1 1", "low 2"))).toBe('f.csv, row 3, column y: "low" is not a number (expected a number). Give its levels, low to high, with --levels.');
  });
});

describe("weights", () => {
  const weighted = (type: "frequency" | "probability" | undefined, ...w: string[]) => dataOf(table("y x w", ...w.map((weight, i) => `${i % 2} ${i} ${weight}`)), { weights: "w", weightType: type }).weights;

  it("are 0 or more, whole where they count rows, and not all 0", () => {
    expect(weighted("probability", "0.5", "0", "2")).toEqual([0.5, 0, 2]);
    expect(refusalOf(() => weighted("probability", "1", "-2", "-3"))).toBe("f.csv, row 3, column w: the weight is -2 (expected 0 or more).");
    expect(refusalOf(() => weighted(undefined, "1", "0", "1.5", "2.5"))).toBe("f.csv, row 4, column w: the weight is 1.5, and frequency weights count equal rows (expected a whole number). For survey weights add --weight-type probability (standard errors are then robust); for counts, give whole numbers.");
    expect(refusalOf(() => weighted("probability", "-1", "1"))).toContain("f.csv, row 2, column w: the weight is -1");
    expect(refusalOf(() => weighted("frequency", "0.5", "1"))).toContain("f.csv, row 2, column w: the weight is 0.5");
    expect(refusalOf(() => weighted("probability", "0", "0"))).toBe("f.csv, row 2, column w: every row has weight 0 (expected a weight above 0 somewhere).");
    expect(refusalOf(() => weighted("frequency", "1", "a"))).toBe('f.csv, row 3, column w: "a" is not a number (expected a number). Code it as a number.');
  });

  it("are of a survey where its design is given, whatever type was named", () => {
    const survey = table("y x w s u f", "1 2 0.5 north 7 10", "0 3 1 north 7.0 10", "1 5 2 south 8 20");
    const data = dataOf(survey, { weights: "w", weightType: "frequency", design: { strata: "s", psu: "u", fpc: "f" } });
    expect([data.weightType, data.weights, data.design]).toEqual(["probability", [0.5, 1, 2], { strata: ["north", "north", "south"], psu: ["7", "7.0", "8"], fpc: [10, 10, 20] }]);
    expect(dataOf(survey, { design: { psu: "u" } }).design).toEqual({ strata: undefined, psu: ["7", "7.0", "8"], fpc: undefined });
    expect(refusalOf(() => dataOf(survey, { design: { fpc: "s" } }))).toBe('f.csv, row 2, column s: "north" is not a number (expected a number). Give the stratum\'s number of units in the population, or the share of them that was drawn.');
  });
});

describe("a filter", () => {
  const some = table("y x w", "1 2 1", "0 NA 2", "1 5 3", "0 7 4");

  it("keeps the rows for which it is true, and says how many it kept", () => {
    const data = dataOf(some, { where: "x > 2" });
    expect([data.rows, data.y, data.notes]).toEqual([[4, 5], [1, 0], ["2 of 4 rows have x > 2; for 1 it is unknown, and they are left out"]]);
    expect(dataOf(some, { where: "w != 2" }).notes).toEqual(["3 of 4 rows have w != 2"]);
    expect(dataOf({ ...some, counts: [5, 6, 7, 8] }, { where: "x > 2" }).weights).toEqual([7, 8]);
    expect(refusalOf(() => dataOf(some, { where: "x > 20" }))).toBe("--where: no row of f.csv has x > 20 (expected a filter that keeps rows).");
  });

  it("leaves the rows of a survey's design in, with weight 0", () => {
    const survey = table("y x w u", "1 2 1 a", "0 4 2 b", "1 5 3 a", "0 7 4 b");
    expect(dataOf(survey, { where: "x > 2", weights: "w", design: { psu: "u" } })).toMatchObject({ weights: [0, 2, 3, 4], rows: [2, 3, 4, 5], notes: ["3 of 4 rows have x > 2"] });
    expect(dataOf(survey, { where: "x < 5", design: { psu: "u" } }).weights).toEqual([1, 1, 0, 0]);
  });
});

describe("labels and formulas", () => {
  it("spell one number one way, in factors and labels alike", () => {
    const data = dataOf(table("y x g h", "1 1 7 1.0", "0 2 8 2", "1 3 7.0 1"), { terms: ["g"], factors: [parseFactor("g")], labels: ["h"] });
    expect(data.columns).toEqual(["const", "g=8"]);
    expect(data.labels).toEqual({ h: ["1", "2", "1"] });
    expect(data.notes).toEqual(["g: 7 / 7.0 count as one label, 7", "h: 1.0 / 1 count as one label, 1"]);
  });

  it("have one offset, from the formula or beside it", () => {
    const given = table("y x e", "1 1 2", "0 2 3", "1 4 5");
    expect(dataOf(given, { formula: "y ~ x + offset(e)" }).offset).toEqual([2, 3, 5]);
    expect(dataOf(given, { formula: "y ~ x", offset: "e" }).offset).toEqual([2, 3, 5]);
    expect(refusalOf(() => dataOf(given, { formula: "y ~ x + offset(e)", offset: "e" }))).toBe("--offset: the formula has an offset of its own (expected one of the two).");
    expect(dataOf(given, { formula: "y ~ I(x^2)" }).X).toEqual([[1, 1], [1, 4], [1, 16]]);
  });

  it("need a row that counts for each cell of an interaction", () => {
    const crossed = table("y a b w", "1 p s 1", "0 p t 1", "1 q s 1", "0 q t 0", "1 p s 1", "0 q s 2");
    const spec = { terms: ["a", "b", "a:b"], factors: ["a", "b"].map(parseFactor) };
    expect(dataOf(crossed, spec).columns).toEqual(["const", "a=q", "b=t", "a=q:b=t"]);
    expect(dataOf({ ...crossed, rows: crossed.rows.map((row) => row.with(3, "1")) }, { ...spec, weights: "w" }).columns).toEqual(["const", "a=q", "b=t", "a=q:b=t"]);
    const weighted = dataOf(crossed, { ...spec, weights: "w" });
    expect([weighted.columns, weighted.dropped]).toEqual([["const", "a=q", "b=t"], [{ term: "a=q:b=t", why: "no row has a=q and b=t" }]]);
    expect([weighted.termOf, weighted.rounding, weighted.X[3]]).toEqual([["const", "a", "b"], [0, 0, 0], [1, 1, 1]]);
  });
});
