import { noted } from "../../faults/noted";
import type { CovarianceKind, Fit } from "../fit";
import { withRoot } from "../inference";
import { semidefiniteRoot } from "../numeric/cholesky";
import { RefusedModel } from "../refusedModel";
import { said } from "../../faults/said";
import { multiply } from "../standardise";
import { type FittedData, influenceRows, refuseLabels } from "./influenceRows";
import { leverages } from "./leverages";

export type RobustKind = "robust" | "HC0" | "HC1" | "HC2" | "HC3";
const KINDS: ReadonlySet<RobustKind> = new Set<RobustKind>(["robust", "HC0", "HC1", "HC2", "HC3"]);
export type WeightType = "frequency" | "probability";

/** Below this many clusters, their number itself makes the standard errors too small. */
const FEW_CLUSTERS = 40;
/** A row with less than this of itself left over has leverage 1, but for rounding. */
const NOTHING_SPARE = 1e-12;

/**
 * The fit with a covariance that does not trust the model's variance: Huber–White's sandwich.
 *
 * HC0 as it is; robust times n/(n − 1), as Stata's vce(robust); HC1 times n/(n − k); HC2 and HC3 divide each squared residual by 1 − h and (1 − h)², h being the
 * leverage (binary outcomes only). Frequency weights count as that many rows; probability weights as one.
 *
 * @throws {RangeError} other rows than the fit's, or a kind that is none
 * @throws {RefusedModel} HC2 or HC3 of an ordered model, which has no leverages
 * Source: White (1982); MacKinnon & White (1985); R `sandwich::vcovHC`, test/fixtures/models/robust.R.
 */
export function withRobustCovariance(fit: Fit, data: FittedData, kind: RobustKind, weightType: WeightType = "frequency"): Fit {
  if (!KINDS.has(kind)) throw new RangeError(`"${kind}" is no robust covariance (expected ${[...KINDS].join(", ")})`);
  const leveraged = kind === "HC2" || kind === "HC3";
  if (leveraged && fit.family === "ordered") throw new RefusedModel("bad-input", [], said`${kind} needs leverages, which an ordered model has not: use HC0 or HC1`);
  const rows = influenceRows(fit, data).filter(({ weight }) => weight > 0);
  const h = leveraged ? leverages(fit, rows) : [];
  const n = weightType === "frequency" ? rows.reduce((sum, { weight }) => sum + weight, 0) : rows.length;
  const k = fit.covariance.terms.length;
  const correction = kind === "HC1" ? n / (n - k) : kind === "robust" ? n / (n - 1) : 1;
  return sandwich(fit, kind, rows.map(({ pull, weight }, i) => ({ pull, times: correction * share(kind, weightType, weight, h[i] ?? 0) })));
}

/** How often a row's squared pull counts. */
function share(kind: RobustKind, weightType: WeightType, weight: number, leverage: number): number {
  const times = weightType === "frequency" ? weight : weight * weight;
  const spare = 1 - (weightType === "frequency" ? leverage : weight * leverage);
  if (kind === "HC0" || kind === "HC1" || kind === "robust") return times;
  if (spare <= NOTHING_SPARE) throw new RefusedModel("bad-input", [], said`a row has leverage 1 (its fitted value follows it wherever it goes), so ${kind} is 0/0: use HC0 or HC1`);
  return times / (kind === "HC2" ? spare : spare * spare);
}

/**
 * The fit with a covariance that lets rows of one cluster depend on each other, times G/(G − 1) for G clusters.
 * Warns where clusters are few (four cities, say): the standard errors are then too small, and with no more clusters
 * than parameters no joint test is possible.
 *
 * @throws {RangeError} other rows than the fit's, or a row without a label
 * @throws {RefusedModel} where there is one cluster only
 * Source: Liang & Zeger (1986); Cameron & Miller (2015), J. Human Resources 50; R `sandwich::vcovCL`.
 */
export function withClusteredCovariance(fit: Fit, data: FittedData, clusters: readonly string[]): Fit {
  refuseLabels(clusters, data.X.length, "cluster");
  const k = fit.covariance.terms.length;
  const sums = new Map<string, Float64Array>();
  influenceRows(fit, data).forEach(({ pull, weight }, i) => {
    if (weight === 0) return;
    const sum = sums.get(clusters[i]) ?? new Float64Array(k);
    pull.forEach((value, j) => (sum[j] += weight * value));
    sums.set(clusters[i], sum);
  });
  const G = sums.size;
  const few = fewClusters(G, k);
  const clustered = sandwich(fit, "cluster", [...sums.values()].map((pull) => ({ pull, times: G / (G - 1) })));
  return { ...clustered, warnings: [...fit.warnings, ...few] };
}

/** What is to be said of so many clusters. @throws {RefusedModel} of one only */
function fewClusters(G: number, k: number): string[] {
  if (G < 2) throw new RefusedModel("bad-input", [], "there is one cluster only: nothing varies between clusters");
  if (G >= FEW_CLUSTERS) return [];
  return [G <= k ? noted`${G} clusters are few: clustered standard errors tend to be too small, and no joint test is possible` : noted`${G} clusters are few: clustered standard errors tend to be too small`];
}

/**
 * The fit with the sandwich of a filling summed elsewhere, such as in a database: Σ w(y − p)²zz′ on the standardised columns.
 * @param n rows, by their frequency weights
 */
export function withMeat(fit: Fit, meat: Float64Array, kind: "HC0" | "HC1" | "robust", n: number): Fit {
  const m = fit.inference.parameters.length;
  return filledBy(fit, kind, meat, kind === "HC1" ? n / (n - m) : kind === "robust" ? n / (n - 1) : 1);
}

/** The same of Σ ss′ over clusters, s being a cluster's sum of w(y − p)z. @throws {RefusedModel} where there is one cluster only */
export function withClusteredMeat(fit: Fit, meat: Float64Array, clusters: number): Fit {
  const few = fewClusters(clusters, fit.covariance.terms.length);
  const clustered = filledBy(fit, "cluster", meat, clusters / (clusters - 1));
  return { ...clustered, warnings: [...fit.warnings, ...few] };
}

function filledBy(fit: Fit, kind: CovarianceKind, meat: Float64Array, correction: number): Fit {
  const { parameters: { length: m }, bread } = fit.inference;
  const turned = Float64Array.from({ length: m * m }, (_, at) => bread[(at % m) * m + Math.floor(at / m)]);
  return filled(fit, kind, multiply(turned, multiply(meat, bread, m), m).map((value) => value * correction)); // pulls are root′·score
}

/** bread · (Σ times·pull·pull′) · bread′, by its root. */
function sandwich(fit: Fit, kind: CovarianceKind, pulls: readonly { pull: Float64Array; times: number }[]): Fit {
  const m = fit.inference.parameters.length;
  const filling = new Float64Array(m * m);
  for (const { pull, times } of pulls) for (let a = 0; a < m; a++) for (let b = 0; b <= a; b++) filling[a * m + b] += times * pull[a] * pull[b];
  return filled(fit, kind, filling);
}

function filled(fit: Fit, kind: CovarianceKind, filling: Float64Array): Fit {
  const m = fit.inference.parameters.length;
  return withRoot(fit, multiply(fit.inference.bread, semidefiniteRoot(filling, m), m), kind);
}
