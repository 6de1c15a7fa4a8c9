import { describe, expect, it } from "vitest";
import { fitBinary, fitBinaryLogit } from "../../src/models/binary";
import { withRobustCovariance } from "../../src/models/covariance/robust";
import { classification } from "../../src/models/diagnostics/classification";
import { diagnose } from "../../src/models/diagnostics/diagnose";
import { eventsPerVariable, fewEventsWarning } from "../../src/models/diagnostics/eventsPerVariable";
import { type FittedRow, fittedRows } from "../../src/models/diagnostics/fittedRows";
import { brierScore, calibrationBins, cutAtQuantiles, hosmerLemeshow, tjurR2 } from "../../src/models/diagnostics/goodnessOfFit";
import { influence } from "../../src/models/diagnostics/influence";
import { fittedLevels, ordinalHosmerLemeshow } from "../../src/models/diagnostics/ordinalHosmerLemeshow";
import { areaUnderCurve, rocCurve } from "../../src/models/diagnostics/roc";
import { varianceInflation } from "../../src/models/diagnostics/varianceInflation";
import { linkFunction } from "../../src/models/links/link";
import { seededRandom } from "../../src/models/numeric/random";
import { fitOrdered, fitOrderedLogit } from "../../src/models/ordered";
import { surrogateResiduals } from "../../src/models/diagnostics/surrogate";
import { designErrors } from "../../src/models/sensitivity/designErrors";
import { eValue } from "../../src/models/sensitivity/eValue";
import { minimumDetectable, waldPower } from "../../src/models/sensitivity/power";
import { refusalOf } from "./refusalOf";

const row = (y: number, p: number, weight = 1): FittedRow => ({ y, p, q: 1 - p, eta: Math.log(p / (1 - p)), weight });
/** Each row as often as its weight says. */
const spread = (rows: readonly FittedRow[]): FittedRow[] => rows.flatMap((one) => Array.from({ length: one.weight }, () => ({ ...one, weight: 1 })));
const n = 24;
const all = Array.from({ length: n }, (_, i) => i);
const x = all.map((i) => Math.round(100 * Math.sin(1.3 * i + 1)) / 50);
const z = all.map((i) => Number(i % 3 === 0));
const y = all.map((i) => Number(Math.sin(2.7 * i) + 0.5 * x[i] > 0.2));
const level = all.map((i) => 1 + Number(Math.sin(2.7 * i) + 0.3 * x[i] > -0.4) + Number(Math.sin(2.7 * i) > 0.5));
const X = all.map((i) => [1, x[i], z[i]]);
const terms = ["const", "x", "z"];
const binary = () => fitBinaryLogit(X, y, terms);
const ordered = () => fitOrderedLogit(X.map((one) => one.slice(1)), level, ["x", "z"], [1, 2, 3]);
const data = { X, y };

describe("right and wrong calls", () => {
  const rows = [row(1, 0.9, 2), row(0, 0.6), row(1, 0.5, 3), row(0, 0.2, 4), row(1, 0.1), row(0, 0.49, 2)];

  it("are counted at a cut, which is called an event itself", () => {
    expect(classification(rows)).toEqual({
      cut: 0.5, truePositives: 5, falsePositives: 1, trueNegatives: 6, falseNegatives: 1, sensitivity: 5 / 6, specificity: 6 / 7, positivePredictive: 5 / 6, negativePredictive: 6 / 7, correct: 11 / 13,
    });
    expect(classification(rows, 0.55)).toMatchObject({ truePositives: 2, falsePositives: 1, trueNegatives: 6, falseNegatives: 4 });
    expect(classification([row(0, 0.2)])).toMatchObject({ sensitivity: null, specificity: 1, positivePredictive: null, negativePredictive: 1, correct: 1 });
    for (const cut of [0, 1, NaN]) expect(refusalOf(() => classification(rows, cut))).toBe(`a cut lies between 0 and 1, not at ${cut}`);
  });
});

