import { afterAll, describe, expect, it } from "vitest";
import { fitBinaryLogit } from "../../src/models/binary";
import { bcaInterval, bootstrap, refusedWarning, samples } from "../../src/models/bootstrap/bootstrap";
import { bootstrapModel, endWorkers } from "../../src/models/bootstrap/bootstrapModel";
import type { ModelRows } from "../../src/models/bootstrap/refit";
import { resamples } from "../../src/models/bootstrap/resample";
import { seededRandom } from "../../src/models/numeric/random";
import { fitOrderedLogit } from "../../src/models/ordered";
import type { BinaryCase } from "./binaryCase";
import { expectAllClose, expectClose, fixture } from "./fixtures";
import { parametersOf } from "./parametersOf";

const birth = fixture<{ cases: BinaryCase[] }>("binary").cases.find((c) => c.name === "birthwt")!;
const columns = ["const", "age", "smoke"];
const X = birth.X.map((row) => columns.map((term) => row[birth.terms.indexOf(term)]));
const refit = (weights: readonly number[]) => fitBinaryLogit(X, birth.y, columns, { weights });

describe("random numbers", () => {
  it("are the same for the same seed, others for another, and uniform", () => {
    const draw = (seed: number): number[] => Array.from({ length: 20_000 }, seededRandom(seed));
    const [a, b, c] = [draw(7), draw(7), draw(8)];
    expect(a).toEqual(b);
    expect(a.slice(0, 5)).not.toEqual(c.slice(0, 5));
    const tenths = new Array<number>(10).fill(0);
    for (const u of a) tenths[Math.floor(u * 10)]++;
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(5 * Math.sqrt(1800));
    expect(() => seededRandom(1.5)).toThrow(/whole number/);
  });
});

describe("resamples", () => {
  it("draw as many from each stratum as it has, and frequency weights as that many rows", () => {
    const strata = ["a", "a", "a", "b", "b"];
    for (const counts of resamples(5, { replicates: 50, seed: 1, strata })) {
      expect(counts.slice(0, 3).reduce((x, y) => x + y, 0)).toBe(3);
      expect(counts.slice(3).reduce((x, y) => x + y, 0)).toBe(2);
    }
    for (const counts of resamples(2, { replicates: 5, seed: 1, counts: [3, 4] })) expect(counts[0] + counts[1]).toBe(7);
    expect(() => [...resamples(2, { replicates: 1, seed: 1, counts: [0.5, 1] })]).toThrow(/whole frequency/);
  });
});

describe("BCa intervals", () => {
  const r = fixture<{ estimate: number; replicates: number[]; influence: number[]; lower: number; upper: number }>("bca");

  it("are boot.ci's", () => expectAllClose(bcaInterval(r.estimate, r.replicates, r.influence)!, [r.lower, r.upper], 1e-10));

  it("do not exist where every replicate is on one side", () => {
    expect(bcaInterval(100, r.replicates, r.influence)).toBeUndefined();
  });
});

