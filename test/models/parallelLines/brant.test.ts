import { describe, expect, it } from "vitest";
import { fitBinaryLogit } from "../../../src/models/binary";
import { fitOrdered, fitOrderedLogit } from "../../../src/models/ordered";
import { brantTest, parallelLines, parallelLinesByLikelihoodRatio, parallelLinesByScore } from "../../../src/models/parallelLines";
import { chiSquareTail } from "../../../src/models/numeric/chiSquare";
import { refusalOf } from "../refusalOf";

/** Rows by group (a factor of three) and level (of four): every binary logit is saturated, so that all is known in closed form. */
const COUNTS = [[9, 7, 6, 4], [5, 8, 6, 9], [7, 4, 9, 3]];
const cellsOf = (counts: readonly (readonly number[])[]) => counts.flatMap((row, group) => row.map((times, level) => ({ group, level, times })));
const cells = cellsOf(COUNTS);
const asX = (list: readonly { group: number }[]) => list.map(({ group }) => [Number(group === 1), 1, Number(group === 2)]);
const terms = ["f=b", "const", "f=c"], owners = ["f", "const", "f"];
const levels = ["low", "some", "more", "high"];
const asY = (list: readonly { level: number }[]) => list.map(({ level }) => levels[level]);
const written = cells.flatMap((cell) => Array<typeof cell>(cell.times).fill(cell));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const near = (value: number, digits = 7) => expect.closeTo(value, digits) as number;

/** x of A x = b. */
function solve(A: readonly (readonly number[])[], b: readonly number[]): number[] {
  const rows = A.map((row, i) => [...row, b[i]]);
  for (let p = 0; p < rows.length; p++) {
    rows[p] = rows[p].map((value) => value / rows[p][p]);
    for (let i = 0; i < rows.length; i++) if (i !== p) { const factor = rows[i][p]; rows[i] = rows[i].map((value, j) => value - factor * rows[p][j]); }
  }
  return rows.map((row) => row.at(-1)!);
}

/** Brant's statistic for the differences of some groups from the first, by the multinomial covariance of the cells' log-odds. */
function brant(groups: readonly number[], counts: readonly (readonly number[])[] = COUNTS): number {
  const above = counts.map((row) => [...row.keys()].slice(1).map((cut) => sum(row.slice(cut)) / sum(row)));
  const logit = (g: number, c: number) => Math.log(above[g][c] / (1 - above[g][c]));
  const covariance = (g: number, c: number, d: number) => 1 / (sum(counts[g]) * above[g][Math.min(c, d)] * (1 - above[g][Math.max(c, d)]));
  const pairs = [...counts[0].keys()].slice(1, -1).flatMap((cut) => groups.map((g) => ({ g, cut })));
  const difference = pairs.map(({ g, cut }) => (logit(g, 0) - logit(0, 0)) - (logit(g, cut) - logit(0, cut)));
  const of = (group: number, c: number, d: number) => covariance(group, 0, 0) - covariance(group, 0, d) - covariance(group, c, 0) + covariance(group, c, d);
  const V = pairs.map((p) => pairs.map((q) => of(0, p.cut, q.cut) + (p.g === q.g ? of(p.g, p.cut, q.cut) : 0)));
  return sum(solve(V, difference).map((value, i) => value * difference[i]));
}

