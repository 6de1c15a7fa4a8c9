import { describe, expect, it } from "vitest";
import { fitBinary, fitBinaryLogit } from "../../src/models/binary";
import { baseCounts, bcaInterval, bootstrap, refusedWarning, samples, summarise, unlessRefused } from "../../src/models/bootstrap/bootstrap";
import { resamples } from "../../src/models/bootstrap/resample";
import { withExpectedInformation } from "../../src/models/covariance/expected";
import { withLinearisedCovariance } from "../../src/models/covariance/linearised";
import { withClusteredCovariance, withClusteredMeat, withMeat, withRobustCovariance } from "../../src/models/covariance/robust";
import type { Fit } from "../../src/models/fit";
import { inverse } from "../../src/models/numeric/cholesky";
import { fitOrdered, fitOrderedLogit } from "../../src/models/ordered";
import { RefusedModel } from "../../src/models/refusedModel";
import { refusalOf } from "./refusalOf";

const n = 30;
const all = Array.from({ length: n }, (_, i) => i);
const x = all.map((i) => Math.round(100 * Math.sin(1.3 * i + 1)) / 50 + 2.5);
const y = all.map((i) => Number(Math.sin(2.7 * i) + 0.5 * (x[i] - 2.5) > 0.2));
const X = all.map((i) => [1, x[i]]);
const weights = all.map((i) => [2, 0, 1, 3][i % 4]);
const terms = ["const", "x"];

/** Rows by hand: probability, and the inverse of Σ w p(1 − p)xx′. */
function parts(w: readonly number[]) {
  const b = fitBinaryLogit(X, y, terms, { weights: w }).coefficients.map(({ estimate }) => estimate);
  const p = all.map((i) => 1 / (1 + Math.exp(-b[0] - b[1] * x[i])));
  const V = inverse([0, 1].map((j) => [0, 1].map((k) => all.reduce((sum, i) => sum + w[i] * p[i] * (1 - p[i]) * X[i][j] * X[i][k], 0))))!;
  return { p, V };
}
const outer = (rows: readonly (readonly number[])[]) => [0, 1].map((j) => [0, 1].map((k) => rows.reduce((sum, row) => sum + row[j] * row[k], 0)));
const times = (A: number[][], B: number[][]) => A.map((row) => [0, 1].map((k) => row.reduce((sum, value, j) => sum + value * B[j][k], 0)));
const close = (fit: Fit, V: number[][]) => V.forEach((row, j) => row.forEach((value, k) => expect(fit.covariance.values[j][k]).toBeCloseTo(value, 10)));

