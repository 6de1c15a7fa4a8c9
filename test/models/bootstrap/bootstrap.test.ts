import { describe, expect, it } from "vitest";
import { bcaInterval, bootstrap, type Given, refusedWarning, samples, summarise, unlessRefused } from "../../../src/models/bootstrap/bootstrap";
import { fitRows, workOn } from "../../../src/models/bootstrap/bootstrapModel";
import { refitter } from "../../../src/models/bootstrap/refit";
import { resamples } from "../../../src/models/bootstrap/resample";
import { normalCdf, normalQuantile } from "../../../src/models/numeric/normal";
import { seededRandom } from "../../../src/models/numeric/random";
import { RefusedModel } from "../../../src/models/refusedModel";
import { refusalOf } from "../refusalOf";

const near = (value: number, digits = 10) => expect.closeTo(value, digits) as number;
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const covariance = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + (value - mean(a)) * (b[i] - mean(b)), 0) / (a.length - 1);
/** Every row as often as it counts, stratum by stratum. */
const unitsOf = (counts: readonly number[], strata: readonly string[]) => [...new Set(strata)].map((stratum) => counts.flatMap((times, i) => (strata[i] === stratum ? Array<number>(times).fill(i) : [])));

describe("draws", () => {
  const counts = [2, 1, 0, 3, 1, 1], strata = ["b", "a", "b", "a", "b", "c"];

  it.each([["of rows", undefined, undefined], ["of rows that count", counts, undefined], ["within strata", undefined, strata], ["of rows that count, within strata", counts, strata]])("%s are those of the seed, one after the other", (_, times, groups) => {
    const random = seededRandom(7);
    const units = unitsOf(times ?? counts.map(() => 1), groups ?? counts.map(() => ""));
    const slow = Array.from({ length: 5 }, () => {
      const drawn = [0, 0, 0, 0, 0, 0];
      for (const own of units) for (let draw = 0; draw < own.length; draw++) drawn[own[Math.floor(random() * own.length)]]++;
      return drawn;
    });
    const options = { replicates: 5, seed: 7, counts: times, strata: groups };
    expect(Array.from(resamples(6, options), (drawn) => [...drawn])).toEqual(slow);
    for (const from of [0, 1]) expect(Array.from(resamples(6, options, { from, of: 2 }), (drawn) => [...drawn])).toEqual(slow.filter((__, i) => i % 2 === from));
  });

  it("are refused where a row counts a part of a time", () => expect(refusalOf(() => [...resamples(3, { replicates: 1, seed: 1, counts: [2, 1, 1.5] })])).toBe("row 3 counts 1.5 times: only whole frequency weights can be resampled"));
});

describe("what is left out after them", () => {
  const left = (n: number, options: { counts?: number[]; strata?: string[] }) => Array.from(samples(n, { replicates: 0, seed: 1, ...options }), (counts) => [...Array.from(counts)]);

  it("is each row once, a row that counts as one of its units, none that counts as nothing", () => {
    expect(left(3, {})).toEqual([[0, 1, 1], [1, 0, 1], [1, 1, 0]]);
    expect(left(4, { counts: [2, 0, 1, 3], strata: ["b", "a", "a", "b"] })).toEqual([[1, 0, 1, 3], [2, 0, 1, 2], [2, 0, 0, 3]]);
    expect(left(400, {})).toHaveLength(400);
  });

  it.each([["402 rows, one of them of no weight", 402, 1, 1], ["rows that count", 700, 3, 1], ["of strata, rows that count", 500, 2, 3]])("is of more than 400 units every so many-th of each stratum (%s)", (_, n, most, strataCount) => {
    const counts = Array.from({ length: n }, (__, i) => (i % 7 === 3 ? most : 1)).with(5, 0);
    const strata = counts.map((__, i) => `s${Math.min(strataCount - 1, i % 5)}`);
    const units = unitsOf(counts, strata);
    const all = units.flat().length;
    const expected = units.flatMap((own) => {
      const groups = Math.min(own.length, Math.ceil((400 * own.length) / all));
      const lists = Array.from({ length: groups }, () => counts.slice());
      own.forEach((unit, at) => lists[at % groups][unit]--);
      return lists;
    }).map((one) => one.join());
    expect(left(n, { counts, strata }).map((one) => one.join())).toEqual(expected);
  });
});