describe("the ROC curve", () => {
  const rows = [row(1, 0.9, 2), row(0, 0.6), row(1, 0.6, 3), row(0, 0.2, 2), row(1, 0.1), row(0, 0.7), row(1, 0.3, 0)];

  it("has the share of pairs in which the event is above, ties half, and DeLong's variance of both placements", () => {
    const [events, others] = [1, 0].map((outcome) => spread(rows).filter((one) => one.y === outcome).map(({ p }) => p));
    const above = (a: number, b: number) => (a > b ? 1 : a === b ? 0.5 : 0);
    const placed = events.map((a) => others.reduce((sum, b) => sum + above(a, b), 0) / others.length);
    const against = others.map((b) => events.reduce((sum, a) => sum + above(a, b), 0) / events.length);
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const variance = (values: number[]) => values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1) / values.length;
    const se = Math.sqrt(variance(placed) + variance(against));
    const found = areaUnderCurve(rows);
    expect([found.auc, found.standardError]).toEqual([expect.closeTo(mean(placed), 14), expect.closeTo(se, 14)]);
    expect(found.lower).toBeCloseTo(Math.max(0, mean(placed) - 1.959963984540054 * se), 12);
    expect(found.upper).toBeCloseTo(Math.min(1, mean(placed) + 1.959963984540054 * se), 12);
    const low = areaUnderCurve([row(1, 0.1), row(1, 0.3), row(0, 0.2), row(0, 0.4), row(0, 0.6)]);
    expect(low.lower).toBe(0);
    expect(areaUnderCurve([row(1, 0.9), row(1, 0.3), row(0, 0.5), row(0, 0.1)])).toMatchObject({ auc: 0.75, upper: 1 });
    for (const only of [[row(1, 0.5), row(0, 0.3, 0)], [row(0, 0.5)], []]) expect(refusalOf(() => areaUnderCurve(only))).toBe("an ROC curve needs rows of both outcomes");
  });

  it("has a point for each distinct probability, from nobody to everybody", () => {
    expect(rocCurve(rows.slice(0, 6)).map(({ threshold, falsePositiveRate, truePositiveRate }) => [threshold, falsePositiveRate, truePositiveRate])).toEqual([
      [Infinity, 0, 0], [0.9, 0, 2 / 6], [0.7, 1 / 4, 2 / 6], [0.6, 2 / 4, 5 / 6], [0.2, 1, 5 / 6], [0.1, 1, 1],
    ]);
  });
});

