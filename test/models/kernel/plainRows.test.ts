import { describe, expect, it } from "vitest";
import { BlockedDesign, FIRST_FREE } from "../../../src/models/kernel/blockedDesign";
import { plainRows } from "../../../src/models/kernel/plainRows";
import { BLOCK, NUMBER, type RowKernel } from "../../../src/models/kernel/rowKernel";
import { hasFastRows, leaseFastRows } from "../../../src/models/kernel/wasmRows";

const ROWS = 16, k = 3;
/** Places, in numbers; the fast kernel's own constants are below. */
const [X, BETA, START, ETA, SIGN, WEIGHT, SLOPE, BEND, OUT, SUMS, SQUARES, PRODUCTS, SCRATCH] = Array.from({ length: 13 }, (_, i) => FIRST_FREE + i * k * BLOCK);
const at = (place: number) => place * NUMBER;
const x = (j: number, i: number) => Math.round(100 * Math.sin(1.7 * i + 2.3 * j)) / 64; // right to the last bit, also in single precision
const row = (i: number, place: number) => Math.cos(0.9 * i + place);
const all = Array.from({ length: ROWS }, (_, i) => i);
const filled = (kernel: RowKernel): RowKernel => {
  kernel.cells.fill(0, FIRST_FREE);
  for (const i of all) {
    for (let j = 0; j < k; j++) kernel.cells[X + j * BLOCK + i] = x(j, i);
    for (const place of [START, ETA, SLOPE, BEND]) kernel.cells[place + i] = row(i, place);
    kernel.cells[SIGN + i] = i % 3 === 0 ? 1 : -1;
    kernel.cells[WEIGHT + i] = i % 4;
  }
  kernel.cells.set([0.5, -1, 2], BETA);
  for (const place of [SUMS, SQUARES, PRODUCTS]) kernel.cells.set([1, 2, 3], place);
  return kernel;
};
const sum = (of: (i: number) => number, rows = ROWS) => all.slice(0, rows).reduce((total, i) => total + of(i), 0);
const near = (value: number, digits = 11) => expect.closeTo(value, digits) as number;
const bytes = at(SCRATCH + 2 * k * BLOCK);

