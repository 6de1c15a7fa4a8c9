import { printedNumber, roundsTo, type PrintedNumber } from "../published/printedNumber";

/**
 * Why a number agrees with print or not, a closed vocabulary:
 * met · stand-in (the data are synthetic) · coding unknown (the source leaves it open) · mismatch (real data, coding known).
 */
export type Reason = "met" | "stand-in" | "coding unknown" | "mismatch";

/** A printed number beside the one computed anew. `refitted` is null where there is none: the model was refused or lacks the term. */
export interface NumberComparison {
  /** "Table 1", "Table 2", …, or "text". */
  readonly exhibit: string;
  /** A model's id; null outside the regression tables. */
  readonly model: string | null;
  /** A term, a variable of Table 1, or null for a number of the whole model. */
  readonly term: string | null;
  /** coef, se, n, pseudoR2, logLik; in Table 1 `count`, `percentage` (with their answer) or `mean`. */
  readonly field: string;
  readonly printed: PrintedNumber;
  readonly refitted: number | null;
  /** refitted − printed. */
  readonly difference: number | null;
  /** Within rounding: the refitted number prints as the published one. */
  readonly met: boolean;
  readonly reason: Reason;
}

/** Printed stars beside those of the unrounded p. */
export interface StarsComparison {
  readonly exhibit: string;
  readonly model: string;
  readonly term: string;
  readonly printed: string;
  readonly refitted: string | null;
  readonly met: boolean;
  readonly reason: Reason;
}

export interface Comparison {
  readonly numbers: readonly NumberComparison[];
  readonly stars: readonly StarsComparison[];
}

export interface Count {
  readonly met: number;
  readonly of: number;
}

/** How many numbers and stars agree with print. */
export function match(...comparisons: readonly Comparison[]): { numbers: Count; stars: Count } {
  const count = (cells: readonly { met: boolean }[]): Count => ({ met: cells.filter((cell) => cell.met).length, of: cells.length });
  return { numbers: count(comparisons.flatMap((c) => c.numbers)), stars: count(comparisons.flatMap((c) => c.stars)) };
}

/** What the reason of a difference hangs on, besides the difference. */
export interface Circumstances {
  readonly synthetic: boolean;
  /** The source leaves this cell's coding (or definition) so open that a difference is likelier its doing than the data's. */
  readonly codingOpen: boolean;
}

/**
 * The reason, by this rule: a number within rounding is met; else, where the source leaves the coding of that very cell
 * open, or the model as refitted lacks the term, "coding unknown"; else "stand-in" on synthetic data and "mismatch" on real data.
 */
export function reasonOf(met: boolean, { synthetic, codingOpen }: Circumstances): Reason {
  if (met) return "met";
  if (codingOpen) return "coding unknown";
  return synthetic ? "stand-in" : "mismatch";
}

/** One printed number against the one computed anew. */
export function compareNumber(
  where: Pick<NumberComparison, "exhibit" | "model" | "term" | "field">,
  text: string,
  refitted: number | null,
  circumstances: Circumstances,
): NumberComparison {
  const printed = printedNumber(text);
  if (!printed) throw new Error(`"${text}" is not a printed number`);
  const met = refitted !== null && roundsTo(refitted, printed);
  return {
    ...where,
    printed,
    refitted,
    difference: refitted === null ? null : refitted - printed.value,
    met,
    reason: reasonOf(met, circumstances),
  };
}
