import { noted } from "../../faults/noted";
import { said } from "../../faults/said";
import { fitBinaryLogit } from "../binary";
import { logit } from "../links/logit";
import { dot, standardisedRow } from "../inference";
import type { Matrix } from "../matrix";
import { orthogonalise } from "../numeric/orthogonal";
import type { RowOptions } from "../observations";
import { RefusedModel } from "../refusedModel";
import { type WildWeights, wildDraws } from "./wildDraws";

export interface WildScoreOptions extends RowOptions {
  /** For each row its cluster. */
  readonly clusters: readonly string[];
  /** How many draws at most; default 999. Where all combinations of weights are as few, each is taken once. */
  readonly replicates?: number | undefined;
  /** Default 1. */
  readonly seed?: number | undefined;
  /** Default webb below 12 clusters, where ±1 has too few combinations, else rademacher. */
  readonly wild?: WildWeights | undefined;
}

export interface WildScoreTest {
  readonly statistic: number;
  readonly df: number;
  /** The share of draws whose statistic is as large. */
  readonly p: number;
  readonly clusters: number;
  readonly wild: WildWeights;
  /** How many draws were made, all of them where they were enumerated. */
  readonly replicates: number;
  readonly enumerated: boolean;
  readonly note?: string;
}

/** Below this many clusters no clustered p is reliable. */
const FEW = 10;
/** Below this many clusters ±1 has fewer combinations than a p needs. */
const FEW_COMBINATIONS = 12;
/** Draws whose statistic is the same but for rounding count as equally large. */
const ROUNDING = 1e-10;
const DEPENDENT = 1e-9;

/**
 * Score wild cluster bootstrap: whether some terms of a binary logit are 0, where rows of one cluster depend on each other
 * and clusters are few. Only the model without the terms is fitted; each draw multiplies every cluster's score by a random
 * weight of mean 0 and variance 1.
 *
 * With e_g the score of cluster g for the tested terms, less its projection on the other terms, the statistic is
 * S′(Σ e_g e_g′)⁻¹S with S = Σ e_g; a draw has w_g·e_g in place of e_g, everywhere. It is never above the number of clusters.
 *
 * @param tested names of the terms
 * @throws {RefusedModel} of the smaller model; bad-input, where there are no more clusters than tested terms, or a row's
 *         information rounds to 0
 * @throws {RangeError} at an unknown term, or labels that are not as many as rows
 * Source: Kline & Santos (2012), J. Econometric Methods 1; Webb (2023), Canadian J. Economics 56;
 * Roodman, MacKinnon, Nielsen & Webb (2019), Stata Journal 19; test/fixtures/models/wildScore.R.
 * @example wildScoreTest(X, y, ["const", "age", "smoke"], ["smoke"], { clusters: hospital, replicates: 9999, seed: 1 }).p
 */
export function wildScoreTest(X: Matrix, y: readonly number[], terms: readonly string[], tested: readonly string[], options: WildScoreOptions): WildScoreTest {
  const { clusters, replicates = 999, seed = 1 } = options;
  const unknown = tested.find((term) => !terms.includes(term));
  if (unknown !== undefined || tested.length === 0) throw new RangeError(unknown === undefined ? "no term is tested" : `there is no term ${unknown}`);
  if (clusters.length !== X.length) throw new RangeError(`there are ${clusters.length} cluster labels for ${X.length} rows`);
  const scores = clusterScores(X, y, terms, tested, options);
  const [G, q] = [scores[0].length, tested.length];
  if (G <= q) throw new RefusedModel("bad-input", tested, said`${G} clusters cannot test ${q} columns together: there must be more clusters than columns`);
  const wild = options.wild ?? (G < FEW_COMBINATIONS ? "webb" : "rademacher");
  const statistic = statisticOf(scores, new Array<number>(G).fill(1));
  if (!Number.isFinite(statistic)) throw new RefusedModel("bad-input", tested, said`without ${tested.join(", ")} the probability of some row rounds to 0 or 1, and its score has no weight`);
  const { draws, enumerated } = wildDraws(G, wild, replicates, seed);
  let [as, count] = [0, 0];
  for (const weights of draws) {
    count++;
    if (statisticOf(scores, weights) >= statistic * (1 - ROUNDING)) as++;
  }
  // Of random draws the data themselves are one more; the enumerated ones have them already.
  const p = enumerated ? as / count : (as + 1) / (count + 1);
  const note = G < FEW ? noted`${G} clusters are fewer than ${FEW}: no p of clustered data is reliable` : undefined;
  return { statistic, df: q, p, clusters: G, wild, replicates: count, enumerated, ...(note !== undefined && { note }) };
}

/** For each tested column, every cluster's score at the fit without them, less what the other columns account for. */
function clusterScores(X: Matrix, y: readonly number[], terms: readonly string[], tested: readonly string[], { clusters, ...options }: WildScoreOptions): Float64Array[] {
  const kept = [...terms.keys()].filter((j) => !tested.includes(terms[j]));
  const small = fitBinaryLogit(X.map((row) => kept.map((j) => row[j])), y, kept.map((j) => terms[j]), options);
  const counted = [...X.keys()].filter((i) => (options.weights?.[i] ?? 1) > 0);
  const out = new Float64Array(3);
  const rows = counted.map((i) => {
    const eta = dot(standardisedRow(small, kept.map((j) => X[i][j])), small.inference.parameters) + (options.offset?.[i] ?? 0);
    logit.binary(y[i], eta, out);
    const root = Math.sqrt((options.weights?.[i] ?? 1) * -out[2]); // of the row's information
    return { i, root, pull: ((options.weights?.[i] ?? 1) * out[1]) / root };
  });
  const order = [...kept, ...tested.map((term) => terms.indexOf(term))];
  const { Q } = orthogonalise(order.map((j) => Float64Array.from(rows, ({ i, root }) => root * X[i][j])), (c, share) => {
    if (share < DEPENDENT) throw new RefusedModel("collinear", [terms[order[c]]], said`${terms[order[c]]} is a linear combination of the other columns`);
  });
  const names = [...new Set(counted.map((i) => clusters[i]))];
  const place = new Map(names.map((name, g) => [name, g]));
  return Q.slice(kept.length).map((residual) => {
    const sums = new Float64Array(names.length);
    rows.forEach(({ i, pull }, r) => (sums[place.get(clusters[i])!] += pull * residual[r]));
    return sums;
  });
}

/** S′(Σ e e′)⁻¹S: the squared length of the projection of (1, …, 1) on the columns of clusters' scores. */
function statisticOf(scores: readonly Float64Array[], weights: ArrayLike<number>): number {
  const { Q } = orthogonalise(scores.map((column) => column.map((value, g) => value * weights[g])));
  return Q.reduce((sum, q) => sum + q.reduce((a, b) => a + b, 0) ** 2, 0);
}
