import type { Interval } from "../published/printedNumber";
import { overlaps, printedInterval, printedIntervalAboveZero } from "./printedInterval";

interface Numbers {
  readonly coef: string;
  readonly se?: string;
}

/**
 * How far a pooled coefficient lies from the inverse-variance mean of its parts, in its own standard errors.
 *
 * Method    with equal other coefficients the pooled maximum is, to first order, the parts' estimates weighted by their
 *           information. `apart` says that no rounding to the nearest of any of the numbers lets the two meet.
 * Source    DerSimonian & Laird (1986) for the fixed-effect mean; how far right tables stray is simulated (calibration.ts).
 *
 * @returns nothing where a standard error is missing or printed as 0
 * @example distanceFromMean({ coef: "-0.0002", se: "0.0001" }, [{ coef: "0.0004", se: "0.0002" }, { coef: "-0.0001", se: "0.0001" }])?.distance.toFixed(2)  // "-2.00"
 * @example distanceFromMean({ coef: "-0.0002", se: "0.0001" }, [{ coef: "-0.0004", se: "0.0002" }, { coef: "-0.0001", se: "0.0001" }])?.distance.toFixed(2)  // "-0.40"
 */
export function distanceFromMean(pooled: Numbers, parts: readonly Numbers[]): { mean: number; distance: number; interval: Interval; apart: boolean } | undefined {
  if (pooled.se === undefined || !(Number(pooled.se) > 0) || parts.some(({ se }) => se === undefined || !(Number(se) > 0))) return undefined;
  const mean = meanOf(parts.map(({ coef }) => Number(coef)), parts.map(({ se }) => Number(se)));
  const coefs = parts.map(({ coef }) => printedInterval(coef, "nearest"));
  const errors = parts.map(({ se }) => printedIntervalAboveZero(se!, "nearest"));
  // For given weights the mean rises with every estimate; for given estimates it is monotone in each weight: corners suffice.
  const corners = cornersOf(errors);
  const interval = {
    lower: Math.min(...corners.map((corner) => meanOf(coefs.map(({ lower }) => lower), corner))),
    upper: Math.max(...corners.map((corner) => meanOf(coefs.map(({ upper }) => upper), corner))),
  };
  return { mean, distance: (Number(pooled.coef) - mean) / Number(pooled.se), interval, apart: !overlaps(interval, printedInterval(pooled.coef, "nearest")) };
}

function meanOf(estimates: readonly number[], errors: readonly number[]): number {
  const weights = errors.map((se) => 1 / se ** 2);
  return estimates.reduce((sum, estimate, i) => sum + estimate * weights[i], 0) / weights.reduce((sum, weight) => sum + weight, 0);
}

const cornersOf = (intervals: readonly Interval[]): number[][] =>
  intervals.reduce<number[][]>((sofar, { lower, upper }) => sofar.flatMap((corner) => [[...corner, lower], [...corner, upper]]), [[]]);