describe.each([["plain", () => plainRows(bytes)], ["fast", () => leaseFastRows(bytes)!.kernel]])("the sums over a block's rows (%s)", (_, make) => {
  const kernel = make();
  const { cells } = kernel;
  const rowsAt = (place: number, rows = ROWS) => [...cells.subarray(place, place + rows)];

  it("of predictors, from a start", () => {
    filled(kernel).predict(at(X), k, ROWS, at(BETA), at(START), at(OUT));
    expect(rowsAt(OUT)).toEqual(all.map((i) => near(row(i, START) + 0.5 * x(0, i) - x(1, i) + 2 * x(2, i))));
  });

  it("of logits, their derivatives, and those by weight", () => {
    const p = (i: number) => 1 / (1 + Math.exp(-row(i, ETA)));
    const yes = (i: number) => i % 3 === 0;
    const logLik = filled(kernel).logit(ROWS, at(ETA), at(SIGN), at(WEIGHT), at(SLOPE), at(BEND));
    expect(logLik).toBeCloseTo(sum((i) => (i % 4) * Math.log(yes(i) ? p(i) : 1 - p(i))), 11);
    expect([rowsAt(SLOPE), rowsAt(BEND)]).toEqual([all.map((i) => near(Number(yes(i)) - p(i))), all.map((i) => near(-p(i) * (1 - p(i))))]);
    kernel.weigh(ROWS, at(WEIGHT), at(SLOPE), at(OUT));
    expect(rowsAt(OUT)).toEqual(all.map((i) => near((i % 4) * (Number(yes(i)) - p(i)))));
    filled(kernel).pulls(ROWS, at(ETA), at(SIGN), at(WEIGHT), at(SLOPE), at(BEND));
    expect([rowsAt(SLOPE), rowsAt(BEND)]).toEqual([all.map((i) => near((i % 4) * (Number(yes(i)) - p(i)))), all.map((i) => near(-(i % 4) * p(i) * (1 - p(i))))]);
  });

  it("of columns and their products, added to what was there", () => {
    filled(kernel).addColumnSums(at(X), k, ROWS, at(SLOPE), at(SUMS));
    expect(rowsAt(SUMS, k)).toEqual([0, 1, 2].map((j) => near(j + 1 + sum((i) => row(i, SLOPE) * x(j, i)))));
    kernel.addCrossProducts(at(X), k, ROWS, at(BEND), at(PRODUCTS), at(SCRATCH));
    const before = [1, 2, 3, 0, 0, 0, 0, 0, 0];
    const lower = [0, 3, 4, 6, 7, 8];
    const products = (a: number, b: number) => before[a * k + b] + sum((i) => row(i, BEND) * x(a, i) * x(b, i));
    expect(lower.map((cell) => cells[PRODUCTS + cell])).toEqual(lower.map((cell) => near(products(Math.floor(cell / k), cell % k))));
  });

  it("of products in single precision", () => {
    filled(kernel).toSingles(at(X), k, at(SCRATCH));
    const singles = new Float32Array(cells.buffer, at(SCRATCH), k * BLOCK);
    expect([...singles.subarray(0, ROWS), ...singles.subarray(2 * BLOCK, 2 * BLOCK + ROWS)]).toEqual([...all.map((i) => x(0, i)), ...all.map((i) => x(2, i))]);
    kernel.addRoughProducts(at(SCRATCH), k, ROWS, at(BEND), at(PRODUCTS), at(SCRATCH + k * BLOCK));
    const lower = [0, 3, 4, 6, 7, 8];
    expect(lower.map((cell) => cells[PRODUCTS + cell])).toEqual(lower.map((cell) => near((cell === 0 ? 1 : 0) + sum((i) => row(i, BEND) * x(Math.floor(cell / k), i) * x(cell % k, i)), 4)));
  });

  it("of moments about a shift, of rows that are not padded; and columns made of rows, centred and scaled", () => {
    filled(kernel);
    cells.set([1, -2, 0.5], BETA);
    kernel.addMoments(at(X), k, 11, at(BETA), at(SUMS), at(SQUARES));
    const shift = [1, -2, 0.5];
    expect([rowsAt(SUMS, k), rowsAt(SQUARES, k)]).toEqual([shift.map((c, j) => near(j + 1 + sum((i) => x(j, i) - c, 11))), shift.map((c, j) => near(j + 1 + sum((i) => (x(j, i) - c) ** 2, 11)))]);
    cells.set([2, 3, 4], SUMS);
    kernel.centreAndScale(at(X), k, 11, at(BETA), at(SUMS));
    for (const j of [0, 1, 2]) expect(rowsAt(X + j * BLOCK)).toEqual(all.map((i) => near(i < 11 ? (x(j, i) - shift[j]) * (j + 2) : x(j, i))));
    cells.set(Array.from({ length: 33 }, (__, i) => i), SCRATCH);
    kernel.columnsOf(at(SCRATCH), k, 11, at(OUT));
    expect([rowsAt(OUT, 11), rowsAt(OUT + 2 * BLOCK, 11)]).toEqual([all.slice(0, 11).map((i) => 3 * i), all.slice(0, 11).map((i) => 3 * i + 2)]);
  });

  it("and whether every row with a weight keeps more than half of its slope", () => {
    const keeps = (slope: number, bend: number, moved: number, weight = 1) => {
      filled(kernel);
      cells.fill(0.25, SLOPE, SLOPE + 8).fill(-0.1, BEND, BEND + 8).fill(0.1, OUT, OUT + 8).fill(1, WEIGHT, WEIGHT + 8);
      [cells[SLOPE + 5], cells[BEND + 5], cells[OUT + 5], cells[WEIGHT + 5]] = [slope, bend, moved, weight];
      return kernel.keepsSlopes(8, at(SLOPE), at(BEND), at(WEIGHT), at(OUT));
    };
    // 0.3 − 0.1·1.4 is more than half of it, 0.3 − 0.1·1.6 is not; moved the other way it grows.
    expect([keeps(0.3, -0.1, 1.4), keeps(0.3, -0.1, 1.6), keeps(0.3, -0.1, -9), keeps(-0.3, -0.1, -1.6), keeps(-0.3, -0.1, 1.6)]).toEqual([1, 0, 1, 0, 1]);
    expect([keeps(0.3, -0.1, 1.6, 0), keeps(0, 0, 0.1), keeps(0, 0, 0.1, 0), keeps(NaN, -0.1, 2)]).toEqual([1, 0, 1, 0]);
  });
});

