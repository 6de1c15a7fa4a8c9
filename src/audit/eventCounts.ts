import { logLikOfCounts } from "../models/logLikOfCounts";
import type { Interval } from "../published/printedNumber";
import { overlaps, printedInterval, type Rounding } from "./printedInterval";
import { chargesParameters, PSEUDO_R2_DEFINITIONS, pseudoR2, type PseudoR2Definition } from "./pseudoR2Definitions";

/** What a table prints of one binary model. */
export interface PrintedFit {
  readonly n: number;
  readonly logLik: string;
  readonly pseudoR2: string;
  /** Slopes, the constant not counted. */
  readonly slopes: number;
}

/** Log-likelihood of the constant alone, at `events` of n. */
export const logLikOfEvents = (events: number, n: number): number => logLikOfCounts([events, n - events]);

/**
 * The event counts under which a definition gives the printed R², up to the mirror of 0 and 1: each is at least n/2.
 *
 * Method    the null log-likelihood of a binary model is a function of n and the number of events, and so is every R²
 *           here once the log-likelihood is printed: try all ⌊n/2⌋ counts, over both rounding intervals.
 * Assumes   one row one observation (no weights), a constant in the model, maximum likelihood.
 *
 * @example eventCounts("nagelkerke", { n: 187, logLik: "-106.527", pseudoR2: "0.257", slopes: 10 })  // [111]
 * @example eventCounts("mcFadden", { n: 187, logLik: "-106.527", pseudoR2: "0.257", slopes: 10 })  // []
 */
export function eventCounts(definition: PseudoR2Definition, fit: PrintedFit, rounding: Rounding = "nearest"): number[] {
  const logLik = printedInterval(fit.logLik, rounding);
  const printed = printedInterval(fit.pseudoR2, rounding);
  const counts: number[] = [];
  for (let events = fit.n - 1; events >= fit.n / 2; events--) {
    if (rangesOfR2(definition, fit, logLik, events).some((range) => overlaps(range, printed))) counts.push(events);
  }
  return counts.reverse();
}

/** R² at one event count over the interval of the log-likelihood, for each way to count parameters; none where the null fits better. */
function rangesOfR2(definition: PseudoR2Definition, { n, slopes }: PrintedFit, logLik: Interval, events: number): Interval[] {
  const logLikNull = logLikOfEvents(events, n);
  if (logLikNull > logLik.upper) return [];
  // A model that holds the constant cannot fit worse than the constant alone.
  const worst = Math.max(logLik.lower, logLikNull);
  return (chargesParameters(definition) ? [slopes + 1, slopes] : [slopes]).map((k) => ({
    lower: pseudoR2(definition, { logLik: worst, logLikNull, n, k }),
    upper: pseudoR2(definition, { logLik: logLik.upper, logLikNull, n, k }),
  }));
}

/**
 * The most that each definition can reach at this n and log-likelihood, whatever the events; undefined where the
 * log-likelihood is below n·log(1/2), so that no fitted model has it.
 *
 * Proof     every definition falls as the null log-likelihood rises (that is, as events become rarer), so the most is at
 *           the most even split; n·log(1/2) is the least null log-likelihood, and a fit cannot be below its null.
 *
 * @example attainableR2({ n: 187, logLik: "-106.527", pseudoR2: "0.257", slopes: 10 }).mcFadden.toFixed(3)  // "0.178"
 */
export function attainableR2(fit: Omit<PrintedFit, "pseudoR2">, rounding: Rounding = "any"): Record<PseudoR2Definition, number> | undefined {
  const logLik = printedInterval(fit.logLik, rounding);
  const even = Math.ceil(fit.n / 2);
  const most = PSEUDO_R2_DEFINITIONS.map((definition) => {
    const ranges = rangesOfR2(definition, { ...fit, pseudoR2: "0" }, logLik, even);
    return [definition, Math.max(...ranges.map(({ upper }) => upper))] as const;
  });
  return most.some(([, value]) => value === -Infinity) ? undefined : (Object.fromEntries(most) as Record<PseudoR2Definition, number>);
}

/**
 * Over which share of the values that the log-likelihood's rounding leaves does an event count give the printed R², and
 * does it at the printed value itself? A fit that needs a corner of the interval is a fit, but a lucky one.
 *
 * @example shareOfLogLik("nagelkerke", { n: 187, logLik: "-106.527", pseudoR2: "0.257", slopes: 10 }, 111).face  // false
 */
export function shareOfLogLik(definition: PseudoR2Definition, fit: PrintedFit, events: number, rounding: Rounding = "nearest"): { share: number; face: boolean } {
  const printed = printedInterval(fit.pseudoR2, rounding);
  const { lower, upper } = printedInterval(fit.logLik, rounding);
  const fits = (logLik: number) => rangesOfR2(definition, fit, { lower: logLik, upper: logLik }, events).some((range) => overlaps(range, printed));
  const within = Array.from({ length: STEPS + 1 }, (_, i) => fits(lower + ((upper - lower) * i) / STEPS)).filter(Boolean).length;
  return { share: within / (STEPS + 1), face: fits(Number(fit.logLik)) };
}

/** R² rises with the log-likelihood, so the share is that of one interval; a percent is fine enough to tell. */
const STEPS = 200;
