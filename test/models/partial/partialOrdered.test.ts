import { describe, expect, it } from "vitest";
import { fitOrderedLogit } from "../../../src/models/ordered";
import { fitPartialOrdered } from "../../../src/models/partial/partialOrdered";
import { RefusedModel } from "../../../src/models/refusedModel";
import { refusalOf } from "../refusalOf";

const n = 90;
const all = Array.from({ length: n }, (_, i) => i);
const noise = (seed: number) => all.map((i) => Math.abs(Math.sin((i + 1) * (12.9898 + seed)) * 43758.5453) % 1);
const [u, a, b, c, d] = [noise(1), noise(2).map((value) => 20 + 10 * value), noise(3), noise(4).map((value) => Number(value > 0.5)), noise(5).map((value) => Number(value > 0.6))];
const levels = ["lo", "mid", "hi"];
const y = all.map((i) => levels[Math.min(2, Math.floor(1.6 * u[i] + 0.03 * (a[i] - 25) + 0.4 * b[i] + 0.4 * c[i]))]);
const X = all.map((i) => [a[i], b[i], c[i], d[i]]);
const terms = ["a", "b", "c", "d"];
const weights = all.map((i) => [1, 2, 0.5][i % 3]);
const near = (value: number, digits: number) => expect.closeTo(value, digits) as number;

/** The log-likelihood by its definition: a, c, b at both cuts, d at both cuts, cuts. */
const logLikAt = (w: readonly number[]) => (p: readonly number[]): number => all.reduce((sum, i) => {
  const below = [0, 1].map((cut) => 1 / (1 + Math.exp(-(p[6 + cut] - a[i] * p[0] - c[i] * p[1] - b[i] * p[2 + cut] - d[i] * p[4 + cut]))));
  const level = levels.indexOf(y[i]);
  return sum + w[i] * Math.log((level === 2 ? 1 : below[level]) - (level === 0 ? 0 : below[level - 1]));
}, 0);
const steps = [1e-4, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3];
const slopes = (of: (p: number[]) => number, at: readonly number[]) => at.map((value, j) => (of(at.with(j, value + steps[j])) - of(at.with(j, value - steps[j]))) / (2 * steps[j]));