describe("a design in blocks", () => {
  const rows = 300, columns = 4;
  const cell = (i: number, j: number) => (j === 0 ? 1 : 10 * j + Math.sin(i * (j + 0.3)));
  const values = Float64Array.from({ length: rows * columns }, (_, c) => cell(Math.floor(c / columns), c % columns));
  const mean = (j: number) => Array.from({ length: rows }, (_, i) => cell(i, j)).reduce((a, b) => a + b, 0) / rows;
  const spread = (j: number, about: number) => Math.sqrt(Array.from({ length: rows }, (_, i) => (cell(i, j) - about) ** 2).reduce((a, b) => a + b, 0) / rows);

  it.each([[true, 0], [false, 0], [true, null], [false, undefined]])("has standardised columns, padded by zeros (fast: %s, constant: %s)", (fast, constant) => {
    const used = leaseFastRows(2 ** 18)!; // as another fit left it
    used.kernel.cells.fill(9, FIRST_FREE);
    used.release();
    const design = new BlockedDesign({ rows, columns, values }, constant, 2, 40, fast);
    const { cells } = design.kernel;
    expect([design.rows, design.columns, design.blocks, design.roughColumns, design.every, [0, 1, 2].map((block) => design.rowsIn(block))]).toEqual([300, 4, 3, 6, 1, [128, 128, 48]]);
    const centres = [0, 1, 2, 3].map((j) => (j === constant || constant === null ? 0 : mean(j)));
    const scales = [0, 1, 2, 3].map((j) => (j === constant ? 1 : spread(j, centres[j]) || 1));
    expect([[...design.centre], [...design.scale], design.sound]).toEqual([centres.map((value) => near(value)), scales.map((value) => near(value)), constant !== undefined]);
    for (const block of [0, 2]) for (let j = 0; j < columns; j++) {
      const from = design.xAt(block) / NUMBER + j * BLOCK;
      expect([...cells.subarray(from, from + BLOCK)]).toEqual(Array.from({ length: BLOCK }, (_, i) => { const r = block * BLOCK + i; return r < rows ? near((cell(r, j) - centres[j]) / scales[j], 10) : 0; }));
    }
    // Its arrays lie one after the other before the cells, and after what is small and the scratch.
    expect([design.small, design.scratch, design.arrayAt(0, 0), design.arrayAt(0, 2), design.arrayAt(1, 1), design.xAt(0), design.xAt(1)].map((place) => place / NUMBER - FIRST_FREE)).toEqual([0, 40, 40 + 6 * BLOCK, 40 + 8 * BLOCK, 40 + 10 * BLOCK, 40 + 12 * BLOCK, 40 + 16 * BLOCK]);
    design.array(1).fill(7);
    expect([design.array(1).length, design.array(0).includes(7), cells[design.arrayAt(1, 0) / NUMBER], cells[design.arrayAt(1, 2) / NUMBER + BLOCK - 1]]).toEqual([3 * BLOCK, false, 7, 7]);
    expect([...cells.subarray(FIRST_FREE, FIRST_FREE + 40)]).toEqual(Array(40).fill(0));
    design.release();
  });

  it("is unsound where a column does not vary, or its squares leave the range of doubles", () => {
    const sound = (size: number, constant: number | null = 0) => new BlockedDesign({ rows: 4, columns: 2, values: Float64Array.of(1, size, 1, -size, 1, 2 * size, 1, size) }, constant, 1, 1, false).sound;
    expect([1, 1e-99, 1e-101, 1e153, 1e155, 0].map((size) => sound(size))).toEqual([true, true, false, true, false, false]);
    const same = { rows: 3, columns: 1, values: Float64Array.of(5, 5, 5) };
    expect([new BlockedDesign(same, undefined, 1, 1, false).sound, new BlockedDesign(same, null, 1, 1, false).sound, new BlockedDesign(same, 0, 1, 1, false).sound]).toEqual([false, true, true]);
  });
});

describe("memories of the fast kernel", () => {
  const lease = (size: number) => leaseFastRows(size)!;

  it("are as large as was asked for, and used again: two small ones, of large ones the last", () => {
    expect(hasFastRows()).toBe(true);
    const three = [1, 2, 3].map(() => lease(100_000));
    expect(three.every(({ kernel }) => kernel.cells.byteLength >= 100_000)).toBe(true);
    expect(new Set(three.map(({ kernel }) => kernel.cells.buffer)).size).toBe(3);
    for (const { release } of three) release();
    const again = [1, 2, 3].map(() => lease(1000));
    expect(again.filter(({ kernel }) => three.some((one) => one.kernel.cells.buffer === kernel.cells.buffer)).length).toBe(2);
    expect(new Set(again.map(({ kernel }) => kernel.cells.buffer)).size).toBe(3);
    for (const { release } of again) release();
    const large = lease(2 ** 24 + 1);
    large.release();
    const small = lease(1000);
    expect(small.kernel.cells.byteLength).toBeLessThanOrEqual(2 ** 24);
    expect(lease(2 ** 24 + 1).kernel.cells.buffer).toBe(large.kernel.cells.buffer);
    expect(lease(2 ** 24 + 1).kernel.cells.buffer).not.toBe(large.kernel.cells.buffer);
    small.release();
  });
});

