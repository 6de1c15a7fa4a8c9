import { describe, expect, it } from "vitest";
import { normalQuantile, twoSidedP } from "../../src/models/numeric/normal";
import type { Arena } from "../../src/multiverse/arena";
import { fitPlanned } from "../../src/multiverse/fitPlanned";
import { designOf, pick, type PlannedFit } from "../../src/multiverse/plannedFit";
import { refitAll } from "../../src/multiverse/refitAll";

// People of two groups of x, twelve and ten; between them somebody of no universe. All models of x alone are saturated.
const people = [...Array.from({ length: 10 }, (_, i) => ({ x: 0, y: Number(i < 6) })), { x: NaN, y: NaN }, ...Array.from({ length: 12 }, (_, i) => ({ x: 1, y: Number(i < 3) }))];
const rows = Int32Array.from(people.keys()).filter((i) => i !== 10);
const column = (of: (who: (typeof people)[number], i: number) => number) => Float64Array.from(people, of);
const arena: Arena = {
  people: people.length, rows: [Int32Array.of(), rows, rows.filter((i) => i > 2)],
  columns: [column(() => NaN), column(({ x }) => x), column(({ y }) => y), column(({ x, y }) => 7 + 2 * x + y), column(({ y }) => 3 + 4 * y), column(({ x }) => 2 - 2 * x)],
};
const [, X, Y, CELL, LEVEL, TURNED] = arena.columns.keys();
const logit: PlannedFit = { family: "binomial", link: "logit", terms: ["x"], columns: [X], rows: 1, outcome: Y, covariance: "classical" };
const ordered: PlannedFit = { ...logit, family: "ordered", outcome: LEVEL, levels: [3, 7] };
const near = (value: number) => expect.closeTo(value, 9);

/** Of so many with yes among so many: the log odds ratio of the second group against the first, and Woolf's variance. */
const logOdds = ([[a, n], [b, m]]: number[][]) => ({ estimate: Math.log(b / (m - b)) - Math.log(a / (n - a)), variance: 1 / a + 1 / (n - a) + 1 / b + 1 / (m - b) });
const expected = (estimate: number, variance: number) => ({ estimate: [near(estimate)], standardError: [near(Math.sqrt(variance))], p: [near(twoSidedP(estimate / Math.sqrt(variance)))] });
const plain = (fitted: ReturnType<typeof fitPlanned>) => Object.fromEntries(Object.entries(fitted).map(([name, values]) => [name, values instanceof Float64Array ? Array.from(values) : (values as unknown)]));
const own = logOdds([[6, 10], [3, 12]]);

