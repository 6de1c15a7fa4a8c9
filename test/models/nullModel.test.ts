import { describe, expect, it } from "vitest";
import { fitBinary } from "../../src/models/binary";
import { binaryData } from "../../src/models/binaryData";
import { backOfBinary, binaryMaximum, withoutTerms } from "../../src/models/binaryMaximum";
import { BinaryLikelihood } from "../../src/models/binaryLikelihood";
import { CumulativeLikelihood } from "../../src/models/cumulativeLikelihood";
import { linkFunction } from "../../src/models/links/link";
import { maximise } from "../../src/models/newton";
import { nullLogLik, startOfConstant, startOfCutPoints, startOfGeneral, takingBack } from "../../src/models/nullModel";
import { normalQuantile } from "../../src/models/numeric/normal";
import { fitOrdered, fitOrderedLogit } from "../../src/models/ordered";
import { orderedData } from "../../src/models/orderedData";
import { orderedMaximum, rotated, slopesFirst, withoutSlopes } from "../../src/models/orderedMaximum";
import { parallelLines } from "../../src/models/parallelLines";
import { fitPartialOrdered } from "../../src/models/partial/partialOrdered";
import { refinedRoot } from "../../src/models/refinedRoot";
import { refusalOf } from "./refusalOf";

const near = (value: number, digits = 12) => expect.closeTo(value, digits) as number;
const sigmoid = (eta: number) => 1 / (1 + Math.exp(-eta));
const seen = (y: number[], more: { weights?: number[]; offset?: number[] } = {}) => ({ y: Float64Array.from(y), names: y.map((_, i) => i + 1), ...(more.weights && { weights: Float64Array.from(more.weights) }), ...(more.offset && { offset: Float64Array.from(more.offset) }) });
/** Where a falling function is 0. */
function zero(of: (b: number) => number, low = -30, high = 30): number {
  for (let halvings = 0; halvings < 120; halvings++) [low, high] = of((low + high) / 2) > 0 ? [(low + high) / 2, high] : [low, (low + high) / 2];
  return low;
}

describe("the model without terms", () => {
  const binary = seen([1, 0, 0, 1, 0], { weights: [2, 1, 3, 1, 1], offset: [0.5, -1, 2, 0, 1] });
  const meanOffset = (2 * 0.5 - 1 + 3 * 2 + 0 + 1) / 8;

  it("begins at the quantiles of the shares, less the mean offset or, of cut points, with it", () => {
    expect([startOfConstant(binary, linkFunction("logit")), startOfConstant(binary, linkFunction("probit"))]).toEqual([near(Math.log(3 / 5) - meanOffset), near(normalQuantile(3 / 8) - meanOffset)]);
    expect(startOfConstant(seen([1, 0, 0, 1, 0]), linkFunction("logit"))).toBeCloseTo(Math.log(2 / 3), 14);
    const ordered = seen([0, 3, 1, 2, 1], { weights: [2, 1, 3, 1, 1], offset: [0.5, -1, 2, 0, 1] });
    expect([...startOfCutPoints(ordered, 4, linkFunction("logit"))]).toEqual([2 / 8, 6 / 8, 7 / 8].map((p) => near(Math.log(p / (1 - p)) + meanOffset)));
    const general = new CumulativeLikelihood({ rows: 5, columns: 1, values: new Float64Array(5) }, { rows: 5, columns: 2, values: new Float64Array(10) }, 4, ordered, linkFunction("logit"));
    const [a, b, c] = startOfCutPoints(ordered, 4, linkFunction("logit"));
    expect([...startOfGeneral(general)]).toEqual([a, 0, 0, b, 0, 0, c, 0, 0, 0]);
    // Least squares of the offset on orthogonal columns of length √n, with its sign turned.
    expect([...takingBack({ rows: 4, columns: 2, values: Float64Array.of(1, 1, 1, -1, 1, 1, 1, -1) }, Float64Array.of(3, 1, 5, -1))]).toEqual([-2, -2]);
  });

  it("has its log-likelihood where the offset differs from row to row", () => {
    const { y, weights, offset } = binary as { y: Float64Array; weights: Float64Array; offset: Float64Array };
    const all = [0, 1, 2, 3, 4];
    const constant = zero((b) => all.reduce((sum, i) => sum + weights[i] * (y[i] - sigmoid(b + offset[i])), 0));
    const expected = all.reduce((sum, i) => sum + weights[i] * Math.log(y[i] ? sigmoid(constant + offset[i]) : 1 - sigmoid(constant + offset[i])), 0);
    expect(nullLogLik(binary, 2, linkFunction("logit"))).toBeCloseTo(expected, 10);
    // Of three levels: each cut point where its own score is 0, the other held, in turn.
    const three = seen([0, 2, 1, 2, 1, 0], { offset: [0.5, -1, 2, 0, 1, -0.5] });
    const F = (cut: number, i: number) => sigmoid(cut - three.offset![i]);
    let [low, high] = [-1, 1];
    const logLik = () => [...three.y].reduce((sum, level, i) => sum + Math.log(level === 0 ? F(low, i) : level === 1 ? F(high, i) - F(low, i) : 1 - F(high, i)), 0);
    const by = (cut: number, i: number) => F(cut, i) * (1 - F(cut, i));
    for (let turn = 0; turn < 60; turn++) {
      low = zero((b) => [...three.y].reduce((sum, level, i) => sum + (level === 0 ? by(b, i) / F(b, i) : level === 1 ? -by(b, i) / (F(high, i) - F(b, i)) : 0), 0), -20, high - 1e-9);
      high = zero((b) => [...three.y].reduce((sum, level, i) => sum + (level === 2 ? -by(b, i) / (1 - F(b, i)) : level === 1 ? by(b, i) / (F(b, i) - F(low, i)) : 0), 0), low + 1e-9, 20);
    }
    expect(nullLogLik(three, 3, linkFunction("logit"))).toBeCloseTo(logLik(), 9);
  });
});

