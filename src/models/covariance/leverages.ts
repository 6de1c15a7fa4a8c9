import type { Fit } from "../fit";
import { factorise, rootOfInverse } from "../numeric/cholesky";
import { norm } from "../numeric/orthogonal";
import type { RowInfluence } from "./influenceRows";
import { throughRoot } from "../inference";

/**
 * Leverages of a binary fit's rows, one for each of the equal rows that a frequency weight stands for: the diagonal of
 * the hat matrix of the last weighted least-squares step. Times the weights they sum to the number of parameters.
 *
 * They come from the expected information, as R's `hatvalues`; for the logit that is the observed.
 */
export function leverages(fit: Fit, rows: readonly RowInfluence[]): number[] {
  const root = fit.link === "logit" ? undefined : expectedThroughBread(rows, fit.inference.parameters.length);
  return rows.map(({ place, information }) => information * norm(root ? throughRoot(root, place) : place) ** 2);
}

/** A root of the inverse of Σ w·information·place·place′: the expected information in coordinates where it is near 1. */
export function expectedThroughBread(rows: readonly RowInfluence[], m: number): Float64Array {
  const sum = new Float64Array(m * m);
  for (const { place, information, weight } of rows) {
    for (let a = 0; a < m; a++) for (let b = 0; b <= a; b++) sum[a * m + b] += weight * information * place[a] * place[b];
  }
  if (!factorise(sum, m)) throw new RangeError("the expected information is singular");
  return rootOfInverse(sum, m);
}
