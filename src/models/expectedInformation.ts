import type { CumulativeLikelihood } from "./cumulativeLikelihood";
import type { LinkFunction } from "./links/link";

/**
 * What a row of an ordered model is expected to tell of its predictors at the cut points: f_c²(1/P_c + 1/P_{c+1}) of
 * each, −f_c f_{c+1}/P_{c+1} between neighbours, P being the probabilities of the levels.
 */
export function expectedOfRow(link: LinkFunction, predictors: readonly number[]): { own: number[]; next: number[] } {
  const f = predictors.map((a) => link.density(a));
  const P = levelProbabilities(link, predictors);
  return {
    own: f.map((each, c) => each * each * (1 / P[c] + 1 / P[c + 1])),
    next: f.slice(1).map((each, c) => (-f[c] * each) / P[c + 1]),
  };
}

/** Expected information of an ordered model whose slopes are all free, m × m, lower triangle. */
export function expectedInformation(general: CumulativeLikelihood, parameters: Float64Array): Float64Array {
  const { cuts, block, size, free, link, seen: { weights } } = general;
  const information = new Float64Array(size * size);
  for (let i = 0; i < free.rows; i++) {
    const z = [1, ...free.values.subarray(i * free.columns, (i + 1) * free.columns)].map((value, j) => (j === 0 ? 1 : -value));
    const { own, next } = expectedOfRow(link, Array.from({ length: cuts }, (_, cut) => general.predictor(i, cut, parameters)));
    const w = weights?.[i] ?? 1;
    const add = (c: number, d: number, value: number): void => {
      for (let a = 0; a < block; a++) for (let b = 0; b < block; b++) information[(c * block + a) * size + d * block + b] += w * value * z[a] * z[b];
    };
    own.forEach((value, c) => add(c, c, value));
    next.forEach((value, c) => add(c + 1, c, value));
  }
  return information;
}

function levelProbabilities(link: LinkFunction, predictors: readonly number[]): number[] {
  const cuts = predictors.length;
  const out = new Float64Array(6);
  return Array.from({ length: cuts + 1 }, (_, level) => {
    if (level === 0) link.binary(1, predictors[0], out);
    else if (level === cuts) link.binary(0, predictors[cuts - 1], out);
    else link.interval(predictors[level], predictors[level - 1], out);
    return Math.exp(out[0]);
  });
}