/** Of x = 0, 4 of 10 have the outcome, of x = 1, 7 of 10; the column is 5 + 4x. */
const X = Array.from({ length: 20 }, (_, i) => [1, i < 10 ? 5 : 9]);
const y = X.map((_, i) => Number(i < 10 ? i < 4 : i < 17));
const [b0, b1] = [Math.log(4 / 6) - 1.25 * Math.log(3.5), Math.log(3.5) / 4];

describe("the maximum of a binary model", () => {
  const data = binaryData(X, y, ["const", "x"], {});
  const logit = linkFunction("logit");

  it("is on columns of mean 0 and mean square 1, and goes back from there", () => {
    const { maximum, scaling, undecided } = binaryMaximum(data, ["const", "x"], logit);
    expect([[...scaling.centre], [...scaling.scale], undecided]).toEqual([[0, 7], [1, 2], false]);
    expect([...maximum.parameters]).toEqual([near(b0 + 7 * b1, 9), near(2 * b1, 9)]);
    expect([...backOfBinary(scaling, 0)]).toEqual([1, -3.5, 0, 0.5]);
    expect([...backOfBinary({ centre: Float64Array.of(0, 0), scale: Float64Array.of(2, 4) }, null)]).toEqual([0.5, 0, 0, 0.25]);
    expect([...withoutTerms(data, logit)]).toEqual([near(Math.log(11 / 9)), 0]);
    expect([...withoutTerms({ ...data, constant: null }, logit)]).toEqual([0, 0]);
  });

  it.each(["logit", "probit"] as const)("%s: begins where it is told, and ends as near as it is told", (name) => {
    const link = linkFunction(name);
    const estimates = fitBinary(X, y, ["const", "x"], { link: name }).coefficients.map(({ estimate }) => estimate);
    const [fromNone, fromThere, rough] = [undefined, Float64Array.from(estimates), undefined].map((at, i) => binaryMaximum(data, ["const", "x"], link, at, i === 2 ? 0.1 : undefined).maximum);
    expect(fromNone.iterations).toBeGreaterThan(2);
    expect(fromThere.iterations).toBe(0);
    expect(rough.iterations).toBeLessThan(fromNone.iterations);
    expect([...fromThere.parameters]).toEqual([...fromNone.parameters].map((value) => near(value, 9)));
    // An offset: the same estimates less what it takes, from the same place.
    const shifted = binaryMaximum(binaryData(X, y, ["const", "x"], { offset: X.map(([, x]) => 0.5 * x - 3) }), ["const", "x"], link);
    expect([...shifted.maximum.parameters]).toEqual([near(fromNone.parameters[0] - 0.5, 8), near(fromNone.parameters[1] - 1, 8)]);
  });

  it("has a root of its covariance on these columns: Woolf's variances", () => {
    const { maximum: { root } } = binaryMaximum(data, ["const", "x"], logit);
    const [v0, v1] = [1 / 4 + 1 / 6, 1 / 7 + 1 / 3];
    const covariance = (i: number, j: number) => root[2 * i] * root[2 * j] + root[2 * i + 1] * root[2 * j + 1];
    // The constant is halfway between the groups' log-odds, the slope half their difference.
    expect([covariance(0, 0), covariance(0, 1), covariance(1, 1)]).toEqual([near((v0 + v1) / 4, 10), near((v1 - v0) / 4, 10), near((v0 + v1) / 4, 10)]);
  });
});

