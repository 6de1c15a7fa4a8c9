import { normalUpperTail } from "./normal";

/**
 * P(χ² > x) with a whole number of degrees of freedom, right to 1e-12 relative deep into the tail
 * (1 − jStat.chisquare.cdf(120, 1) is 0).
 *
 * The tail at df + 2 is the tail at df plus a positive term, so it is a sum in which nothing cancels:
 * from 2·P(Z > √x) for odd df, from nothing for even df (whose first term is e^(−x/2)).
 *
 * @throws {RangeError} where df is not a positive whole number or x is not a number
 * Source: Abramowitz & Stegun (1964) 26.4.4, 26.4.5.
 */
export function chiSquareTail(x: number, df: number): number {
  if (!Number.isInteger(df) || df < 1) throw new RangeError(`degrees of freedom must be a positive whole number, not ${df}`);
  if (Number.isNaN(x)) throw new RangeError("the χ² statistic is not a number");
  if (x <= 0) return 1;
  const odd = df % 2 === 1;
  const half = x / 2;
  // log of (x/2)^a e^(−x/2) / Γ(a + 1), for a = 1/2, 3/2, … or 0, 1, 2, …
  let a = odd ? 0.5 : 0;
  let logTerm = -half + (odd ? 0.5 * Math.log(half) - Math.log(Math.sqrt(Math.PI) / 2) : 0);
  let tail = odd ? 2 * normalUpperTail(Math.sqrt(x)) : 0;
  for (; a < df / 2 - 0.25; a++) {
    tail += Math.exp(logTerm);
    logTerm += Math.log(half / (a + 1));
  }
  return Math.min(tail, 1);
}