describe("robust covariances", () => {
  it.each(["frequency", "probability"] as const)("with %s weights are the sandwich, corrected by their kinds", (type) => {
    const fit = fitBinaryLogit(X, y, terms, { weights });
    const data = { X, y, weights };
    const { p, V } = parts(weights);
    const count = type === "frequency" ? weights.reduce((a, b) => a + b, 0) : weights.filter((w) => w > 0).length;
    const h = all.map((i) => p[i] * (1 - p[i]) * [0, 1].reduce((sum, j) => sum + [0, 1].reduce((s, k) => s + X[i][j] * X[i][k] * V[j][k], 0), 0) * (type === "frequency" ? 1 : weights[i]));
    const meat = (share: (i: number) => number) => outer(all.map((i) => X[i].map((value) => value * (y[i] - p[i]) * Math.sqrt((type === "frequency" ? weights[i] : weights[i] ** 2) * share(i)))));
    const sandwich = (share: (i: number) => number) => times(V, times(meat(share), V));
    for (const [kind, share] of [["HC0", () => 1], ["HC1", () => count / (count - 2)], ["robust", () => count / (count - 1)], ["HC2", (i: number) => 1 / (1 - h[i])], ["HC3", (i: number) => 1 / (1 - h[i]) ** 2]] as const) {
      const found = withRobustCovariance(fit, data, kind, type);
      expect(found.covarianceKind).toBe(kind);
      close(found, sandwich(share));
    }
    if (type === "frequency") close(withRobustCovariance(fit, data, "HC1"), sandwich(() => count / (count - 2)));
  });

  it("summed elsewhere, on the standardised columns, are the same", () => {
    const fit = fitBinaryLogit(X, y, terms);
    const { p } = parts(all.map(() => 1));
    const z = all.map((i) => [1, (x[i] - fit.inference.centre[1]) / fit.inference.scale[1]]);
    const meat = Float64Array.from(outer(all.map((i) => z[i].map((value) => value * (y[i] - p[i])))).flat());
    for (const kind of ["HC0", "HC1", "robust"] as const) {
      close(withMeat(fit, meat.slice(), kind, n), withRobustCovariance(fit, { X, y }, kind).covariance.values.map((row) => [...row]));
      expect(withMeat(fit, meat.slice(), kind, n).covarianceKind).toBe(kind);
    }
    const clusters = all.map((i) => `c${i % 6}`);
    const sums = [0, 1, 2, 3, 4, 5].map((g) => [0, 1].map((j) => all.filter((i) => i % 6 === g).reduce((sum, i) => sum + z[i][j] * (y[i] - p[i]), 0)));
    const found = withClusteredMeat(fit, Float64Array.from(outer(sums).flat()), 6);
    const direct = withClusteredCovariance(fit, { X, y }, clusters);
    close(found, direct.covariance.values.map((row) => [...row]));
    expect([found.warnings, found.covarianceKind]).toEqual([direct.warnings, "cluster"]);
  });

  it("of clusters sum what their rows say, times G/(G − 1), and say that they are few", () => {
    const fit = fitBinaryLogit(X, y, terms, { weights });
    const { p, V } = parts(weights);
    const of = (G: number) => {
      const sums = Array.from({ length: G }, (_, g) => [0, 1].map((j) => all.filter((i) => i % G === g).reduce((sum, i) => sum + weights[i] * X[i][j] * (y[i] - p[i]), 0)));
      return times(V, times(outer(sums), V)).map((row) => row.map((value) => (value * G) / (G - 1)));
    };
    const clustered = (G: number) => withClusteredCovariance(fit, { X, y, weights }, all.map((i) => `c${i % G}`));
    close(clustered(5), of(5));
    expect(clustered(5).warnings).toEqual(["5 clusters are few: clustered standard errors tend to be too small"]);
    expect(clustered(3).warnings).toEqual(["3 clusters are few: clustered standard errors tend to be too small"]);
    expect(clustered(2).warnings).toEqual(["2 clusters are few: clustered standard errors tend to be too small, and no joint test is possible"]);
    const own = fitBinaryLogit([...X, ...X], [...y, ...y], terms);
    const many = (G: number) => withClusteredCovariance(own, { X: [...X, ...X], y: [...y, ...y] }, [...all, ...all].map((_, i) => `c${i % G}`)).warnings;
    expect([many(39).length, many(40).length]).toEqual([1, 0]);
    expect(refusalOf(() => withClusteredCovariance(fit, { X, y, weights }, all.map((i) => (i % 4 === 1 ? "none of weight" : "a"))))).toBe("Model refused (bad-input): there is one cluster only: nothing varies between clusters");
    expect(refusalOf(() => withClusteredMeat(fit, new Float64Array(4), 1))).toBe("Model refused (bad-input): there is one cluster only: nothing varies between clusters");
  });

  it("are refused of kinds that are none, of ordered models with leverages, of rows that fit themselves", () => {
    const fit = fitBinaryLogit(X, y, terms);
    expect(refusalOf(() => withRobustCovariance(fit, { X, y }, "HC9" as never))).toBe('"HC9" is no robust covariance (expected robust, HC0, HC1, HC2, HC3)');
    const level = all.map((i) => 1 + y[i] + Number(i % 5 === 0));
    const ordered = fitOrderedLogit(X.map((row) => row.slice(1)), level, ["x"], [1, 2, 3]);
    for (const kind of ["HC2", "HC3"] as const) expect(refusalOf(() => withRobustCovariance(ordered, { X, y: level }, kind))).toBe(`Model refused (bad-input): ${kind} needs leverages, which an ordered model has not: use HC0 or HC1`);
    expect(withRobustCovariance(ordered, { X, y: level }, "HC1").covariance.terms).toHaveLength(3);
  });

  it("by the expected information are Σ φ²/(Φ(1 − Φ))xx′ of a probit, and the observed of a logit", () => {
    const logit = fitBinaryLogit(X, y, terms, { weights });
    const expected = withExpectedInformation(logit, { X, y, weights });
    expect(expected.covarianceKind).toBe("expected");
    close(expected, logit.covariance.values.map((row) => [...row]));
    const cauchit = fitBinary(X, y, terms, { link: "cauchit", weights });
    const b = cauchit.coefficients.map(({ estimate }) => estimate);
    const w = all.map((i) => { const eta = b[0] + b[1] * x[i]; const p = 0.5 + Math.atan(eta) / Math.PI; return (weights[i] / (Math.PI * (1 + eta * eta)) ** 2) / (p * (1 - p)); });
    close(withExpectedInformation(cauchit, { X, y, weights }), inverse(outer(all.map((i) => X[i].map((value) => value * Math.sqrt(w[i])))))!);
    // An ordered outcome of two levels is a binary one.
    const two = withExpectedInformation(fitOrderedLogit(X.map((row) => row.slice(1)), y, ["x"], [0, 1], { weights }), { X: X.map((row) => row.slice(1)), y, weights });
    expect(two.covariance.values[0][0]).toBeCloseTo(logit.covariance.values[1][1], 9);
    expect(two.covariance.values[1][1]).toBeCloseTo(logit.covariance.values[0][0], 9);
  });
});