describe("a planned model of two groups", () => {
  it.each([["binary", logit], ["ordered, of two levels", ordered]] as const)("%s: has the log odds ratio, Woolf's variance, and of HC1 and clusters what they make of it", (_, plan) => {
    expect(plain(fitPlanned(arena, plan))).toEqual(expected(own.estimate, own.variance));
    // A saturated model's residuals are its variances: HC0 is Woolf's, HC1 that times n/(n − 2).
    expect(plain(fitPlanned(arena, { ...plan, covariance: "HC1" }))).toEqual(expected(own.estimate, own.variance * 22 / 20));
    // In each group two clusters, yes and no, pull by ab/n either way; there are four: (1 + 1) + (1 + 1), times 4/3.
    expect(plain(fitPlanned(arena, { ...plan, covariance: "cluster:cell", clusters: CELL }))).toEqual(expected(own.estimate, 16 / 3));
  });

  it("has by probit the difference of the shares' quantiles", () => {
    const [low, high] = [normalQuantile(0.6), normalQuantile(0.25)];
    const density = (q: number) => Math.exp(-q * q / 2) / Math.sqrt(2 * Math.PI);
    const variance = (0.6 * 0.4) / (10 * density(low) ** 2) + (0.25 * 0.75) / (12 * density(high) ** 2);
    expect(plain(fitPlanned(arena, { ...logit, link: "probit" }))).toEqual(expected(high - low, variance));
    expect(plain(fitPlanned(arena, { ...ordered, link: "probit" }))).toEqual(expected(high - low, variance));
  });

  it("is of its rows, its column and its outcome, the observed one or another", () => {
    const fewer = logOdds([[3, 7], [3, 12]]);
    expect(plain(fitPlanned(arena, { ...logit, rows: 2 }))).toEqual(expected(fewer.estimate, fewer.variance));
    expect(plain(fitPlanned(arena, { ...logit, columns: [TURNED] }))).toEqual(expected(-own.estimate / 2, own.variance / 4));
    const other = logOdds([[4, 10], [9, 12]]);
    expect(plain(fitPlanned(arena, logit, arena.columns[Y].map((value) => 1 - value)))).toEqual(expected(other.estimate, other.variance));
  });

  it("is laid out with a constant where it is binary, without one where it is ordered", () => {
    const two = { ...logit, terms: ["x", "t"], columns: [CELL, X] };
    expect(designOf(arena, two, Int32Array.of(0, 21, 9))).toEqual({ rows: 3, columns: 3, values: Float64Array.of(1, 8, 0, 1, 9, 1, 1, 7, 0) });
    expect(designOf(arena, { ...two, family: "ordered" }, Int32Array.of(0, 21, 9))).toEqual({ rows: 3, columns: 2, values: Float64Array.of(8, 0, 9, 1, 7, 0) });
    expect(pick(arena.columns[CELL], Int32Array.of(22, 0))).toEqual(Float64Array.of(9, 8));
  });

  it("is refused as its fit is, and by its first draw where it is imputed; what is no refusal is thrown", () => {
    const certain = arena.columns[Y].map((value, i) => (people[i].x === 1 ? 1 : value));
    const refused = fitPlanned(arena, logit, certain);
    expect(refused).toEqual({ refused: {
      en: "(separation) of the 12 rows with x = 1 none has outcome 0, so its estimate is infinite (the data are separated in part). Merge the category, drop the term or use --firth.",
      zh: "（数据分离）x = 1 的 12 行中，没有一行的结果为 0，因此其估计值为无穷大（数据部分分离）。可合并类别、删去该变量或使用 --firth。",
    } });
    expect(() => fitPlanned(arena, { ...logit, terms: ["x", "z"] })).toThrow("the design has 2 columns for 3 terms");
    expect(fitPlanned(arena, { ...logit, rows: 0 })).toEqual({ refused: { en: "(bad-input) nobody of its group has a value in every column", zh: "（输入有误）该组中没有人在每一列都有值" } });
    // A draw like the first leaves nothing between the draws: its own estimate and standard error.
    expect(plain(fitPlanned(arena, { ...logit, imputed: [logit, logit] }))).toMatchObject({ estimate: [near(own.estimate)], standardError: [near(Math.sqrt(own.variance))] });
  });
});

