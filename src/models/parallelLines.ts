import type { ChiSquareTest } from "./chiSquareTest";
import type { Fit } from "./fit";
import type { Matrix } from "./matrix";
import type { RowOptions } from "./observations";
import type { Level } from "./ordered";
import { parallelLinesByLikelihoodRatio } from "./parallelLines/likelihoodRatio";

export { parallelLinesByLikelihoodRatio, type ChiSquareTest };

/** Whether one slope serves at every cut point, by each test there is. */
export interface ParallelLines {
  readonly lr: ChiSquareTest;
}

/** All tests of parallel lines of an ordered fit, on the data it was made from. */
export function parallelLines(fit: Fit, X: Matrix, y: readonly Level[], terms: readonly string[], options: RowOptions = {}): ParallelLines {
  return { lr: parallelLinesByLikelihoodRatio(fit, X, y, terms, options) };
}
