import type { Fit } from "../models/fit";
import { isSupport, starredCoefficient } from "../published/coefficientTable";
import type { PublishedTable } from "../published/publishedTable";
import type { Hypothesis, Study } from "./study";

/** What one coefficient says of a hypothesis. Null where the model was refused or, as read, lacks the term. */
export interface Decision {
  readonly model: string;
  /** The effect that the hypothesis speaks of: the coefficient, or its negative where the term is coded the other way round. */
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
 * p < .1 two-sided); the negative of the coefficient, where the term is coded the other way round. A negative starred
 * coefficient keeps its stars as level and is not support.
 */
export const verdictsOf = (study: Study, fits: Readonly<Record<string, Fit>>, stars: (p: number) => string): Verdict[] =>
  study.hypotheses.flatMap(({ id, term, decidedBy, opposed }) => decidedBy.map(({ group, model, also }) => ({
    hypothesis: id,
    group,
    ...decide(model, fits[model], { term, opposed }, stars),
    ...(also && { also: decide(also, fits[also], { term, opposed }, stars) }),
  })));

function decide(model: string, fit: Fit | undefined, { term, opposed }: Pick<Hypothesis, "term" | "opposed">, stars: (p: number) => string): Decision {
  const coefficient = fit?.coefficients.find((c) => c.term === term);
  if (!coefficient) return { model, estimate: null, standardError: null, p: null, supported: null, level: "" };
  const { standardError, p } = coefficient;
  const estimate = opposed ? -coefficient.estimate : coefficient.estimate;
  const level = stars(p);
  return { model, estimate, standardError, p, supported: isSupport({ estimate, stars: level }), level };
}

/** What the printed coefficient of one model says of a hypothesis. */
export interface PrintedVerdict {
  readonly model: string;
  /** As printed; where the term, as read, is coded the other way round, with the other sign, of an odds ratio as one divided by it. */
  readonly coef: string;
  readonly stars: string;
  /** Positive and starred, by the same rule as what is refitted. */
  readonly supported: boolean;
}

/** Undefined where the model does not print the term. */
export function printedVerdict(model: string, { term, opposed = false }: Pick<Hypothesis, "term" | "opposed">, published: PublishedTable): PrintedVerdict | undefined {
  const row = published.models[model]?.rows.find((printed) => printed.term === term);
  if (!row) return undefined;
  const { estimate, stars } = starredCoefficient(published.models[model], row);
  const other = published.models[model].scale === "oddsRatio" ? `1/${row.coef}` : turned(row.coef);
  return { model, coef: opposed ? other : row.coef, stars, supported: isSupport({ estimate: opposed ? -estimate : estimate, stars }) };
}

/** The same digits with the other sign. */
const turned = (coef: string): string => (coef.startsWith("-") ? coef.slice(1) : `-${coef}`);
