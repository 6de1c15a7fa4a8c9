import { describe, expect, it } from "vitest";
import { firthMaximum } from "../../../src/models/firth/firthMaximum";
import { fitFirth } from "../../../src/models/firth/fitFirth";
import { chiSquareTail } from "../../../src/models/numeric/chiSquare";

/** Groups of a saturated model: Firth's likelihood adds half a row with and half without the event to each (Firth 1993 §3). */
const GROUPS = [{ n: 10, events: 3 }, { n: 8, events: 7 }, { n: 5, events: 0 }];
const logit = (p: number) => Math.log(p / (1 - p));
const own = ({ n, events }: { n: number; events: number }) => (events + 0.5) / (n + 1);
/** Log-likelihood of the groups at their shares of events, and with half the log of Π npq, which is |X′WX| for columns of 0 and 1. */
const logLik = (p: readonly number[]) => p.reduce((sum, share, g) => sum + GROUPS[g].events * Math.log(share) + (GROUPS[g].n - GROUPS[g].events) * Math.log(1 - share), 0);
const penalised = (p: readonly number[]) => logLik(p) + p.reduce((sum, share, g) => sum + Math.log(GROUPS[g].n * share * (1 - share)) / 2, 0);
const variance = (g: number) => 1 / (GROUPS[g].n * own(GROUPS[g]) * (1 - own(GROUPS[g])));

const rows = (groups: readonly number[]) => groups.flatMap((g) => Array.from({ length: GROUPS[g].n }, (_, i) => ({ g, y: Number(i < GROUPS[g].events) })));
const packed = (X: readonly (readonly number[])[]) => ({ rows: X.length, columns: X[0].length, values: Float64Array.from(X.flat()) });
const observed = (y: readonly number[], weights?: readonly number[]) => ({ y: Float64Array.from(y), names: y.map((_, i) => i + 1), ...(weights && { weights: Float64Array.from(weights) }) });
const near = (value: number, digits = 9) => expect.closeTo(value, digits) as number;