describe("partial proportional odds, by their definition", () => {
  it.each([["of equal rows", undefined], ["weighted", weights]])("%s: the maximum, its curvature, and all that is told with it", (_, given) => {
    const w = given ?? all.map(() => 1);
    const fit = fitPartialOrdered(X, y, terms, levels, ["d", "b"], { ...(given && { weights: given }) });
    const names = ["a", "c", "b@lo|mid", "b@mid|hi", "d@lo|mid", "d@mid|hi"];
    expect([fit.coefficients.map(({ term }) => term), fit.thresholds!.map(({ between }) => between), fit.covariance.terms]).toEqual([names, ["lo|mid", "mid|hi"], [...names, "lo|mid", "mid|hi"]]);
    const rows = [...fit.coefficients, ...fit.thresholds!];
    const estimates = rows.map(({ estimate }) => estimate);
    const logLik = logLikAt(w);
    expect(fit.logLik).toBeCloseTo(logLik(estimates), 9);
    slopes(logLik, estimates).forEach((slope, j) => expect(Math.abs(slope * rows[j].standardError)).toBeLessThan(2e-4));
    // Information times covariance is the unit matrix.
    const information = estimates.map((__, j) => slopes((p) => -slopes(logLik, p)[j], estimates));
    information.forEach((row, i) => estimates.forEach((__, j) => expect(row.reduce((sum, value, k) => sum + value * fit.covariance.values[k][j], 0) * rows[i].standardError / rows[j].standardError).toBeCloseTo(Number(i === j), 2)));
    expect(fit.coefficients.map(({ standardError }, j) => standardError ** 2 / fit.covariance.values[j][j])).toEqual(Array(6).fill(near(1, 9)));
    const total = w.reduce((s, value) => s + value, 0);
    const shares = levels.map((level) => all.reduce((s, i) => s + (y[i] === level ? w[i] : 0), 0));
    const none = shares.reduce((s, share) => s + share * Math.log(share / total), 0);
    expect(fit).toMatchObject({
      family: "ordered", link: "logit", n: near(total, 9), events: null, converged: true, levels, penalised: false, covarianceKind: "observed", warnings: [],
      logLikNull: near(none, 9), aic: near(16 - 2 * fit.logLik, 9), bic: near(8 * Math.log(total) - 2 * fit.logLik, 9), pseudoR2: { mcFadden: near(1 - fit.logLik / none, 9) },
    });
    const { partial, centre, scale } = fit.inference;
    expect([partial!.columns, partial!.places.map((at) => [...at])]).toEqual([terms, [[0, 2, 1, 4], [0, 3, 1, 5]]]);
    const mean = (x: readonly number[]) => x.reduce((s, value) => s + value, 0) / n;
    const columns = [a, c, b, b, d, d];
    expect([[...centre], [...scale]]).toEqual([columns.map((x) => near(mean(x), 9)), columns.map((x) => near(Math.sqrt(mean(x.map((value) => (value - mean(x)) ** 2))), 9))]);
    expect([Object.keys(fit.certificate.correctDecimals), fit.certificate.largestStep < 1e-7, fit.certificate.iterations]).toEqual([[...names, "lo|mid", "mid|hi"], true, fit.iterations]);
  });

  it("takes a constant's column as none, and is refused what it cannot do", () => {
    const withConst = fitPartialOrdered(X.map((row) => [1, ...row]), y, ["const", ...terms], levels, ["b"]);
    expect(withConst.coefficients).toEqual(fitPartialOrdered(X, y, terms, levels, ["b"]).coefficients);
    expect(withConst.logLik).toBeGreaterThan(fitOrderedLogit(X, y, terms, levels).logLik);
    expect(refusalOf(() => fitPartialOrdered(X, y, terms, levels, ["b", "e", "g"]))).toBe("there is no term e to set free (there are a, b, c, d)");
    // Eight rows: enough for six parameters (four slopes, two cuts), not for eight.
    const some = all.slice(0, 8);
    expect(refusalOf(() => fitPartialOrdered(some.map((i) => X[i]), some.map((i) => levels[i % 3]), terms, levels, ["b", "d"]))).toContain("8 rows cannot estimate 8 parameters (at least 9 are needed)");
    const dummy = y.map((level, i) => Number(level === "hi" && i % 2 === 0));
    const refused = refusalOf(() => fitPartialOrdered(X.map((row, i) => [row[0], dummy[i]]), y, ["a", "dummy"], levels, ["dummy"]));
    expect(refused).toContain("with dummy = 1 none has outcome lo or mid");
  });

  it("has its maximum where hardly anybody is in a cell: the cells' own log-odds, far from where it begins", () => {
    // A million to one: some twelve steps away, so that whether the data overlap is asked on the way.
    const cells = [[1e6, 1, 2], [1, 3, 1e6]].flatMap((row, group) => row.map((times, level) => ({ group, level, times })));
    const fit = fitPartialOrdered(cells.map(({ group }) => [group]), cells.map(({ level }) => levels[level]), ["x"], levels, ["x"], { weights: cells.map(({ times }) => times) });
    const cuts = [Math.log(1e6 / 3), Math.log((1e6 + 1) / 2)];
    expect(fit.thresholds!.map(({ estimate }) => estimate)).toEqual(cuts.map((cut) => near(cut, 6)));
    expect(fit.coefficients.map(({ estimate }) => estimate)).toEqual([near(cuts[0] - Math.log(1 / (1e6 + 3)), 6), near(cuts[1] - Math.log(4 / 1e6), 6)]);
    expect(fit.iterations).toBeGreaterThan(8);
  });

  it("names, in both languages, the rows where the lines cross", () => {
    const x = Array.from({ length: 150 }, (_, i) => [0, 12, 13].includes(i) ? 12 + i : Math.sin(i * 1.3) * 2);
    const level = x.map((value, i) => { const v = (i * 0.6180339887498949) % 1; return value > 5 ? 3 : v < 0.3 ? 1 : (v - 0.3) / 0.7 < 1 / (1 + Math.exp(1.2 * value)) ? 2 : 3; });
    const rows = x.map((_, i) => 1000 + i);
    let error: unknown;
    try { fitPartialOrdered(x.map((value) => [value]), level, ["x"], [1, 2, 3], ["x"], { rows }); } catch (thrown) { error = thrown; }
    const refused = error as RefusedModel;
    expect(refused).toMatchObject({ kind: "negative-probability", terms: ["x"], rows: [1000, 1012, 1013] });
    expect(refused.message).toBe("Model refused (negative-probability): with free slopes for x the cut points' lines cross: 3 of 150 rows get a negative probability");
    expect(refused.inLanguage("zh")).toContain("x");
    expect(refused.inLanguage("zh")).toContain("150");
  });
});
