import { twoSidedP } from "../numeric/normal";
import { holm } from "./holm";

/** What is estimated, and how surely: a coefficient, an effect, a probability. */
export interface Estimated {
  readonly estimate: number;
  readonly standardError: number;
}

export interface Difference {
  /** a − b. */
  readonly difference: number;
  readonly standardError: number;
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Whether two estimates from independent people differ: z = (a − b)/√(SE_a² + SE_b²).
 *
 * @example differenceOf({ estimate: 1.2, standardError: 0.3 }, { estimate: 0.2, standardError: 0.4 }).z // 2
 */
export function differenceOf(a: Estimated, b: Estimated): Difference {
  const difference = a.estimate - b.estimate;
  const standardError = Math.hypot(a.standardError, b.standardError);
  const z = difference / standardError;
  return { difference, standardError, z, p: twoSidedP(z) };
}

/** Each test with its p corrected by Holm for all of them together. */
export function withHolm<Test extends { readonly p: number }>(tests: readonly Test[]): (Test & { readonly pHolm: number })[] {
  const corrected = holm(tests.map(({ p }) => p));
  return tests.map((test, i) => ({ ...test, pHolm: corrected[i] }));
}