describe("the maximum of Firth's likelihood, in closed form", () => {
  const all = rows([0, 1, 2]);
  const X = packed(all.map(({ g }) => [1, Number(g === 1), Number(g === 2)]));
  const seen = observed(all.map(({ y }) => y));
  const shares = GROUPS.map(own);
  const [b0, b1, b2] = [logit(shares[0]), logit(shares[1]) - logit(shares[0]), logit(shares[2]) - logit(shares[0])];

  it.each([["0", [0, 0, 0]], ["the maximum", [b0, b1, b2]], ["afar", [-4, 9, 8]], ["the other side", [1, -3, 1]], ["where all are certain of the other outcome", [3, -6, 4]], ["where hardly anything is left of the information", [30, -60, 0]]])("is that of half a row added to each cell, from %s", (from, start) => {
    const found = firthMaximum(X, seen, Float64Array.from(start))!;
    expect([...found.parameters]).toEqual([near(b0), near(b1), near(b2)]);
    expect([found.logLik, found.penalised]).toEqual([near(logLik(shares)), near(penalised(shares))]);
    for (const v of [...found.score, ...found.nextStep]) expect(Math.abs(v)).toBeLessThan(1e-8);
    const { root } = found;
    const covariance = (i: number, j: number) => [0, 1, 2].reduce((sum, c) => sum + root[3 * i + c] * root[3 * j + c], 0);
    const [v0, v1, v2] = [0, 1, 2].map(variance);
    expect([covariance(0, 0), covariance(0, 1), covariance(1, 1), covariance(1, 2), covariance(2, 2)]).toEqual([near(v0), near(-v0), near(v0 + v1), near(v0), near(v0 + v2)]);
    // The least share that is a column's own: w₂(1/w₂ + …) of the last two, whatever the order of their elimination.
    const [w0, w1, w2] = [v0, v1, v2].map((v) => 1 / v);
    expect(found.share).toBeCloseTo(Math.min((w1 - w1 ** 2 / (w0 + w1 + w2)) / w1, 1 / (w2 * (v0 + v2))), 9);
    if (from === "the maximum") expect(found.iterations).toBe(0);
    else expect(found.iterations).toBeGreaterThan(2);
  });

  it("is the same of rows that are counted, and asks for a start from which it can be reached", () => {
    const cells = [0, 1, 2].flatMap((g) => [0, 1].map((y) => ({ g, y, times: y ? GROUPS[g].events : GROUPS[g].n - GROUPS[g].events })));
    const counted = firthMaximum(packed(cells.map(({ g }) => [1, Number(g === 1), Number(g === 2)])), observed(cells.map(({ y }) => y), cells.map(({ times }) => times)), new Float64Array(3))!;
    expect([...counted.parameters, counted.penalised]).toEqual([near(b0), near(b1), near(b2), near(penalised(shares))]);
    expect(firthMaximum(X, seen, Float64Array.of(2000, 0, 0))).toBeUndefined(); // every row is certain: there is no information
    expect(firthMaximum(packed(all.map(({ g }) => [1, Number(g === 1), Number(g === 1)])), seen, new Float64Array(3))).toBeUndefined();
  });

  it("holds parameters where they are, and penalises by all columns all the same", () => {
    // With the last at 0 groups 0 and 2 have one share: (3 + 0 + 1)/(10 + 5 + 2), and group 1 its own.
    const shared = 4 / 17;
    const one = firthMaximum(X, seen, Float64Array.of(0, 0, 0), [2])!;
    expect([...one.parameters]).toEqual([near(logit(shared)), near(logit(shares[1]) - logit(shared)), 0]);
    expect(one.penalised).toBeCloseTo(penalised([shared, shares[1], shared]), 9);
    expect(one.nextStep[2]).toBe(0);
    // With the constant at 0.3 each of the others makes up for it.
    const two = firthMaximum(X, seen, Float64Array.of(0.3, 0, 0), [0])!;
    expect([...two.parameters]).toEqual([0.3, near(logit(shares[1]) - 0.3), near(logit(shares[2]) - 0.3)]);
    const none = firthMaximum(X, seen, Float64Array.of(0.3, -0.2, 0.1), [0, 1, 2])!;
    const there = [0.3, 0.1, 0.4].map((eta) => 1 / (1 + Math.exp(-eta)));
    expect([...none.parameters, none.logLik, none.penalised, none.iterations]).toEqual([0.3, -0.2, 0.1, near(logLik(there)), near(penalised(there)), 0]);
  });

  // With the information alone the first of these is not reached at all, and the others take half as many steps again or more.
  it.each([[[[10, 3], [1, 1]], 10], [[[1, 0], [1, 1]], 9], [[[1, 0], [1, 1], [1, 1], [4, 1]], 12], [[[10, 3], [8, 7], [5, 0]], 9]])("learns its curvature from the steps, as where a row has a category of its own: %j in at most %i", (groups, most) => {
    const list = groups.flatMap(([size, events], g) => Array.from({ length: size }, (_, i) => ({ g, event: Number(i < events) })));
    const found = firthMaximum(packed(list.map(({ g }) => groups.map((_, c) => Number(c === 0 || c === g)))), observed(list.map(({ event }) => event)), new Float64Array(groups.length))!;
    const odds = groups.map(([size, events]) => Math.log((events + 0.5) / (size - events + 0.5)));
    expect([...found.parameters]).toEqual(odds.map((value, g) => near(g === 0 ? value : value - odds[0])));
    expect(found.iterations).toBeLessThanOrEqual(most);
  });

  it("ends as near as was asked for", () => {
    const [rough, fine] = [0.5, 1e-10].map((closeEnough) => firthMaximum(X, seen, new Float64Array(3), [], closeEnough)!);
    expect(rough.iterations).toBeLessThan(fine.iterations);
    expect(rough.penalised).toBeLessThan(fine.penalised - 1e-9);
    expect(rough.penalised).toBeGreaterThan(fine.penalised - 0.5 ** 2);
    expect(Math.abs(rough.parameters[0] + rough.nextStep[0] - b0)).toBeLessThan(Math.abs(rough.parameters[0] - b0));
  });
});

