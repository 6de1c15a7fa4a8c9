import type { Bilingual } from "../bilingual";
import type { Family } from "../models/fit";

/** One respondent after coding: a value for every column a model may use. */
export type CodedPerson = Readonly<Record<string, number | string>>;

/** What any study is: groups of people, terms, models over them, and hypotheses that coefficients decide. */
export interface Study {
  readonly id: string;
  readonly title: Bilingual;
  readonly groups: readonly Group[];
  readonly terms: readonly Term[];
  readonly models: readonly ModelSpec[];
  readonly hypotheses: readonly Hypothesis[];
}

export interface Group {
  readonly id: string;
  readonly label: Bilingual;
  readonly holds: (person: CodedPerson) => boolean;
}

/** A column of the design, under the name it has in tables and figures. */
export interface Term {
  readonly name: string;
  readonly label: Bilingual;
}

export interface ModelSpec {
  readonly id: string;
  readonly title: Bilingual;
  readonly group: string;
  readonly outcome: string;
  readonly family: Family;
  readonly terms: readonly string[];
}

export interface Hypothesis {
  readonly id: string;
  readonly claim: Bilingual;
  readonly term: string;
  /** The model that decides it in each group. */
  readonly decidedBy: readonly { readonly group: string; readonly model: string; readonly also?: string }[];
  /** The paper's own argument allows the opposite sign too (H2). */
  readonly signOpen?: boolean;
}
