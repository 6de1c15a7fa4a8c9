import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import { numberIn } from "../../io/number";
import { splitUnquoted, unquoted } from "./quoted";

/** How a categorical column becomes numbers: `a`, `a:reference`, `a=sum`, `a=treatment:reference`. */
export interface FactorSpec {
  readonly column: string;
  readonly contrast: "treatment" | "sum";
  readonly reference?: string;
}

/** A factor with the levels found in the data. */
export interface Factor extends FactorSpec {
  /** In numerical order where all are numbers, else by character. */
  readonly levels: readonly string[];
  /** The level without a column of its own: 0 everywhere (treatment) or −1 everywhere (sum). */
  readonly reference: string;
  /** The levels that have a column. */
  readonly coded: readonly string[];
}

const CONTRASTS = ["treatment", "sum"] as const;

/** @throws {BadInput} at an unknown contrast */
export function parseFactor(text: string): FactorSpec {
  const [name, ...references] = splitUnquoted(text, ":");
  const [column, contrast = "treatment", ...more] = splitUnquoted(name, "=");
  if (!unquoted(column) || more.length > 0 || !CONTRASTS.includes(contrast as never)) {
    throw new BadInput({ file: "--factor" }, said`"${text}" is not understood`, "COLUMN, COLUMN:REFERENCE, COLUMN=treatment[:REFERENCE] or COLUMN=sum[:REFERENCE]");
  }
  const reference = references.length === 0 ? {} : { reference: unquoted(references.join(":")) };
  return { column: unquoted(column), contrast: contrast as FactorSpec["contrast"], ...reference };
}

/** Finds the levels. Without a reference named, treatment contrasts omit the first level, sum contrasts the last (as in R). */
export function asFactor(spec: FactorSpec, cells: readonly string[], file: string): Factor {
  const levels = sortedLevels(cells);
  const asked = spec.reference?.normalize("NFC");
  const found = levels.find((level) => level === asked) ?? levels.find((level) => asked !== undefined && numberIn(asked) !== undefined && numberIn(level) === numberIn(asked));
  const reference = found ?? asked ?? (spec.contrast === "sum" ? levels.at(-1)! : levels[0]);
  if (!levels.includes(reference)) {
    throw new BadInput({ file, column: spec.column }, said`the reference "${reference}" does not occur`, levels.join(", "));
  }
  if (levels.length < 2) throw new BadInput({ file, column: spec.column }, said`the factor has one level only, "${levels[0]}"`, "two or more", "Drop it from the terms.");
  return { ...spec, levels, reference, coded: levels.filter((level) => level !== reference) };
}

export function sortedLevels(cells: readonly string[]): string[] {
  const levels = [...new Set(cells)];
  const numeric = levels.every((level) => level !== "" && Number.isFinite(Number(level)));
  return numeric ? levels.sort((a, b) => Number(a) - Number(b)) : levels.sort();
}

/** The columns a factor has: one for each level but the reference, or (in full) one for every level. */
export const levelNames = ({ coded, levels }: Factor, full: boolean): readonly string[] => (full ? levels : coded);

/** A row of a coding: index and value of the columns that are not 0. */
export type Code = readonly (readonly [index: number, value: number])[];

const made = new WeakMap<Factor, Record<"full" | "contrasts", readonly Code[]>>();

/** For each level its row of the contrast matrix; in full, an indicator. */
export function codesOf(factor: Factor, full: boolean): readonly Code[] {
  const { levels, coded, contrast, reference } = factor;
  let codes = made.get(factor);
  if (!codes) {
    const minusOnes: Code = coded.map((_, index) => [index, -1]);
    const ofReference = contrast === "sum" ? minusOnes : [];
    codes = {
      full: levels.map((_, index): Code => [[index, 1]]),
      contrasts: levels.map((level): Code => (level === reference ? ofReference : [[coded.indexOf(level), 1]])),
    };
    made.set(factor, codes);
  }
  return full ? codes.full : codes.contrasts;
}
