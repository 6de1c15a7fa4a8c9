import { describe, expect, it } from "vitest";
import { binaryData } from "../../src/models/binaryData";
import { checkPacked, isPacked, pack } from "../../src/models/matrix";
import { packedColumns, refuseTooFewRows } from "../../src/models/modelChecks";
import { countLevels, meanOffset, meanWeight, observe, refuseLengths, total } from "../../src/models/observations";
import { noColumns, orderedData, thresholdNames } from "../../src/models/orderedData";
import { RefusedModel } from "../../src/models/refusedModel";
import { refusalOf } from "./refusalOf";

const packed = (...rows: number[][]) => ({ rows: rows.length, columns: rows[0].length, values: Float64Array.from(rows.flat()) });
const bad = (why: string) => `Model refused (bad-input): ${why}`;

describe("a design", () => {
  it("is packed row by row, all columns or some, each cell a finite number", () => {
    expect(pack([[1, 2], [3, 4], [5, 6]])).toEqual(packed([1, 2], [3, 4], [5, 6]));
    expect(pack([[1, 2, 3], [4, 5, 6]], [2, 0])).toEqual(packed([3, 1], [6, 4]));
    expect(pack([])).toEqual({ rows: 0, columns: 0, values: new Float64Array() });
    expect([isPacked(packed([1])), isPacked([[1]])]).toEqual([true, false]);
    expect(refusalOf(() => pack([[1, 2], [3, 4], [5]]))).toBe("row 3 of the design has 1 columns, the first has 2");
    expect(refusalOf(() => pack([[1, 2, 3], [4, 5, NaN]], [0, 2]))).toBe("row 2, column 3 of the design is NaN, not a finite number");
    expect(pack([[1, NaN]], [0])).toEqual(packed([1]));
  });

  it("that comes packed is looked through to its last cell", () => {
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const whole = { rows: n, columns: 1, values: Float64Array.from({ length: n }, (_, i) => i - 3) };
      expect(checkPacked(whole)).toBe(whole);
      for (let at = 0; at < n; at++) {
        for (const wrong of [NaN, Infinity, -Infinity]) expect(refusalOf(() => checkPacked({ ...whole, values: whole.values.with(at, wrong) }))).toBe(`row ${at + 1}, column 1 of the design is ${wrong}, not a finite number`);
      }
    }
    expect(refusalOf(() => checkPacked({ rows: 2, columns: 3, values: Float64Array.of(1, 2, 3, 4, Infinity, NaN) }))).toBe("row 2, column 2 of the design is Infinity, not a finite number");
    expect(refusalOf(() => checkPacked({ rows: 2, columns: 3, values: new Float64Array(5) }))).toBe("the design has 5 cells for 2 rows of 3");
  });

  it("has a column for each term, and each term once", () => {
    const X = packed([1, 2, 3], [4, 5, 6]);
    expect(packedColumns(X, ["a", "b", "c"])).toBe(X);
    expect(packedColumns(X, ["a", "b", "c"], [0, 1, 2])).toBe(X);
    expect(packedColumns(X, ["a", "b", "c"], [2, 1])).toEqual(packed([3, 2], [6, 5]));
    expect(packedColumns([[1, 2], [3, 4]], ["a", "b"], [1])).toEqual(packed([2], [4]));
    expect(refusalOf(() => packedColumns(X, ["a", "b"]))).toBe("the design has 3 columns for 2 terms");
    expect(refusalOf(() => packedColumns([[1]], ["a", "b"]))).toBe("the design has 1 columns for 2 terms");
    expect(packedColumns([], ["a", "b"]).rows).toBe(0);
    expect(refusalOf(() => packedColumns(X, ["a", "b", "b"]))).toBe(bad("b is named twice among the terms"));
  });
});