describe("the maximum of an ordered model", () => {
  const levels = X.map((_, i) => [1, 1, 2, 3, 1, 2, 3, 3, 2, 1][i % 10] + Number(i >= 10 && i % 10 === 2));
  const data = orderedData(X, levels, ["const", "x"], [1, 2, 3], {});
  const logit = linkFunction("logit");

  it("begins without slopes, or where it is told, and ends as near as it is told", () => {
    expect([...withoutSlopes(data, [1, 2, 3], logit)]).toEqual([near(Math.log(8 / 12)), near(Math.log(13 / 7)), 0]);
    const { coefficients, thresholds } = fitOrderedLogit(X, levels, ["const", "x"], [1, 2, 3]);
    const [fromNone, fromThere, rough] = [undefined, Float64Array.from([...coefficients, ...thresholds!], ({ estimate }) => estimate), undefined].map((at, i) => orderedMaximum(data, [1, 2, 3], logit, at, i === 2 ? 0.05 : undefined).maximum);
    expect(fromThere.iterations).toBe(0);
    expect(rough.iterations).toBeLessThan(fromNone.iterations);
    // Cut points at the centre, 7, of a column whose scale is 2.
    const [slope] = coefficients;
    expect([...fromThere.parameters]).toEqual([near(thresholds![0].estimate - 7 * slope.estimate, 9), near(thresholds![1].estimate - 7 * slope.estimate, 9), near(2 * slope.estimate, 9)]);
    const shifted = orderedMaximum(orderedData(X, levels, ["x", "const"].toReversed(), [1, 2, 3], { offset: X.map(([, x]) => 0.5 * x - 3) }), [1, 2, 3], logit).maximum;
    expect([...shifted.parameters]).toEqual([near(fromNone.parameters[0] + 0.5, 8), near(fromNone.parameters[1] + 0.5, 8), near(fromNone.parameters[2] - 1, 8)]);
  });

  it("goes back with slopes first", () => {
    // Slope b/4 on the column as given, cut points θ + 6·b/4 (as xβ is subtracted).
    expect([...slopesFirst({ centre: Float64Array.of(6), scale: Float64Array.of(4) }, 1, 2)]).toEqual([0.25, 0, 0, 1.5, 1, 0, 1.5, 0, 1]);
    expect([...rotated(Float64Array.of(1, 2, 3, 4, 5), 1, 2)]).toEqual([3, 4, 5, 1, 2]);
    expect([...rotated(Float64Array.of(1, 2, 3, 4, 5, 6), 2, 1)]).toEqual([3, 4, 5, 6, 1, 2]);
  });
});