describe("calibration", () => {
  const rows = [0.05, 0.1, 0.12, 0.3, 0.31, 0.4, 0.55, 0.6, 0.8, 0.95].map((p, i) => row(Number([3, 5, 6, 8, 9].includes(i)), p));

  it("bins are cut at R's quantiles (type 7), open below, closed above; a weight is so many rows", () => {
    // R: quantile(p, 0:3/3) is .05, .3, .55, .95; cut(…, include.lowest = TRUE) has 4, 3 and 3 of them.
    expect(cutAtQuantiles(rows, 3).map((bin) => bin.map(({ p }) => p))).toEqual([[0.05, 0.1, 0.12, 0.3], [0.31, 0.4, 0.55], [0.6, 0.8, 0.95]]);
    // R: quantile(p, 0:4/4) is .05, .165, .355, .5875, .95.
    expect(cutAtQuantiles([...rows].reverse(), 4).map((bin) => bin.length)).toEqual([3, 2, 2, 3]);
    const weighted = rows.map((one, i) => ({ ...one, weight: [2, 0, 1, 3, 1, 1, 2, 1, 0, 2][i] }));
    for (const groups of [2, 3, 4, 5, 10]) {
      const [own, single] = [cutAtQuantiles(weighted, groups), cutAtQuantiles(spread(weighted), groups)];
      expect(own.map((bin) => [bin[0].p, bin.at(-1)!.p])).toEqual(single.map((bin) => [bin[0].p, bin.at(-1)!.p]));
    }
    expect(cutAtQuantiles([row(0, 0.5), row(1, 0.5)], 10)).toHaveLength(1);
    const [first] = calibrationBins(weighted, 2);
    // Weighted median of 13 rows: .05 .05 .12 .3 .3 .3 .31 …: the seventh.
    expect(first).toEqual({ count: 7, predicted: expect.closeTo((0.1 + 0.12 + 0.9 + 0.31) / 7, 14), others: expect.closeTo(1 - 1.43 / 7, 14), observed: expect.closeTo(3 / 7, 14) });
  });

  it("tests are Pearson's χ² of the bins, with two degrees of freedom fewer", () => {
    const statistic = [rows.slice(0, 4), rows.slice(4, 7), rows.slice(7)].reduce((sum, bin) => {
      const [seen, expected] = [bin.reduce((s, { y }) => s + y, 0), bin.reduce((s, { p }) => s + p, 0)];
      return sum + (seen - expected) ** 2 / expected + (seen - expected) ** 2 / (bin.length - expected);
    }, 0);
    expect(hosmerLemeshow(rows, 3)).toMatchObject({ statistic: expect.closeTo(statistic, 12), df: 1 });
    expect(hosmerLemeshow(rows, 2)).toEqual({ statistic: null, df: 0, p: null, note: "the fitted probabilities make 2 groups only" });
    expect(hosmerLemeshow([row(0, 0.5), row(1, 0.5)])).toEqual({ statistic: null, df: 0, p: null, note: "the fitted probabilities make 1 group only" });
    const sure = [0, 0, 0.5, 0.5, 1, 1].map((p, i) => ({ y: Number(i > 2), p, q: 1 - p, eta: 0, weight: 1 }));
    expect(hosmerLemeshow(sure, 3).statistic).toBe(0);
  });

  it("scores are means of squares, and of differences", () => {
    const few = [row(1, 0.8, 2), row(0, 0.3), row(1, 0.4), row(0, 0.1, 3)];
    expect(brierScore(few)).toBeCloseTo((2 * 0.04 + 0.09 + 0.36 + 3 * 0.01) / 7, 14);
    expect(tjurR2(few)).toBeCloseTo(2 / 3 - 0.6 / 4, 14);
  });

  it("of an ordered fit compares seen and expected of each level in groups of the mean level", () => {
    const fit = ordered();
    const [b, c] = fit.coefficients.map(({ estimate }) => estimate);
    const [low, high] = fit.thresholds!.map(({ estimate }) => estimate);
    const F = (a: number) => 1 / (1 + Math.exp(-a));
    const own = all.map((i) => { const eta = b * x[i] + c * z[i]; return [F(low - eta), F(high - eta) - F(low - eta), 1 - F(high - eta)]; });
    fittedLevels(fit, { X: X.map((one) => one.slice(1)) }).forEach((found, i) => found.forEach((p, j) => expect(p).toBeCloseTo(own[i][j], 12)));
    const score = (i: number) => own[i][0] + 2 * own[i][1] + 3 * own[i][2];
    const bins = cutAtQuantiles(all.map((i) => ({ p: score(i), weight: 1, i })), 4);
    const statistic = bins.reduce((sum, bin) => sum + [0, 1, 2].reduce((s, j) => {
      const expected = bin.reduce((e, { i }) => e + own[i][j], 0);
      return s + (bin.filter(({ i }) => level[i] === j + 1).length - expected) ** 2 / expected;
    }, 0), 0);
    const given = { X: X.map((one) => one.slice(1)), y: level };
    expect(ordinalHosmerLemeshow(fit, given, 4)).toMatchObject({ statistic: expect.closeTo(statistic, 10), df: (bins.length - 2) * 2 + 1 });
    expect(ordinalHosmerLemeshow(fit, given, 2)).toEqual({ statistic: null, df: 1, p: null, note: "the fitted scores make 2 groups only" });
    expect(ordinalHosmerLemeshow(fit, given, 1)).toEqual({ statistic: null, df: 0, p: null, note: "the fitted scores make 1 group only" });
    const weights = all.map((i) => 1 + (i % 2));
    const double = { X: [...given.X, ...given.X.filter((_, i) => i % 2)], y: [...level, ...level.filter((_, i) => i % 2)] };
    expect(ordinalHosmerLemeshow(fit, { ...given, weights }, 4).statistic).toBeCloseTo(ordinalHosmerLemeshow(fit, double, 4).statistic!, 10);
    // Far out, a level keeps its digits on both sides.
    for (const far of [40, -40]) {
      const [p] = fittedLevels(fit, { X: [[0, 0]], offset: [far] });
      const exact = [1 / (1 + Math.exp(far - low)), 1 / (1 + Math.exp(far - high)) - 1 / (1 + Math.exp(far - low)), 1 / (1 + Math.exp(high - far))];
      expect(p[0] / exact[0]).toBeCloseTo(1, 10);
      expect(p[2] / exact[2]).toBeCloseTo(1, 10);
      expect(p[1] / (Math.exp(-40) * Math.abs(Math.exp(Math.sign(far) * high) - Math.exp(Math.sign(far) * low)))).toBeCloseTo(1, 10);
    }
    expect(refusalOf(() => fittedLevels(binary(), data))).toBe("only an ordered fit has a probability for each level");
  });
});

