import { fitBinaryLogit } from "../models/binary";
import type { Family, Fit } from "../models/fit";
import { fitOrderedLogit } from "../models/ordered";
import { parallelLines, type ParallelLines } from "../models/parallelLines";
import { RefusedModel } from "../models/refusedModel";
import type { ModelSample } from "./modelSample";

/**
 * Fits a model's sample by the estimator of its family.
 *
 * @throws {RefusedModel} as the estimators; bad-input where nobody is left to fit it on
 */
export function fitSample({ people, X, y, terms, levels, leftOut }: ModelSample, family: Family): Fit {
  if (people.length === 0) {
    throw new RefusedModel("bad-input", [], leftOut.people > 0
      ? `nobody of its group has a value in every column (${Object.entries(leftOut.byColumn).map(([column, n]) => `${column}: ${n} without`).join(", ")})`
      : "nobody belongs to its group");
  }
  return family === "binomial" ? fitBinaryLogit(X, y, terms) : fitOrderedLogit(X, y, terms, levels!);
}

/** Whether an ordered fit's slopes are the same at every cut point, by each test there is. */
export const parallelLinesOf = ({ X, y, terms }: ModelSample, fit: Fit): ParallelLines => parallelLines(fit, X, y, terms);