describe("a root of the covariance where columns are nearly one", () => {
  const n = 30;
  const x = Array.from({ length: n }, (_, i) => Math.sin(1.7 * i)), z = Array.from({ length: n }, (_, i) => Math.cos(2.9 * i));
  const apart = 1e-5;
  const weights = Array.from({ length: n }, (_, i) => 1 + (i % 3));
  const rows = { rows: n, columns: 2, values: Float64Array.from(x.flatMap((value, i) => [value, value + apart * z[i]])) };
  const apartRows = { rows: n, columns: 2, values: Float64Array.from(x.flatMap((value, i) => [value, z[i]])) };

  it.each(["binary", "ordered"])("%s: is as good as that of the columns apart", (family) => {
    const outcome = seen(x.map((_, i) => (family === "binary" ? Number(Math.sin(5.1 * i) > 0) : (i * 7) % 3)), { weights });
    const none = { rows: n, columns: 0, values: new Float64Array() };
    const likelihood = (design: typeof rows) => (family === "binary" ? new BinaryLikelihood(design, outcome, linkFunction("logit")) : new CumulativeLikelihood(design, none, 3, outcome, linkFunction("logit")));
    const [m, before] = family === "binary" ? [2, 0] : [4, 2];
    const start = () => (family === "binary" ? new Float64Array(2) : Float64Array.of(-0.7, 0.7, 0, 0));
    const [close, far] = [maximise(likelihood(rows), start(), () => true)!, maximise(likelihood(apartRows), start(), () => true)!];
    const covariance = (root: Float64Array, i: number, j: number) => root.subarray(i * m, (i + 1) * m).reduce((sum, value, c) => sum + value * root[j * m + c], 0);
    // b₁x + b₂(x + εz) = (b₁ + b₂)x + εb₂z.
    const refined = refinedRoot(close, () => likelihood(rows));
    const relative = (found: number, expected: number) => expect(Math.abs(found / expected - 1)).toBeLessThan(1e-7);
    relative(covariance(refined, before + 1, before + 1) * apart ** 2, covariance(far.root, before + 1, before + 1));
    for (let cut = 0; cut < before; cut++) for (let other = 0; other < before; other++) relative(covariance(refined, cut, other), covariance(far.root, cut, other));
    // Where the columns are apart the root is the ascent's own, and the rows are not looked at.
    const root = far.root;
    expect(refinedRoot({ ...far, root, share: far.share }, () => { throw new Error("asked"); })).toBe(root);
  });
});

