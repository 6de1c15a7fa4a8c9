import type { Observations } from "../observations";
import type { ConeRows } from "./cone";

/** What is to be decided, and how to speak of it. */
export interface SeparationQuestion {
  readonly cone: ConeRows;
  readonly seen: Observations;
  /** For each column of the cone its term; null for a constant or a cut point, which any direction may use. */
  readonly terms: readonly (string | null)[];
  /** A term's value in an observation, as the user gave it. */
  readonly valueOf: (term: string, observation: number) => number;
  /** The outcome's levels, as the user calls them. */
  readonly levels: readonly (string | number)[];
  /** Firth's penalised likelihood can take this model. */
  readonly firthOffered?: boolean;
}
