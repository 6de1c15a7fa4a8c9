import { type Interval, type PrintedNumber, printedNumber } from "../published/printedNumber";

/**
 * How a number may have been cut to its printed places: to the nearest (half-up and half-even alike), by truncation,
 * or either, which is all that an outsider knows. Truncation drops digits, so it moves a number towards zero.
 */
export type Rounding = "any" | "nearest" | "truncated";

/** How far the true magnitude may lie below and above the printed one, in units of the last place. */
const REACH: Record<Rounding, { below: number; above: number }> = {
  any: { below: 0.5, above: 1 },
  nearest: { below: 0.5, above: 0.5 },
  truncated: { below: 0, above: 1 },
};

/**
 * Every value that may have been printed so, ends included.
 *
 * @example printedInterval("-0.20", "nearest").lower.toFixed(4)  // "-0.2050"
 * @example printedInterval("-0.20", "truncated").lower.toFixed(4)  // "-0.2100"
 * @example printedInterval("-0.20", "truncated").upper.toFixed(4)  // "-0.2000"
 */
export function printedInterval(text: string, rounding: Rounding = "any"): Interval {
  const printed = expectPrinted(text);
  const { below, above } = REACH[rounding];
  const magnitude = Math.abs(printed.value);
  const most = magnitude + above * printed.unit;
  const negative = text.startsWith("-");
  // A printed zero may have had either sign, unless a minus is left standing before it.
  if (magnitude === 0) return { lower: -most, upper: negative ? 0 : most };
  const least = magnitude - below * printed.unit;
  return negative ? { lower: -most, upper: -least } : { lower: least, upper: most };
}

/** The same for a number that cannot be negative, such as a standard error. */
export function printedIntervalAboveZero(text: string, rounding: Rounding = "any"): Interval {
  const { lower, upper } = printedInterval(text, rounding);
  return { lower: Math.max(0, lower), upper };
}

/** A table's cells were validated when it was read; whoever calls a check by hand is told what is wrong. */
export function expectPrinted(text: string): PrintedNumber {
  const printed = printedNumber(text);
  if (!printed) throw new RangeError(`"${text}" is not a printed number: digits, "-" and "." only, such as "-0.30"`);
  return printed;
}

/** Slack for decimal fractions held in binary, relative to the size of what is compared. */
export const SLACK = 1e-12;

/** As results and JSON have it. */
export const asPair = ({ lower, upper }: Interval): [number, number] => [lower, upper];

export const overlaps = (a: Interval, b: Interval, slack = SLACK): boolean =>
  a.lower <= b.upper + slack * Math.max(1, Math.abs(b.upper)) && b.lower <= a.upper + slack * Math.max(1, Math.abs(a.upper));

export const contains = (outer: Interval, value: number, slack = SLACK): boolean => overlaps(outer, { lower: value, upper: value }, slack);

export const sumOf = (intervals: readonly Interval[]): Interval => ({
  lower: intervals.reduce((sum, i) => sum + i.lower, 0),
  upper: intervals.reduce((sum, i) => sum + i.upper, 0),
});

/** The smallest and largest magnitude in an interval. */
export const magnitudeOf = ({ lower, upper }: Interval): Interval =>
  lower <= 0 && upper >= 0
    ? { lower: 0, upper: Math.max(-lower, upper) }
    : { lower: Math.min(Math.abs(lower), Math.abs(upper)), upper: Math.max(Math.abs(lower), Math.abs(upper)) };
