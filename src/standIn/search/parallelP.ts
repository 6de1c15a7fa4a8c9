import { fitOrderedLogit } from "../../models/ordered";
import { parallelLinesByLikelihoodRatio } from "../../models/parallelLines";
import type { People } from "../people";
import { OUTCOME, TERMS } from "../people";
import { AGE2_SCALE, termsOf } from "./termsOf";

/** p of the likelihood-ratio test of parallel lines for the ordered model of all 777 (the paper prints .87). */
export function parallelP(people: People): number {
  const X = Array.from({ length: people.n }, (_, i) => {
    const x = new Float64Array(TERMS.length);
    termsOf(people, i, x);
    x[0] *= AGE2_SCALE;
    return [...x];
  });
  const stay = Array.from(people.outcome, (outcome) => 1 + Math.max(0, outcome - OUTCOME.consideredAfter));
  const { p } = parallelLinesByLikelihoodRatio(fitOrderedLogit(X, stay, TERMS, [1, 2, 3]), X, stay, TERMS);
  return p ?? NaN;
}
