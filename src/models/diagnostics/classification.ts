import { noted } from "../../faults/noted";
import type { FittedRow } from "./fittedRows";

/** How a binary fit sorts its own rows, those with a fitted probability of the cut or more being called events. */
export interface Classification {
  readonly cut: number;
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
  /** Share of events that are called events; null where there are none. */
  readonly sensitivity: number | null;
  /** Share of the others that are not. */
  readonly specificity: number | null;
  /** Share of events among those called so; null where none is. */
  readonly positivePredictive: number | null;
  readonly negativePredictive: number | null;
  readonly correct: number;
}

/**
 * Counts right and wrong calls at a cut, weights counting as rows.
 *
 * @param cut between 0 and 1; Stata's default is 0.5
 * @throws {RangeError} at another cut
 * @example classification([{ y: 1, p: 0.7, q: 0.3, eta: 0.85, weight: 1 }, { y: 0, p: 0.2, q: 0.8, eta: -1.4, weight: 1 }]).correct // 1
 * Source: Stata `estat classification`; R `table(fitted(m) >= cut, y)`, test/fixtures/models/diagnoseMore.R.
 */
export function classification(rows: readonly FittedRow[], cut = 0.5): Classification {
  if (!(cut > 0 && cut < 1)) throw new RangeError(noted`a cut lies between 0 and 1, not at ${cut}`);
  const count = (y: number, called: boolean): number => rows.reduce((sum, row) => sum + (row.y === y && row.p >= cut === called ? row.weight : 0), 0);
  const [truePositives, falsePositives, trueNegatives, falseNegatives] = [count(1, true), count(0, true), count(0, false), count(1, false)];
  const share = (part: number, other: number): number | null => (part + other > 0 ? part / (part + other) : null);
  return {
    cut, truePositives, falsePositives, trueNegatives, falseNegatives,
    sensitivity: share(truePositives, falseNegatives), specificity: share(trueNegatives, falsePositives),
    positivePredictive: share(truePositives, falsePositives), negativePredictive: share(trueNegatives, falseNegatives),
    correct: share(truePositives + trueNegatives, falsePositives + falseNegatives)!,
  };
}
