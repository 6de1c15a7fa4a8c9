import type { Fit } from "../models/fit";
import { holm } from "../models/hypotheses/holm";
import { twoSidedP } from "../models/numeric/normal";
import { coefficientIn } from "./coefficientIn";

/** A coefficient in two models fitted on different people, and whether the two differ. */
export interface CoefficientDifference {
  readonly term: string;
  readonly a: number;
  readonly b: number;
  /** a − b. */
  readonly difference: number;
  readonly standardError: number;
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  /** The same, corrected by Holm for all the terms compared. */
  readonly pHolm: number;
}

/**
 * Tests whether coefficients differ between two independent groups: z = (a − b)/√(SE_a² + SE_b²), term by term.
 *
 * A difference of logits may also come from a difference in how much the models leave unexplained (Allison 1999,
 * Sociological Methods & Research 28: 186–208); it is no proof that an effect differs.
 *
 * @param fitA, fitB  of people who have nobody in common
 * @param terms       which to compare; by default all that both have, the constant too
 * @throws {Error} a term that one of the fits lacks
 */
export function coefficientDifferences(fitA: Fit, fitB: Fit, terms: readonly string[] = sharedTerms(fitA, fitB)): CoefficientDifference[] {
  const differences = terms.map((term) => {
    const a = coefficientIn(fitA, term);
    const b = coefficientIn(fitB, term);
    const difference = a.estimate - b.estimate;
    const standardError = Math.hypot(a.standardError, b.standardError);
    const z = difference / standardError;
    return { term, a: a.estimate, b: b.estimate, difference, standardError, z, p: twoSidedP(z) };
  });
  const corrected = holm(differences.map(({ p }) => p));
  return differences.map((difference, i) => ({ ...difference, pHolm: corrected[i] }));
}

const sharedTerms = (fitA: Fit, fitB: Fit): string[] =>
  fitA.coefficients.map(({ term }) => term).filter((term) => fitB.coefficients.some((c) => c.term === term));
