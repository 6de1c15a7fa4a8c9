import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { Fit } from "../models/fit";
import { differenceOf, withHolm, type Difference } from "../models/hypotheses/difference";
import { coefficientIn } from "./results";

/** A coefficient in two models fitted on different people, and whether the two differ. */
export interface CoefficientDifference extends Difference {
  readonly term: string;
  readonly a: number;
  readonly b: number;
  /** p, corrected by Holm for all the terms compared. */
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
 * @throws {BadInput} a term that one of the fits lacks, fits of two families, or one beside itself
 */
export function coefficientDifferences(fitA: Fit, fitB: Fit, terms: readonly string[] = sharedTerms(fitA, fitB)): CoefficientDifference[] {
  if (fitA === fitB) throw new BadInput({ file: "coefficientDifferences" }, "one fit stands beside itself", "the fits of two groups that have nobody in common");
  if (fitA.family !== fitB.family) throw new BadInput({ file: "coefficientDifferences" }, said`one fit is ${fitA.family}, the other ${fitB.family}: their coefficients are on two scales`, "two fits of one family");
  return withHolm(terms.map((term) => {
    const [a, b] = [coefficientIn(fitA, term), coefficientIn(fitB, term)];
    return { term, a: a.estimate, b: b.estimate, ...differenceOf(a, b) };
  }));
}

const sharedTerms = (fitA: Fit, fitB: Fit): string[] =>
  fitA.coefficients.map(({ term }) => term).filter((term) => fitB.coefficients.some((c) => c.term === term));