describe("universes refitted to draws", () => {
  const fit = (plan: PlannedFit, sign: 1 | -1 = 1) => ({ plan, place: 0, sign });
  /** Draws with so many yes in the first group and the second. */
  const draw = (first: number, second: number) => {
    const yes = people.map(({ x }, i) => (x === 0 ? i < first : i - 11 < second));
    return new Map([[Y, column(({ x }, i) => (x === x ? Number(yes[i]) : NaN))], [LEVEL, column(({ x }, i) => (x === x ? 3 + 4 * Number(yes[i]) : NaN))]]);
  };
  const one = (estimate: number, variance: number, sign = 1) => ({ estimate: expect.closeTo(sign * estimate, 7), standardError: expect.closeTo(Math.sqrt(variance), 4), p: expect.closeTo(twoSidedP(estimate / Math.sqrt(variance)), 4) });

  it("have what they have alone, each in its place, turned where x is coded the other way round", () => {
    const fits = [fit(logit), fit(ordered, -1), fit({ ...logit, covariance: "HC1" }), fit({ ...logit, rows: 2 }, -1), fit({ ...ordered, covariance: "HC1" }), fit({ ...logit, covariance: "cluster:cell", clusters: CELL })];
    const found = refitAll({ arena, fits }, [draw(6, 3), draw(7, 5)]);
    [[[6, 10], [3, 12], [3, 7]], [[7, 10], [5, 12], [4, 7]]].forEach(([first, second, fewer], d) => {
      const [all, some] = [logOdds([first, second]), logOdds([fewer, second])];
      expect(found[d]!.slice(0, 5)).toEqual([one(all.estimate, all.variance), one(all.estimate, all.variance, -1), one(all.estimate, all.variance * 22 / 20), one(some.estimate, some.variance, -1), one(all.estimate, all.variance * 22 / 20)]);
    });
    expect(found[0]![5]).toEqual(one(own.estimate, 16 / 3));
    // In the second draw one of the first group's no is a yes, and two of the second's: (6 of 6 and 1 of 4 yes; 3 of 3 and 2 of 9) about 0.7 and 5/12.
    const pulls = [[1.8, 10 * 0.21], [1 - 4 * 0.7, 10 * 0.21], [3 - 3 * 5 / 12, 12 * 35 / 144], [2 - 9 * 5 / 12, 12 * 35 / 144]];
    expect(found[1]![5]).toEqual(one(logOdds([[7, 10], [5, 12]]).estimate, pulls.reduce((sum, [pull, information]) => sum + (pull / information) ** 2, 0) * 4 / 3));
  });

  it("are none in a draw that one of them refuses: fewer events than parameters, or nobody in a cell", () => {
    expect(refitAll({ arena, fits: [fit(logit)] }, [draw(1, 0), draw(1, 1), draw(10, 3), draw(6, 3)]).map((found) => found === null)).toEqual([true, false, true, false]);
    expect(refitAll({ arena, fits: [fit(logit), fit({ ...logit, rows: 2 })] }, [draw(3, 3), draw(4, 3)]).map((found) => found?.length)).toEqual([undefined, 2]);
  });

  it("are less by what the null model of the draw is off, to first order", () => {
    // A saturated model's slope answers to a change of a probability by 1/(n p(1 − p)) of its own group, less in the first.
    const by = [0.02, -0.01];
    const shift = by[1] / (0.25 * 0.75) - by[0] / (0.6 * 0.4);
    const changes = new Map([[Y, [column(({ x }) => (x === x ? by[x] : 9))]]]);
    const { estimate, variance } = logOdds([[7, 10], [5, 12]]);
    const fits = [fit(logit), fit(ordered, -1), fit({ ...logit, columns: [TURNED] }, -1)];
    const [shifted, unknown, none] = refitAll({ arena, fits }, [draw(7, 5), draw(7, 5), draw(7, 5)], [changes, new Map([[LEVEL, changes.get(Y)!]]), null]);
    expect(shifted).toEqual([one(estimate - shift, variance), one(estimate, variance, -1), one(-(estimate - shift) / 2, variance / 4, -1)]);
    expect(unknown).toEqual([one(estimate, variance), one(estimate - shift, variance, -1), one(-estimate / 2, variance / 4, -1)]);
    expect(none).toBeNull();
    // Two cuts of an outcome that has one do not go together.
    expect(refitAll({ arena, fits }, [draw(7, 5)], [new Map([[Y, [changes.get(Y)![0], changes.get(Y)![0]]]])])).toEqual([null]);
  });

  it("of columns that are nearly dependent, a year beside its square, are less by the same as of the same columns about their middle", () => {
    const noise = (i: number, k: number): number => Math.abs(Math.sin((i + 1) * (12.9898 + k)) * 43758.5453) % 1;
    const n = 60;
    const of = (value: (i: number) => number) => Float64Array.from({ length: n }, (_, i) => value(i));
    const [year, x] = [of((i) => 2000 + Math.floor(11 * noise(i, 1))), of((i) => Number(noise(i, 2) < 0.5))];
    const level = (k: number) => of((i) => 1 + Number(noise(i, k) + 0.02 * (year[i] - 2005) > 0.35) + Number(noise(i, k) + 0.02 * (year[i] - 2005) > 0.7));
    const [first, second] = [level(3), level(4)];
    const changes = [of((i) => 0.03 * noise(i, 5)), of((i) => 0.02 * noise(i, 6) - 0.01)];
    const found = (middle: number, ordered: boolean, columns: number[]) => {
      const outcomeOf = (levels: Float64Array) => (ordered ? levels : levels.map((value) => Number(value > 1)));
      const made: Arena = { people: n, rows: [Int32Array.from({ length: n - 1 }, (_, i) => i + 1)], columns: [outcomeOf(first), year.map((value) => value - middle), x, year.map((value) => (value - middle) ** 2)] };
      const plan: PlannedFit = { family: ordered ? "ordered" : "binomial", link: "logit", terms: columns.map((at) => `c${at}`), columns, rows: 0, outcome: 0, covariance: "HC1", ...(ordered && { levels: [1, 2, 3] }) };
      return refitAll({ arena: made, fits: [{ plan, place: columns.indexOf(2), sign: 1 }] }, [new Map([[0, outcomeOf(second)]])], [new Map([[0, ordered ? changes : changes.slice(0, 1)]])])[0]!;
    };
    for (const ordered of [false, true]) for (const columns of [[1, 2, 3], [2, 1, 3], [1, 3, 2]]) {
      const [raw, centred] = [found(0, ordered, columns), found(2005, ordered, columns)];
      expect(raw).toEqual(centred.map(({ estimate, standardError, p }) => ({ estimate: expect.closeTo(estimate, 5), standardError: expect.closeTo(standardError, 5), p: expect.closeTo(p, 4) })));
    }
  });
});