describe("influence", () => {
  it("is of each row what its residual and leverage make, with weights as so many rows", () => {
    const fit = binary();
    const beta = fit.coefficients.map(({ estimate }) => estimate);
    const V = fit.covariance.values;
    const found = influence(fit, data);
    all.forEach((i) => {
      const p = 1 / (1 + Math.exp(-X[i].reduce((sum, value, j) => sum + value * beta[j], 0)));
      const leverage = p * (1 - p) * X[i].reduce((sum, a, j) => sum + X[i].reduce((s, b, k) => s + a * b * V[j][k], 0), 0);
      const pearson = (y[i] - p) / Math.sqrt(p * (1 - p));
      expect(found[i].leverage).toBeCloseTo(leverage, 10);
      expect(found[i].pearson).toBeCloseTo(pearson, 10);
      expect(found[i].standardised).toBeCloseTo(pearson / Math.sqrt(1 - leverage), 10);
      expect(found[i].cooksDistance).toBeCloseTo((pearson ** 2 * leverage) / (1 - leverage) ** 2 / 3, 10);
      expect(found[i].deviance).toBeCloseTo(Math.sign(y[i] - 0.5) * Math.sqrt(-2 * Math.log(y[i] === 1 ? p : 1 - p)), 8);
      V.forEach((v, j) => expect(found[i].dfbeta[j]).toBeCloseTo((v.reduce((sum, value, k) => sum + value * X[i][k], 0) * (y[i] - p)) / (1 - leverage), 10));
    });
    expect(found.reduce((sum, { leverage }) => sum + leverage, 0)).toBeCloseTo(3, 10);
    expect(refusalOf(() => fittedRows(ordered(), data))).toBe("only a binary fit has one probability a row");
    expect(fittedRows(fit, { ...data, offset: all.map(() => 1), weights: all.map(() => 2) })[4]).toMatchObject({ weight: 2, eta: expect.closeTo(X[4].reduce((sum, value, j) => sum + value * beta[j], 0) + 1, 10) });
  });
});