describe("rows", () => {
  const X = packed([1, 2], [1, 3], [1, 4]);
  const y = Float64Array.of(1, 0, 1);

  it("are as many in all that is said of them", () => {
    expect(refusalOf(() => observe(X, y.slice(1), {}))).toBe(bad("outcome has 2 values for 3 rows"));
    expect(refusalOf(() => observe(X, y, { weights: [1] }))).toBe(bad("weights has 1 values for 3 rows"));
    expect(refusalOf(() => observe(X, y, { offset: [1, 2, 3, 4] }))).toBe(bad("offset has 4 values for 3 rows"));
    expect(refusalOf(() => observe(X, y, { rows: [] }))).toBe(bad("rows has 0 values for 3 rows"));
    expect(refusalOf(() => observe({ rows: 0, columns: 0, values: new Float64Array() }, new Float64Array(), {}))).toBe(bad("there are no rows"));
    refuseLengths(3, { a: y, b: undefined });
    expect(() => refuseLengths(2, { b: undefined, a: y })).toThrow(new RangeError("a has 3 values for 2 rows"));
  });

  it("have weights of 0 or more and offsets that are numbers, else they are named by their line", () => {
    const wrong = (options: Parameters<typeof observe>[2]): [string, readonly number[]] => {
      try { observe(X, y, options); } catch (error) { return [(error as Error).message, (error as RefusedModel).rows]; }
      return ["none", []];
    };
    for (const weight of [-1, NaN, Infinity, null as unknown as number, "1" as unknown as number]) expect(wrong({ weights: [1, weight, 1] })).toEqual([bad(`row 2 has weight ${weight} (expected 0 or more)`), [2]]);
    expect(wrong({ weights: [-2, 1, 1], rows: [7, 8, 9] })).toEqual([bad("row 7 has weight -2 (expected 0 or more)"), [7]]);
    for (const offset of [NaN, -Infinity, undefined as unknown as number]) expect(wrong({ offset: [0, 0, offset], rows: [7, 8, 9] })).toEqual([bad(`row 9 has offset ${offset} (expected a number)`), [9]]);
    expect(wrong({ offset: [NaN, 0, 0] })).toEqual([bad("row 1 has offset NaN (expected a number)"), [1]]);
    expect(wrong({ offset: [0, NaN, Infinity] })).toEqual([bad("row 2 has offset NaN (expected a number)"), [2]]);
    expect(wrong({ weights: [1, -1, -2] })).toEqual([bad("row 2 has weight -1 (expected 0 or more)"), [2]]);
    expect(wrong({ weights: [0, 0, 0] })).toEqual([bad("every row has weight 0"), []]);
  });

  it("of weight 0 are left out of all, names too; with none of them nothing is copied", () => {
    const some = observe(X, y, { weights: [2, 0, 0.5], offset: [7, 8, 9], rows: [11, 12, 13] });
    expect(some.X).toEqual(packed([1, 2], [1, 4]));
    expect([Array.from(some.seen.y), Array.from(some.seen.weights!), Array.from(some.seen.offset!), some.seen.names]).toEqual([[1, 1], [2, 0.5], [7, 9], [11, 13]]);
    expect(observe(X, y, { weights: [0, 1, 1] }).seen.names).toEqual([2, 3]);
    const all = observe(X, y, { weights: [2, 1, 1] });
    expect([all.X === X, all.seen.y === y, all.seen.offset, all.seen.names]).toEqual([true, true, undefined, [1, 2, 3]]);
    expect(observe(X, y, {}).seen.weights).toBeUndefined();
    expect({ ...observe(X, y, {}).seen }).toMatchObject({ names: [1, 2, 3] }); // a copy has the names
  });

  it("are counted, weighed and averaged by their weights", () => {
    const seen = (n: number, weights?: number[], offset?: number[]) => observe({ rows: n, columns: 0, values: new Float64Array() }, Float64Array.from({ length: n }, (_, i) => Number(i % 3 === 1)), { weights, offset }).seen;
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9]) expect(countLevels(seen(n), 2)).toEqual([n - Math.floor((n + 1) / 3), Math.floor((n + 1) / 3)]);
    expect(countLevels(seen(5, [1, 2, 3, 4, 5]), 2)).toEqual([8, 7]);
    expect(countLevels({ ...seen(4), y: Float64Array.of(2, 0, 2, 3) }, 5)).toEqual([1, 0, 2, 1, 0]);
    expect([total(seen(4)), total(seen(3, [2, 0.5, 1])), meanWeight(seen(4)), meanWeight(seen(3, [2, 0.5, 2]))]).toEqual([4, 3.5, 1, 1.5]);
    expect([meanOffset(seen(3)), meanOffset(seen(3, undefined, [1, 2, 6])), meanOffset(seen(3, [1, 1, 2], [5, 3, 6]))]).toEqual([0, 3, 5]);
  });
});

