import { BadInput } from "../../badInput";

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
  const [, column, contrast = "treatment", reference] = /^([^=:]+)(?:=([^:]*))?(?::(.*))?$/s.exec(text) ?? [];
  if (!column || !CONTRASTS.includes(contrast as never)) {
    throw new BadInput({ file: "--factor" }, `"${text}" is not understood`, "COLUMN, COLUMN:REFERENCE, COLUMN=treatment[:REFERENCE] or COLUMN=sum[:REFERENCE]");
  }
  return { column, contrast: contrast as FactorSpec["contrast"], reference };
}

/** Finds the levels. Without a reference named, treatment contrasts omit the first level, sum contrasts the last (as in R). */
export function asFactor(spec: FactorSpec, cells: readonly string[], file: string): Factor {
  const levels = sortedLevels(cells);
  const reference = spec.reference ?? (spec.contrast === "sum" ? levels.at(-1)! : levels[0]);
  if (!levels.includes(reference)) {
    throw new BadInput({ file, column: spec.column }, `the reference "${reference}" does not occur`, levels.join(", "));
  }
  if (levels.length < 2) throw new BadInput({ file, column: spec.column }, `the factor has one level only, "${levels[0]}"`, "two or more", "Drop it from the terms.");
  return { ...spec, levels, reference, coded: levels.filter((level) => level !== reference) };
}

export function sortedLevels(cells: readonly string[]): string[] {
  const levels = [...new Set(cells)];
  const numeric = levels.every((level) => level !== "" && Number.isFinite(Number(level)));
  return numeric ? levels.sort((a, b) => Number(a) - Number(b)) : levels.sort();
}

/** One value's row of the contrast matrix, one number for each coded level. */
export function contrastRow({ coded, contrast, reference }: Factor, level: string): number[] {
  if (contrast === "sum" && level === reference) return coded.map(() => -1);
  return coded.map((column) => (column === level ? 1 : 0));
}
