import type { Sensitivity } from "../study/sensitivity";
import type { Multiverse } from "./runMultiverse";

/** Names of a curve's statistics where people read them. */
export const STATISTIC_NAMES = { median: "median", shareSignificant: "share significant", shareOfSign: "share of the sign", max: "max" } as const;

/** The JSON of `sojourn multiverse`. */
export const multiverseJson = ({ universes, tests, adjusted, importance, influence, stopped }: Multiverse, { seconds, workers, synthetic, sensitivity }: { seconds: number; workers: number; synthetic: boolean; sensitivity?: readonly Sensitivity[] | undefined }) => ({
  universes: universes.map((universe) => {
    const { id, paper, options, model, group, outcome, term, n, sample, status } = universe;
    const what = universe.status === "fitted"
      ? { estimate: universe.estimate, standardError: universe.standardError, p: universe.p, stars: universe.stars }
      : { reason: universe.reason };
    return { id, paper, options, model, group, outcome, term, n, sample, status, ...what, ...(adjusted.has(id) && { adjustedP: adjusted.get(id) }) };
  }),
  null: tests.map(({ statistic, ...test }) => ({ ...test, statistic: STATISTIC_NAMES[statistic] })),
  decisions: importance.estimate.map(({ decision, share }) => ({ decision, share })),
  influence, ...(sensitivity && { sensitivity }),
  seconds, workers, synthetic, ...(stopped && { stopped }),
});
