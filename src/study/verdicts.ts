import type { Fit } from "../models/fit";
import type { Study } from "./study";

/** What one coefficient says of a hypothesis. Null where the model was refused or, as read, lacks the term. */
export interface Decision {
  readonly model: string;
  readonly estimate: number | null;
  readonly standardError: number | null;
  /** Two-sided. */
  readonly p: number | null;
  /** Positive and starred. */
  readonly supported: boolean | null;
  /** The stars, whatever the sign; "" without any. */
  readonly level: string;
}

/** A hypothesis in a group, decided by one model; another model's decision may stand beside it. */
export interface Verdict extends Decision {
  readonly hypothesis: string;
  readonly group: string;
  readonly also?: Decision;
}

/**
 * Whether each hypothesis is supported in each group: its coefficient is positive and starred (with the usual cut-offs,
 * p < .1 two-sided). A negative starred coefficient keeps its stars as level and is not support.
 */
export const verdictsOf = (study: Study, fits: Readonly<Record<string, Fit>>, stars: (p: number) => string): Verdict[] =>
  study.hypotheses.flatMap(({ id, term, decidedBy }) => decidedBy.map(({ group, model, also }) => ({
    hypothesis: id,
    group,
    ...decide(model, fits[model], term, stars),
    ...(also && { also: decide(also, fits[also], term, stars) }),
  })));

function decide(model: string, fit: Fit | undefined, term: string, stars: (p: number) => string): Decision {
  const coefficient = fit?.coefficients.find((c) => c.term === term);
  if (!coefficient) return { model, estimate: null, standardError: null, p: null, supported: null, level: "" };
  const { estimate, standardError, p } = coefficient;
  const level = stars(p);
  return { model, estimate, standardError, p, supported: estimate > 0 && level !== "", level };
}
