import type { CumulativeLikelihood } from "./cumulativeLikelihood";

/**
 * Expected information of an ordered model whose slopes are all free, m × m, lower triangle.
 *
 * By the cut points' predictors it is tridiagonal in each row: f_c²(1/P_c + 1/P_{c+1}) and −f_c f_{c+1}/P_{c+1},
 * P being the probabilities of the levels.
 */
export function expectedInformation(general: CumulativeLikelihood, parameters: Float64Array): Float64Array {
  const { cuts, block, size, free, link, seen: { weights } } = general;
  const information = new Float64Array(size * size);
  for (let i = 0; i < free.rows; i++) {
    const z = [1, ...free.values.subarray(i * free.columns, (i + 1) * free.columns)].map((value, j) => (j === 0 ? 1 : -value));
    const predictors = Array.from({ length: cuts }, (_, cut) => general.predictor(i, cut, parameters));
    const f = predictors.map((a) => link.density(a));
    const P = levelProbabilities(general, predictors);
    const w = weights?.[i] ?? 1;
    const add = (c: number, d: number, value: number): void => {
      for (let a = 0; a < block; a++) for (let b = 0; b < block; b++) information[(c * block + a) * size + d * block + b] += w * value * z[a] * z[b];
    };
    for (let c = 0; c < cuts; c++) {
      add(c, c, f[c] * f[c] * (1 / P[c] + 1 / P[c + 1]));
      if (c + 1 < cuts) add(c + 1, c, (-f[c] * f[c + 1]) / P[c + 1]);
    }
  }
  return information;
}

function levelProbabilities({ cuts, link }: CumulativeLikelihood, predictors: readonly number[]): number[] {
  const out = new Float64Array(6);
  return Array.from({ length: cuts + 1 }, (_, level) => {
    if (level === 0) link.binary(1, predictors[0], out);
    else if (level === cuts) link.binary(0, predictors[cuts - 1], out);
    else link.interval(predictors[level], predictors[level - 1], out);
    return Math.exp(out[0]);
  });
}