/** Efron's (1987) interval, by its formulas, with order statistics interpolated on the scale of normal quantiles. */
function bca(estimate: number, replicates: readonly number[], pulls: readonly number[], level: number): number[] {
  const sorted = replicates.toSorted((a, b) => a - b);
  const R = sorted.length;
  const bias = normalQuantile(replicates.filter((value) => value < estimate).length / R);
  const a = pulls.reduce((sum, pull) => sum + pull ** 3, 0) / (6 * pulls.reduce((sum, pull) => sum + pull ** 2, 0) ** 1.5);
  return [(1 - level) / 2, (1 + level) / 2].map((tail) => {
    const z = bias + normalQuantile(tail);
    const share = normalCdf(bias + z / (1 - a * z));
    const k = Math.floor((R + 1) * share);
    if (k < 1) return sorted[0];
    if (k >= R) return sorted[R - 1];
    const [low, high] = [k, k + 1].map((rank) => normalQuantile(rank / (R + 1)));
    return sorted[k - 1] + ((normalQuantile(share) - low) / (high - low)) * (sorted[k] - sorted[k - 1]);
  });
}

describe("a BCa interval", () => {
  const replicates = Array.from({ length: 60 }, (_, i) => Math.round(1000 * Math.sin(1.7 * i) ** 3) / 100 + i / 50);
  const pulls = [3, -1, -1, -0.5, -0.5, 0.25, -0.25];

  it.each([[0.2, 0.95], [1.5, 0.9], [-3, 0.95], [6, 0.8], [0.2, 0.999]])("about %d of level %d", (estimate, level) => {
    expect(bcaInterval(estimate, replicates, pulls, level)).toEqual(bca(estimate, replicates, pulls, level).map((end) => near(end)));
    expect(bcaInterval(estimate, replicates, [3, -1, -0.5, 0.25, -0.25], level, [1, 2, 2, 1, 1])).toEqual(bca(estimate, replicates, pulls, level).map((end) => near(end)));
  });

  it("is of 95% where nothing is said, the extremes where ranks lie beyond them, and none where nothing varies or all lie on one side", () => {
    expect(bcaInterval(0.2, replicates, pulls)).toEqual(bca(0.2, replicates, pulls, 0.95).map((end) => near(end)));
    expect(bcaInterval(2.5, [4, 1, 3, 2, 5], [1, -1])).toEqual([1, 5]); // ranks 0.025·6 and 0.975·6
    expect(bcaInterval(2.5, [4, 1, 3, 2], [1, -1], 0.5)).toEqual([near(1 + (normalQuantile(0.25) - normalQuantile(0.2)) / (normalQuantile(0.4) - normalQuantile(0.2))), near(4 - (normalQuantile(0.25) - normalQuantile(0.2)) / (normalQuantile(0.4) - normalQuantile(0.2)))]);
    expect([bcaInterval(1, [1, 2, 3], [1, -1]), bcaInterval(3.5, [1, 2, 3], [1, -1]), bcaInterval(1.5, [1, 2, 3], [0, 0])]).toEqual([undefined, undefined, undefined]);
  });
});