describe("Brant's test, in closed form", () => {
  it.each([["rows written out", written, undefined], ["rows counted", cells, cells.map(({ times }) => times)]])("%s: overall, by column and by term", (_, list, weights) => {
    const [X, y, options] = [asX(list), asY(list), { ...(weights && { weights }) }];
    const found = brantTest(fitOrderedLogit(X, y, terms, levels, options), X, y, terms, options, owners);
    const test = (groups: number[], df: number) => ({ statistic: near(brant(groups)), df, p: near(chiSquareTail(brant(groups), df)) });
    expect(found).toEqual({ overall: test([1, 2], 4), terms: [{ term: "f=b", ...test([1], 2) }, { term: "f=c", ...test([2], 2) }], byTerm: [{ term: "f", ...test([1, 2], 4) }] });
  });

  it("of three levels: two cut points are compared", () => {
    const counts = [[9, 7, 6], [5, 8, 9], [7, 4, 9]];
    const list = cellsOf(counts);
    const [X, y, options] = [asX(list), asY(list), { weights: list.map(({ times }) => times) }];
    const three = levels.slice(0, 3);
    const found = brantTest(fitOrderedLogit(X, y, terms, three, options), X, y, terms, options);
    expect([found.overall, found.terms.map(({ statistic, df }) => [statistic, df])]).toEqual([{ statistic: near(brant([1, 2], counts)), df: 2, p: near(chiSquareTail(brant([1, 2], counts), 2)) }, [[near(brant([1], counts)), 1], [near(brant([2], counts)), 1]]]);
  });

  it("is of an ordered fit: one of two outcomes has no levels", () => {
    const [X, y] = [asX(written), written.map(({ level }) => Number(level > 1))];
    const fit = fitBinaryLogit(X, y, terms);
    for (const test of [brantTest, parallelLinesByLikelihoodRatio, parallelLinesByScore]) expect(refusalOf(() => test(fit, X, y, terms))).toBe("Model refused (bad-input): row 1 has outcome 0, which is not among the levels ()");
  });

  it("has no groups where each column is a term, and takes an offset that is the same for all", () => {
    const [X, y] = [asX(written), asY(written)];
    const offset = X.map(() => 0.7);
    const found = brantTest(fitOrderedLogit(X, y, terms, levels), X, y, terms, { offset });
    expect([found.overall.statistic, found.byTerm]).toEqual([near(brant([1, 2]), 5), []]);
  });

  it("says why it cannot be carried out, for all that was asked", () => {
    const [X, y] = [asX(written), asY(written)];
    const refused = (note: string, cuts: number) => { const none = (df: number) => ({ statistic: null, df, p: null, note }); return { overall: none(2 * cuts), terms: [{ term: "f=b", ...none(cuts) }, { term: "f=c", ...none(cuts) }], byTerm: [{ term: "f", ...none(2 * cuts) }] }; };
    expect(brantTest(fitOrdered(X, y, terms, levels, { link: "probit" }), X, y, terms, {}, owners)).toEqual(refused("Brant's test is of logits", 2));
    const two = y.map((level) => (level === "low" ? "low" : "high"));
    expect(brantTest(fitOrderedLogit(X, two, terms, ["low", "high"]), X, two, terms, {}, owners)).toEqual(refused("two levels have one cut point: there is nothing to compare", 0));
    // Nobody of the third group has the highest level: at the last cut point it separates.
    const kept = written.filter(({ group, level }) => group !== 2 || level !== 3);
    const [fewX, fewY] = [asX(kept), asY(kept)];
    const fit = fitOrderedLogit(fewX, fewY, terms, levels);
    expect(brantTest(fit, fewX, fewY, terms, {}, owners)).toEqual(refused("the binary logit at one cut point was refused (separation: f=c)", 2));
    expect(parallelLinesByLikelihoodRatio(fit, fewX, fewY, terms)).toEqual({ statistic: null, df: 4, p: null, note: "the general model has no finite estimates: f=c separates the outcome at a cut point" });
  });
});

