import { describe, expect, it } from "vitest";
import { fitBinary, fitBinaryLogit } from "../../src/models/binary";
import { bcaInterval, bootstrap } from "../../src/models/bootstrap/bootstrap";
import { resamples } from "../../src/models/bootstrap/resample";
import { averageMarginalEffects } from "../../src/models/effects/averageMarginalEffects";
import { effectsAtMean } from "../../src/models/effects/effectsAtMean";
import { fitOrdered, fitOrderedLogit } from "../../src/models/ordered";
import { profileIntervals } from "../../src/models/profile/profileIntervals";
import { expectAllClose, expectClose, fixture } from "./fixtures";

const n = 120;
const x = Array.from({ length: n }, (_, i) => Math.sin(i * 2.3) * 2);
const X = x.map((value) => [1, value]);
const noise = (i: number): number => Math.sin(i * 12.9898) * 43758.5453 % 1;
const y = x.map((value, i) => Number(value * 0.7 + 3 * noise(i) > 0.2));
const grade = x.map((value, i) => { const v = value * 0.7 + 3 * noise(i); return v < -1 ? 1 : v < 1 ? 2 : 3; });
const terms = ["const", "x"];

describe("an offset that is a multiple of a column moves its coefficient and nothing else, however far", () => {
  it.each([3, -12, 40, -25])("%d times the column", (times) => {
    const offset = x.map((value) => times * value);
    for (const link of ["logit", "probit", "cloglog", "loglog"] as const) {
      const [with0, withO] = [fitBinary(X, y, terms, { link }), fitBinary(X, y, terms, { link, offset })];
      expectClose(withO.logLik, with0.logLik, 1e-10);
      expectClose(withO.coefficients[1].estimate + times, with0.coefficients[1].estimate, 1e-8, 1);
      expectClose(withO.coefficients[1].standardError, with0.coefficients[1].standardError, 1e-8);
    }
    // Without a constant, too, and with weights that are not the same.
    const weights = x.map((_, i) => 1 + (i % 4));
    const [bare, bareO] = [fitBinary(x.map((value) => [value]), y, ["x"], { weights }), fitBinary(x.map((value) => [value]), y, ["x"], { weights, offset })];
    expectClose(bareO.coefficients[0].estimate + times, bare.coefficients[0].estimate, 1e-8, 1);
    const [o0, oO] = [fitOrderedLogit(X, grade, terms, [1, 2, 3]), fitOrderedLogit(X, grade, terms, [1, 2, 3], { offset })];
    expectClose(oO.logLik, o0.logLik, 1e-10);
    expectClose(oO.coefficients[0].estimate + times, o0.coefficients[0].estimate, 1e-8, 1);
    expectAllClose(oO.thresholds!.map((cut) => cut.estimate), o0.thresholds!.map((cut) => cut.estimate), 1e-8, 1);
  });

  interface Case { terms: string[]; X: number[][]; y: number[]; term: string; estimate: number; standardError: number; ends: [number, number] }
  it.each(fixture<{ cases: Case[] }>("profileFar").cases.map((one) => [one.terms.join(","), one.term, one] as const))("so that profiles are followed far out, as R's: %s, of %s", (_, term, r) => {
    const fit = fitBinaryLogit(r.X, r.y, r.terms);
    const [{ lower, upper, note }] = profileIntervals(fit, { X: r.X, y: r.y }, [term]);
    expect(note).toBeUndefined();
    expectAllClose([lower, upper], r.ends, 1e-6, r.standardError);
    // An ordered outcome of two levels is the same model.
    if (term === "const") return;
    const ordered = fitOrderedLogit(r.X, r.y, r.terms, [0, 1]);
    const [two] = profileIntervals(ordered, { X: r.X, y: r.y }, [term]);
    expectAllClose([two.lower, two.upper], r.ends, 1e-6, r.standardError);
  });
});

it("a cauchit, whose likelihood has several maxima, begins at the model without terms, offset or not", () => {
  const { cauchit: c } = fixture<{ cauchit: { terms: string[]; X: number[][]; y: number[]; logLik: number; lower: number } }>("profileFar");
  const fit = fitBinary(c.X, c.y, c.terms, { link: "cauchit" });
  expectClose(fit.logLik, c.logLik, 1e-9);
  expectClose(profileIntervals(fit, { X: c.X, y: c.y }, ["const"])[0].lower, c.lower, 1e-5);
});