describe("variance inflation", () => {
  it("of two columns is 1/(1 − r²) of their estimates' correlation, and 1 of one", () => {
    const fit = binary();
    const V = fit.covariance.values;
    const r = V[1][2] / Math.sqrt(V[1][1] * V[2][2]);
    for (const one of varianceInflation(fit)) expect(one).toMatchObject({ vif: expect.closeTo(1 / (1 - r * r), 10), df: 1, perColumn: expect.closeTo(Math.sqrt(1 / (1 - r * r)), 10) });
    expect(varianceInflation(fit, ["const", "both", "both"])).toEqual([{ term: "both", vif: expect.closeTo(1, 12), df: 2, perColumn: expect.closeTo(1, 12) }]);
    expect(varianceInflation(fitBinaryLogit(X.map(([one, two]) => [one, two]), y, ["const", "x"]))).toEqual([{ term: "x", vif: expect.closeTo(1, 12), df: 1, perColumn: expect.closeTo(1, 12) }]);
    const three = fitBinaryLogit(X.map((own, i) => [...own, Math.cos(i)]), y, [...terms, "c"]);
    const [a, b] = varianceInflation(three, ["const", "f", "f", "c"]);
    expect([a.term, a.df, b.term, b.df]).toEqual(["f", 2, "c", 1]);
    expect(a.vif).toBeCloseTo(b.vif, 10); // of two sets, that of the one is that of the other
    expect(a.perColumn).toBeCloseTo(a.vif ** 0.25, 10);
  });
});

describe("events for each slope", () => {
  it("are those of the rarer outcome; fewer than ten are told", () => {
    const fit = binary();
    expect(eventsPerVariable({ ...fit, n: 50, events: 20 })).toBe(10);
    expect(eventsPerVariable({ ...fit, n: 50, events: 31 })).toBe(9.5);
    expect(eventsPerVariable({ ...fit, coefficients: fit.coefficients.slice(0, 1) })).toBe(null);
    expect(eventsPerVariable(ordered())).toBe(null);
    expect(fewEventsWarning({ ...fit, n: 50, events: 20 })).toBeUndefined();
    expect(fewEventsWarning({ ...fit, n: 50, events: 31 })).toEqual({ en: "Only 9.5 events per variable (fewer than 10): estimates lean away from 0 and intervals are too narrow.", zh: "每个变量只有 9.5 个事件（少于 10）：系数偏离 0，置信区间过窄。" });
    expect(fewEventsWarning(ordered())).toBeUndefined();
  });
});

describe("a diagnosis", () => {
  const design = { columns: terms, termOf: terms };
  it("has for each field that is null a reason", () => {
    const fit = binary();
    const found = diagnose(fit, data, design, "frequency", { groups: 5, cut: 0.4 });
    expect(found.reasons).toEqual({ parallelLines: "it is of an ordered outcome", brant: "it is of an ordered outcome", brantByTerm: "it is of an ordered outcome" });
    expect(found.classification?.cut).toBe(0.4);
    expect(found.hosmerLemeshow).toEqual(hosmerLemeshow(fittedRows(fit, data), 5));
    expect(diagnose(fit, data, design).classification?.cut).toBe(0.5);
    expect(diagnose(fit, data, design).hosmerLemeshow).toEqual(hosmerLemeshow(fittedRows(fit, data)));
    expect([found.eventsPerVariable, found.influence?.length, found.vif?.length]).toEqual([eventsPerVariable(fit), n, 2]);
    const three = diagnose(ordered(), { X, y: level }, design);
    expect(three.reasons).toEqual(Object.fromEntries(["classification", "auc", "aucInterval", "tjur", "influence", "eventsPerVariable"].map((field) => [field, "it is of a binary outcome"])));
    expect([three.brant?.length, three.parallelLines !== null, three.auc, three.influence]).toEqual([2, true, null, null]);
  });

  it("says of probability weights, a cut that is none and a model without terms what is not there", () => {
    const none = "probability weights make a pseudo-likelihood, which has no such test";
    const weights = all.map(() => 1);
    expect(diagnose(binary(), { ...data, weights }, design, "probability").reasons).toMatchObject({ hosmerLemeshow: none, mcFaddenAdjusted: none });
    expect(diagnose(binary(), data, design, "probability").mcFaddenAdjusted).not.toBe(null); // without weights they are none
    expect(diagnose(ordered(), { X, y: level, weights }, design, "probability").reasons).toMatchObject({ hosmerLemeshow: none, mcFaddenAdjusted: none, brant: none, brantByTerm: none, parallelLines: none });
    const odd = diagnose(binary(), data, design, "frequency", { cut: 2 });
    expect([odd.classification, odd.reasons.classification, odd.auc !== null]).toEqual([null, "a cut lies between 0 and 1, not at 2", true]);
    const alone = fitBinaryLogit(X.map(() => [1]), y, ["const"]);
    expect(diagnose(alone, { X: X.map(() => [1]), y }, { columns: ["const"], termOf: ["const"] })).toMatchObject({ eventsPerVariable: null, vif: [], reasons: { eventsPerVariable: "there are no slopes" }, auc: 0.5, hosmerLemeshow: { statistic: null, note: "the fitted probabilities make 1 group only" } });
    const one = [0, 0, 0, 1, 0, 0];
    const lonely = fitBinaryLogit(one.map((_, i) => [1, i === 3 ? 2 : i]), one, ["const", "x"]);
    const told = diagnose(lonely, { X: one.map((_, i) => [1, i === 3 ? 2 : i]), y: one }, { columns: ["const", "x"], termOf: ["const", "x"] });
    expect([told.aucInterval, told.reasons.aucInterval, told.auc !== null]).toEqual([null, "with one row of an outcome its area has no standard error", true]);
    // A row that a column of its own fits exactly has leverage 1.
    const robust = withRobustCovariance(binary(), data, "HC1");
    expect(diagnose(robust, data, design).influence?.length).toBe(n);
  });
});

