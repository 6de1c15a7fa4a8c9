import type { Bilingual } from "../bilingual";

/**
 * A rectangular data file of a statistics program, column by column, as it stands in the file: nothing is recoded, labels
 * and kinds of missing stay beside their values.
 */
export interface DataFile {
  readonly name: string;
  /** What it is, such as "SPSS .sav" or "Stata .dta 118". */
  readonly format: string;
  /** The encoding its texts were decoded with, and who named it. */
  readonly encoding: { readonly name: string; readonly from: "declared" | "asked" | "the format" | "the bytes" };
  readonly rows: number;
  readonly variables: readonly Variable[];
  /** What a reader should know though nothing is wrong, such as a text that a program cut within a character. */
  readonly notes: readonly Bilingual[];
}

/** What the numbers of a column count, as its display format says. */
export type VariableKind = "number" | "text" | "date" | "datetime" | "time";

export interface Variable {
  readonly name: string;
  /** The label of the variable, often the question; "" where there is none. */
  readonly label: string;
  readonly kind: VariableKind;
  /** The display format as the file gives it, such as "F8.2" or "%td". */
  readonly format: string;
  /** One value a row. A number that is missing is NaN, unless the file calls the value itself missing (see `missing`). */
  readonly values: Float64Array | readonly string[];
  /** Labels of values: number or text → label. */
  readonly labels: ReadonlyMap<number | string, string>;
  /** Stata's .a–.z where a row has one: row → letter; such a value is NaN. */
  readonly tags: ReadonlyMap<number, string>;
  /** Labels of Stata's .a–.z. */
  readonly tagLabels: ReadonlyMap<string, string>;
  /** Values that the file declares missing by the user (SPSS); they stand in `values` as they are. */
  readonly missing: DeclaredMissing;
}

/** SPSS's user-missing values of a variable: up to three values, or a range and perhaps one value. */
export interface DeclaredMissing {
  readonly values: readonly (number | string)[];
  readonly range?: readonly [least: number, most: number];
}

/** Why a value is missing: no value at all, a tag (.a–.z), or a value that the file declares missing. */
export type MissingKind = "system" | "tagged" | "declared";

/** Whether the value of a row is missing and in which way; undefined where it is an answer. */
export function missingKind(variable: Variable, row: number): MissingKind | undefined {
  const value = variable.values[row];
  if (typeof value === "number" && Number.isNaN(value)) return variable.tags.has(row) ? "tagged" : "system";
  if (variable.missing.values.includes(value)) return "declared";
  const { range } = variable.missing;
  return range !== undefined && typeof value === "number" && value >= range[0] && value <= range[1] ? "declared" : undefined;
}

/** Said of texts that the program which wrote the file cut at a byte and not at a character. */
export const cutNotes = (cut: number): Bilingual[] => cut === 0 ? [] : [{
  en: `${cut} texts end within a character, cut by the program that wrote the file; the part of a character is left out`,
  zh: `${cut} 个文本在字符中间被写文件的程序截断，残缺的字符已略去`,
}];
