import type { Bilingual } from "../bilingual";
import type { Family } from "../models/fit";
import type { Origin } from "../provenance";

/** One respondent after coding: a value for every column a model may use; undefined where there is no answer. */
export type CodedPerson = Readonly<Record<string, number | string | undefined>>;

/** Choices taken where a source leaves its coding open: `{name: choice}`. */
export type Readings = Readonly<Record<string, string>>;

/** People a study can be run on. Synthetic people are said to be so in everything made from them. */
export interface CodedPeople extends Origin {
  readonly people: readonly CodedPerson[];
  /** How many people each stands for, where equal ones were counted together; one each where absent. */
  readonly counts?: readonly number[] | undefined;
  readonly readings?: Readings | undefined;
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
  /** Every reading that the study's coding or models know, with its choices; `applyReadings` refuses any other. */
  readonly readings?: readonly KnownReading[];
  /** What readings do to the models; without any, readings act in coding alone. */
  readonly readingRules?: readonly ReadingRule[];
}

/** People who have these values in their coded columns: a value, one of several, or a number between two limits. `{}` is everybody. */
export interface Group {
  readonly id: string;
  readonly label: Bilingual;
  readonly where: Readonly<Record<string, Condition>>;
}

export type Condition = number | string | readonly (number | string)[] | { readonly least?: number; readonly most?: number };

export interface KnownReading {
  readonly name: string;
  readonly choices: readonly string[];
}

/** What one choice of a reading does to the models of a study that it fits, whoever wrote them. */
export interface ReadingRule {
  readonly reading: string;
  readonly choice: string;
  /** Only these models; every model by default. */
  readonly models?: readonly string[];
  /** Only models that have all these terms. */
  readonly having?: readonly string[];
  /** Models with the one outcome take the other, and their titles the other words. */
  readonly outcome?: { readonly from: string; readonly to: string; readonly words?: { readonly from: Bilingual; readonly to: Bilingual } };
  /** Placed before all terms of the model, once. */
  readonly adds?: Term;
  readonly drops?: string;
  /** The term whose coefficient is, so read, the effect of the opposite of what hypotheses say of it. */
  readonly opposes?: string;
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
  /**
   * The term is coded so that its coefficient is the effect of the opposite (of *not* having, of *less* willingness): the
   * verdict is on its negative. Which way a column was numbered then changes what a coefficient means, not what holds.
   */
  readonly opposed?: boolean | undefined;
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
