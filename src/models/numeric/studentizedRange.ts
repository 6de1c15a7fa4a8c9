import { normalCdf, normalDensity } from "./normal";

/** The integrand is a smooth bell: at this step the trapezoid rule is right to the last digit. */
const STEP = 1 / 32;
/** Beyond this the normal density adds nothing. */
const FAR = 12;

/**
 * The chance that the range of k independent standard normals exceeds q: Tukey's studentized range with its standard
 * deviation known (infinite degrees of freedom), which z statistics take.
 *
 * P(range > q) = k∫φ(z)·[Φ(z)^(k−1) − (Φ(z) − Φ(z−q))^(k−1)] dz, the difference written as a product so that small
 * probabilities keep their digits.
 *
 * @param q  the range, 0 or more
 * @param k  how many means are compared, 2 or more
 * Source: Hochberg & Tamhane (1987), A 1.1; R `ptukey(df = Inf)`, test/fixtures/models/contrasts.R.
 */
export function rangeTail(q: number, k: number): number {
  if (!(Number.isInteger(k) && k >= 2)) throw new RangeError(`a range is of two means or more, not of ${k}`);
  if (!(q > 0)) return 1;
  let sum = 0;
  for (let z = -FAR; z <= q + FAR; z += STEP) {
    const [whole, far] = [normalCdf(z), normalCdf(z - q)];
    const within = whole - far;
    let powers = 0; // Σ whole^i · within^(k−2−i)
    for (let i = 0; i <= k - 2; i++) powers = powers * within + whole ** i;
    sum += normalDensity(z) * far * powers;
  }
  return Math.min(1, k * sum * STEP);
}

/** The range that is exceeded with probability `p`: 3.314… for .05 and three means. */
export function rangeQuantile(p: number, k: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a share between 0 and 1 is expected, not ${p}`);
  let [low, high] = [0, 1];
  while (rangeTail(high, k) > p) high *= 2;
  for (let step = 0; step < 100 && high - low > 1e-14 * high; step++) {
    const middle = (low + high) / 2;
    if (rangeTail(middle, k) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
