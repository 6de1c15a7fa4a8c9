import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { holm } from "../models/hypotheses/holm";
import { twoSidedP } from "../models/numeric/normal";
import { influenceRows, movesOf as rowMoves } from "../models/covariance/influenceRows";
import type { CoefficientDifference } from "./differences";
import { coefficientOf, fitOf, peopleOf } from "./results";
import type { StudyResult } from "./runStudy";

/**
 * Whether coefficients of two models fitted on the same people differ, term by term. The two estimates are then not
 * independent, and the usual z, which adds their variances, is no test of their difference.
 *
 * Method  both models' scores are stacked: to first order an estimate is the sum of what each person moves it by, so the
 *         variance of a difference is the sum over people of the squared difference of the two moves. It trusts neither
 *         model's own standard errors. People in only one of the models count there alone.
 * Warns   coefficients of two outcomes are on two scales: a difference may be one of scale.
 * Source  White (1982); Weesie (1999), `suest`, Stata Technical Bulletin 52; test/fixtures/secondReading.R.
 *
 * @param terms  which to compare; by default all that both have, the constant apart
 * @throws {RefusedModel} where one of the models was refused; {BadInput} a term that one of them lacks, people who were
 *   counted together, a term that everybody moves by the same in both: a model beside itself
 */
export function differencesOnSamePeople(result: StudyResult, a: string, b: string, terms: readonly string[] = sharedSlopes(result, a, b)): CoefficientDifference[] {
  const [movesA, movesB] = [movesOf(result, a), movesOf(result, b)];
  const everybody = new Set<unknown>([...movesA.keys(), ...movesB.keys()]);
  const differences = terms.map((term) => {
    const [one, other] = [coefficientOf(result, a, term), coefficientOf(result, b, term)];
    const variance = [...everybody].reduce<number>((sum, person) => sum + ((movesA.get(person)?.[term] ?? 0) - (movesB.get(person)?.[term] ?? 0)) ** 2, 0);
    if (!(variance > 0)) throw new BadInput({ file: `study ${result.study.id}` }, said`nobody moves ${term} of ${a} by anything else than that of ${b}: they are one estimate, and there is no difference to test`, "two models that differ");
    const [difference, standardError] = [one.estimate - other.estimate, Math.sqrt(variance)];
    const z = difference / standardError;
    return { term, a: one.estimate, b: other.estimate, difference, standardError, z, p: twoSidedP(z) };
  });
  const corrected = holm(differences.map(({ p }) => p));
  return differences.map((difference, i) => ({ ...difference, pHolm: corrected[i] }));
}

/** By person: how far each coefficient is moved by that person. */
function movesOf(result: StudyResult, model: string): Map<unknown, Record<string, number>> {
  const fit = fitOf(result, model);
  const { X, y, people } = peopleOf(result, model);
  const terms = fit.covariance.terms;
  return new Map(rowMoves(fit, influenceRows(fit, { X, y })).map((moves, i) => [people[i], Object.fromEntries(terms.map((term, j) => [term, moves[j]]))]));
}

function sharedSlopes(result: StudyResult, a: string, b: string): string[] {
  const other = new Set(fitOf(result, b).coefficients.map(({ term }) => term));
  return fitOf(result, a).coefficients.map(({ term }) => term).filter((term) => term !== "const" && other.has(term));
}