describe("the plain kernel", () => {
  // Everything is 3 but for two columns of X: 5 rows of a block, which the sixth is not.
  const rows = 5;
  const places = { x: 0, beta: 256, start: 264, eta: 280, sign: 296, weight: 312, slope: 328, bend: 344, out: 360, sums: 376, squares: 384, products: 392, shift: 400 };
  const of = (work: (kernel: RowKernel, to: typeof places) => unknown): number[] => {
    const kernel = plainRows(at(512));
    kernel.cells.fill(3);
    const before = kernel.cells.slice();
    work(kernel, Object.fromEntries(Object.entries(places).map(([name, place]) => [name, at(place)])) as typeof places);
    return [...kernel.cells.keys()].filter((i) => kernel.cells[i] !== before[i]);
  };
  const run = (...parts: readonly (readonly [number, number])[]) => parts.flatMap(([from, count]) => Array.from({ length: count }, (_, i) => from + i));

  it("has as many cells as the bytes need", () => expect([plainRows(16), plainRows(17), plainRows(24)].map(({ cells }) => cells.length)).toEqual([2, 3, 3]));

  it.each<[string, (kernel: RowKernel, to: typeof places) => unknown, number[]]>([
    ["predict", (kernel, to) => { kernel.cells.fill(4, 264, 280); kernel.predict(to.x, 2, rows, to.beta, to.start, to.out); }, run([264, 16], [360, rows])],
    ["logit", (kernel, to) => kernel.logit(rows, to.eta, to.sign, to.weight, to.slope, to.bend), run([328, rows], [344, rows])],
    ["pulls", (kernel, to) => kernel.pulls(rows, to.eta, to.sign, to.weight, to.slope, to.bend), run([328, rows], [344, rows])],
    ["weigh", (kernel, to) => kernel.weigh(rows, to.weight, to.slope, to.out), run([360, rows])],
    ["addColumnSums", (kernel, to) => kernel.addColumnSums(to.x, 2, rows, to.slope, to.sums), run([376, 2])],
    ["addCrossProducts", (kernel, to) => kernel.addCrossProducts(to.x, 2, rows, to.bend, to.products, 0), [392, 394, 395]],
    ["addMoments", (kernel, to) => { kernel.cells.fill(1, 0, 256); kernel.addMoments(to.x, 2, rows, to.shift, to.sums, to.squares); }, run([0, 256], [376, 2], [384, 2])],
    ["centreAndScale", (kernel, to) => kernel.centreAndScale(to.x, 2, rows, to.shift, to.beta), run([0, rows], [128, rows])],
    ["columnsOf", (kernel, to) => { kernel.cells.fill(9, 400, 410); kernel.columnsOf(to.shift, 2, rows, to.x); }, run([0, rows], [128, rows], [400, 10])],
    ["keepsSlopes", (kernel, to) => kernel.keepsSlopes(rows, to.slope, to.bend, to.weight, to.out), []],
  ])("%s writes where it should, and nowhere else", (_, work, changed) => expect(of(work)).toEqual(changed));

  it("predicts by as many columns as it is told", () => {
    const kernel = plainRows(at(512)); // the third column and its slope are there, and not asked for
    kernel.cells.fill(3).fill(4, 400, 410);
    kernel.predict(0, 1, rows, at(390), at(400), at(410));
    expect([...kernel.cells.subarray(410, 416)]).toEqual([13, 13, 13, 13, 13, 3]); // 4 + 3·3
  });

  it("rough products are of the rows alone", () => {
    const kernel = plainRows(at(512));
    new Float32Array(kernel.cells.buffer, 0, 3 * BLOCK).fill(2); // three columns, also beyond the rows
    kernel.cells.fill(1, 300, 300 + BLOCK);
    kernel.addRoughProducts(0, 3, rows, at(300), at(440), 0);
    expect([0, 3, 4, 6, 7, 8].map((cell) => kernel.cells[440 + cell])).toEqual(Array<number>(6).fill(4 * rows));
    expect(kernel.cells[440 + 9]).toBe(0);
  });

  it.each([
    // A slope of 1/2 that bends by 1/2: half of it is left where it moves by 1/2, which is too little.
    [0, 0.49, 1], [0, 0.5, 0], [0, 0.51, 0], [0, 1.2, 0], [0, -1.2, 1], [4, 0.49, 1], [4, 0.51, 0], [5, 0.51, 1],
  ])("keeps slopes where no row of five moves too far: row %i by %d", (own, by, kept) => {
    const kernel = plainRows(at(512));
    kernel.cells.fill(0.5, 100, 116).fill(-0.5, 120, 136).fill(1, 140, 156);
    kernel.cells[160 + own] = by;
    expect(kernel.keepsSlopes(rows, at(100), at(120), at(140), at(160))).toBe(kept);
    kernel.cells[140 + own] = 0; // of no weight
    expect(kernel.keepsSlopes(rows, at(100), at(120), at(140), at(160))).toBe(1);
  });
});
