import { describe, expect, it } from "vitest";
import { rangeQuantile, rangeTail } from "../../src/models/numeric/studentizedRange";
import { twoSidedP } from "../../src/models/numeric/normal";
import { type WildWeights, wildDraws } from "../../src/models/hypotheses/wildDraws";
import { wildScoreTest } from "../../src/models/hypotheses/wildScore";
import { expectAllClose, expectClose, fixture } from "./fixtures";

interface Case { readonly data: "birthwt" | "beps"; readonly terms: string[]; readonly cluster: string; readonly wild: WildWeights; readonly weighted?: boolean; readonly r: { statistic: number; p: number; draws: number } }
const r = fixture<{ csv: Record<"birthwt" | "beps", string>; weights: number[]; cases: Case[] }>("wildScore");

const DESIGNS = { birthwt: ["age", "lwt", "smoke", "ht", "ui"], beps: ["age", "economy", "Europe", "male"] };
function data(name: "birthwt" | "beps") {
  const [header, ...lines] = r.csv[name].trimEnd().split("\n").map((line) => line.split(","));
  const columns = (names: readonly string[]) => lines.map((cells) => names.map((column) => (column === "male" ? Number(cells[header.indexOf("gender")] === "male") : Number(cells[header.indexOf(column)]))));
  return {
    X: columns(DESIGNS[name]).map((row) => [1, ...row]), terms: ["const", ...DESIGNS[name]], y: columns([name === "birthwt" ? "low" : "labour"]).map(([y]) => y),
    clusters: (column: string) => lines.map((cells) => cells[header.indexOf(column)]),
  };
}

describe("the score wild cluster bootstrap", () => {
  it.each(r.cases.map((one) => [`${one.data}: ${one.terms.join(", ")} by ${one.cluster}, ${one.wild}`, one] as const))("is R's, every combination of weights once: %s", (_, one) => {
    const { X, terms, y, clusters } = data(one.data);
    const found = wildScoreTest(X, y, terms, one.terms, { clusters: clusters(one.cluster), wild: one.wild, replicates: 1e5, weights: one.weighted ? r.weights : undefined });
    expectClose(found.statistic, one.r.statistic, 1e-8);
    expectClose(found.p, one.r.p, 1e-12);
    expect(found).toMatchObject({ enumerated: true, replicates: one.r.draws, df: one.terms.length });
    expect(found.note).toMatch(/fewer than 10: no p of clustered data is reliable/);
    expect(found.statistic).toBeLessThanOrEqual(found.clusters);
  });

  it("is refused where a row's probability has rounded to 1: no p comes of a score without weight", () => {
    const { X, terms, y, clusters } = data("birthwt");
    const offset = y.map((value, i) => (i === y.indexOf(1) ? 800 * value : 0));
    expect(() => wildScoreTest(X, y, terms, ["ui"], { clusters: clusters("ward"), offset })).toThrow(/without ui the probability of some row rounds to 0 or 1/);
  });

  it("draws near the enumerated p where combinations are too many, the same for the same seed", () => {
    const { X, terms, y, clusters } = data("birthwt");
    const options = { clusters: clusters("ward"), wild: "rademacher" as const };
    const exact = wildScoreTest(X, y, terms, ["ui"], { ...options, replicates: 512 });
    const drawn = wildScoreTest(X, y, terms, ["ui"], { ...options, replicates: 511, seed: 3 });
    expect([exact.enumerated, drawn.enumerated]).toEqual([true, false]);
    expect(Math.abs(drawn.p - exact.p)).toBeLessThan(4 * Math.sqrt((exact.p * (1 - exact.p)) / 511) + 1 / 512);
    expect(wildScoreTest(X, y, terms, ["ui"], { ...options, replicates: 511, seed: 3 })).toEqual(drawn);
  });

  it("takes weights for rows written out, whatever the columns' units, and leaves rows of weight 0 out", () => {
    const { X, terms, y, clusters } = data("birthwt");
    const labels = clusters("clinic");
    const weights = r.weights.map((w, i) => (i % 10 === 0 ? 0 : w));
    const rows = weights.flatMap((w, i) => new Array<number>(w).fill(i));
    const weighted = wildScoreTest(X, y, terms, ["lwt", "ht"], { clusters: labels, weights, replicates: 1e4 });
    const written = wildScoreTest(rows.map((i) => X[i].map((x, j) => (j === 2 ? x / 1000 : x))), rows.map((i) => y[i]), terms, ["lwt", "ht"], { clusters: rows.map((i) => labels[i]), replicates: 1e4 });
    expectClose(weighted.statistic, written.statistic, 1e-8);
    expect(weighted.p).toBe(written.p);
  });

  it("draws ±1 for many clusters, and warns of few only below ten", () => {
    const { X, terms, y } = data("birthwt");
    const found = wildScoreTest(X, y, terms, ["smoke"], { clusters: y.map((_, i) => String(i)), replicates: 199 });
    expect(found).toMatchObject({ wild: "rademacher", clusters: 189, enumerated: false });
    expect(found.note).toBeUndefined();
  });

  it("refuses as many terms as clusters, unknown terms and labels that are not as many as rows", () => {
    const { X, terms, y, clusters } = data("beps");
    const four = { clusters: clusters("region") };
    expect(() => wildScoreTest(X, y, terms, ["age", "economy", "Europe", "male"], four)).toThrow(/4 clusters cannot test 4 columns together/);
    expect(() => wildScoreTest(X, y, terms, ["height"], four)).toThrow(/no term height/);
    expect(() => wildScoreTest(X, y, terms, [], four)).toThrow(/no term is tested/);
    expect(() => wildScoreTest(X, y, terms, ["age"], { clusters: ["a"] })).toThrow(/1 cluster labels for 400 rows/);
  });

  it.each(["rademacher", "webb"] as const)("%s weights have mean 0 and variance 1", (wild) => {
    const all = [...wildDraws(1, wild, 999, 1).draws].flat();
    expectClose(all.reduce((a, b) => a + b, 0), 0, 1e-15);
    expectClose(all.reduce((a, b) => a + b * b, 0) / all.length, 1, 1e-15);
  });
});

describe("Tukey's studentized range", () => {
  const { ranges } = fixture<{ ranges: { k: number; q: number[]; p: number[]; quantile: number }[] }>("contrasts");

  it.each(ranges.map((one) => [one.k, one] as const))("of %i means has R's probabilities", (k, one) => {
    one.q.forEach((q, i) => expect(Math.abs(rangeTail(q, k) - one.p[i])).toBeLessThan(1e-12));
    expectClose(rangeQuantile(0.05, k), one.quantile, 1e-4); // qtukey stops at 1e-4
    expectClose(rangeTail(rangeQuantile(0.05, k), k), 0.05, 1e-12);
  });

  it("of two is a two-sided z, to the last digit also far out", () =>
    expectAllClose([0.1, 1, 5, 20].map((z) => rangeTail(z * Math.SQRT2, 2)), [0.1, 1, 5, 20].map(twoSidedP), 1e-12));
});