describe("the likelihood ratio of parallel lines", () => {
  const saturated = sum(COUNTS.flatMap((row) => row.map((times) => times * Math.log(times / sum(row)))));

  it.each([["rows written out", written, undefined], ["rows counted", cells, cells.map(({ times }) => times)]])("%s: is against the cells' own shares", (_, list, weights) => {
    const [X, y, options] = [asX(list), asY(list), { ...(weights && { weights }) }];
    const fit = fitOrderedLogit(X, y, terms, levels, options);
    const statistic = 2 * (saturated - fit.logLik);
    expect(parallelLinesByLikelihoodRatio(fit, X, y, terms, options)).toEqual({ statistic: near(statistic), df: 4, p: near(chiSquareTail(statistic, 4)) });
  });

  it("has its general maximum where hardly anybody is in a cell, far from where it begins", () => {
    const counts = [[1e6, 1, 2], [1, 3, 1e6]]; // some twelve steps away: whether the data overlap is asked on the way
    const list = cellsOf(counts);
    const [X, y, options] = [list.map(({ group }) => [group]), list.map(({ level }) => level), { weights: list.map(({ times }) => times) }];
    const fit = fitOrderedLogit(X, y, ["x"], [0, 1, 2], options);
    const own = sum(counts.flatMap((row) => row.map((times) => times * Math.log(times / sum(row)))));
    expect(parallelLinesByLikelihoodRatio(fit, X, y, ["x"], options)).toEqual({ statistic: near(2 * (own - fit.logLik), 6), df: 1, p: near(chiSquareTail(2 * (own - fit.logLik), 1), 6) });
  });

  it("says in how many rows the general lines cross, and where there are too few rows or levels", () => {
    const X = Array.from({ length: 150 }, (_, i) => [i === 0 ? 12 : Math.sin(i * 1.3) * 2]);
    const y = X.map(([x], i) => { const u = (i * 0.6180339887498949) % 1; return i === 0 ? 3 : u < 0.3 ? 1 : (u - 0.3) / 0.7 < 1 / (1 + Math.exp(1.2 * x)) ? 2 : 3; });
    expect(parallelLinesByLikelihoodRatio(fitOrderedLogit(X, y, ["x"], [1, 2, 3]), X, y, ["x"]).note).toBe("the general model's lines cross: in 1 of 150 rows it gives some level a negative probability");
    const weights = X.map((_, i) => (i === 0 ? 1 : 3));
    expect(parallelLinesByLikelihoodRatio(fitOrderedLogit(X, y, ["x"], [1, 2, 3], { weights }), X, y, ["x"], { weights }).note).toBe("the general model's lines cross: in 1 of 448 rows it gives some level a negative probability");
    const [fewX, fewY] = [[[0], [1], [0.4], [0.9]], [1, 2, 3, 1]];
    expect(parallelLinesByLikelihoodRatio(fitOrderedLogit(fewX, fewY, ["x"], [1, 2, 3]), fewX, fewY, ["x"])).toEqual({ statistic: null, df: 1, p: null, note: "the general model has 4 parameters for 4 rows" });
    const five = [[...fewX, [0.2]], [...fewY, 2]] as const;
    expect(parallelLinesByLikelihoodRatio(fitOrderedLogit(five[0], five[1], ["x"], [1, 2, 3]), five[0], five[1], ["x"]).note).not.toBe("the general model has 4 parameters for 5 rows");
    const two = fewY.map((level) => Math.min(level, 2));
    const fit = fitOrderedLogit(fewX, two, ["x"], [1, 2]);
    const nothing = { statistic: null, df: 0, p: null, note: "two levels have one cut point: there is nothing to compare" };
    expect(parallelLines(fit, fewX, two, ["x"])).toEqual({ lr: nothing, brant: nothing, score: nothing });
  });
});

it("all three tests double where every row counts twice", () => {
  const [X, y] = [asX(written), asY(written)];
  const weights = X.map(() => 2);
  const [once, twice] = [parallelLines(fitOrderedLogit(X, y, terms, levels), X, y, terms), parallelLines(fitOrderedLogit(X, y, terms, levels, { weights }), X, y, terms, { weights })];
  for (const test of ["lr", "brant", "score"] as const) expect([twice[test].statistic, twice[test].df]).toEqual([near(2 * once[test].statistic!), 4]);
  // Near each other, as they are in large samples; the score test alone looks at one fit.
  expect(Math.abs(once.score.statistic! / once.lr.statistic! - 1)).toBeLessThan(0.1);
  expect(parallelLinesByScore(fitOrderedLogit(X.map(([b, , c]) => [b, c]), y, ["b", "c"], levels), X.map(([b, , c]) => [10 * b + 3, c / 4]), y, ["b", "c"]).statistic).not.toBeNaN();
});