describe("the bootstrap", () => {
  const options = { replicates: 400, seed: 11 };

  // The jackknife's pull of a row on a mean is its distance from the mean over n − 1, so the acceleration is that of the distances:
  // positive where the long tail is above (Efron & Tibshirani 1993, §14.3). The sizes do not matter, the signs do.
  it.each([["once each", undefined], ["by frequency", [3, 1, 2, 1, 1, 2, 1, 1, 1, 2]]] as const)("of a skewed mean has BCa intervals by its rows' distances from the mean, rows counted %s", (_, frequencies) => {
    const x = [1, 2, 2, 3, 3, 4, 5, 9, 14, 30];
    const base = frequencies ?? x.map(() => 1);
    const statistic = (counts: readonly number[]): number[] => [x.reduce((sum, value, i) => sum + counts[i] * value, 0) / counts.reduce((a, b) => a + b, 0)];
    const [mean] = statistic(base);
    const drawn = { replicates: 999, seed: 5, ...(frequencies && { counts: frequencies }) };
    const replicates: number[] = [];
    for (const counts of resamples(x.length, drawn)) replicates.push(statistic(Array.from(counts))[0]); // one array for all of them
    const pulls = x.flatMap((value, i) => Array<number>(base[i]).fill(value - mean));
    const expected = bcaInterval(mean, replicates, pulls)!;
    const { intervals: [interval] } = bootstrap(x.length, statistic, drawn);
    expectAllClose(interval, expected, 1e-9);
    const turned = bcaInterval(mean, replicates, pulls.map((pull) => -pull))!;
    expect(interval[1]).toBeGreaterThan(turned[1] + 0.1);
  });

  it("has percentile intervals where BCa has none: the order statistics at the rounded places", () => {
    // Nothing drawn is less than the statistic of the rows themselves.
    const statistic = (counts: readonly number[]): number[] => [counts.reduce((sum, count, i) => sum + (i + 1) * (count - 1) ** 2, 0)];
    const replicates: number[] = [];
    for (const counts of resamples(30, { replicates: 400, seed: 8 })) replicates.push(statistic(Array.from(counts))[0]);
    replicates.sort((a, b) => a - b);
    expect(replicates[0]).toBeGreaterThanOrEqual(0);
    // Ranks 0.025 · 401 = 10.025 and 0.975 · 401 = 390.975, so the tenth and the 391st.
    expect(bootstrap(30, statistic, { replicates: 400, seed: 8 }).intervals).toEqual([[replicates[9], replicates[390]]]);
    expect(replicates[390]).toBeGreaterThan(replicates[389]);
  });

  it("of a mean has the standard error of a mean", () => {
    const x = Array.from({ length: 80 }, (_, i) => Math.sin(i * 3.1) * 4 + (i % 5));
    const mean = x.reduce((a, b) => a + b, 0) / 80;
    const sd = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 80);
    const statistic = (counts: readonly number[]): number[] => [x.reduce((sum, value, i) => sum + counts[i] * value, 0) / counts.reduce((a, b) => a + b, 0)];
    const { standardErrors, intervals } = bootstrap(80, statistic, { replicates: 4000, seed: 3 });
    expect(Math.abs(standardErrors[0] / (sd / Math.sqrt(80)) - 1)).toBeLessThan(0.05);
    expect(intervals[0][0]).toBeLessThan(mean);
    expect(intervals[0][1]).toBeGreaterThan(mean);
  });

  it("of a fit is the same for the same seed and near the model's standard errors", () => {
    const estimates = (weights: readonly number[]) => parametersOf(refit(weights));
    const [a, b] = [bootstrap(X.length, estimates, options), bootstrap(X.length, estimates, options)];
    expect(a).toEqual(b);
    fitBinaryLogit(X, birth.y, columns).coefficients.forEach(({ estimate, standardError }, j) => {
      expect(Math.abs(a.standardErrors[j] / standardError - 1)).toBeLessThan(0.2);
      expect(a.intervals[j][0]).toBeLessThan(estimate);
      expect(a.intervals[j][1]).toBeGreaterThan(estimate);
    });
  });

  it("tells how many resamples were separated, and gives up where most are", () => {
    const rows = Array.from({ length: 24 }, (_, i) => [1, i % 8 === 0 ? 1 : 0]);
    const y = rows.map(([, d], i) => (d === 1 ? Number(i !== 8) : Number(i % 3 === 0)));
    const found = bootstrap(24, (weights) => parametersOf(fitBinaryLogit(rows, y, ["const", "d"], { weights })), options);
    expect(found.refused).toBeGreaterThan(20);
    expect(refusedWarning(found, options).join()).toContain(`refused in ${found.refused} of 400`);
    const tiny = Array.from({ length: 5 }, (_, i) => [1, i]);
    expect(() => bootstrap(5, (weights) => parametersOf(fitBinaryLogit(tiny, [0, 1, 0, 1, 1], ["const", "x"], { weights })), options)).toThrow(/too small to bootstrap/);
  });
});

