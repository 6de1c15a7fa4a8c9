import type { FittedUniverse, Outcome } from "./fitUniverses";

/** The universes of one term of one model: what a specification curve shows. */
export interface Curve {
  readonly model: string;
  readonly term: string;
  /** All, in their order. */
  readonly universes: readonly Outcome[];
  /** The fitted ones, each likelihood once. */
  readonly distinct: readonly FittedUniverse[];
  /** How many have the likelihood of another that is counted. */
  readonly counted: { readonly fitted: number; readonly refused: number; readonly sameLikelihood: number };
}

/** The curves of a multiverse, in the order of its models and terms. */
export function curvesOf(outcomes: readonly Outcome[]): Curve[] {
  const by = new Map<string, Outcome[]>();
  const likelihoods = new Map<string, Set<string>>();
  const distinct = new Map<string, FittedUniverse[]>();
  for (const outcome of outcomes) {
    const key = JSON.stringify([outcome.model, outcome.term]);
    if (!by.has(key)) {
      by.set(key, []);
      likelihoods.set(key, new Set());
      distinct.set(key, []);
    }
    by.get(key)!.push(outcome);
    if (outcome.status !== "fitted" || likelihoods.get(key)!.has(outcome.likelihood)) continue;
    likelihoods.get(key)!.add(outcome.likelihood);
    distinct.get(key)!.push(outcome);
  }
  return [...by].map(([key, universes]) => {
    const fitted = universes.filter(({ status }) => status === "fitted").length;
    const { model, term } = universes[0];
    return { model, term, universes, distinct: distinct.get(key)!, counted: { fitted, refused: universes.length - fitted, sameLikelihood: fitted - distinct.get(key)!.length } };
  });
}

/** Below which p a universe counts as significant in a curve's statistics. */
export const SIGNIFICANT = 0.05;

/** What a curve's test looks at. */
export interface CurveStatistics {
  readonly median: number;
  /** p < .05, whatever the sign. */
  readonly shareSignificant: number;
  /** Of the commoner sign. */
  readonly shareOfSign: number;
  /** The largest |z|. */
  readonly max: number;
}

/** The statistics of a curve's distinct universes. */
export function statisticsOf(universes: readonly { readonly estimate: number; readonly standardError: number; readonly p: number }[]): CurveStatistics {
  const n = universes.length;
  const sorted = Float64Array.from(universes, ({ estimate }) => estimate).sort();
  const share = (holds: (universe: (typeof universes)[number]) => boolean): number => universes.filter(holds).length / n;
  return {
    median: (sorted[(n - 1) >> 1] + sorted[n >> 1]) / 2,
    shareSignificant: share(({ p }) => p < SIGNIFICANT),
    shareOfSign: Math.max(share(({ estimate }) => estimate > 0), share(({ estimate }) => estimate < 0)),
    max: universes.reduce((most, { estimate, standardError }) => Math.max(most, Math.abs(estimate / standardError)), 0),
  };
}