/** Where a falling function is 0. */
function zero(of: (b: number) => number, low: number, high: number): number {
  for (let halvings = 0; halvings < 200; halvings++) {
    const middle = (low + high) / 2;
    if (of(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

describe("Firth's intervals and tests, in closed form", () => {
  const HEIGHT = 3.841458820694124 / 2;
  const sigmoid = (eta: number) => 1 / (1 + Math.exp(-eta));
  const used = [0, 1, 2];
  const all = rows(used);
  const shares = GROUPS.map(own);
  const best = penalised(shares);
  /** The profile of group g's log-odds less those of the first: the first's is where its and g's modified scores together are 0. */
  const ofDifference = (g: number) => (b: number): number => {
    const [n0, ng] = [GROUPS[0], GROUPS[g]];
    const a = zero((at) => n0.events + ng.events + 1 - (n0.n + 1) * sigmoid(at) - (ng.n + 1) * sigmoid(at + b), -40, 40);
    return penalised(shares.with(0, sigmoid(a)).with(g, sigmoid(a + b)));
  };
  const ofGroup = (g: number) => (b: number): number => penalised(shares.with(g, sigmoid(b)));
  const rowOf = (profile: (b: number) => number, estimate: number, error: number) => ({
    estimate: near(estimate, 8), standardError: near(error, 8), p: near(chiSquareTail(2 * (best - profile(0)), 1), 8),
    lower: near(-zero((b) => HEIGHT - (best - profile(-b)), -estimate, 30 - estimate), 6), upper: near(zero((b) => HEIGHT - (best - profile(b)), estimate, 30 + estimate), 6),
  });
  const y = all.map(({ y: event }) => event);

  it.each([["const", 0], ["const", 1], ["const", 2]])("with a constant, its column at %s %i", (_, constantAt) => {
    const columns = [{ term: "second", of: (g: number) => Number(g === 1) }, { term: "third", of: (g: number) => 10 * Number(g === 2) }].toSpliced(constantAt, 0, { term: "const", of: () => 1 });
    const terms = columns.map(({ term }) => term);
    const fit = fitFirth(all.map(({ g }) => columns.map(({ of }) => of(g))), y, terms);
    const row = (term: string) => fit.coefficients.find((one) => one.term === term)!;
    const [e0, e1, e2] = shares.map(logit);
    const [v0, v1, v2] = used.map(variance);
    expect(row("const")).toMatchObject(rowOf(ofGroup(0), e0, Math.sqrt(v0)));
    expect(row("second")).toMatchObject(rowOf(ofDifference(1), e1 - e0, Math.sqrt(v0 + v1)));
    const third = rowOf((b) => ofDifference(2)(10 * b), (e2 - e0) / 10, Math.sqrt(v0 + v2) / 10);
    expect(row("third")).toMatchObject(third);
    // One share for all: (10 + 1½)/(23 + 3).
    const overall = 2 * (best - penalised(used.map(() => 11.5 / 26)));
    expect(fit.firth!.likelihoodRatio).toEqual({ statistic: near(overall, 8), df: 2, p: near(chiSquareTail(overall, 2)) });
    expect(fit.firth!.terms.map(({ term, p, df }) => [term, df, p])).toEqual(terms.map((term) => [term, 1, row(term).p]));
    expect([fit.penalised, fit.logLik, fit.warnings]).toEqual([true, near(logLik(shares)), []]);
  });

  it("without a constant: each group has its own", () => {
    const fit = fitFirth(all.map(({ g }) => used.map((group) => Number(g === group))), y, ["a", "b", "c"]);
    used.forEach((g) => expect(fit.coefficients[g]).toMatchObject(rowOf(ofGroup(g), logit(shares[g]), Math.sqrt(variance(g)))));
    const overall = 2 * (best - penalised([0.5, 0.5, 0.5]));
    expect(fit.firth!.likelihoodRatio).toEqual({ statistic: near(overall, 8), df: 3, p: near(chiSquareTail(overall, 3)) });
  });

  it("where a column is nearly another one", () => {
    // Group 1 has 1 and 1 + 1e-6, group 2 has 0 and 1e-6·k: still one share a group.
    const e = 1e-7;
    const fit = fitFirth(all.map(({ g }) => [1, Number(g === 1), Number(g === 1) + e * Number(g === 2)]), y, ["const", "x", "z"]);
    const [e0, e1, e2] = shares.map(logit);
    const close = (found: number, value: number) => expect(Math.abs(found / value - 1)).toBeLessThan(1e-6);
    close(fit.coefficients[2].estimate, (e2 - e0) / e);
    close(fit.coefficients[1].estimate, e1 - e0 - (e2 - e0) / e);
    close(fit.coefficients[2].standardError, Math.sqrt(variance(0) + variance(2)) / e);
    expect([fit.logLik, fit.coefficients[0].estimate]).toEqual([near(logLik(shares), 7), near(e0, 5)]);
  });
});
