/**
 * Score, information and log-likelihood of a logit at a fixed β are sums over rows: a row that changes is
 * subtracted as it was and added as it is. (design of the search: docs/decisions, "stand-in")
 */
export interface RowSums {
  /** ∂logLik/∂parameter, length k. */
  readonly score: Float64Array;
  /** Observed information, k × k, row by row; only the lower triangle is kept. */
  readonly information: Float64Array;
  logLik: number;
}

export const emptySums = (k: number): RowSums => ({ score: new Float64Array(k), information: new Float64Array(k * k), logLik: 0 });

export function copySums(from: RowSums, to: RowSums): void {
  to.score.set(from.score);
  to.information.set(from.information);
  to.logLik = from.logLik;
}

/**
 * Adds (times = 1) or takes away (times = −1) one row of a binary logit.
 *
 * @param x     the row's ten terms; the constant is parameter 0, the slopes follow
 * @param event 1 or 0
 */
export function addBinaryRow(sums: RowSums, beta: Float64Array, x: Float64Array, event: number, times: number): void {
  const k = beta.length;
  let eta = beta[0];
  for (let j = 1; j < k; j++) eta += beta[j] * x[j - 1];
  const p = 1 / (1 + Math.exp(-eta));
  const residual = times * (event - p);
  const weight = times * p * (1 - p);
  const { score, information } = sums;
  sums.logLik += times * Math.log(event === 1 ? p : 1 - p);
  score[0] += residual;
  information[0] += weight;
  for (let j = 1; j < k; j++) {
    const xj = x[j - 1];
    if (xj === 0) continue;
    score[j] += residual * xj;
    const weighted = weight * xj;
    const row = j * k;
    information[row] += weighted;
    for (let l = 1; l <= j; l++) information[row + l] += weighted * x[l - 1];
  }
}

/**
 * Adds or takes away one row of a proportional-odds logit with three levels, P(y ≤ j) = logit⁻¹(θⱼ − xβ).
 *
 * @param beta  θ₁, θ₂, then the slopes
 * @param level 0, 1 or 2
 */
export function addOrderedRow(sums: RowSums, beta: Float64Array, x: Float64Array, level: number, times: number): void {
  const k = beta.length;
  let eta = 0;
  for (let j = 2; j < k; j++) eta += beta[j] * x[j - 2];
  // F at the cut above (b) and below (a) the level; outside the scale F is 1 and 0, its density 0.
  const Fb = level === 2 ? 1 : 1 / (1 + Math.exp(eta - beta[level]));
  const Fa = level === 0 ? 0 : 1 / (1 + Math.exp(eta - beta[level - 1]));
  const P = Fb - Fa;
  const fb = Fb * (1 - Fb), fa = Fa * (1 - Fa);
  const gb = fb / P, ga = fa / P;
  // Second derivatives of log P by its two cuts.
  const bb = (fb * (1 - 2 * Fb)) / P - gb * gb;
  const aa = (-fa * (1 - 2 * Fa)) / P - ga * ga;
  const ab = ga * gb;
  const { score, information } = sums;
  sums.logLik += times * Math.log(P);
  // Indices of θ. Where a level has no cut on one side, all that is added for it is 0, to whichever.
  const above = level, below = Math.max(level - 1, 0);
  score[above] += times * gb;
  information[above * k + above] -= times * bb;
  score[below] -= times * ga;
  information[below * k + below] -= times * aa;
  information[k] -= times * ab;
  const slopeScore = times * (ga - gb);
  const withAbove = times * (bb + ab), withBelow = times * (aa + ab);
  const withinSlopes = -withAbove - withBelow;
  for (let j = 2; j < k; j++) {
    const xj = x[j - 2];
    if (xj === 0) continue;
    const row = j * k;
    score[j] += slopeScore * xj;
    information[row + above] += withAbove * xj;
    information[row + below] += withBelow * xj;
    const weighted = withinSlopes * xj;
    for (let l = 2; l <= j; l++) information[row + l] += weighted * x[l - 2];
  }
}
