import { isSupport } from "../published/coefficientTable";
import type { Curve } from "./curves";
import { departuresOf } from "./enumerate";
import type { Outcome } from "./fitUniverses";
import type { Choice } from "./spec";

/** How far a curve's verdict is from turning. */
export interface Flip {
  readonly model: string;
  readonly term: string;
  /** The paper's own verdict: positive and starred; null where its universe was refused. */
  readonly supported: boolean | null;
  /** Of the fitted distinct universes, how many have the other verdict. */
  readonly against: number;
  /** The least number of the paper's choices that must change; null where no universe of the curve has the other verdict. */
  readonly distance: number | null;
  /** The sets of changes of that number that turn it, `{decision: option}`. */
  readonly smallest: readonly Choice[];
}

/** Positive and starred, by the rule of the verdicts. */
export const supports = (outcome: Outcome): boolean | null => (outcome.status === "fitted" ? isSupport(outcome) : null);

/** The smallest sets of changes, among a curve's universes, that turn the paper's verdict. */
export function flipOf({ model, term, universes, distinct }: Curve): Flip {
  const paper = universes.find((universe) => universe.paper);
  const supported = paper ? supports(paper) : null;
  if (!paper || supported === null) return { model, term, supported: null, against: 0, distance: null, smallest: [] };
  const turned = universes.filter((universe) => supports(universe) === !supported);
  const departures = turned.map(({ options }) => departuresOf(paper.options, options).length); // how many: which ones is told of the nearest only
  const distance = departures.reduce((least, count) => Math.min(least, count), Infinity);
  return {
    model, term, supported, against: distinct.filter((universe) => supports(universe) === !supported).length, distance: turned.length === 0 ? null : distance,
    smallest: turned.filter((_, i) => departures[i] === distance).map(({ options }) => Object.fromEntries(departuresOf(paper.options, options).map((id) => [id, options[id]]))),
  };
}
