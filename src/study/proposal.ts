import type { Bilingual } from "../bilingual";

/** A piece of advice that a paper draws, and the printed estimates that bear on it. */
export interface Proposal {
  readonly id: string;
  readonly section: string;
  readonly says: Bilingual;
  /** The cells of the tables it leans on; empty where no table bears on it. */
  readonly leansOn: readonly { readonly model: string; readonly term: string }[];
  /** Two models whose difference the advice presupposes, term by term. */
  readonly presupposesDifference?: { readonly models: readonly [string, string]; readonly terms: readonly string[] };
  readonly remark: Bilingual;
}

/** A figure that a text quotes without any of its tables bearing on it. */
export interface ContextFigure {
  readonly section: string;
  readonly figure: string;
  readonly of: Bilingual;
  /** What the reader could hold it against. */
  readonly source: Bilingual;
}