describe("a summary of what the samples gave", () => {
  it("has errors, covariance and intervals of those that were not refused, pulls within strata", () => {
    const strata = ["a", "b", "a", "b", "b"];
    const drawn = Array.from({ length: 62 }, (_, i): Given => (i === 7 || i === 40 ? undefined : [2 + Math.sin(1.7 * i), 4 + 2 * Math.cos(2.3 * i) ** 3]));
    const left: Given[] = [[2, 4], [1, 3], [5, 3], undefined, [2, 2]]; // of a: rows 0 and 2; of b: rows 1, 3 and 4
    const counts = [1, 2, 3, 1, 1];
    const order = [0, 2, 1, 3, 4];
    const found = summarise(5, [2.2, 3.5], [...drawn, ...left], { replicates: 62, seed: 1, strata, counts });
    const kept = drawn.filter((values) => values !== undefined);
    const columns = [0, 1].map((j) => kept.map((values) => values[j]));
    expect(found.covariance).toEqual([0, 1].map((i) => [0, 1].map((j) => near(covariance(columns[i], columns[j])))));
    expect(found.standardErrors).toEqual([0, 1].map((j) => near(Math.sqrt(covariance(columns[j], columns[j])))));
    expect(found.refused).toBe(2);
    const pulls = (j: number) => ["a", "b"].flatMap((stratum) => {
      const own = order.flatMap((row, at) => (strata[row] === stratum && left[at] !== undefined ? Array<number>(counts[row]).fill(left[at][j]) : []));
      return own.map((value) => mean(own) - value);
    });
    expect(found.intervals).toEqual([2.2, 3.5].map((estimate, j) => bca(estimate, columns[j], pulls(j), 0.95).map((end) => near(end))));
  });

  it("has percentiles where nothing lies below the estimate: the order statistics at the rounded ranks", () => {
    const of = (R: number) => summarise(1, [0], [...Array.from({ length: R }, (_, i): Given => [R - i]), [1]], { replicates: R, seed: 1 }).intervals[0];
    // 0.025 and 0.975 times R + 1: of 3 ranks 0.1 and 3.9, of 39 ranks 1 and 39, of 59 ranks 1.5 and 58.5, of 199 ranks 5 and 195.
    expect([3, 39, 59, 199].map(of)).toEqual([[1, 3], [1, 39], [2, 59], [5, 195]]);
  });

  it("is refused where fewer than half could be fitted, and tells where more than one in a hundred could not", () => {
    const given = (kept: number): Given[] => [...Array.from({ length: 4 }, (_, i): Given => (i < kept ? [i] : undefined)), [1], [2]];
    expect(summarise(2, [1], given(2), { replicates: 4, seed: 1 }).refused).toBe(2);
    expect(refusalOf(() => summarise(2, [1], [[1], [2], undefined, undefined, undefined, [1], [2]], { replicates: 5, seed: 1 }))).toContain("in 3 of 5 resamples");
    let error: unknown;
    try { summarise(2, [1], given(1), { replicates: 4, seed: 1 }); } catch (thrown) { error = thrown; }
    expect((error as RefusedModel).message).toBe("Model refused (not-converged): the model was refused in 3 of 4 resamples: the sample is too small to bootstrap");
    expect((error as RefusedModel).inLanguage("zh")).toMatch(/3.*4|4.*3/);
    const told = (refused: number) => refusedWarning({ refused, standardErrors: [], intervals: [], covariance: [] }, { replicates: 200 });
    expect([told(2), told(3)]).toEqual([[], ["the model was refused in 3 of 200 resamples: its intervals are of the rest"]]);
  });

  it("leaves out refusals, and nothing else that goes wrong", () => {
    expect(unlessRefused(() => 3)).toBe(3);
    expect(unlessRefused(() => { throw new RefusedModel("separation", [], "so"); })).toBeUndefined();
    expect(refusalOf(() => bootstrap(2, () => { throw new RangeError("broken"); }, { replicates: 1, seed: 1 }))).toBe("broken");
  });
});

describe("the bootstrap of a fit", () => {
  const n = 40;
  const all = Array.from({ length: n }, (_, i) => i);
  const noise = (seed: number) => all.map((i) => Math.abs(Math.sin((i + 1) * (12.9898 + seed)) * 43758.5453) % 1);
  const [u, v, w] = [noise(1), noise(2), noise(3)];
  const X = all.map((i) => [50 + 10 * v[i], 1, Number(w[i] > 0.5)]), terms = ["x", "const", "z"];
  const counts = all.map((i) => 1 + Number(i % 9 === 0));
  const y = all.map((i) => Number(u[i] + 0.3 * v[i] > 0.6)), level = all.map((i) => 1 + Number(u[i] + 0.2 * v[i] > 0.4) + Number(u[i] + 0.2 * v[i] > 0.8));

  it("refuses a resample by the rows' own names, and an ordered model without levels", () => {
    const model = { family: "binomial" as const, X, y, terms };
    const apart = all.map((i) => Number(y[i] === X[i][2])); // z foretells the outcome of all that are drawn
    const refused = (work: () => unknown) => { try { work(); } catch (error) { const { message, rows } = error as RefusedModel; return { message, rows }; } return undefined; };
    const plain = refused(() => fitRows(model, apart));
    expect(plain!.rows).toEqual(all.filter((i) => apart[i]).map((i) => i + 1));
    expect(refused(() => refitter(model, fitRows(model))(apart))).toEqual(plain);
    expect(refusalOf(() => fitRows({ family: "ordered", X, y: level, terms }))).toBe(`Model refused (bad-input): row 1 has outcome ${level[0]}, which is not among the levels ()`);
  });

  it("is shared among threads sample by sample", () => {
    const model = { family: "binomial" as const, X, y, terms };
    const options = { replicates: 5, seed: 2, counts };
    const all0 = workOn({ model, options, share: { from: 0, of: 1 } });
    expect(all0).toHaveLength(5 + n);
    for (const from of [0, 1, 2]) expect(workOn({ model, options, share: { from, of: 3 } })).toEqual(all0.filter((_, i) => i % 3 === from));
    expect(fitRows(model, counts).n).toBe(counts.reduce((a, b) => a + b, 0));
  });
});
