import type { Fit } from "../models/fit";
import type { ParallelLines } from "../models/parallelLines";

/** A fit as `sojourn fit --json` prints it: everything but the covariance; tests of parallel lines for ordered outcomes. */
export function fitJson({ covariance: _, ...fit }: Fit, parallelLines?: ParallelLines) {
  return { ...fit, ...(parallelLines && { parallelLines }) };
}