describe("of an ordered model", () => {
  const level = all.map((i) => 1 + Math.floor(((i * 11) % 23) / 6));
  const offset = all.map((i) => ((i * 7) % 5) / 10);
  const CDF = { logit: (e: number) => 1 / (1 + Math.exp(-e)), cloglog: (e: number) => 1 - Math.exp(-Math.exp(e)) };
  const slopes = X.map((row) => row.slice(1));

  it.each(["logit", "cloglog"] as const)("with link %s, sandwich and clusters are of the derivatives of each row's own likelihood", (link) => {
    const fit = fitOrdered(slopes, level, ["x"], [1, 2, 3, 4], { link, weights, offset });
    const b = [...fit.coefficients, ...fit.thresholds!].map(({ estimate }) => estimate);
    const m = b.length;
    const logLik = (at: readonly number[], i: number): number => {
      const eta = at[0] * x[i] + offset[i];
      const below = (cut: number) => (cut === 0 ? 0 : cut === 4 ? 1 : CDF[link](at[cut] - eta));
      return Math.log(below(level[i]) - below(level[i] - 1));
    };
    const slopeOf = (f: (at: readonly number[]) => number, j: number, h: number) => { const at = (times: number) => f(b.with(j, b[j] + times * h)); return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h); };
    const scores = all.map((i) => b.map((_, j) => slopeOf((at) => logLik(at, i), j, 1e-3)));
    const V = fit.covariance.values;
    const sandwich = (rows: readonly (readonly number[])[], correction = 1) => {
      const pulls = rows.map((row) => V.map((own) => own.reduce((sum, value, j) => sum + value * row[j], 0)));
      return V.map((_, j) => V.map((__, k) => correction * pulls.reduce((sum, pull) => sum + pull[j] * pull[k], 0)));
    };
    const data = { X: slopes, y: level, weights, offset };
    const sameAs = (found: Fit, to: number[][]) => to.forEach((row, j) => row.forEach((value, k) => expect(found.covariance.values[j][k]).toBeCloseTo(value, 8)));
    expect(fit.covariance.terms).toHaveLength(m);
    sameAs(withRobustCovariance(fit, data, "HC0"), sandwich(all.map((i) => scores[i].map((value) => value * Math.sqrt(weights[i])))));
    sameAs(withRobustCovariance(fit, data, "HC0", "probability"), sandwich(all.map((i) => scores[i].map((value) => value * weights[i]))));
    // The expected information: of each level's derivatives by its probability.
    const chances = all.map((i) => [1, 2, 3, 4].map((own) => {
      const of = (at: readonly number[]) => { const eta = at[0] * x[i] + offset[i]; const below = (cut: number) => (cut === 0 ? 0 : cut === 4 ? 1 : CDF[link](at[cut] - eta)); return below(own) - below(own - 1); };
      return { p: of(b), score: b.map((_, j) => slopeOf((at) => Math.log(of(at)), j, 1e-3)) };
    }));
    const information = b.map((_, j) => b.map((__, k) => all.reduce((sum, i) => sum + weights[i] * chances[i].reduce((so, { p, score }) => so + p * score[j] * score[k], 0), 0)));
    sameAs(withExpectedInformation(fit, data), inverse(information)!);
    const clusters = all.map((i) => `c${i % 7}`);
    const sums = [...new Set(clusters)].map((name) => b.map((_, j) => all.reduce((sum, i) => sum + (clusters[i] === name ? weights[i] * scores[i][j] : 0), 0)));
    sameAs(withClusteredCovariance(fit, data, clusters), sandwich(sums, 7 / 6));
  });

  it("is refused for other rows, levels and labels than those of the fit", () => {
    const fit = fitOrdered(slopes, level, ["x"], [1, 2, 3, 4]);
    expect(refusalOf(() => withRobustCovariance(fit, { X: slopes, y: level.with(3, 9) }, "HC0"))).toBe("row 4 has outcome 9, which the fit does not have");
    expect(refusalOf(() => withRobustCovariance(fit, { X: slopes.slice(1), y: level.slice(1) }, "HC0"))).toBe("the fit is of 30 rows, and these are 29");
    expect(refusalOf(() => withRobustCovariance(fit, { X: slopes, y: level, weights: all.map(() => 2) }, "HC0"))).toBe("the fit is of 30 rows, and these are 60 by their weights");
    const labelled = (labels: unknown[]) => refusalOf(() => withClusteredCovariance(fit, { X: slopes, y: level }, labels as string[]));
    expect(labelled(["a"])).toBe("there are 1 cluster labels for 30 rows");
    for (const none of [undefined, null, NaN]) for (const i of [0, 7]) expect(labelled(all.map((at) => (at === i ? none : `c${at % 3}`)))).toBe(`row ${i + 1} has no cluster label`);
  });
});

