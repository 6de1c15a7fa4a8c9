import { normalQuantile, twoSidedP } from "./normal";

/** Beyond so many degrees of freedom t is the normal to all digits. */
const AS_NORMAL = 1e9;

/**
 * Two-sided p of a t statistic.
 *
 * @param t   the statistic
 * @param df  degrees of freedom, above 0, whole or not; without any, the normal
 *
 * Source: the incomplete beta function by its continued fraction (Abramowitz & Stegun 26.5.8, 26.7.1); R `pt`, test/fixtures/models/imputation.R.
 */
export function twoSidedT(t: number, df = Infinity): number {
  if (!(df > 0)) throw new RangeError(`degrees of freedom must be above 0, not ${df}`);
  if (df >= AS_NORMAL) return twoSidedP(t);
  const f = t * t;
  return f === Infinity ? 0 : tailOfF(f, 1, df);
}

/** P(F > f) on q (whole) and df degrees of freedom. Source: as above, 26.6.2; R `pf`. */
export function tailOfF(f: number, q: number, df: number): number {
  const [a, b] = [df / 2, q / 2];
  const x = df / (df + q * f);
  const rest = (q * f) / (df + q * f);
  if (rest <= 0) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log(rest) + rise(a, q) - rise(0, q));
  // I_x(a, b), by whichever end the fraction converges fast from
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(rest, b, a)) / b;
}

/** ln Γ(a + q/2) − ln Γ(a), and of a = 0 ln Γ(q/2): whole steps by recurrence, a half one by Stirling. */
function rise(a: number, q: number): number {
  let at = a;
  let sum = 0;
  if (q % 2 === 1) [sum, at] = [a === 0 ? 0.5 * Math.log(Math.PI) : halfStep(a), a + 0.5];
  else if (a === 0) at = 1; // Γ(1) = 1
  for (; at < a + q / 2 - 0.25; at++) sum += Math.log(at);
  return sum;
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
