import { noted } from "../../faults/noted";
import type { Fit } from "../fit";
import { dot, throughRoot, withRoot } from "../inference";
import { withDegreesOfFreedom } from "../intervals";
import { semidefiniteRoot } from "../numeric/cholesky";
import { inverseRoot } from "../numeric/symmetric";
import { RefusedModel } from "../refusedModel";
import { said } from "../../faults/said";
import { multiply } from "../standardise";
import { type FittedData, influenceRows, refuseLabels, type RowInfluence } from "./influenceRows";
import { grouped } from "../../grouped";

/** Beyond so many rows a cluster's square matrix takes minutes. */
const LARGEST_CLUSTER = 1500;
/** Below so many clusters nothing is reliable. */
const TOO_FEW = 10;

/** One cluster: its rows, carried through the bread, and the symmetric n × n matrix that its residuals are adjusted by. */
interface Cluster {
  readonly rows: readonly RowInfluence[];
  readonly adjustment: Float64Array;
}

/**
 * The fit of a binary logit with Bell and McCaffrey's bias-reduced clustered covariance (CR2), and for each coefficient
 * Satterthwaite degrees of freedom, by which p and intervals take t instead of the normal: what remains defensible with
 * few clusters. Below ten a warning says that nothing is. Effects, predictions and tests of one restriction have theirs;
 * tests of several together are not made.
 *
 * @throws {RefusedModel} for other models, with weights, one cluster, or a cluster of more than 1,500 rows
 * @example withBiasReducedCovariance(fit, data, cities).coefficients[1].df
 * Source: Bell & McCaffrey (2002), Survey Methodology 28; Pustejovsky & Tipton (2018), J. Business & Economic Statistics 36;
 * R `clubSandwich::vcovCR(type = "CR2")`, `coef_test(test = "Satterthwaite")`, test/fixtures/models/design.R.
 */
export function withBiasReducedCovariance(fit: Fit, data: FittedData, labels: readonly string[]): Fit {
  if (fit.family !== "binomial" || fit.link !== "logit" || fit.penalised || data.weights) throw new RefusedModel("bad-input", [], "CR2 is offered for the binary logit without weights");
  refuseLabels(labels, data.X.length, "cluster");
  const byLabel = grouped(influenceRows(fit, data), (_, i) => labels[i]);
  if (byLabel.size < 2) throw new RefusedModel("bad-input", [], "there is one cluster only: nothing varies between clusters");
  const clusters = [...byLabel].map(([label, rows]) => {
    if (rows.length > LARGEST_CLUSTER) throw new RefusedModel("bad-input", [], said`cluster ${label} has ${rows.length} rows, and CR2 needs a matrix of its square (at most ${LARGEST_CLUSTER}): use cluster:COLUMN`);
    return { rows, adjustment: adjustmentOf(rows) };
  });
  const m = fit.inference.parameters.length;
  const filling = new Float64Array(m * m);
  for (const cluster of clusters) {
    const sum = throughPlaces(cluster, times(cluster.adjustment, Float64Array.from(cluster.rows, residual)), m);
    for (let a = 0; a < m; a++) for (let b = 0; b <= a; b++) filling[a * m + b] += sum[a] * sum[b];
  }
  const reduced = withRoot(fit, multiply(fit.inference.bread, semidefiniteRoot(filling, m), m), "CR2");
  const few = clusters.length < TOO_FEW ? [noted`${clusters.length} clusters are so few that no standard error is reliable`] : [];
  const degreesOfFreedom = (gradient: ArrayLike<number>): number => satterthwaite(fit, clusters, gradient);
  const own = fit.coefficients.map((_, j) => degreesOfFreedom(fit.inference.back.subarray(j * m, (j + 1) * m)));
  return { ...withDegreesOfFreedom(reduced, own), inference: { ...reduced.inference, degreesOfFreedom }, warnings: [...fit.warnings, ...few] };
}

/** y − p of a row: pull = residual·place. */
function residual({ pull, place }: RowInfluence): number {
  const largest = place.reduce((best, value, j) => (Math.abs(value) > Math.abs(place[best]) ? j : best), 0);
  return pull[largest] / place[largest];
}

/** D(D(Θ − UMU′)D)^(−1/2)D on the scale of the outcome: Θ the variances p(1 − p), D their roots, U the design times Θ. */
function adjustmentOf(rows: readonly RowInfluence[]): Float64Array {
  const n = rows.length;
  const G = new Float64Array(n * n);
  const root = rows.map(({ information }) => Math.sqrt(information));
  for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) {
    const [va, vb] = [rows[a].information, rows[b].information];
    G[a * n + b] = root[a] * root[b] * ((a === b ? va : 0) - va * vb * dot(rows[a].place, rows[b].place));
  }
  const R = inverseRoot(G, n);
  for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) R[a * n + b] *= root[a] * root[b];
  return R;
}

/**
 * (Σ λ)²/Σ λ², λ the eigenvalues of the variance estimator's quadratic form under the working model, for a quantity with
 * these derivatives by the standardised parameters.
 */
function satterthwaite(fit: Fit, clusters: readonly Cluster[], gradient: ArrayLike<number>): number {
  const { bread, parameters: { length: m } } = fit.inference;
  const direction = throughRoot(bread, gradient);
  const parts = clusters.map((cluster) => {
    const E = times(cluster.adjustment, Float64Array.from(cluster.rows, ({ place }) => dot(place, direction)));
    const varied = E.map((value, i) => value * cluster.rows[i].information);
    return { own: dot(E, varied), g: throughPlaces(cluster, varied, m) };
  });
  let [trace, squares] = [0, 0];
  parts.forEach((a, i) => parts.forEach((b, j) => {
    const P = (i === j ? a.own : 0) - dot(a.g, b.g);
    if (i === j) trace += P;
    squares += P * P;
  }));
  return (trace * trace) / squares;
}

function throughPlaces({ rows }: Cluster, v: Float64Array, m: number): Float64Array {
  const sum = new Float64Array(m);
  rows.forEach(({ place }, i) => { for (let j = 0; j < m; j++) sum[j] += v[i] * place[j]; });
  return sum;
}

function times(A: Float64Array, v: Float64Array): Float64Array {
  const n = v.length;
  return Float64Array.from({ length: n }, (_, a) => { let sum = 0; for (let b = 0; b < n; b++) sum += A[a * n + b] * v[b]; return sum; });
}
