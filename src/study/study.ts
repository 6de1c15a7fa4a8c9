import type { Bilingual } from "../bilingual";
import type { Family } from "../models/fit";

/** One respondent after coding: a value for every column a model may use; undefined where there is no answer. */
export type CodedPerson = Readonly<Record<string, number | string | undefined>>;

/** Choices taken where a source leaves its coding open: `{name: choice}`. */
export type Readings = Readonly<Record<string, string>>;

/** People a study can be run on. Synthetic people are said to be so in everything made from them. */
export interface CodedPeople {
  readonly people: readonly CodedPerson[];
  readonly synthetic: boolean;
  readonly readings?: Readings;
}

/** What any study is: groups of people, terms, models over them, and hypotheses that coefficients decide. */
export interface Study {
  readonly id: string;
  readonly title: Bilingual;
  readonly groups: readonly Group[];
  readonly terms: readonly Term[];
  readonly models: readonly ModelSpec[];
  readonly hypotheses: readonly Hypothesis[];
  /** Printed numbers whose coding the source leaves so open that a difference is likelier the coding's than the data's. */
  readonly openCodings?: readonly OpenCoding[];
  /** The study as these readings make it, where readings change its models; without it, readings act in coding alone. */
  readonly under?: (readings: Readings) => Study;
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

/** Cells of published models: those of one term, or (no term) of one field of the model's foot. */
export interface OpenCoding {
  readonly models: readonly string[];
  readonly term?: string;
  readonly fields: readonly string[];
  readonly why: Bilingual;
}
