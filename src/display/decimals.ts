import { smallest } from "../extremes";

const FEWEST = 3;
const MOST = 6;
const SIGNIFICANT = 2;

/**
 * How many decimals show numbers that belong together: three, as papers print, or as many more as the smallest of them
 * needs for two significant digits (a squared age's coefficient of 0.00042), six at most.
 */
export function decimalsFor(...numbers: readonly number[]): number {
  const least = smallest(numbers.map(Math.abs).filter((size) => size > 0));
  if (!Number.isFinite(least)) return FEWEST;
  const needed = SIGNIFICANT - 1 - Math.floor(Math.log10(least));
  return Math.min(MOST, Math.max(FEWEST, needed));
}