describe("a survey's design", () => {
  const strata = all.map((i) => (i < 14 ? "north" : "south"));
  const psu = all.map((i) => `u${i % 4}`);
  const fit = () => fitBinaryLogit(X, y, terms, { weights });
  const data = { X, y, weights };

  it("sums units about the mean of their stratum, times n/(n − 1) and what was not drawn", () => {
    const { p, V } = parts(weights);
    const by = (units: (name: string) => string[], of: (i: number) => string, share: (name: string) => number) => {
      const meat = ["north", "south"].map((name) => {
        const own = units(name).map((unit) => [0, 1].map((j) => all.filter((i) => strata[i] === name && of(i) === unit).reduce((sum, i) => sum + weights[i] * X[i][j] * (y[i] - p[i]), 0)));
        const mean = [0, 1].map((j) => own.reduce((sum, unit) => sum + unit[j], 0) / own.length);
        return outer(own.map((unit) => unit.map((value, j) => value - mean[j]))).map((row) => row.map((value) => (value * (1 - share(name)) * own.length) / (own.length - 1)));
      });
      return times(V, times(meat[0].map((row, j) => row.map((value, k) => value + meat[1][j][k])), V));
    };
    const four = () => ["u0", "u1", "u2", "u3"];
    const plain = withLinearisedCovariance(fit(), data, { strata, psu });
    close(plain, by(four, (i) => psu[i], () => 0));
    expect([plain.covarianceKind, plain.coefficients[0].df]).toEqual(["linearised", 8 - 2]);
    close(withLinearisedCovariance(fit(), data, { strata, psu, fpc: strata.map((name) => (name === "north" ? 10 : 16)) }), by(four, (i) => psu[i], (name) => (name === "north" ? 0.4 : 0.25)));
    close(withLinearisedCovariance(fit(), data, { strata, psu, fpc: strata.map((name) => (name === "north" ? 0.3 : 1)) }), by(four, (i) => psu[i], (name) => (name === "north" ? 0.3 : 1)));
    const rows = withLinearisedCovariance(fit(), data, { strata });
    close(rows, by((name) => all.filter((i) => strata[i] === name).map(String), String, () => 0)); // rows of weight 0 are units too
    expect(rows.coefficients[1].df).toBe(n - 2);
    expect(withLinearisedCovariance(fit(), data, {}).coefficients[1].df).toBe(n - 1);
  });

  it("is refused where a stratum has one unit, or sizes that cannot be", () => {
    const told = (design: Parameters<typeof withLinearisedCovariance>[2]) => refusalOf(() => withLinearisedCovariance(fit(), data, design)).replace("Model refused (bad-input): ", "");
    expect(told({ strata: all.map((i) => (i === 4 ? "lone" : "a")) })).toBe("stratum lone has one primary sampling unit only, so that nothing varies within it. Merge it with a neighbouring stratum");
    expect(told({ psu: all.map(() => "a") })).toBe("the sample has one primary sampling unit only, so that nothing varies within it");
    expect(told({ fpc: all.map((i) => (i === 9 ? 50 : 40)) })).toBe("stratum 1 has two population sizes, 40 and 50");
    expect(told({ strata, psu, fpc: all.map((i) => (strata[i] === "south" && i > 20 ? 50 : 40)) })).toBe("stratum south has two population sizes, 40 and 50");
    expect(told({ strata, psu, fpc: strata.map((name) => (name === "north" ? 3 : 9)) })).toBe("stratum north has 4 units drawn of a population of 3");
    expect(told({ fpc: all.map(() => 20) })).toBe("stratum 1 has 30 units drawn of a population of 20");
    expect(withLinearisedCovariance(fit(), data, { strata, psu, fpc: strata.map((name) => (name === "north" ? 4 : 9)) }).covarianceKind).toBe("linearised");
  });
});

