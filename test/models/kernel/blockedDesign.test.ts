import { describe, expect, it } from "vitest";
import { BlockedDesign } from "../../../src/models/kernel/blockedDesign";
import { BlockedOrdered } from "../../../src/models/kernel/blockedOrdered";
import { hasFastRows } from "../../../src/models/kernel/wasmRows";

const rows = 300; // two blocks of 128 and one of 44, padded to 48
const all = Array.from({ length: rows }, (_, i) => i);
/** The second column lies far from 0 for its spread: 1, 2, 3 about 1e8. */
const column = [all.map((i) => Math.sin(1.7 * i)), all.map((i) => 1e8 + (i % 3))];
const packed = (columns: readonly (readonly number[])[]) => ({ rows: columns[0].length, columns: columns.length, values: Float64Array.from(columns[0].flatMap((_, i) => columns.map((one) => one[i]))) });
const isCompiled = ({ kernel }: BlockedDesign) => String(kernel.predict).includes("[native code]");
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.each([["compiled", true], ["plain", false]])("a design in blocks, %s", (_, fast) => {
  const of = (columns: readonly (readonly number[])[], constant: number | undefined | null) => new BlockedDesign(packed(columns), constant, 3, 5, fast);

  it.each([["cut points beside it", undefined], ["no constant", null], ["a constant last", 2]] as const)("has its columns centred and scaled, with %s", (__, constant) => {
    const columns = constant === 2 ? [...column, all.map(() => 1)] : column;
    const design = of(columns, constant);
    const centres = columns.map((values, j) => (constant === null || j === constant ? 0 : j === 1 ? 1e8 + mean(all.map((i) => i % 3)) : mean(values)));
    const scales = columns.map((values, j) => (j === constant ? 1 : Math.sqrt(mean(values.map((value) => (value - centres[j]) ** 2)))));
    centres.forEach((centre, j) => expect(design.centre[j]).toBeCloseTo(centre, 7));
    scales.forEach((scale, j) => expect(design.scale[j] / scale).toBeCloseTo(1, 12));
    expect(design.sound).toBe(true);
    const { cells } = design.kernel;
    const k = columns.length;
    columns.forEach((values, j) => {
      const found = [0, 1, 2].flatMap((block) => [...cells.subarray(design.xAt(block) / 8 + j * 128, design.xAt(block) / 8 + (j + 1) * 128)]);
      expect(Math.max(...all.map((i) => Math.abs(found[i] - (values[i] - centres[j]) / scales[j])))).toBeLessThan(1e-7);
      expect(found.slice(rows)).toEqual(new Array<number>(84).fill(0));
    });
    expect([...cells.subarray(256, 256 + Math.max(5, 4 * k))]).toEqual(new Array<number>(Math.max(5, 4 * k)).fill(0)); // ready for who asked for them
    design.release();
  });

  it("has a place for all, one after the other", () => {
    const design = of(column, undefined);
    // 256 of the kernel, 4 · 2 small, 128 rows of 3 columns as scratch; then 3 arrays and 2 columns, of 3 blocks each.
    expect([design.small, design.scratch, design.arrayAt(0, 0), design.arrayAt(2, 1), design.xAt(0), design.xAt(2)]).toEqual([256, 264, 648, 648 + 7 * 128, 648 + 9 * 128, 648 + 13 * 128].map((place) => place * 8));
    expect([design.blocks, design.roughColumns, design.every, [0, 1, 2].map((block) => design.rowsIn(block))]).toEqual([3, 3, 1, [128, 128, 48]]);
    expect([design.array(1).length, design.array(1).byteOffset]).toEqual([384, design.arrayAt(1, 0)]);
    const { length } = design.kernel.cells;
    if (fast && hasFastRows()) expect(length).toBeGreaterThanOrEqual(648 + 15 * 128);
    else expect(length).toBe(648 + 15 * 128);
    design.release();
    const more = new BlockedDesign(packed([column[0]]), undefined, 0, 1000, fast);
    expect([more.arrayAt(0, 0), more.xAt(0)]).toEqual([1256 + 384, 1256 + 384].map((place) => place * 8));
    more.release();
  });

  it("of many rows has room for them", () => {
    const many = new BlockedDesign({ rows: 40_000, columns: 1, values: Float64Array.from({ length: 40_000 }, (__, i) => i % 2) }, undefined, 1, 0, fast);
    expect(many.kernel.cells.length).toBeGreaterThanOrEqual(256 + 4 + 128 * (3 + 2 * 313));
    expect([many.centre[0], many.scale[0], many.kernel.cells[many.xAt(312) / 8 + 63]]).toEqual([0.5, 0.5, 1]);
    many.release();
  });

  it("is not sound without a constant either where squares leave the range of doubles", () => {
    const design = of([all.map((i) => 1e200 * (i % 2)), column[0]], null);
    expect([design.sound, design.scale[0], design.centre[0]]).toEqual([false, 1, 0]);
    design.release();
  });

  it.each([["does not vary", all.map(() => 7), 7, 1], ["is too large to be squared", all.map((i) => 1e200 * (i % 2)), 5e199, 1], ["is nearly too small for it", all.map((i) => 1e-104 * (i % 2)), 5e-105, 5e-105]])("is not sound where a column %s", (__, values, centre, scale) => {
    const design = of([values, column[0]], undefined);
    expect(design.sound).toBe(false);
    expect([design.centre[0] / centre, design.scale[0] / scale]).toEqual([expect.closeTo(1, 10), expect.closeTo(1, 10)]);
    design.release();
  });
});

