import { describe, expect, it } from "vitest";
import { orthogonalColumns } from "../../src/models/collinear";
import { linkFunction } from "../../src/models/links/link";
import { orderedData } from "../../src/models/orderedData";
import { orderedMaximum, rotated, slopesFirst } from "../../src/models/orderedMaximum";
import { transformVector } from "../../src/models/standardise";
import { refusalOf } from "./refusalOf";

const AT_ONCE = 1e9; // ends where it begins, so that the beginning is seen
const n = 24;
const all = Array.from({ length: n }, (_, i) => i);
const x = all.map((i) => 20 + 3 * Math.sin(1.7 * i));
const z = all.map((i) => 0.01 * Math.cos(2.9 * i) + 0.002 * x[i]);
const levels = ["a", "b", "c", "d"];
const y = all.map((i) => levels[Math.min(3, Math.floor(((7 * i) % 12) / 2))]); // of each twelve 2, 2, 2 and 6
const SHARES = [1 / 6, 1 / 3, 1 / 2];
const terms = ["x", "z"];
const X = all.map((i) => [x[i], z[i]]);
const dataOf = (offset?: readonly number[]) => orderedData(X, y, terms, levels, { offset });
/** What is added up for each row, without the offset: cut point less slopes. */
const predictors = ({ values, columns }: { values: Float64Array; columns: number }, cuts: ArrayLike<number>, slopes: ArrayLike<number>) =>
  all.map((i) => Array.from(cuts, (cut) => cut - Array.from(slopes).reduce((sum, b, j) => sum + b * values[i * columns + j], 0)));

describe.each(["logit", "probit"] as const)("the ascent of an ordered %s", (name) => {
  const link = linkFunction(name);

  it("begins where it is told", () => {
    const data = dataOf();
    const { maximum, undecided } = orderedMaximum(data, levels, link, Float64Array.of(0.3, -40, 5, 6, 7.5), AT_ONCE);
    expect([maximum.iterations, undecided, maximum.parameters.length]).toEqual([0, false, 5]);
    const as = predictors(data.design, [5, 6, 7.5], [0.3, -40]);
    predictors(data.standardised(), maximum.parameters.subarray(0, 3), maximum.parameters.subarray(3)).forEach((row, i) => row.forEach((value, c) => expect(value).toBeCloseTo(as[i][c], 10)));
  });

  it("begins at the model without slopes where it is told of nowhere", () => {
    const { maximum } = orderedMaximum(dataOf(), levels, link, undefined, AT_ONCE);
    expect([maximum.iterations, ...maximum.parameters]).toEqual([0, ...SHARES.map((share) => expect.closeTo(link.quantile(share), 12) as number), 0, 0]);
    if (name !== "logit") return;
    // Of the proportional-odds logit a slope's score is Σ z (F_j + F_{j−1} − 1), on the standardised columns, not on others that span the same.
    const { values, columns } = dataOf().standardised();
    const F = [0, ...SHARES, 1];
    for (const j of [0, 1]) expect(maximum.score[3 + j]).toBeCloseTo(y.reduce((sum, level, i) => sum + values[i * columns + j] * (F[levels.indexOf(level)] + F[levels.indexOf(level) + 1] - 1), 0), 10);
  });

  it("of an offset that columns can take back begins as if there were none, and takes as many steps", () => {
    const data = dataOf(x.map((value, i) => 3 * value - 50 * z[i] + 2));
    const { maximum } = orderedMaximum(data, levels, link, undefined, AT_ONCE);
    predictors(data.standardised(), maximum.parameters.subarray(0, 3), maximum.parameters.subarray(3)).forEach((row, i) => row.forEach((value, c) => expect(value - data.seen.offset![i]).toBeCloseTo(link.quantile(SHARES[c]), 9)));
    const [found, without] = [orderedMaximum(data, levels, link), orderedMaximum(dataOf(), levels, link)];
    expect(found.maximum.iterations).toBe(without.maximum.iterations);
    const estimates = [found, without].map(({ maximum: { parameters }, scaling }) => transformVector(slopesFirst(scaling, 2, 3), Float64Array.of(...parameters.subarray(3), ...parameters.subarray(0, 3))));
    [3, -50, -2, -2, -2].forEach((moved, j) => expect(estimates[0][j] + moved).toBeCloseTo(estimates[1][j], 6));
  });
});