describe("where hardly anybody is in a cell, so that whether the data overlap is asked on the way", () => {
  const cells = [[1e6, 1], [1, 1e6]].flatMap((row, group) => row.map((times, level) => ({ group, level, times })));
  const options = (offset?: number[]) => ({ weights: cells.map(({ times }) => times), ...(offset && { offset }) });
  const level = cells.map(({ level: own }) => own);
  const offset = cells.map(({ group }) => 2 - 5 * group);
  const far = { logit: Math.log(1e6), probit: normalQuantile(1e6 / (1e6 + 1)) };

  it.each(["logit", "probit"] as const)("%s: the cells have their own quantiles, with an offset and without a constant too", (link) => {
    const q = far[link];
    const of = (columns: number[][], terms: string[], shift?: number[]) => fitBinary(columns, level, terms, { ...options(shift), link }).coefficients.map(({ estimate }) => estimate);
    const both = cells.map(({ group }) => [1, group]), own = cells.map(({ group }) => [1 - group, group]);
    expect(of(both, ["const", "x"])).toEqual([near(-q, 6), near(2 * q, 6)]);
    expect(of(both, ["const", "x"], offset)).toEqual([near(-q - 2, 6), near(2 * q + 5, 6)]);
    expect(of(own, ["a", "b"])).toEqual([near(-q, 6), near(q, 6)]);
    expect(of(own, ["a", "b"], offset)).toEqual([near(-q - 2, 6), near(q + 3, 6)]);
    const ordered = (shift?: number[]) => { const fit = fitOrdered(cells.map(({ group }) => [group]), level, ["x"], [0, 1], { ...options(shift), link }); return [fit.thresholds![0].estimate, fit.coefficients[0].estimate, fit.warnings]; };
    expect(ordered()).toEqual([near(q, 6), near(2 * q, 6), []]);
    expect(ordered(offset)).toEqual([near(q + 2, 6), near(2 * q + 5, 6), []]);
  });

  it("and where that is too close to call, the fit says so, whatever the model", () => {
    // A column that foretells everything but for two rows, which overlap by some 1e-11 of its spread.
    const outcome = Array.from({ length: 60 }, (_, i) => Number(Math.sin(i * 2.3 + 1) > 0.1));
    const told = (overlap: number) => {
      const column = outcome.map((value, i) => (i === outcome.indexOf(1) ? 0 : i === outcome.indexOf(0) ? overlap : (value === 1 ? 1 + (i % 3) : -1 - (i % 4)) * 1e3));
      const [both, own] = [column.map((value) => [1, value]), column.map((value) => [value])];
      return [
        ...(["logit", "probit"] as const).map((link) => fitBinary(both, outcome, ["const", "x"], { link })), ...(["logit", "probit"] as const).map((link) => fitOrdered(own, outcome, ["x"], [0, 1], { link })),
        fitPartialOrdered(own, outcome, ["x"], [0, 1], ["x"]),
      ].map(({ warnings }) => warnings);
    };
    expect(told(1.5e-8)).toEqual(Array(5).fill(["whether the data are separated was too close to call"]));
    expect(told(1e-7)).toEqual(Array(5).fill([]));
  });

  it("and where that is so at one cut point alone, the tests of parallel lines say so", () => {
    const outcome = Array.from({ length: 60 }, (_, i) => Number(Math.sin(i * 2.3 + 1) > 0.1));
    // Of those above the first cut every third is above the second, whatever their column.
    const level = outcome.map((value, i) => (value === 0 ? 0 : i % 3 === 1 ? 2 : 1));
    const notes = (overlap: number) => {
      const X = outcome.map((value, i) => [i === outcome.indexOf(1) ? 0 : i === outcome.indexOf(0) ? overlap : (value === 1 ? 1 + (i % 3) : -1 - (i % 4)) * 1e3]);
      const fit = fitOrdered(X, level, ["x"], [0, 1, 2]);
      expect(fit.warnings).toEqual([]);
      const { lr, brant, score } = parallelLines(fit, X, level, ["x"]);
      return [lr, brant, score].map(({ note }) => note);
    };
    const tooClose = "whether the data are separated was too close to call";
    const crossing = "the general model's lines cross: in 30 of 60 rows it gives some level a negative probability";
    // Below the first cut everybody but one is far from it, where the line of the second cut is not.
    expect(notes(1e-8)).toEqual([`${tooClose}; ${crossing}`, tooClose, undefined]);
    expect(notes(1e-7)).toEqual([crossing, undefined, undefined]);
  });

  it("and data that are separated are refused by their term, its value and its cell", () => {
    const apart = { X: [0, 0, 0, 3, 3, 3, 3].map((value, i) => [1, [1, 0, 0, 1, 0, 1, 0][i], value]), y: [0, 1, 0, 1, 1, 1, 1] };
    const why = (rest: string) => `Model refused (separation): of the 4 rows with d = 3 none has outcome 0, so its estimate is infinite (the data are separated in part). Merge the category${rest}.`;
    for (const shift of [undefined, [1, 2, 3, 4, 5, 6, 7]]) {
      const given = shift ? { offset: shift } : {};
      expect(refusalOf(() => fitBinary(apart.X, apart.y, ["const", "z", "d"], given))).toBe(why(", drop the term or use --firth"));
      expect(refusalOf(() => fitBinary(apart.X, apart.y, ["const", "z", "d"], { ...given, link: "cloglog" }))).toBe(why(" or drop the term"));
      expect(refusalOf(() => fitOrdered(apart.X, apart.y, ["const", "z", "d"], [0, 1], given))).toBe(why(" or drop the term"));
    }
  });
});
