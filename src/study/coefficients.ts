import type { CoefficientTable } from "../published/coefficientTable";
import type { StudyResult } from "./runStudy";
import { PAPER_CUTOFFS, starsOf, type StarCutoff } from "./stars";

/** The coefficients of a run as a table's reader would see them: what claims are judged against. */
export function refittedCoefficients({ fits }: StudyResult, cutoffs: readonly StarCutoff[] = PAPER_CUTOFFS): CoefficientTable {
  return Object.fromEntries(Object.entries(fits).map(([model, { coefficients }]) => [
    model,
    Object.fromEntries(coefficients.map(({ term, estimate, p }) => [term, { estimate, stars: starsOf(p, cutoffs) }])),
  ]));
}
