import type { Design } from "../models/data/design";
import type { Fit } from "../models/fit";
import type { ParallelLines } from "../models/parallelLines";

/**
 * A fit as `sojourn fit --json` prints it: with its covariance, what was left out of the design, and for ordered
 * outcomes the tests of parallel lines (null where the weights make a pseudo-likelihood).
 */
export function fitJson({ covariance, inference: _, ...fit }: Fit, { dropped = [] }: Partial<Pick<Design, "dropped">> = {}, parallelLines?: ParallelLines) {
  const tests = parallelLines ?? (fit.family === "ordered" && fit.aic === null ? { lr: null, brant: null, score: null } : undefined);
  return { ...fit, covariance: { terms: covariance.terms, matrix: covariance.values }, dropped, ...(tests && { parallelLines: tests }) };
}
