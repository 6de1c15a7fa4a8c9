import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { said } from "../../src/faults/said";
import { fitBinaryLogit } from "../../src/models/binary";
import { parseFactor } from "../../src/models/data/factor";
import { fitModelData, type FitModelOptions, PSEUDO_LIKELIHOOD, rowOptions } from "../../src/models/data/fitModelData";
import { readImputedData } from "../../src/models/data/imputedData";
import { type ModelDataSpec, modelDataOf } from "../../src/models/data/modelData";
import { fitFirth } from "../../src/models/firth/fitFirth";
import { fitOrderedLogit } from "../../src/models/ordered";
import { brantTest, parallelLines, parallelLinesByLikelihoodRatio, parallelLinesByScore } from "../../src/models/parallelLines";
import { fitPartialOrdered } from "../../src/models/partial/partialOrdered";
import { profileIntervals } from "../../src/models/profile/profileIntervals";
import { RefusedModel } from "../../src/models/refusedModel";
import { refusalOf } from "./refusalOf";

const HALF = 3.841458820694124 / 2;
/** Where a growing function is 0. */
function zeroOf(of: (at: number) => number, low: number, high: number): number {
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (of(middle) > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
/** Rows of a 2 × 2 table: of x = 1, a of n have the outcome; of x = 0, c. */
const table = (a: number, b: number, c: number, d: number) => ({
  X: [...Array<number[]>(a + b).fill([1, 1]), ...Array<number[]>(c + d).fill([1, 0])], y: [a, b, c, d].flatMap((count, cell) => Array<number>(count).fill(Number(cell % 2 === 0))),
});

describe("Firth's logit of a 2 × 2 table", () => {
  // Jeffreys' prior of a saturated table: half a person more in each cell (Firth 1993). det I = n₁p₁q₁·n₀p₀q₀.
  const penalised = ([a, b, c, d]: number[], p1: number, p0: number) => a * Math.log(p1) + b * Math.log(1 - p1) + c * Math.log(p0) + d * Math.log(1 - p0) + 0.5 * Math.log((a + b) * p1 * (1 - p1) * (c + d) * p0 * (1 - p0));
  it.each([[[5, 3, 2, 7]], [[6, 0, 2, 5]], [[4, 0, 0, 6]]])("of %j is that of half a person more in each cell, with its penalised tests", (cells) => {
    const [a, b, c, d] = cells;
    const { X, y } = table(a, b, c, d);
    const fit = fitFirth(X, y, ["const", "x"]);
    const [p1, p0] = [(a + 0.5) / (a + b + 1), (c + 0.5) / (c + d + 1)];
    expect(fit.coefficients[0].estimate).toBeCloseTo(Math.log(p0 / (1 - p0)), 7);
    expect(fit.coefficients[1].estimate).toBeCloseTo(Math.log(p1 / (1 - p1)) - Math.log(p0 / (1 - p0)), 7);
    expect(fit.coefficients[1].standardError).toBeCloseTo(Math.sqrt(1 / ((a + b) * p1 * (1 - p1)) + 1 / ((c + d) * p0 * (1 - p0))), 6);
    expect(fit.logLik).toBeCloseTo(a * Math.log(p1) + b * Math.log(1 - p1) + c * Math.log(p0) + d * Math.log(1 - p0), 7);
    expect([fit.penalised, fit.warnings]).toEqual([true, []]);
    // With x at 0 both have one share: (s + 1)/(n + 2) by the same penalty.
    const common = (a + c + 1) / (a + b + c + d + 2);
    const statistic = 2 * (penalised(cells, p1, p0) - penalised(cells, common, common));
    expect(fit.firth!.likelihoodRatio).toMatchObject({ statistic: expect.closeTo(statistic, 6), df: 1 });
    expect(fit.firth!.terms[1]).toMatchObject({ term: "x", statistic: expect.closeTo(statistic, 6) });
    expect(fit.coefficients[1].p).toBe(fit.firth!.terms[1].p);
    // The constant at 0: p₀ is a half.
    const half = 2 * (penalised(cells, p1, p0) - penalised(cells, p1, 0.5));
    expect(fit.firth!.terms[0].statistic).toBeCloseTo(half, 6);
    // The constant's interval: its profile moves p₀ alone.
    const fallen = (eta: number) => { const p = 1 / (1 + Math.exp(-eta)); return penalised(cells, p1, p0) - penalised(cells, p1, p) - HALF; };
    const place = fit.coefficients[0].estimate;
    expect(fit.coefficients[0].upper).toBeCloseTo(zeroOf(fallen, place, place + 40), 5);
    expect(fit.coefficients[0].lower).toBeCloseTo(-zeroOf((minus) => fallen(-minus), -place, -place + 40), 5);
  });
});

describe("profile intervals", () => {
  it("of a share are where its likelihood has fallen by half of 3.84, of any level", () => {
    const y = [1, 1, 1, 1, 1, 0, 0];
    const X = y.map(() => [1]);
    const fit = fitBinaryLogit(X, y, ["const"]);
    const at = (b: number) => 5 * b - 7 * Math.log1p(Math.exp(b));
    const place = Math.log(5 / 2);
    for (const [level, height] of [[0.95, HALF], [0.9, 2.705543454095404 / 2]] as const) {
      const [found] = profileIntervals(fit, { X, y }, undefined, level);
      expect(found.term).toBe("const");
      expect(found.upper).toBeCloseTo(zeroOf((b) => at(place) - at(b) - height, place, 20), 7);
      expect(found.lower).toBeCloseTo(-zeroOf((b) => at(place) - at(-b) - height, -place, 20), 7);
      expect("note" in found).toBe(false);
    }
  });

  it("of one of two terms hold it in the offset; of an ordered model beside its cut points", () => {
    const { X, y } = table(6, 3, 3, 7);
    const fit = fitBinaryLogit(X, y, ["const", "x"]);
    const [found] = profileIntervals(fit, { X, y }, ["x"]);
    // By hand: for each slope the constant that is best.
    const held = (b: number) => {
      const score = (c: number) => 19 * 0 + 9 / (1 + Math.exp(-c - b)) + 10 / (1 + Math.exp(-c)) - 9;
      const c = zeroOf(score, -30, 30);
      return 6 * (c + b) - 9 * Math.log1p(Math.exp(c + b)) + 3 * c - 10 * Math.log1p(Math.exp(c));
    };
    const place = fit.coefficients[1].estimate;
    expect(found.upper).toBeCloseTo(zeroOf((b) => fit.logLik - held(b) - HALF, place, place + 20), 6);
    expect(found.lower).toBeCloseTo(-zeroOf((b) => fit.logLik - held(-b) - HALF, -place, -place + 20), 6);
    const ordered = fitOrderedLogit(X, y, ["const", "x"], [0, 1]);
    for (const rows of [X, X.map((row) => row.slice(1))]) {
      const [own] = profileIntervals(ordered, { X: rows, y });
      expect([own.lower, own.upper]).toEqual([expect.closeTo(found.lower, 6), expect.closeTo(found.upper, 6)]);
    }
    expect(refusalOf(() => profileIntervals(fit, { X, y }, ["w"]))).toBe("the fit has no term w");
    expect(refusalOf(() => profileIntervals({ ...fit, penalised: true }, { X, y }))).toBe("a penalised fit has profile intervals already");
  });
});

describe("parallel lines of a group of two", () => {
  // Counts of three levels, of x = 0 and x = 1: the general model is saturated.
  const [zero, one] = [[9, 12, 7], [5, 6, 14]];
  const X = [...Array<number[]>(28).fill([0]), ...Array<number[]>(25).fill([1])];
  const y = [zero, one].flatMap((counts) => counts.flatMap((count, level) => Array<number>(count).fill(level + 1)));
  const fit = () => fitOrderedLogit(X, y, ["x"], [1, 2, 3]);
  const logit = (p: number) => Math.log(p / (1 - p));
  const above = (counts: number[], cut: number) => counts.slice(cut).reduce((a, b) => a + b, 0) / counts.reduce((a, b) => a + b, 0);
  const saturated = [zero, one].reduce((sum, counts) => { const n = counts.reduce((a, b) => a + b, 0); return sum + counts.reduce((s, count) => s + count * Math.log(count / n), 0); }, 0);

  it("are tested by Brant with the covariance of both logits, which share their people", () => {
    const slopes = [1, 2].map((cut) => logit(above(one, cut)) - logit(above(zero, cut)));
    const within = (counts: number[], c: number, d: number) => 1 / (counts.reduce((a, b) => a + b, 0) * above(counts, c) * (1 - above(counts, d)));
    const variance = [zero, one].reduce((sum, counts) => sum + within(counts, 1, 1) + within(counts, 2, 2) - 2 * within(counts, 1, 2), 0);
    const expected = { statistic: expect.closeTo((slopes[1] - slopes[0]) ** 2 / variance, 8) as number, df: 1 };
    const found = brantTest(fit(), X, y, ["x"]);
    expect(found.overall).toMatchObject(expected);
    expect(found.terms).toMatchObject([{ term: "x", ...expected }]);
    expect(found.byTerm).toEqual([]);
  });

  it("by the likelihood ratio against the saturated table; a partial model with the term free is that table", () => {
    const ordered = fit();
    expect(parallelLinesByLikelihoodRatio(ordered, X, y, ["x"])).toMatchObject({ statistic: expect.closeTo(2 * (saturated - ordered.logLik), 8), df: 1 });
    const free = fitPartialOrdered(X, y, ["x"], [1, 2, 3], ["x"]);
    expect(free.logLik).toBeCloseTo(saturated, 9);
    expect(free.coefficients.map(({ term }) => term)).toEqual(["x@1|2", "x@2|3"]);
    [1, 2].forEach((cut, j) => {
      expect(free.thresholds![j].estimate).toBeCloseTo(-logit(above(zero, cut)), 8);
      expect(free.coefficients[j].estimate).toBeCloseTo(logit(above(one, cut)) - logit(above(zero, cut)), 8);
      expect(free.coefficients[j].standardError).toBeCloseTo(Math.sqrt([zero, one].reduce((sum, counts) => sum + 1 / (counts.reduce((a, b) => a + b, 0) * above(counts, cut) * (1 - above(counts, cut))), 0)), 7);
    });
    expect([free.n, free.events, free.converged, free.penalised]).toEqual([53, null, true, false]);
    expect(free.aic).toBeCloseTo(8 - 2 * saturated, 8);
    expect(free.bic).toBeCloseTo(4 * Math.log(53) - 2 * saturated, 8);
    expect(refusalOf(() => fitPartialOrdered(X, y, ["x"], [1, 2, 3], ["z"]))).toBe("there is no term z to set free (there are x)");
  });

  it("are not tested where there is one cut point, another link, or more parameters than rows", () => {
    const two = y.map((level) => Math.min(level, 2));
    const none = { statistic: null, df: 0, p: null, note: "two levels have one cut point: there is nothing to compare" };
    expect(parallelLines(fitOrderedLogit(X, two, ["x"], [1, 2]), X, two, ["x"])).toEqual({ lr: none, brant: none, score: none });
    expect(brantTest({ ...fit(), link: "probit" }, X, y, ["x"]).overall).toEqual({ statistic: null, df: 1, p: null, note: "Brant's test is of logits" });
    const few = [0, 3, 5, 10, 13, 16, 20, 29].filter((_, i) => i < 8);
    const small = few.map((i) => [X[i][0], Math.sin(i), Math.cos(3 * i)]);
    const levels = [1, 2, 3, 1, 3, 2, 3, 1];
    const terms = ["x", "s", "c"];
    expect(parallelLinesByLikelihoodRatio({ ...fit(), levels: [1, 2, 3] }, small, levels, terms)).toEqual({ statistic: null, df: 3, p: null, note: "the general model has 8 parameters for 8 rows" });
    expect(parallelLinesByScore(fit(), X, y, ["x"]).df).toBe(1);
    // Of x = 1 nobody is at the top: the logit at the second cut point has no finite slope.
    const apart = [...y.slice(0, 28), ...y.slice(28).map((level) => Math.min(level, 2))];
    const other = fitOrderedLogit(X, apart, ["x"], [1, 2, 3]);
    expect(brantTest(other, X, apart, ["x"]).terms).toEqual([{ term: "x", statistic: null, df: 1, p: null, note: "the binary logit at one cut point was refused (separation: x)" }]);
    expect(parallelLinesByLikelihoodRatio(other, X, apart, ["x"]).note).toBe("the general model has no finite estimates: x separates the outcome at a cut point");
  });
});

describe("a fit of a model's data", () => {
  const n = 30;
  const rows = Array.from({ length: n }, (_, i) => [Number(Math.sin(2.7 * i) > 0), 1 + Number(Math.sin(2.7 * i) > -0.4) + Number(Math.sin(2.1 * i) > 0.5), Math.round(100 * Math.cos(i)) / 100, "pqr"[Math.floor(3 * (Math.abs(Math.sin((i + 1) * 12.9898) * 43758.5453) % 1))], [0, 0.5, 2][i % 3], i / 100, `c${i % 6}`].map(String));
  const dataOf = (spec: Partial<ModelDataSpec> = {}) => modelDataOf({ file: "f.csv", columns: ["y", "level", "x", "g", "w", "o", "c"], lines: rows.map((_, i) => i + 2), rows }, { outcome: spec.family === "ordered" ? "level" : "y", terms: ["x"], family: "binomial", ...spec });
  const told = (options: Partial<FitModelOptions>, spec: Partial<ModelDataSpec> = {}) => refusalOf(() => fitModelData(dataOf(spec), { family: spec.family ?? "binomial", ...options })).replace("Model refused (bad-input): ", "");

  it("has profile intervals of a likelihood alone, and free slopes of ordered outcomes alone", () => {
    const likelihood = "profile intervals are of the likelihood: they go with classical standard errors, frequency weights and slopes that are the same at every cut point";
    expect(told({ interval: "profile", standardErrors: "HC0" })).toBe(likelihood);
    expect(told({ interval: "profile" }, { weights: "w", weightType: "probability" })).toBe(likelihood);
    expect(told({ interval: "profile", nonparallel: ["x"] }, { family: "ordered" })).toBe(likelihood);
    expect(told({ nonparallel: ["x"] })).toBe("slopes that differ between cut points are of an ordered outcome");
    const partial = "partial proportional odds are fitted without offset or probability weights, and with classical standard errors";
    expect(told({ nonparallel: ["x"] }, { family: "ordered", offset: "o" })).toBe(partial);
    expect(told({ nonparallel: ["x"] }, { family: "ordered", weights: "w", weightType: "probability" })).toBe(partial);
    expect(told({ nonparallel: ["x"], standardErrors: "HC1" }, { family: "ordered" })).toBe(partial);
    expect(told({ nonparallel: ["x", "z"] }, { family: "ordered", terms: ["x", "g"], factors: [parseFactor("g")] })).toBe("there is no term z to set free (there are x, g)");
    const free = fitModelData(dataOf({ family: "ordered", terms: ["x", "g"], factors: [parseFactor("g")] }), { family: "ordered", nonparallel: ["x"] });
    expect(free.coefficients.map(({ term }) => term)).toEqual(["g=q", "g=r", "x@1|2", "x@2|3"]);
    const profile = fitModelData(dataOf(), { family: "binomial", interval: "profile", level: 0.9 });
    const direct = profileIntervals(fitModelData(dataOf(), { family: "binomial" }), dataOf(), undefined, 0.9);
    expect(profile.coefficients.map(({ lower, upper }) => [lower, upper])).toEqual(direct.map(({ lower, upper }) => [lower, upper]));
    const wide = fitModelData(dataOf(), { family: "binomial", level: 0.99 }).coefficients[1];
    expect(wide.upper).toBeCloseTo(wide.estimate + 2.5758293035489004 * wide.standardError, 10);
  });

  it("with probability weights is a pseudo-likelihood, scaled to the rows that count", () => {
    const data = dataOf({ weights: "w", weightType: "probability" });
    const fit = fitModelData(data, { family: "binomial" });
    const counted = rows.filter((row) => row[4] !== "0");
    expect([fit.n, fit.events, fit.aic, fit.bic, fit.covarianceKind, fit.warnings]).toEqual([20, counted.filter(([y]) => y === "1").length, null, null, "HC0", [PSEUDO_LIKELIHOOD]]);
    expect(rowOptions(data).weights).toEqual(data.weights!.map((weight) => weight / 1.25));
    expect(rowOptions(data, "frequency").weights).toBe(data.weights);
    const twice = fitModelData({ ...data, weights: data.weights!.map((weight) => 7 * weight) }, { family: "binomial" });
    twice.coefficients.forEach((row, j) => expect(row.standardError).toBeCloseTo(fit.coefficients[j].standardError, 10));
    expect(fitModelData(dataOf({ family: "ordered", weights: "w", weightType: "probability" }), { family: "ordered" }).events).toBe(null);
    const kinds = (standardErrors: FitModelOptions["standardErrors"]) => fitModelData(dataOf({ labels: ["c"] }), { family: "binomial", standardErrors }).covarianceKind;
    expect([kinds("classical"), kinds("expected"), kinds("HC3"), kinds({ cluster: "c" }), kinds({ cr2: "c" })]).toEqual(["observed", "expected", "HC3", "cluster", "CR2"]);
    expect(fitModelData(dataOf(), { family: "binomial", firth: true }).penalised).toBe(true);
  });

  it("refuses a square that rounding has blurred, by name", () => {
    const far = rows.map((row, i) => row.with(2, String(1e8 + 0.1 * i + (i % 7) / 3)));
    const data = modelDataOf({ file: "f.csv", columns: ["y", "level", "x", "g", "w", "o", "c"], lines: far.map((_, i) => i + 2), rows: far }, { outcome: "y", terms: ["x", "x:x"], family: "binomial" });
    expect(refusalOf(() => fitModelData(data, { family: "binomial" }))).toMatch(/^Model refused \(collinear\): x:x is .*Subtract a round number near the mean/);
    expect(fitModelData(dataOf({ terms: ["x", "x:x"] }), { family: "binomial" }).coefficients).toHaveLength(3);
  });
});

describe("data whose gaps are drawn", () => {
  const file = join(mkdtempSync(join(tmpdir(), "sojourn-imputed-")), "f.csv");
  const write = (change: (row: string[], i: number) => string[] = (row) => row) => writeFileSync(file, ["y,x,g,b,note", ...Array.from({ length: 40 }, (_, i) => change([String(Number(Math.sin(2.7 * i) > 0)), String(Math.round(100 * Math.cos(i)) / 100), "pqr"[i % 3], String(i % 2), ""], i).join(","))].join("\n"));
  const read = (spec: Partial<ModelDataSpec> = {}) => readImputedData(file, { outcome: "y", terms: ["x", "g", "b"], factors: [parseFactor("g")], family: "binomial", ...spec }, { imputations: 2, seed: 1 });

  it("are complete several times over, each gap filled by what stands in its column", () => {
    write((row, i) => (i % 10 === 3 ? row.with(1, "NA") : i % 10 === 5 ? row.with(2, " ").with(3, "") : row));
    const { data, rows, completed, drawn } = read();
    expect([data.length, rows, completed, drawn]).toEqual([2, 40, 8, { x: 4, g: 4, b: 4 }]);
    const known = new Set(data[0].X.filter((_, i) => i % 10 !== 3).map(([, x]) => x));
    for (const one of data) one.X.forEach((row, i) => {
      expect([known.has(row[1]), [0, 1].includes(row[4])]).toEqual([true, true]);
      if (i % 10 !== 3 && i % 10 !== 5) expect(row).toEqual(data[0].X[i]);
    });
    write();
    expect(read()).toMatchObject({ completed: 0, drawn: {} });
  });

  it("are refused where a column has no value, or one that is none", () => {
    write((row) => row.with(1, "NA"));
    expect(refusalOf(() => read())).toBe(`${file}, column x: the column has no value at all (expected some values to draw from). Leave it out of the model.`);
    write((row, i) => (i === 7 ? row.with(1, "much") : row));
    expect(refusalOf(() => read())).toBe(`${file}, row 9, column x: "much" is not a number (expected a number). Code it as a number, or give it as --factor x.`);
    write();
    expect(refusalOf(() => read({ outcome: "g", family: "ordered", terms: ["x"], factors: [], levels: ["p", "q"] }))).toBe(`${file}, row 4, column g: "r" is not among the levels (expected p, q).`);
  });
});

describe("a refused model", () => {
  it("says why in both languages, and may have more names or no rows", () => {
    const refused = new RefusedModel("collinear", ["a"], said`row ${3} has weight ${-1} (expected 0 or more)`, [3, 4]);
    expect([refused.message, refused.name, refused.values, refused.code]).toEqual(["Model refused (collinear): row 3 has weight -1 (expected 0 or more)", "RefusedModel", [3, -1], "row-has-weight-expected-0-or-more"]);
    expect(refused.inLanguage("en")).toBe(refused.message);
    expect(refused.inLanguage("zh")).toMatch(/^模型被拒绝（共线）：/);
    const named = refused.alsoNaming(["b", "a", "c"]);
    expect([named.terms, named.rows, named.kind, named.message]).toEqual([["a", "b", "c"], [3, 4], "collinear", refused.message]);
    expect([refused.withoutRows().rows, refused.withoutRows().terms]).toEqual([[], ["a"]]);
    expect(new RefusedModel("separation", [], "plain").values).toEqual([]);
  });
});
