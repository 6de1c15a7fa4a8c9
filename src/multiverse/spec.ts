import type { Bilingual } from "../bilingual";
import type { Family, Link } from "../models/fit";
import type { Condition, Readings } from "../study/study";

/**
 * How an option stands to the paper's own, in the words of SMART (Short, Hildebrandt, et al., 2025): as defensible and about
 * the same thing; about another thing, or worse; or nobody can tell.
 */
export type OptionKind = "equivalent" | "notEquivalent" | "uncertain";

/** What an option changes. What it does not name stays as it is. */
export interface Deed {
  /** Choices where the coding is open; only of a study that has readings. */
  readonly readings?: Readings | undefined;
  /** Steps of the sample flow that are not taken. */
  readonly skips?: readonly string[] | undefined;
  /** Coded people who meet one of these conditions are left out. */
  readonly excludes?: Readonly<Record<string, Condition>> | undefined;
  readonly group?: string | undefined;
  /** A coded column. */
  readonly outcome?: string | undefined;
  readonly family?: Family | undefined;
  readonly link?: Link | undefined;
  /** Of an ordered outcome: terms whose slope may differ from cut point to cut point (partial proportional odds). */
  readonly nonparallel?: readonly string[] | undefined;
  readonly drops?: readonly string[] | undefined;
  readonly adds?: readonly string[] | undefined;
  /** Who lacks an answer is left out, or is given several drawn ones, whose fits are pooled; only of a study that has readings. */
  readonly missing?: "dropped" | "imputed" | undefined;
  /** How many times each missing answer is drawn; five by default. */
  readonly imputations?: number | undefined;
  /** Of the drawn answers; 1 by default. */
  readonly seed?: number | undefined;
  /** `cluster:COLUMN`: by a coded column. */
  readonly covariance?: "classical" | "HC1" | `cluster:${string}` | undefined;
}

export interface Option extends Deed {
  readonly id: string;
  /** Exactly one option of each decision is the paper's. */
  readonly paper: boolean;
  readonly reason: Bilingual;
  /** A section of the paper, a text, or a convention. */
  readonly source: string;
  readonly kind: OptionKind;
  /** There is such an option only beside these: decision → its options. */
  readonly when: Readonly<Record<string, readonly string[]>>;
}

export interface Decision extends Bilingual {
  readonly id: string;
  readonly options: readonly Option[];
}

/** One option of each decision, by the decisions' ids. */
export type Choice = Readonly<Record<string, string>>;

/** A multiverse as data: which of a study's models are varied, which of their terms are looked at, and by which decisions. */
export interface Spec {
  readonly title: Bilingual;
  readonly models: readonly string[];
  readonly terms: readonly string[];
  readonly decisions: readonly Decision[];
  /** Decisions that are crossed with each other, the others at the paper's option; all of them in one block where absent. */
  readonly blocks: readonly (readonly string[])[];
  /** Universes by name instead of blocks; a decision that one does not name is as in the paper. */
  readonly universes?: readonly Choice[] | undefined;
}

/** The paper's option of a decision. */
export const paperOption = ({ options }: Decision): Option => options.find(({ paper }) => paper)!;

/** The paper's own universe. */
export const paperChoice = ({ decisions }: Pick<Spec, "decisions">): Choice => Object.fromEntries(decisions.map((decision) => [decision.id, paperOption(decision).id]));
