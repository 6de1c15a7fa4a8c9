import type { Fit } from "../fit";
import { RefusedModel } from "../refusedModel";
import { type FittedData, type RowInfluence, influenceRows } from "./influenceRows";
import { withCovariance } from "./withCovariance";

export type RobustKind = "HC0" | "HC1" | "HC2" | "HC3";
export type WeightType = "frequency" | "probability";

/** Below this many clusters, their number itself makes the standard errors too small. */
const FEW_CLUSTERS = 40;

/**
 * The fit with a covariance that does not trust the model's variance: Huber–White's sandwich.
 *
 * HC0 as it is; HC1 times n/(n − k); HC2 and HC3 divide each squared residual by 1 − h and (1 − h)², h being the
 * leverage (binary outcomes only). Frequency weights count as that many rows; probability weights as one.
 *
 * @throws {RefusedModel} HC2 or HC3 of an ordered model, which has no leverages
 * Source: White (1982); MacKinnon & White (1985); R `sandwich::vcovHC`, test/fixtures/models/robust.R.
 */
export function withRobustCovariance(fit: Fit, data: FittedData, kind: RobustKind, weightType: WeightType = "frequency"): Fit {
  const leverages = kind === "HC2" || kind === "HC3";
  if (leverages && fit.family === "ordered") throw new RefusedModel("bad-input", [], `${kind} needs leverages, which an ordered model has not: use HC0 or HC1`);
  const rows = influenceRows(fit, data).filter(({ weight }) => weight > 0);
  const n = weightType === "frequency" ? rows.reduce((sum, { weight }) => sum + weight, 0) : rows.length;
  const k = fit.covariance.terms.length;
  const correction = kind === "HC1" ? n / (n - k) : 1;
  const V = outerProducts(k, rows.map((row) => ({ move: row.moves, times: correction * share(row, kind, weightType) })));
  return withCovariance(fit, V, kind);
}

function share({ leverage, weight }: RowInfluence, kind: RobustKind, weightType: WeightType): number {
  const spare = 1 - (weightType === "frequency" ? leverage : weight * leverage);
  const inflation = kind === "HC2" ? 1 / spare : kind === "HC3" ? 1 / (spare * spare) : 1;
  return inflation * (weightType === "frequency" ? weight : weight * weight);
}

/**
 * The fit with a covariance that lets rows of one cluster depend on each other, times G/(G − 1) for G clusters.
 * Warns where clusters are few (four cities, say): the standard errors are then too small, and with no more clusters
 * than parameters no joint test is possible.
 *
 * @throws {RefusedModel} where there is one cluster only
 * Source: Liang & Zeger (1986); Cameron & Miller (2015), J. Human Resources 50; R `sandwich::vcovCL`.
 */
export function withClusteredCovariance(fit: Fit, data: FittedData, clusters: readonly string[]): Fit {
  const k = fit.covariance.terms.length;
  const sums = new Map<string, Float64Array>();
  influenceRows(fit, data).forEach(({ moves, weight }, i) => {
    if (weight === 0) return;
    const sum = sums.get(clusters[i]) ?? new Float64Array(k);
    moves.forEach((move, j) => (sum[j] += weight * move));
    sums.set(clusters[i], sum);
  });
  const G = sums.size;
  if (G < 2) throw new RefusedModel("bad-input", [], "there is one cluster only: nothing varies between clusters");
  const V = outerProducts(k, [...sums.values()].map((move) => ({ move, times: G / (G - 1) })));
  const few = G < FEW_CLUSTERS ? [`${G} clusters are few: clustered standard errors tend to be too small${G <= k ? ", and no joint test is possible" : ""}`] : [];
  return { ...withCovariance(fit, V, "cluster"), warnings: [...fit.warnings, ...few] };
}

function outerProducts(k: number, rows: readonly { move: Float64Array; times: number }[]): number[][] {
  const V = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  for (const { move, times } of rows) for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) V[a][b] += times * move[a] * move[b];
  return V;
}