describe("an ordered model", () => {
  it("whose likelihood bends upwards begins beside the offset's mean only, since another maximum may be nearer elsewhere", () => {
    const cauchit = linkFunction("cauchit");
    const { maximum } = orderedMaximum(dataOf(x.map((value) => value / 10)), levels, cauchit, undefined, AT_ONCE);
    const mean = x.reduce((sum, value) => sum + value / 10 / n, 0);
    expect([...maximum.parameters]).toEqual([...SHARES.map((share) => expect.closeTo(cauchit.quantile(share) + mean, 12) as number), 0, 0]);
  });

  it("of many rows has its first steps on some of them, unless it is told where to begin; they are counted", () => {
    const rows = 50_000;
    const design = { rows, columns: 1, values: Float64Array.from({ length: rows }, (_, at) => Math.sin(at)) };
    const data = orderedData(design, Array.from({ length: rows }, (_, i) => (7 * i) % 3), ["x"], [0, 1, 2], {});
    const logit = linkFunction("logit");
    const told = orderedMaximum(data, [0, 1, 2], logit, Float64Array.of(0.25, -1, 1), AT_ONCE).maximum;
    expect([told.iterations, told.parameters[2] / data.standardised().scale[0]]).toEqual([0, expect.closeTo(0.25, 10)]);
    const { maximum } = orderedMaximum(data, [0, 1, 2], logit, undefined, AT_ONCE);
    expect(maximum.iterations).toBeGreaterThan(0);
    expect(Math.hypot(...maximum.score)).toBeLessThan(1e-4);
  });

  const late = [0, 1, 2, 3, 10, 10.001, 17, 18, 19]; // between the two in the middle it changes its mind: far steps, and no proof on the way
  const turned = [0, 0, 0, 0, 1, 0, 1, 1, 1];
  it.each([["no", undefined], ["an", late.map((_, i) => 0.01 * (i % 2))]])("that overlaps by a hair is decided exactly, with %s offset", (_, offset) => {
    const { maximum, undecided } = orderedMaximum(orderedData(late.map((value) => [value]), turned, ["x"], [0, 1], { offset }), [0, 1], linkFunction("logit"));
    expect([maximum.iterations > 8, undecided]).toEqual([true, false]);
    expect(Math.hypot(...maximum.score)).toBeLessThan(1e-8);
  });

  it.each([["no", undefined], ["an", all.map((i) => 0.01 * (i % 2))]])("that is separated is refused with the empty cell, with %s offset", (_, offset) => {
    const d = all.map((i) => (i % 2 === 0 ? 5 * Number(i > 17) : 0)); // three rows of 5, all of the highest level
    const outcome = all.map((i) => (d[i] === 5 ? "d" : y[i]));
    expect(refusalOf(() => orderedMaximum(orderedData(all.map((i) => [x[i], d[i]]), outcome, ["x", "d"], levels, { offset }), levels, linkFunction("logit"))))
      .toBe("Model refused (separation): of the 3 rows with d = 5 none has outcome a or b or c, so its estimate is infinite (the data are separated in part). Merge the category or drop the term.");
  });

  it.each([["no", undefined], ["an", x.map((value) => 3 * value - 1)]])("of columns that are nearly one another's begins there all the same, on orthogonal ones, with %s offset", (_, offset) => {
    const logit = linkFunction("logit");
    const data = orderedData(all.map((i) => [x[i], x[i] + 1e-5 * Math.cos(2.9 * i)]), y, terms, levels, { offset });
    const { maximum, scaling } = orderedMaximum(data, levels, logit, undefined, AT_ONCE);
    expect(scaling).toBe(data.standardised());
    predictors(data.standardised(), maximum.parameters.subarray(0, 3), maximum.parameters.subarray(3)).forEach((row, i) => row.forEach((value, c) => expect(value - (offset?.[i] ?? 0)).toBeCloseTo(logit.quantile(SHARES[c]), 7)));
    const { values } = orthogonalColumns(data.standardised(), terms);
    const F = [0, ...SHARES, 1];
    for (const j of [0, 1]) expect(maximum.score[3 + j]).toBeCloseTo(y.reduce((sum, level, i) => sum + values[2 * i + j] * (F[levels.indexOf(level)] + F[levels.indexOf(level) + 1] - 1), 0), 6);
  });

  it("whose weights add up to more than a number holds is refused", () => {
    const data = orderedData(X, y, terms, levels, { weights: all.map(() => 1e308) });
    expect(refusalOf(() => orderedMaximum(data, levels, linkFunction("logit")))).toMatch(/^Model refused \(not-converged\): the likelihood's maximum was not reached/);
  });

  it("has its cut points brought to the end, each with all its numbers", () => {
    expect([...rotated(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8), 2, 1)]).toEqual([3, 4, 5, 6, 7, 8, 1, 2]);
    expect([...rotated(Float64Array.of(1, 2, 3, 4, 5), 1, 3)]).toEqual([4, 5, 1, 2, 3]);
  });
});
