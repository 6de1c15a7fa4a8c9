import { describe, expect, it } from "vitest";
import { binaryData } from "../../src/models/binaryData";
import { backOfBinary, binaryMaximum } from "../../src/models/binaryMaximum";
import { orthogonalColumns } from "../../src/models/collinear";
import { linkFunction } from "../../src/models/links/link";
import { transformVector } from "../../src/models/standardise";
import { refusalOf } from "./refusalOf";

const AT_ONCE = 1e9; // ends where it begins, so that the beginning is seen
const n = 24;
const all = Array.from({ length: n }, (_, i) => i);
const x = all.map((i) => 20 + 3 * Math.sin(1.7 * i));
const z = all.map((i) => 0.01 * Math.cos(2.9 * i) + 0.002 * x[i]);
const y = all.map((i) => Number((7 * i) % 11 < 3)); // 7 of 24
const events = y.reduce((sum, one) => sum + one, 0);
const designs = {
  "with a constant in the middle": { terms: ["x", "const", "z"], X: all.map((i) => [x[i], 1, z[i]]) },
  "without a constant": { terms: ["x", "z"], X: all.map((i) => [x[i], z[i]]) },
};
const predictors = ({ values, columns }: { values: Float64Array; columns: number }, parameters: Float64Array) => all.map((i) => parameters.reduce((sum, b, j) => sum + b * values[i * columns + j], 0));

describe.each(Object.entries(designs))("the ascent of a binary model %s", (_, { terms, X }) => {
  it.each(["logit", "probit"] as const)("begins where it is told: %s", (name) => {
    const data = binaryData(X, y, terms, {});
    const near = Float64Array.from(terms, (_, j) => [0.3, -2, 40][j]);
    const { maximum, undecided } = binaryMaximum(data, terms, linkFunction(name), near, AT_ONCE);
    expect([maximum.iterations, undecided]).toEqual([0, false]);
    const as = predictors(data.design, near);
    predictors(data.standardised(), maximum.parameters).forEach((eta, i) => expect(eta).toBeCloseTo(as[i], 10));
  });

  it.each(["logit", "probit"] as const)("begins at the model without terms where it is told of nowhere: %s", (name) => {
    const link = linkFunction(name);
    const data = binaryData(X, y, terms, {});
    const { maximum } = binaryMaximum(data, terms, link, undefined, AT_ONCE);
    const constant = terms.includes("const") ? link.quantile(events / n) : 0;
    expect([maximum.iterations, ...maximum.parameters]).toEqual([0, ...terms.map((term) => (term === "const" ? constant : 0))]);
    if (name !== "logit") return;
    // The logit's score is Z′(y − p), and on the standardised columns, not on others that span the same.
    const { values, columns } = data.standardised();
    const p = 1 / (1 + Math.exp(-constant));
    maximum.score.forEach((value, j) => expect(value).toBeCloseTo(y.reduce((sum, one, i) => sum + (one - p) * values[i * columns + j], 0), 10));
  });

  it.each(["logit", "probit"] as const)("of an offset that columns can take back begins as if there were none, and takes as many steps: %s", (name) => {
    const link = linkFunction(name);
    const constant = terms.includes("const") ? 1 : 0;
    const data = binaryData(X, y, terms, { offset: x.map((value, i) => 3 * value - 50 * z[i] + 2 * constant) });
    const { maximum } = binaryMaximum(data, terms, link, undefined, AT_ONCE);
    predictors(data.standardised(), maximum.parameters).forEach((eta, i) => expect(eta + data.seen.offset![i]).toBeCloseTo(constant * link.quantile(events / n), 9));
    const [found, without] = [binaryMaximum(data, terms, link), binaryMaximum(binaryData(X, y, terms, {}), terms, link)];
    expect(found.maximum.iterations).toBe(without.maximum.iterations);
    const estimates = [found, without].map(({ maximum: { parameters }, scaling }) => transformVector(backOfBinary(scaling, data.constant), parameters));
    terms.forEach((term, j) => expect(estimates[0][j] + { x: 3, const: 2, z: -50 }[term]!).toBeCloseTo(estimates[1][j], 6));
  });
});

