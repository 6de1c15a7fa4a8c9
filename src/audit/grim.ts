import type { Interval } from "../published/printedNumber";
import { contains, expectPrinted, overlaps, printedInterval, printedIntervalAboveZero, type Rounding } from "./printedInterval";
import { type Verdict, verdictOf } from "./check";

export interface GranularityAnswer {
  readonly verdict: Verdict;
  /** What the printed digits allow. */
  readonly interval: Interval;
  /** The share of printable values that no data of this n could give: how often the test can fail a made-up number. */
  readonly power: number;
}

/** What is known of the answers behind a mean. */
export interface Answers {
  readonly n: number;
  /** Each answer is a multiple of this (1 for whole numbers, 1/3 for a mean of three items). */
  readonly step?: number;
  readonly lower?: number | undefined;
  readonly upper?: number | undefined;
}

/**
 * GRIM: can n answers, each a multiple of `step`, have this mean?
 *
 * Method    the mean is a multiple of step/n: is there one in the interval that rounding leaves?
 * Source    Brown & Heathers (2017).
 * Inconsistent means: no sum of n such answers, divided by n, rounds or truncates to the printed mean.
 *           Proof: sums are whole multiples of `step`; all those in the interval were looked for.
 * Assumes   unweighted answers, the n of the table, and the scale as given. Where n·step is fine beside the printed
 *           places, nothing can fail: `power` says so.
 *
 * @example grim("2.35", { n: 20 }).verdict  // "consistent"
 * @example grim("2.37", { n: 20 }).verdict  // "inconsistent"
 * @example grim("41.6", { n: 777, step: 100 }, "nearest").power.toFixed(3)  // "0.223"
 */
export function grim(mean: string, { n, step = 1 }: Answers, rounding: Rounding = "any"): GranularityAnswer {
  const interval = printedInterval(mean, rounding);
  const grain = step / n;
  const some = hasMultiple(interval, grain);
  return {
    // Every printed mean stands for many sums or one: "all agree" is not asked of a lattice, one that fits is enough.
    verdict: verdictOf({ some, all: some && hasMultiple(printedInterval(mean, "nearest"), grain), face: false }),
    interval,
    power: grimPower(mean, grain, rounding),
  };
}

const hasMultiple = ({ lower, upper }: Interval, grain: number): boolean =>
  Math.floor(upper / grain + 1e-9) >= Math.ceil(lower / grain - 1e-9);

/** Values are printed `unit` apart and lie `grain` apart: each of the latter excuses `reach` of a unit. */
function grimPower(mean: string, grain: number, rounding: Rounding): number {
  const reach = rounding === "any" ? 1.5 : 1;
  return Math.max(0, 1 - (reach * expectPrinted(mean).unit) / grain);
}

/**
 * GRIMMER: can n such answers have this mean and this standard deviation (n − 1)?
 *
 * Method    in units of `step` the sum S and the sum of squares Q are whole numbers; for every S that the mean allows,
 *           is there a Q that the SD allows, of the parity of S (x² and x are both odd or both even), no less than the
 *           most even answers give and no more than the most extreme ones?
 * Source    Anaya (2016); the parity test is his.
 * Inconsistent means: no such pair (S, Q). Proof: all four conditions hold of any n whole numbers.
 * Assumes   as GRIM, and the SD with n − 1.
 *
 * @example grimmer("3.44", "2.48", { n: 18 }).verdict  // "consistent"
 * @example grimmer("3.44", "2.42", { n: 18 }).verdict  // "inconsistent"
 */
export function grimmer(mean: string, sd: string, { n, step = 1, lower, upper }: Answers, rounding: Rounding = "any"): Pick<GranularityAnswer, "verdict" | "interval"> {
  const interval = printedIntervalAboveZero(sd, rounding);
  const fits = (how: Rounding) => someSums(printedInterval(mean, how), printedIntervalAboveZero(sd, how), { n, step, lower, upper });
  const some = fits(rounding);
  return { verdict: verdictOf({ some, all: some && fits("nearest"), face: false }), interval };
}

