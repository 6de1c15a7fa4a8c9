/*
 * Models by their definitions, with nothing of ours: what exhibits show beside the estimates that R gives (intervals of effects,
 * Firth's estimates, expected information) is held against this.
 */
type Rows = readonly (readonly number[])[];

/** The 97.5% quantile of the normal distribution. */
export const Z975 = 1.959963984540054;

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0);
const expit = (eta: number): number => 1 / (1 + Math.exp(-eta));

/** Gauss and Jordan, with the largest pivot; and the logarithm of the determinant on the way. */
export function inverse(matrix: Rows): { inverse: number[][]; logDet: number } {
  const n = matrix.length;
  const a = matrix.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))]);
  let logDet = 0;
  for (let k = 0; k < n; k += 1) {
    let best = k;
    for (let i = k; i < n; i += 1) if (Math.abs(a[i][k]) > Math.abs(a[best][k])) best = i;
    [a[k], a[best]] = [a[best], a[k]];
    const pivot = a[k][k];
    logDet += Math.log(Math.abs(pivot));
    a[k] = a[k].map((x) => x / pivot);
    for (let i = 0; i < n; i += 1) if (i !== k) a[i] = a[i].map((x, j) => x - a[i][k] * a[k][j]);
  }
  return { inverse: a.map((row) => row.slice(n)), logDet };
}

const information = (X: Rows, beta: readonly number[]): number[][] => {
  const weights = X.map((x) => { const p = expit(dot(x, beta)); return p * (1 - p); });
  return beta.map((_, j) => beta.map((_, k) => X.reduce((sum, x, i) => sum + weights[i] * x[j] * x[k], 0)));
};

/** The covariance of a logit's coefficients. */
export const logitCovariance = (X: Rows, beta: readonly number[]): number[][] => inverse(information(X, beta)).inverse;

/** A function of a logit's coefficients with its standard error by the delta method, differentiated in small steps. */
export function delta(X: Rows, beta: readonly number[], of: (beta: readonly number[]) => number): { estimate: number; standardError: number } {
  const gradient = beta.map((b, j) => {
    const step = 1e-5 * Math.max(Math.abs(b), 1e-3);
    return (of(beta.with(j, b + step)) - of(beta.with(j, b - step))) / (2 * step);
  });
  return { estimate: of(beta), standardError: Math.sqrt(dot(gradient, logitCovariance(X, beta).map((row) => dot(row, gradient)))) };
}

/** The mean probability with everybody's column j set to a value. */
export const meanAt = (X: Rows, beta: readonly number[], j: number, value: number): number => X.reduce((sum, x) => sum + expit(dot(x.with(j, value), beta)), 0) / X.length;

/** The average marginal effect of column j: of the change from 0 to 1 where it has no other values, else of a small change. */
export const averageEffect = (X: Rows, beta: readonly number[], j: number): { estimate: number; standardError: number } => delta(X, beta, (b) => {
  if (X.every((x) => x[j] === 0 || x[j] === 1)) return meanAt(X, b, j, 1) - meanAt(X, b, j, 0);
  return X.reduce((sum, x) => { const p = expit(dot(x, b)); return sum + p * (1 - p) * b[j]; }, 0) / X.length;
});

/** How far each coefficient moves, in its standard errors, if row i goes: one Newton step. */
export function movesOf(X: Rows, y: readonly number[], beta: readonly number[], i: number): number[] {
  const V = logitCovariance(X, beta);
  const p = expit(dot(X[i], beta));
  const Vx = V.map((row) => dot(row, X[i]));
  const leverage = p * (1 - p) * dot(X[i], Vx);
  return Vx.map((v, j) => (v * (y[i] - p)) / (1 - leverage) / Math.sqrt(V[j][j]));
}

/** The largest penalised log-likelihood (Firth: plus half the logarithm of the information's determinant), one coefficient held where asked. */
export function firthBest(X: Rows, y: readonly number[], held?: { j: number; value: number }): { beta: number[]; logLik: number } {
  const heights = (b: readonly number[]): number => X.reduce((sum, x, i) => { const eta = dot(x, b); return sum + (y[i] === 1 ? -Math.log1p(Math.exp(-eta)) : -Math.log1p(Math.exp(eta))); }, 0) + inverse(information(X, b)).logDet / 2;
  let beta = X[0].map((_, j) => (held?.j === j ? held.value : 0));
  for (let step = 0; step < 200; step += 1) {
    const V = inverse(information(X, beta)).inverse;
    const score = beta.map(() => 0);
    X.forEach((x, i) => {
      const p = expit(dot(x, beta));
      const h = p * (1 - p) * dot(x, V.map((row) => dot(row, x)));
      x.forEach((value, j) => { score[j] += value * (y[i] - p + h * (0.5 - p)); });
    });
    const free = beta.map((_, j) => j).filter((j) => j !== held?.j);
    const all = information(X, beta);
    const within = inverse(free.map((j) => free.map((k) => all[j][k]))).inverse;
    const move = within.map((row) => dot(row, free.map((j) => score[j])));
    beta = beta.map((b, j) => (j === held?.j ? b : b + move[free.indexOf(j)]));
    if (Math.max(...move.map((m, k) => Math.abs(m) * Math.sqrt(all[free[k]][free[k]]))) < 1e-9) break;
  }
  return { beta, logLik: heights(beta) };
}

/** Standard errors of a cumulative logit's slopes from its expected information. */
export function expectedStandardErrors(X: Rows, slopes: readonly number[], cuts: readonly number[]): number[] {
  const m = cuts.length + slopes.length;
  const total = Array.from({ length: m }, () => Array<number>(m).fill(0));
  for (const x of X) {
    const eta = dot(x, slopes);
    const F = [0, ...cuts.map((cut) => expit(cut - eta)), 1];
    // The gradient of P(y ≤ j) by cuts and slopes, none at the two ends.
    const G = F.map((f, k) => [...cuts.map((_, c) => (c === k - 1 ? f * (1 - f) : 0)), ...x.map((value) => -f * (1 - f) * value)]);
    for (let level = 1; level < F.length; level += 1) {
      const g = G[level].map((value, j) => value - G[level - 1][j]);
      const p = F[level] - F[level - 1];
      g.forEach((a, j) => g.forEach((b, k) => { total[j][k] += (a * b) / p; }));
    }
  }
  return inverse(total).inverse.map((row, j) => Math.sqrt(row[j])).slice(cuts.length);
}

/** Holm's correction: the smallest p times their number, the next times one less, never falling. */
export function holmByHand(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => p[a] - p[b]);
  let least = 0;
  const corrected = [...p];
  order.forEach((i, rank) => { least = Math.max(least, Math.min(1, (p.length - rank) * p[i])); corrected[i] = least; });
  return corrected;
}

/** Two-sided, from the normal density summed in small steps. */
export function twoSided(z: number): number {
  const to = Math.abs(z);
  const n = 2000;
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(0) + density(to);
  for (let i = 1; i < n; i += 1) sum += (i % 2 === 1 ? 4 : 2) * density((to * i) / n);
  return 1 - (2 * sum * to) / n / 3;
}

/** As the paper's tables star: *** 1%, ** 5%, * 10%, by the normal quantiles. */
export const starsByHand = (z: number): string => (Math.abs(z) > 2.5758293035489 ? "***" : Math.abs(z) > Z975 ? "**" : Math.abs(z) > 1.6448536269515 ? "*" : "");