describe("a constant offset changes nothing but the constants", () => {
  it.each([5, 40, -300, 5000])("%d", (o) => {
    const offset = x.map(() => o);
    for (const link of ["logit", "probit", "cloglog"] as const) {
      const [with0, withO] = [fitBinary(X, y, terms, { link }), fitBinary(X, y, terms, { link, offset })];
      expectClose(withO.logLik, with0.logLik, 1e-9);
      expectClose(withO.coefficients[1].estimate, with0.coefficients[1].estimate, 1e-8);
      expectClose(withO.coefficients[0].estimate + o, with0.coefficients[0].estimate, 1e-8, 1);
      const [o0, oO] = [fitOrdered(X, grade, terms, [1, 2, 3], { link }), fitOrdered(X, grade, terms, [1, 2, 3], { link, offset })];
      expectClose(oO.coefficients[0].estimate, o0.coefficients[0].estimate, 1e-8);
      expectClose(oO.thresholds![0].estimate - o, o0.thresholds![0].estimate, 1e-8, 1);
      expectAllClose(effectsAtMean(withO, X, { offset }).map((e) => e.estimate), effectsAtMean(with0, X).map((e) => e.estimate), 1e-8);
      expectAllClose(effectsAtMean(oO, X, { offset }).flatMap((e) => [e.estimate, e.standardError]), effectsAtMean(o0, X).flatMap((e) => [e.estimate, e.standardError]), 1e-8);
    }
  });
});

describe("what is no number or of another length is refused", () => {
  const bad = null as unknown as number;
  const fit = fitBinaryLogit(X, y, terms);
  it("in outcomes, weights, offsets", () => {
    expect(() => fitBinaryLogit(X, y.with(3, bad), terms)).toThrow(/row 4 has outcome null/);
    expect(() => fitBinaryLogit(X, y, terms, { weights: y.map(() => 1).with(3, bad) })).toThrow(/row 4 has weight null/);
    expect(() => fitBinaryLogit(X, y, terms, { offset: y.map(() => 1).with(3, bad) })).toThrow(/row 4 has offset null/);
    expect(() => fitOrderedLogit(X, (grade as number[]).with(3, bad), terms, [1, 2, 3])).toThrow(/row 4 has outcome null/);
  });
  it("in effects", () => {
    expect(() => averageMarginalEffects(fit, X, { weights: [1, 2] })).toThrow(/weights has 2 values for 120 rows/);
    expect(() => averageMarginalEffects(fit, X, { offset: [1] })).toThrow(/offset has 1 values for 120 rows/);
    expect(() => averageMarginalEffects(fit, X, { by: ["a"] })).toThrow(/by has 1 labels for 120 rows/);
    expect(() => averageMarginalEffects(fit, X, { only: ["z"] })).toThrow(/no term z/);
    expect(() => effectsAtMean(fit, X, { weights: [1] })).toThrow(/weights has 1 values/);
  });
});

describe("BCa intervals of weighted rows", () => {
  const values = [1, 2, 3, 5, 8, 13, 40];
  const counts = [6, 5, 4, 3, 2, 2, 1];
  const mean = (all: readonly number[]) => (times: readonly number[]): number[] => {
    const total = times.reduce((a, b) => a + b, 0);
    return [times.reduce((sum, k, i) => sum + k * all[i], 0) / total];
  };
  const long = values.flatMap((value, i) => new Array<number>(counts[i]).fill(value));
  const options = { replicates: 2000, seed: 3 };

  it("are those of the rows written out", () => {
    const expanded = bootstrap(long.length, mean(long), options);
    const weighted = bootstrap(values.length, mean(values), { ...options, counts });
    expectAllClose(weighted.intervals[0], expanded.intervals[0], 1e-10);
    const padded = bootstrap(9, mean([...values, 99, 99]), { ...options, counts: [...counts, 0, 0] });
    expectAllClose(padded.intervals[0], expanded.intervals[0], 1e-10);
  });

  it("have the acceleration of a mean, whose pulls are known: (value − mean)/(n − 1)", () => {
    const centre = long.reduce((a, b) => a + b, 0) / long.length;
    const means: number[] = [];
    for (const times of resamples(long.length, options)) means.push(mean(long)(Array.from(times))[0]);
    const byHand = bcaInterval(centre, means, long.map((value) => (value - centre) / (long.length - 1)))!;
    expectAllClose(bootstrap(long.length, mean(long), options).intervals[0], byHand, 1e-9);
    expect(byHand).not.toEqual(bcaInterval(centre, means, long.map((value) => (centre - value) / (long.length - 1))));
  });

  it("with more units than are left out one by one as well", () => {
    const many = Array.from({ length: 150 }, (_, i) => Math.exp(Math.sin(i)));
    const times = many.map((_, i) => 1 + (i % 7));
    const written = many.flatMap((value, i) => new Array<number>(times[i]).fill(value));
    const [a, b] = [bootstrap(written.length, mean(written), { replicates: 300, seed: 1 }), bootstrap(150, mean(many), { replicates: 300, seed: 1, counts: times })];
    expectAllClose(b.intervals[0], a.intervals[0], 1e-10);
  });
});