describe("surrogate residuals", () => {
  it("lie between the cut points of the level that was seen", () => {
    for (const link of ["logit", "probit", "cloglog"] as const) {
      const fit = fitOrdered(X.map((one) => one.slice(1)), level, ["x", "z"], [1, 2, 3], { link });
      const [b, c] = fit.coefficients.map(({ estimate }) => estimate);
      const cuts = [-Infinity, ...fit.thresholds!.map(({ estimate }) => estimate), Infinity];
      const offset = all.map((i) => (i % 2) / 10);
      const given = { X: X.map((one) => one.slice(1)), y: level, offset };
      const found = surrogateResiduals(fit, given, 3);
      found.forEach((residual, i) => {
        const eta = b * x[i] + c * z[i] + offset[i];
        expect(residual).toBeGreaterThan(cuts[level[i] - 1] - eta);
        expect(residual).toBeLessThan(cuts[level[i]] - eta);
      });
      expect(surrogateResiduals(fit, given, 3)).toEqual(found);
      // Within its level's share of the link's distribution, a uniform draw never quite 0 or 1.
      const F = linkFunction(link);
      const draw = seededRandom(3);
      found.forEach((residual, i) => {
        const eta = b * x[i] + c * z[i] + offset[i];
        const [low, high] = [level[i] === 1 ? 0 : F.cdf(cuts[level[i] - 1] - eta), level[i] === 3 ? 1 : F.cdf(cuts[level[i]] - eta)];
        expect(F.cdf(residual)).toBeCloseTo(low + (high - low) * draw(), 8);
      });
      expect(surrogateResiduals(fit, given, 4)).not.toEqual(found);
    }
    expect(refusalOf(() => surrogateResiduals(binary(), data, 1))).toBe("surrogate residuals are of ordered outcomes");
    expect(refusalOf(() => surrogateResiduals(ordered(), { X: [[1, 0], [1, 1]], y: [1, 9] }, 1))).toBe("row 2 has outcome 9, which the fit does not know");
  });
});

