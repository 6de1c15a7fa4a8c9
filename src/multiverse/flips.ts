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
  const turned = universes.filter((universe) => supports(universe) === !supported).map((universe) => departuresOf(paper.options, universe.options).map((id) => [id, universe.options[id]] as const));
  const distance = turned.length === 0 ? null : turned.reduce((least, changes) => Math.min(least, changes.length), Infinity);
  return {
    model, term, supported, against: distinct.filter((universe) => supports(universe) === !supported).length, distance,
    smallest: turned.filter((changes) => changes.length === distance).map((changes) => Object.fromEntries(changes)),
  };
}
