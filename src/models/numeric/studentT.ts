import { normalQuantile, twoSidedP } from "./normal";

/** Beyond so many degrees of freedom t is the normal to all digits. */
const AS_NORMAL = 1e9;

/**
 * Two-sided p of a t statistic.
 *
 * @param t   the statistic
 * @param df  degrees of freedom, above 0, whole or not; Infinity gives the normal
 *
 * Source: the incomplete beta function by its continued fraction (Abramowitz & Stegun 26.5.8, 26.7.1); R `pt`, test/fixtures/models/imputation.R.
 */
export function twoSidedT(t: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`degrees of freedom must be above 0, not ${df}`);
  if (df >= AS_NORMAL) return twoSidedP(t);
  if (Math.abs(t) === Infinity) return 0;
  const x = df / (df + t * t);
  const rest = (t * t) / (df + t * t);
  const a = df / 2;
  if (rest <= 0) return 1;
  const front = Math.exp(a * Math.log(x) + 0.5 * Math.log(rest) + halfStep(a) - 0.5 * Math.log(Math.PI));
  // I_x(a, 1/2), by whichever end the fraction converges fast from
  return x < (a + 1) / (a + 2.5) ? (front * fraction(x, a, 0.5)) / a : 1 - (front * fraction(rest, 0.5, a)) / 0.5;
}

/** The value that a |t| exceeds with probability `p` (two-sided): 12.706 for .05 on 1 degree of freedom. */
export function quantileT(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a share between 0 and 1 is expected, not ${p}`);
  if (df >= AS_NORMAL) return normalQuantile(1 - p / 2);
  let [low, high] = [0, 1];
  while (twoSidedT(high, df) > p) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = (low + high) / 2;
    if (twoSidedT(middle, df) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** ln Γ(a + 1/2) − ln Γ(a), in which nothing large cancels: Stirling's series beyond 20, recurrence below. */
function halfStep(a: number): number {
  if (a < 20) return halfStep(a + 1) - Math.log((a + 0.5) / a);
  const r = 1 / (a * a);
  return 0.5 * Math.log(a) + (-1 / 8 + r * (1 / 192 + r * (-1 / 640 + r * (17 / 14_336 + r * (-31 / 18_432))))) / a;
}

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
  let value = d;
  for (let m = 1; m <= 100_000; m++) {
    for (const numerator of [(m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)), (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))]) {
      d = 1 / (1 + numerator * d || tiny);
      c = 1 + numerator / c || tiny;
      value *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-16) return value;
  }
  return value;
}