describe("outcomes", () => {
  const rows = (y: readonly number[]) => y.map(() => [1]);
  const many = (...y: number[]) => [...Array.from({ length: 6 }, (_, i) => i % 2), ...y];
  const binary = (y: ArrayLike<number>, options = {}) => binaryData(rows(Array.from(y)), y, ["const"], options);

  it("of a binary model are 0 and 1, whatever they come in", () => {
    for (const y of [many(), many(1), many(0, 1, 1)]) {
      expect(Array.from(binary(y).seen.y)).toEqual(y);
      expect(Array.from(binary(Float64Array.from(y)).seen.y)).toEqual(y);
    }
    for (const wrong of [2, -1, 0.5, NaN]) {
      const y = many(wrong, 1, 3);
      for (const given of [y, Float64Array.from(y)]) expect(refusalOf(() => binary(given))).toBe(bad(`row 7 has outcome ${wrong} (expected 0 or 1)`));
      expect(refusalOf(() => binary(Float64Array.from(y), { rows: y.map((_, i) => i + 20) }))).toBe(bad(`row 26 has outcome ${wrong} (expected 0 or 1)`));
    }
    expect(refusalOf(() => binary([2, 1, 0]))).toBe(bad("row 1 has outcome 2 (expected 0 or 1)"));
  });

  it("vary, and there are more rows than parameters: a row of weight 100 is as good as a hundred", () => {
    expect(refusalOf(() => binary([1, 1, 1]))).toBe("Model refused (constant-outcome): the outcome is 1 in all 3 rows: there is nothing to explain");
    expect(refusalOf(() => binary([0, 0, 1], { weights: [1, 1, 0] }))).toBe("Model refused (constant-outcome): the outcome is 0 in all 2 rows: there is nothing to explain");
    const two = (weights?: number[]) => binaryData([[1, 3], [1, 4]], [0, 1], ["const", "x"], { weights });
    expect(refusalOf(() => two())).toBe(bad("2 rows cannot estimate 2 parameters (at least 3 are needed)"));
    expect(refusalOf(() => two([1.4, 1.5]))).toBe(bad("2 rows cannot estimate 2 parameters (at least 3 are needed)"));
    expect(two([1, 2]).design.rows).toBe(2);
    expect(two([0.2, 3]).design.rows).toBe(2);
    refuseTooFewRows(observe(packed([1], [1], [1]), Float64Array.of(1, 0, 1), { weights: [0.1, 0.1, 0.1] }).seen, 2);
  });

  it("stand beside a constant that is 1 in each row, or beside none", () => {
    expect(binaryData([[3, 1], [4, 1], [5, 1]], [0, 1, 0], ["x", "const"], {}).constant).toBe(1);
    expect(binaryData([[3], [4]], [0, 1], ["x"], {}).constant).toBe(null);
    expect(refusalOf(() => binaryData([[3, 1], [4, 1], [5, 2]], [0, 1, 0], ["x", "const"], {}))).toBe("the column of the term `const` must be 1 in every row");
    expect(refusalOf(() => binaryData([[2, 3], [1, 4], [1, 5]], [0, 1, 0], ["const", "x"], {}))).toBe("the column of the term `const` must be 1 in every row");
    const data = binary(many());
    expect(data.standardised()).toBe(data.standardised());
  });

  it("of an ordered model are among the levels, each of which somebody has", () => {
    const ordered = (y: (string | number)[], levels: (string | number)[], options = {}) => orderedData(y.map((_, i) => [1, i * i]), y, ["const", "x"], levels, options);
    const data = ordered(["b", "a", "c", "b", "a"], ["a", "b", "c"]);
    expect([Array.from(data.seen.y), data.slopes, Array.from(data.design.values)]).toEqual([[1, 0, 2, 1, 0], ["x"], [0, 1, 4, 9, 16]]);
    expect(refusalOf(() => ordered([1, 2, 3], [1, 2, 2, 3]))).toBe(bad("a level is named twice (1, 2, 2, 3)"));
    expect(refusalOf(() => ordered([1, 2, 7, 8], [1, 2]))).toBe(bad("row 3 has outcome 7, which is not among the levels (1, 2)"));
    expect(refusalOf(() => ordered([1, 2, 7, 8], [1, 2], { rows: [4, 5, 6, 7] }))).toBe(bad("row 6 has outcome 7, which is not among the levels (1, 2)"));
    expect(refusalOf(() => ordered([1, 1, 4, 4, 1], [1, 2, 3, 4]))).toBe(bad("no row has outcome 2 or 3: leave the level out, or merge it with its neighbour"));
    expect(refusalOf(() => ordered([2, 2, 2], [1, 2, 3]))).toBe("Model refused (constant-outcome): the outcome is 2 in all 3 rows: there is nothing to explain");
    expect(refusalOf(() => ordered([1, 2, 3], [1, 2, 3]))).toBe(bad("3 rows cannot estimate 3 parameters (at least 4 are needed)"));
    expect(ordered([1, 2, 3, 1], [1, 2, 3]).design.rows).toBe(4);
    expect(thresholdNames(["a", 2, "c"])).toEqual(["a|2", "2|c"]);
    expect(noColumns(3)).toEqual({ rows: 3, columns: 0, values: new Float64Array() });
  });
});