describe("a binary model", () => {
  const { terms, X } = designs["with a constant in the middle"];

  it("whose likelihood bends upwards begins beside the offset's mean only, since another maximum may be nearer elsewhere", () => {
    const offset = x.map((value) => value / 10);
    const mean = offset.reduce((sum, one) => sum + one / n, 0);
    const { maximum } = binaryMaximum(binaryData(X, y, terms, { offset }), terms, linkFunction("cauchit"), undefined, AT_ONCE);
    expect([...maximum.parameters]).toEqual([0, expect.closeTo(linkFunction("cauchit").quantile(events / n) - mean, 12), 0]);
  });

  it("of many rows has its first steps on some of them, unless it is told where to begin; they are counted", () => {
    const rows = 50_000;
    const values = Float64Array.from({ length: 2 * rows }, (_, at) => (at % 2 === 0 ? 1 : Math.sin(at)));
    const data = binaryData({ rows, columns: 2, values }, Array.from({ length: rows }, (_, i) => Number((7 * i) % 11 < 3)), ["const", "x"], {});
    const logit = linkFunction("logit");
    const told = binaryMaximum(data, ["const", "x"], logit, Float64Array.of(-1, 0.25), AT_ONCE).maximum;
    expect([told.iterations, told.parameters[1] / data.standardised().scale[1]]).toEqual([0, expect.closeTo(0.25, 10)]);
    const { maximum } = binaryMaximum(data, ["const", "x"], logit, undefined, AT_ONCE);
    expect(maximum.iterations).toBeGreaterThan(0);
    expect(Math.hypot(...maximum.score)).toBeLessThan(1e-4);
  });

  const late = [0, 1, 2, 3, 10, 10.001, 17, 18, 19]; // between the two in the middle it changes its mind: far steps, and no proof on the way
  const turned = [0, 0, 0, 0, 1, 0, 1, 1, 1];
  it.each([["no", undefined], ["an", late.map((_, i) => 0.01 * (i % 2))]])("that overlaps by a hair is decided exactly, with %s offset", (_, offset) => {
    const { maximum, undecided } = binaryMaximum(binaryData(late.map((value) => [1, value]), turned, ["const", "x"], { offset }), ["const", "x"], linkFunction("logit"));
    expect([maximum.iterations > 8, undecided]).toEqual([true, false]);
    expect(Math.hypot(...maximum.score)).toBeLessThan(1e-8);
  });

  it.each([["no", undefined], ["an", all.map((i) => 0.01 * (i % 2))]])("that is separated is refused with the empty cell, with %s offset", (_, offset) => {
    const d = all.map((i) => (i % 2 === 0 ? 5 * Number(i > 17) : 0)); // three rows of 5, none an event
    const outcome = all.map((i) => (d[i] === 5 ? 0 : y[i]));
    const refused = (name: "logit" | "probit") => refusalOf(() => binaryMaximum(binaryData(all.map((i) => [x[i], 1, d[i]]), outcome, ["x", "const", "d"], { offset }), ["x", "const", "d"], linkFunction(name)));
    const cell = "Model refused (separation): of the 3 rows with d = 5 none has outcome 1, so its estimate is infinite (the data are separated in part).";
    expect([refused("logit"), refused("probit")]).toEqual([`${cell} Merge the category, drop the term or use --firth.`, `${cell} Merge the category or drop the term.`]);
    const events = binaryData(all.map((i) => [x[i], 1, d[i]]), outcome.map((one) => 1 - one), ["x", "const", "d"], { offset });
    expect(refusalOf(() => binaryMaximum(events, ["x", "const", "d"], linkFunction("logit")))).toContain("of the 3 rows with d = 5 none has outcome 0");
  });

  it.each([["no", undefined], ["an", x.map((value) => 3 * value - 1)]])("of columns that are nearly one another's begins there all the same, on orthogonal ones, with %s offset", (_, offset) => {
    const logit = linkFunction("logit");
    const data = binaryData(all.map((i) => [1, x[i], x[i] + 1e-5 * Math.cos(2.9 * i)]), y, ["const", "x", "z"], { offset });
    const { maximum, scaling } = binaryMaximum(data, ["const", "x", "z"], logit, undefined, AT_ONCE);
    expect(scaling).toBe(data.standardised());
    predictors(data.standardised(), maximum.parameters).forEach((eta, i) => expect(eta + (offset?.[i] ?? 0)).toBeCloseTo(logit.quantile(events / n), 7));
    const Q = orthogonalColumns(data.standardised(), ["const", "x", "z"]);
    maximum.score.forEach((value, j) => expect(value).toBeCloseTo(y.reduce((sum, one, i) => sum + (one - events / n) * Q.values[i * 3 + j], 0), 6));
  });

  it("whose weights add up to more than a number holds is refused", () => {
    expect(refusalOf(() => binaryMaximum(binaryData(X, y, terms, { weights: all.map(() => 1e308) }), terms, linkFunction("logit")))).toMatch(/^Model refused \(not-converged\): the likelihood's maximum was not reached/);
  });
});
