import type { Place } from "../badInput";
import type { Bilingual } from "../bilingual";
import type { Codebook } from "./codebook";

/**
 * One row of a raw file: the codebook's code in each column, undefined where there is no answer.
 * `place` tells the file and the file line (header = 1) it stands on.
 */
export type Respondent = { readonly place: Place; readonly id: string } & { readonly [column: string]: string | undefined };

/** Everybody in one or several raw files, in the order of the files. */
export interface Survey {
  readonly respondents: readonly Respondent[];
  /** True where any row says that it is synthetic: tables and figures then say so too. */
  readonly synthetic: boolean;
  readonly files: readonly string[];
  readonly codebook: Codebook;
  /** Column → why there is no answer (the file's own code or label; "" an empty cell) → how often. */
  readonly missing?: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** What a reader should know of the files though nothing is wrong, such as columns that were not read. */
  readonly notes: readonly Bilingual[];
}