describe("a bootstrap", () => {
  const mean = (values: readonly number[]) => (counts: readonly number[]) => [counts.reduce((sum, count, i) => sum + count * values[i], 0) / counts.reduce((a, b) => a + b, 0)];

  it("draws within strata, as often as each row counts, the same for a share of the samples", () => {
    const options = { replicates: 7, seed: 3, strata: ["a", "b", "a", "b", "b"], counts: [2, 1, 3, 0, 1] };
    const drawn = [...resamples(5, options)].length;
    const each = Array.from(resamples(5, options), (counts) => Array.from(counts));
    expect([drawn, each.length]).toEqual([7, 7]);
    for (const counts of each) expect([counts[0] + counts[2], counts[1] + counts[4], counts[3]]).toEqual([5, 2, 0]);
    expect(new Set(each.map(String)).size).toBeGreaterThan(3);
    for (const from of [0, 1, 2]) expect(Array.from(resamples(5, options, { from, of: 3 }), (counts) => Array.from(counts))).toEqual(each.filter((_, i) => i % 3 === from));
    expect(refusalOf(() => [...resamples(2, { replicates: 1, seed: 1, counts: [1, 1.5] })])).toBe("row 2 counts 1.5 times: only whole frequency weights can be resampled");
    expect([baseCounts(3, {}), baseCounts(3, { counts: [2, 0, 1] })]).toEqual([[1, 1, 1], [2, 0, 1]]);
  });

  it("leaves out each unit once beside its resamples: a row, or beyond four hundred a group of them", () => {
    const after = (size: number, options: { strata?: string[]; counts?: number[] } = {}) => Array.from(samples(size, { replicates: 2, seed: 1, ...options }), (counts) => Array.from(counts)).slice(2);
    expect(after(3)).toEqual([[0, 1, 1], [1, 0, 1], [1, 1, 0]]);
    expect(after(4, { counts: [2, 0, 1, 3], strata: ["b", "a", "a", "b"] })).toEqual([[1, 0, 1, 3], [2, 0, 1, 2], [2, 0, 0, 3]]);
    expect(after(400)).toHaveLength(400);
    for (const [size, counts, strata] of [[401], [1000], [100, Array.from({ length: 100 }, (_, i) => 1 + (i % 9))], [600, undefined, Array.from({ length: 600 }, (_, i) => (i < 3 ? "few" : i % 2 ? "a" : "b"))]] as [number, number[]?, string[]?][]) {
      const base = baseCounts(size, { counts });
      const left = after(size, { ...(counts && { counts }), ...(strata && { strata }) });
      const units = base.reduce((sum, value) => sum + value, 0);
      // Together they leave each unit out once, each about as many.
      expect(base.map((value, i) => left.reduce((sum, one) => sum + value - one[i], 0))).toEqual(base);
      const gone = left.map((one) => units - one.reduce((sum, value) => sum + value, 0));
      expect(Math.max(...gone) - Math.min(...gone)).toBeLessThanOrEqual(1);
      expect(left.length).toBeGreaterThanOrEqual(400);
      expect(left.length).toBeLessThanOrEqual(403);
    }
  });

  it("has the spread of what its samples gave", () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    const options = { replicates: 50, seed: 9 };
    const found = bootstrap(8, mean(values), options);
    const given = Array.from(resamples(8, options), (counts) => mean(values)(Array.from(counts))[0]);
    const middle = given.reduce((a, b) => a + b, 0) / 50;
    const variance = given.reduce((sum, value) => sum + (value - middle) ** 2, 0) / 49;
    expect(found.standardErrors[0]).toBeCloseTo(Math.sqrt(variance), 12);
    expect(found.covariance[0][0]).toBeCloseTo(variance, 12);
    expect(found.refused).toBe(0);
    // The jackknife's pulls of a mean are its values' distances from it, over n − 1.
    const own = values.reduce((a, b) => a + b, 0) / 8;
    expect(found.intervals[0]).toEqual(bcaInterval(own, given, values.map((value) => (value - own) / 7))!.map((end) => expect.closeTo(end, 10) as number));
  });

  it("is of the samples that could be fitted, where they are half at least; more refused than one in a hundred are told", () => {
    const given = (refused: number) => [...Array.from({ length: 10 }, (_, i) => (i < refused ? undefined : [i, -i])), [1, 1], [2, 2], undefined];
    const found = summarise(3, [5, 5], given(5), { replicates: 10, seed: 1 });
    expect(found.refused).toBe(5);
    expect(found.covariance).toEqual([[2.5, -2.5], [-2.5, 2.5]]);
    expect(found.intervals[1]).toEqual([-9, -5]); // all below the estimate: percentiles
    expect(refusalOf(() => summarise(3, [5, 5], given(6), { replicates: 10, seed: 1 }))).toBe("Model refused (not-converged): the model was refused in 6 of 10 resamples: the sample is too small to bootstrap");
    const warning = (refused: number) => refusedWarning({ refused } as never, { replicates: 200 });
    expect([warning(2), warning(3)]).toEqual([[], ["the model was refused in 3 of 200 resamples: its intervals are of the rest"]]);
    expect(unlessRefused(() => { throw new RefusedModel("separation", [], "x"); })).toBeUndefined();
    expect(() => unlessRefused(() => { throw new TypeError("x"); })).toThrow(TypeError);
  });

  it("has no BCa interval where all lie on one side or nothing pulls; without bias and acceleration it is the percentiles'", () => {
    const values = Array.from({ length: 99 }, (_, i) => i + 1); // order statistic k at k/100
    expect(bcaInterval(0.5, values, [1, -1])).toBeUndefined();
    expect(bcaInterval(100, values, [1, -1])).toBeUndefined();
    expect(bcaInterval(50, values, [0, 0])).toBeUndefined();
    const even = Array.from({ length: 199 }, (_, i) => i + 1);
    // 100 of 200 shares below 100.5: no bias to speak of.
    const found = bcaInterval(100.25, [...even, 200], [1, -1], 0.9)!;
    expect(found[0]).toBeCloseTo(0.05 * 201, 1);
    expect(found[1]).toBeCloseTo(0.95 * 201, 1);
    const far = bcaInterval(100.25, [...even, 200], [1, -1], 0.9999)!;
    expect(far).toEqual([1, 200]);
    expect(bcaInterval(100.25, [...even, 200], [1, -3], 0.9, [3, 1])!).toEqual(bcaInterval(100.25, [...even, 200], [1, 1, 1, -3], 0.9));
  });
});
