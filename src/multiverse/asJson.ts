import type { Sensitivity } from "../study/sensitivity";
import type { Outcome } from "./fitUniverses";
import type { Multiverse } from "./runMultiverse";

/** Names of a curve's statistics where people read them. */
export const STATISTIC_NAMES = { median: "median", shareSignificant: "share significant", shareOfSign: "share of the sign", max: "max" } as const;

/** So many universes are told at a time: of all of them one text may be longer than a text can be. */
const TOGETHER = 10_000;

interface Facts {
  readonly seconds: number;
  readonly workers: number;
  readonly synthetic: boolean;
  readonly sensitivity?: readonly Sensitivity[] | undefined;
}

/** The JSON of `sojourn multiverse`: one text, or of many universes several, which are to stand one after the other. */
export function* multiverseJson({ universes, tests, adjusted, importance, influence, stopped }: Multiverse, { seconds, workers, synthetic, sensitivity }: Facts): Generator<string> {
  const rest = JSON.stringify({
    null: tests.map(({ statistic, ...test }) => ({ ...test, statistic: STATISTIC_NAMES[statistic] })),
    decisions: importance.estimate.map(({ decision, share }) => ({ decision, share })),
    influence, ...(sensitivity && { sensitivity }),
    seconds, workers, synthetic, ...(stopped && { stopped }),
  });
  let text = '{"universes":[';
  for (let from = 0; from < universes.length; from += TOGETHER) {
    if (from > 0) {
      yield text;
      text = ",";
    }
    text += universes.slice(from, from + TOGETHER).map((universe) => JSON.stringify(universeJson(universe, adjusted))).join();
  }
  yield `${text}],${rest.slice(1)}`;
}

function universeJson(universe: Outcome, adjusted: Multiverse["adjusted"]) {
  const { id, paper, options, model, group, outcome, term, n, sample, status } = universe;
  const what = universe.status === "fitted"
    ? { estimate: universe.estimate, standardError: universe.standardError, p: universe.p, stars: universe.stars }
    : { reason: universe.reason };
  return { id, paper, options, model, group, outcome, term, n, sample, status, ...what, ...(adjusted.has(id) && { adjustedP: adjusted.get(id) }) };
}