describe("the bootstrap of a model", () => {
  const options = { replicates: 300, seed: 5 };
  const binary: ModelRows = { family: "binomial", X, y: birth.y, terms: columns };
  const levels = ["few", "some", "many"];
  const ordered: ModelRows = { family: "ordered", X: X.map((row) => row.slice(1)), y: birth.y.map((value, i) => levels[value + (i % 3 === 0 ? 1 : 0)]), terms: columns.slice(1), levels };
  afterAll(endWorkers);

  it("gives what refitting each resample from the beginning gives", async () => {
    const slow = bootstrap(X.length, (weights) => parametersOf(fitBinaryLogit(X, birth.y, columns, { weights })), options);
    const fast = await bootstrapModel(binary, options);
    fast.standardErrors.forEach((value, j) => expectClose(value, slow.standardErrors[j], 1e-9));
    fast.intervals.flat().forEach((value, j) => expectClose(value, slow.intervals.flat()[j], 1e-9));
    const slowOrdered = bootstrap(X.length, (weights) => parametersOf(fitOrderedLogit(ordered.X as number[][], ordered.y, ordered.terms, levels, { weights })), options);
    const fastOrdered = await bootstrapModel(ordered, options);
    fastOrdered.standardErrors.forEach((value, j) => expectClose(value, slowOrdered.standardErrors[j], 1e-9));
  });

  it("is that of the plain estimators where a resample needs a second look: a rare group that is not drawn, or drawn with one answer", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => [1, Number(i % 15 === 0), (i * 7) % 11]);
    const y = rows.map((_, i) => Number(i === 0 || i % 3 === 1));
    const slow = bootstrap(60, (weights) => parametersOf(fitBinaryLogit(rows, y, ["const", "d", "x"], { weights })), options);
    const fast = await bootstrapModel({ family: "binomial", X: rows, y, terms: ["const", "d", "x"] }, options);
    expect(slow.refused).toBeGreaterThan(50);
    expect(fast.refused).toBe(slow.refused);
    fast.standardErrors.forEach((value, j) => expectClose(value, slow.standardErrors[j], 1e-9));
  });

  it("gives shares of its samples that are, together, all of them in their order", () => {
    const whole = Array.from(samples(30, { ...options, replicates: 7 }), (counts) => Array.from(counts));
    expect(whole).toHaveLength(7 + 30);
    const shares = [0, 1, 2].map((from) => Array.from(samples(30, { ...options, replicates: 7 }, { from, of: 3 }), (counts) => Array.from(counts)));
    expect(whole.map((_, i) => shares[i % 3][Math.floor(i / 3)])).toEqual(whole);
  });

  it("leaves out groups of many rows one after the other, each row once", () => {
    const seen: (readonly number[])[] = [];
    bootstrap(1000, (counts) => (seen.push(counts), [counts.reduce((sum, count, i) => sum + count * i, 0)]), { replicates: 3, seed: 1, counts: Array.from({ length: 1000 }, (_, i) => 1 + (i % 2)) });
    const left = seen.filter((counts) => counts.reduce((sum, count) => sum + count, 0) < 1500);
    expect(left).toHaveLength(400);
    expect(Array.from({ length: 1000 }, (_, i) => left.reduce((sum, counts) => sum + 1 + (i % 2) - counts[i], 0))).toEqual(Array.from({ length: 1000 }, (_, i) => 1 + (i % 2)));
  });

  it.each([["binary", binary], ["ordered", ordered]])("is the same, digit for digit, whatever the number of worker threads (%s)", async (_, model) => {
    const alone = await bootstrapModel(model, { ...options, strata: X.map((row) => String(row[2])) });
    for (const workers of [2, 3]) expect(await bootstrapModel(model, { ...options, strata: X.map((row) => String(row[2])) }, workers)).toEqual(alone);
    expect(await bootstrapModel(model, { ...options, seed: 6 }, 2)).not.toEqual(alone);
  });

  it("counts refused resamples, and refuses the model itself, on any number of threads", async () => {
    const rows = Array.from({ length: 24 }, (_, i) => [1, i % 8 === 0 ? 1 : 0]);
    const rare: ModelRows = { family: "binomial", X: rows, y: rows.map(([, d], i) => (d === 1 ? Number(i !== 8) : Number(i % 3 === 0))), terms: ["const", "d"] };
    const alone = await bootstrapModel(rare, options);
    expect(alone.refused).toBeGreaterThan(20);
    expect(await bootstrapModel(rare, options, 2)).toEqual(alone);
    await expect(bootstrapModel({ ...rare, y: rows.map(([, d]) => d) }, options, 2)).rejects.toThrow(/separation/);
    await expect(bootstrapModel(rare, options, 0)).rejects.toThrow(/whole number/);
  });
});