function someSums(mean: Interval, sd: Interval, { n, step = 1, lower, upper }: Answers): boolean {
  const first = Math.ceil((mean.lower * n) / step - 1e-9);
  const last = Math.floor((mean.upper * n) / step + 1e-9);
  for (let sum = first; sum <= last; sum++) {
    const squares = (s: number) => (n - 1) * (s / step) ** 2 + (sum * sum) / n;
    const least = Math.max(Math.ceil(squares(sd.lower) - 1e-9 * n), leastSquares(sum, n));
    const most = Math.min(Math.floor(squares(sd.upper) + 1e-9 * n), mostSquares(sum, n, lower, upper, step));
    const firstOfParity = (least - sum) % 2 === 0 ? least : least + 1;
    if (firstOfParity <= most) return true;
  }
  return false;
}

/** Sum of squares of n whole numbers as even as their sum allows. */
function leastSquares(sum: number, n: number): number {
  const quotient = Math.floor(sum / n);
  const rest = sum - quotient * n;
  return n * quotient * quotient + rest * (2 * quotient + 1);
}

/** … and as extreme as the ends of the scale allow: Σ(x − lower)(upper − x) ≥ 0. */
function mostSquares(sum: number, n: number, lower: number | undefined, upper: number | undefined, step: number): number {
  if (lower === undefined || upper === undefined) return Infinity;
  const [low, high] = [lower / step, upper / step];
  return Math.floor((low + high) * sum - n * low * high + 1e-9 * n);
}

/**
 * DEBIT: can n answers of 0 or 1 have this mean and this standard deviation (n − 1)?
 *
 * Method    a 0/1 variable's variance is n/(n − 1)·q(1 − q): for every count the mean allows, is its SD in the interval?
 * Source    Heathers & Brown (2019).
 * Inconsistent means: no count gives both. Proof: the variance of 0/1 answers is a function of their mean; every count
 *           was tried.
 * Assumes   unweighted 0/1 answers, SD with n − 1.
 *
 * @example debit("0.25", "0.44", 100).verdict  // "consistent"
 * @example debit("0.25", "0.35", 100).verdict  // "inconsistent"
 */
export function debit(mean: string, sd: string, n: number, rounding: Rounding = "any"): Pick<GranularityAnswer, "verdict" | "interval"> {
  const interval = printedIntervalAboveZero(sd, rounding);
  const fits = (how: Rounding): boolean => {
    const { lower, upper } = printedInterval(mean, how);
    for (let count = Math.max(0, Math.ceil(lower * n - 1e-9)); count <= Math.min(n, Math.floor(upper * n + 1e-9)); count++) {
      if (contains(printedIntervalAboveZero(sd, how), Math.sqrt(((count / n) * (1 - count / n) * n) / (n - 1)))) return true;
    }
    return false;
  };
  const some = fits(rounding);
  return { verdict: verdictOf({ some, all: some && fits("nearest"), face: false }), interval };
}

/**
 * Does a printed percentage belong to this count of this base?
 *
 * Method    100·count/base is a single number: does it round (or truncate) to the print?
 * Source    the definition of a percentage.
 * Inconsistent means: it does neither. Assumes an unweighted percentage of that base.
 *
 * @example checkPercentage(187, 777, "24.1")  // "consistent"
 * @example checkPercentage(187, 777, "24.0")  // "only-by-rounding"
 * @example checkPercentage(187, 777, "21.4")  // "inconsistent"
 */
export function checkPercentage(count: number, base: number, percentage: string, rounding: Rounding = "any"): Verdict {
  const value = (100 * count) / base;
  const exact = { lower: value, upper: value };
  const some = overlaps(printedInterval(percentage, rounding), exact);
  return verdictOf({ some, all: some && (rounding !== "any" || overlaps(printedInterval(percentage, "nearest"), exact)), face: false });
}
