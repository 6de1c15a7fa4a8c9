import { grouped } from "../grouped";
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
  return [...grouped(outcomes, ({ model, term }) => JSON.stringify([model, term])).values()].map((universes) => {
    const { model, term } = universes[0];
    const fitted = universes.filter((one) => one.status === "fitted");
    const distinct = [...grouped(fitted, ({ likelihood }) => likelihood).values()].map(([first]) => first);
    return { model, term, universes, distinct, counted: { fitted: fitted.length, refused: universes.length - fitted.length, sameLikelihood: fitted.length - distinct.length } };
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