describe("what an estimate is worth", () => {
  // R: pnorm; by hand, Φ(1.96) = .975.
  const z975 = 1.959963984540054;
  it("power is the chance of a significant estimate, on either side", () => {
    expect(waldPower(0, 1)).toBeCloseTo(0.05, 12);
    expect(waldPower(z975, 1)).toBeCloseTo(0.5 + 4.427e-5, 7); // pnorm(-2·1.959964)
    expect(waldPower(-0.5, 0.25)).toBe(waldPower(0.5, 0.25));
    expect(waldPower(0.5, 0.25, 0.1)).toBeGreaterThan(waldPower(0.5, 0.25));
    expect(minimumDetectable(2)).toBeCloseTo(2 * (z975 + 0.8416212335729143), 10);
    expect(minimumDetectable(1, { power: 0.9, alpha: 0.1 })).toBeCloseTo(1.2815515655446004 + 1.6448536269514722, 10);
    for (const power of [0.05, 1, 0.01]) expect(refusalOf(() => minimumDetectable(1, { power }))).toBe(`a power lies between alpha (0.05) and 1, not at ${power}`);
    for (const se of [0, -1, Infinity, NaN]) expect(refusalOf(() => waldPower(1, se))).toBe(`a standard error is a number above 0, not ${se}`);
    for (const alpha of [0, 1, NaN]) expect(refusalOf(() => waldPower(1, 1, alpha))).toBe(`the level of a test lies between 0 and 1, not at ${alpha}`);
  });

  it("type S and M are those of the normal beyond the limits, integrated slowly", () => {
    for (const [effect, se, alpha] of [[0.1, 0.25, 0.05], [-2, 1, 0.1], [3, 1, 0.05]]) {
      const size = Math.abs(effect) / se;
      const width = alpha === 0.05 ? z975 : 1.6448536269514722;
      let [power, wrong, beyond] = [0, 0, 0];
      const h = 1e-4;
      for (let t = 0; t < 14; t += h) {
        const [right, left] = [width + t + h / 2, -width - t - h / 2].map((at) => (Math.exp(-0.5 * (at - size) ** 2) / Math.sqrt(2 * Math.PI)) * h);
        power += right + left;
        wrong += left;
        beyond += (right + left) * (width + t + h / 2);
      }
      const found = designErrors(effect, se, alpha);
      expect([found.power, found.typeS, found.typeM]).toEqual([expect.closeTo(power, 7), expect.closeTo(wrong / power, 7), expect.closeTo(beyond / power / size, 6)]);
    }
    for (const effect of [0, NaN, Infinity]) expect(refusalOf(() => designErrors(effect, 1))).toBe(`a true effect is a number other than 0, not ${effect}`);
  });

  it("the E-value is RR + √(RR(RR − 1)) of the ratio, its root where the outcome is common", () => {
    const of = (ratio: number) => ratio + Math.sqrt(ratio * (ratio - 1));
    const interval = { estimate: Math.log(4), lower: Math.log(2.25), upper: Math.log(7) };
    expect(eValue(interval, 0.6)).toEqual({ estimate: expect.closeTo(of(2), 12), limit: expect.closeTo(of(1.5), 12), approximation: "squareRoot" });
    expect(eValue(interval, 0.15)).toEqual({ estimate: expect.closeTo(of(4), 12), limit: expect.closeTo(of(2.25), 12), approximation: "rare" });
    expect(eValue({ estimate: -Math.log(4), lower: -Math.log(7), upper: -Math.log(2.25) }, 0).limit).toBeCloseTo(of(2.25), 12);
    expect(eValue({ estimate: Math.log(4), lower: -0.1, upper: 3 }, 0.1).limit).toBe(1);
    expect(eValue({ estimate: -1, lower: -3, upper: 0.2 }, 1).limit).toBe(1);
    expect(eValue({ estimate: 0, lower: 0, upper: 0 }, 0.1)).toMatchObject({ estimate: 1, limit: 1 });
    expect(refusalOf(() => eValue({ estimate: 2, lower: 0, upper: 1 }, 0.5))).toBe("the interval from 0 to 1 does not hold the estimate 2");
    expect(refusalOf(() => eValue({ estimate: -1, lower: 0, upper: 1 }, 0.5))).toBe("the interval from 0 to 1 does not hold the estimate -1");
    for (const share of [-0.1, 1.1, NaN]) expect(refusalOf(() => eValue(interval, share))).toBe(`the outcome's share lies between 0 and 1, not at ${share}`);
    expect(fitBinary(X, y, terms, { link: "probit" }).link).toBe("probit");
  });
});
