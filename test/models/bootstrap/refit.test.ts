import { describe, expect, it } from "vitest";
import { bootstrapModel, bootstrapOf, fitRows } from "../../../src/models/bootstrap/bootstrapModel";
import { drawnBinary, drawnOrdered } from "../../../src/models/bootstrap/drawnFit";
import { type ModelRows, onScaling, refitter } from "../../../src/models/bootstrap/refit";
import { resamples } from "../../../src/models/bootstrap/resample";
import { binaryData } from "../../../src/models/binaryData";
import type { Fit } from "../../../src/models/fit";
import { orderedData } from "../../../src/models/orderedData";
import { transformVector } from "../../../src/models/standardise";
import { refusalOf } from "../refusalOf";

const n = 50;
const all = Array.from({ length: n }, (_, i) => i);
const noise = (seed: number) => all.map((i) => Math.abs(Math.sin((i + 1) * (12.9898 + seed)) * 43758.5453) % 1);
const [u, v, w] = [noise(1), noise(2), noise(3)];
const y = u.map((value, i) => Number(value + 0.3 * v[i] > 0.6));
const level = u.map((value, i) => 1 + Number(value + 0.2 * v[i] > 0.4) + Number(value + 0.2 * v[i] > 0.8));
const X = all.map((i) => [1, 100 + 5 * v[i], Number(w[i] > 0.5)]);
const offset = w.map((value) => value - 0.4);
const terms = ["const", "x", "z"];
const slopes = X.map((row) => row.slice(1));

const MODELS: Record<string, ModelRows> = {
  "a binary logit": { family: "binomial", X, y, terms }, "with an offset": { family: "binomial", X, y, terms, offset }, "a probit": { family: "binomial", link: "probit", X, y, terms }, "without a constant": { family: "binomial", X: slopes.map(([x, z]) => [x - 102, z]), y, terms: ["x", "z"] },
  "an ordered logit": { family: "ordered", X: slopes, y: level, terms: ["x", "z"], levels: [1, 2, 3] }, "an ordered one with an offset": { family: "ordered", X: slopes, y: level, terms: ["x", "z"], levels: [1, 2, 3], offset }, "an ordered cloglog": { family: "ordered", link: "cloglog", X: slopes, y: level, terms: ["x", "z"], levels: [1, 2, 3] },
};
const estimatesOf = (fit: Fit): number[] => [...fit.coefficients, ...(fit.thresholds ?? [])].map(({ estimate }) => estimate);
const close = (found: ArrayLike<number>, to: readonly number[]) => to.forEach((value, j) => expect(Math.abs(found[j] - value)).toBeLessThan(1e-7 * (1 + Math.abs(value))));

describe("resamples of a model", () => {
  it.each(Object.keys(MODELS))("%s: are fitted as the rows written out, weighed by how often they were drawn", (name) => {
    const model = MODELS[name];
    const fit = fitRows(model);
    const refit = refitter(model, fit);
    const drawn = Array.from(resamples(n, { replicates: 6, seed: 4 }), (counts) => Array.from(counts));
    for (const counts of [all.map(() => 1), all.map((i) => [2, 0, 1][i % 3]), ...drawn]) close(transformVector(fit.inference.back, refit(counts)), estimatesOf(fitRows(model, counts)));
  });

  it.each(Object.keys(MODELS))("%s: are refused as the plain fit refuses them", (name) => {
    const model = MODELS[name];
    const refit = refitter(model, fitRows(model));
    const outcome = model.y;
    const lacking = outcome.map((value) => Number(value !== outcome[0]) * 2 + Number(model.family === "ordered" && value === 2));
    for (const counts of [lacking, all.map((i) => Number(i < 2)), all.map((i) => Number(model.y[i] === outcome[0]))]) {
      if (model.family === "binomial" || new Set(outcome.filter((_, i) => counts[i] > 0)).size < 3) expect(refusalOf(() => refit(counts))).toBe(refusalOf(() => fitRows(model, counts)));
    }
  });

  it("are decided by the fast way where all is clear, and by the plain one where it is not", () => {
    const fast = drawnBinary(binaryData(X, y, terms, {}))!;
    expect(fast(all.map(() => 1))).toBeDefined();
    expect(fast(y)).toBeUndefined(); // events alone
    const [event, other] = [y.indexOf(1), y.indexOf(0)];
    expect(fast(all.map((i) => Number(i === event || i === other)))).toBeUndefined(); // as many rows as parameters, or fewer
    expect(drawnBinary(binaryData(X, y, terms, { offset }))).toBeUndefined();
    expect(drawnBinary(binaryData(X.map(([one, x]) => [one, x, x + 1e-5 * Math.sin(x)]), y, terms, {}))).toBeUndefined(); // columns that need a second look
    const ordered = drawnOrdered(orderedData(slopes, level, ["x", "z"], [1, 2, 3], {}), [1, 2, 3])!;
    expect(ordered(all.map(() => 1))).toBeDefined();
    expect(ordered(level.map((value) => Number(value !== 2)))).toBeUndefined();
    expect(drawnOrdered(orderedData(slopes, level, ["x", "z"], [1, 2, 3], { offset }), [1, 2, 3])).toBeUndefined();
  });

  it("have parameters on the scale of the fit of all rows", () => {
    // 2 + 3(x − 5)/4 is 2 + 3·(7 − 5)/4 at x = 7, and rises by 3·10/4 for ten: an ordered cut point falls instead.
    const [from, to] = [{ centre: Float64Array.of(0, 5), scale: Float64Array.of(1, 4) }, { centre: Float64Array.of(0, 7), scale: Float64Array.of(1, 10) }];
    expect(Array.from(onScaling(Float64Array.of(2, 3), from, to, [0], 1))).toEqual([3.5, 7.5]);
    const cut = { centre: from.centre.slice(1), scale: from.scale.slice(1) };
    expect(Array.from(onScaling(Float64Array.of(3, 2, 4), cut, { centre: to.centre.slice(1), scale: to.scale.slice(1) }, [1, 2], -1))).toEqual([7.5, 0.5, 2.5]);
  });

  it("make the bootstrap of the estimates, and of whatever is computed from a fit", async () => {
    const model = MODELS["an ordered logit"];
    const options = { replicates: 12, seed: 4 };
    const found = await bootstrapModel(model, options);
    const each = Array.from(resamples(n, options), (counts) => estimatesOf(fitRows(model, Array.from(counts))));
    const mean = (j: number) => each.reduce((sum, values) => sum + values[j], 0) / 12;
    [0, 1, 2, 3].forEach((j) => {
      const spread = Math.sqrt(each.reduce((sum, values) => sum + (values[j] - mean(j)) ** 2, 0) / 11);
      expect(found.standardErrors[j] / spread).toBeCloseTo(1, 6);
    });
    const own = bootstrapOf(model, ({ inference }) => Array.from(transformVector(inference.back, inference.parameters)).slice(0, 1), options);
    expect(own.standardErrors[0] / found.standardErrors[0]).toBeCloseTo(1, 9);
    expect(own.intervals[0][0]).toBeCloseTo(found.intervals[0][0], 9);
  });
});