it("the compiled kernel is used where there is one, unless the plain one is asked for", () => {
  const X = packed([column[0]]);
  const seen = { y: Float64Array.from(all, (i) => i % 4), names: [] };
  expect([new BlockedDesign(X, undefined, 1, 1), new BlockedDesign(X, undefined, 1, 1, false), new BlockedOrdered(X, 4, seen).common, new BlockedOrdered(X, 4, seen, false).common].map(isCompiled)).toEqual([hasFastRows(), false, hasFastRows(), false]);
});

describe("an ordered likelihood in blocks", () => {
  const X = packed([column[0], all.map((i) => Math.cos(2.3 * i))]);
  const ordered = (y: readonly number[], levels: number, more = {}) => new BlockedOrdered(X, levels, { y: Float64Array.from(y), names: [], ...more }, false);
  const evaluated = (likelihood: BlockedOrdered, at: readonly number[]) => likelihood.evaluate(Float64Array.from(at), new Float64Array(at.length), new Float64Array(at.length ** 2));

  it("takes the memory that it needs", () => {
    // β 2, score 2, products 4, cut points by slopes 6; 8 arrays of a block, and one for each cut point.
    const small = 2 + 2 + 4 + 6 + 128 * (8 + 3);
    const numbers = (arrays: number) => 256 + small + 128 * (3 + 3 * (arrays + 2));
    expect(ordered(all.map((i) => i % 4), 4).common.kernel.cells.length).toBe(numbers(6));
    expect(ordered(all.map((i) => i % 4), 4, { offset: new Float64Array(rows) }).common.kernel.cells.length).toBe(numbers(7));
  });

  it("counts every row, the first one too", () => {
    // Without slopes: Σ log of the shares of a logistic between its cut points.
    const F = (cut: number) => 1 / (1 + Math.exp(-cut));
    const shares = [F(-1), F(0.5) - F(-1), 1 - F(0.5)];
    const y = all.map((i) => (i + 1) % 3);
    expect(evaluated(ordered(y, 3), [-1, 0.5, 0, 0])).toBeCloseTo(y.reduce((sum, level) => sum + Math.log(shares[level]), 0), 9);
  });

  it("has no height where cut points meet, though no row that counts lies between them", () => {
    const likelihood = ordered(all.map((i) => i % 3), 3, { weights: Float64Array.from(all, (i) => Number(i % 3 !== 1)) });
    expect([evaluated(likelihood, [0, 0, 0.1, 0.1]), Number.isFinite(evaluated(likelihood, [0, 0.1, 0.1, 0.1]))]).toEqual([-Infinity, true]);
  });

  it("proves nothing where one row goes too far, be it the first or the last", () => {
    // At no slope and a cut point of 0 every slope is a half and every bend a quarter: a row that moves by 1 against itself keeps just half.
    for (const own of [0, 127, 128, rows - 1]) {
      const far = packed([all.map((i) => Number(i === own)), column[0]]);
      const likelihood = new BlockedOrdered(far, 2, { y: Float64Array.from(all, (i) => i % 2), names: [] }, false);
      evaluated(likelihood, [0, 0, 0]);
      const [high, low] = [own, own === 0 ? 1 : 0].map((i) => likelihood.common.kernel.cells[likelihood.common.xAt(Math.floor(i / 128)) / 8 + (i % 128)]);
      const reaches = (by: number) => likelihood.provesOverlap(Float64Array.of((low * by) / (high - low), by / (high - low), 0)); // the others stay where they are
      const against = own % 2 === 0 ? 1 : -1; // away from the outcome it has not: its slope grows smaller the other way
      expect([0.98, 1.02].map((by) => reaches(-by * against))).toEqual([true, false]);
    }
  });
});
