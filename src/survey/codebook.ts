import { readFileSync } from "node:fs";
import type { Bilingual } from "../bilingual";
import { BadInput } from "../badInput";

/** An answer as a raw file writes it (a short English code) and as people read it. */
export interface Answer extends Bilingual {
  readonly code: string;
}

/**
 * What a column may hold: `id` a name that no other row has, `label` any text, `whole number` digits within
 * `least`–`most`, `choice` one of `answers`, `ordered` one of `answers` that stand in their order.
 */
export type ColumnType = "id" | "label" | "whole number" | "choice" | "ordered";

/** A column of the raw file: its question, its answers, and where the paper speaks of it. */
export interface Column {
  readonly name: string;
  readonly label: Bilingual;
  readonly question: Bilingual;
  readonly type: ColumnType;
  /** Codes that mean "no answer" here, besides the empty cell. */
  readonly missing: readonly string[];
  readonly paperSection: string;
  /** A respondent without an answer leaves the sample. */
  readonly key: boolean;
  /** Key columns of which one answered is enough. */
  readonly oneSuffices?: readonly string[];
  /** An extract may lack this column. */
  readonly optional: boolean;
  readonly least?: number;
  readonly most?: number;
  readonly answers?: readonly Answer[];
}

/** All columns of a raw survey file, in the order of the file; the file format of `data/codebook.json`. */
export interface Codebook {
  readonly missingCodes: readonly Answer[];
  readonly columns: readonly Column[];
}

/**
 * Reads a codebook.
 *
 * @throws {BadInput} where the file cannot be read, or contradicts itself
 */
export function readCodebook(path: string): Codebook {
  let codebook: Codebook;
  try {
    codebook = JSON.parse(readFileSync(path, "utf8")) as Codebook;
  } catch (error) {
    throw new BadInput({ file: path }, `the codebook cannot be read: ${(error as Error).message}`, undefined, "Mend it, or restore the one that ships in data/.");
  }
  if (!Array.isArray(codebook.columns) || !Array.isArray(codebook.missingCodes)) throw faulty(path, "it has no columns or no missingCodes");
  refuseRepeated(path, "column", codebook.columns.map(({ name }) => name));
  if (codebook.columns.filter(({ type }) => type === "id").length !== 1) throw faulty(path, "not exactly one column has the type id");
  for (const column of codebook.columns) checkColumn(path, column, codebook);
  return codebook;
}

/** The column of that name; a name the codebook lacks is a mistake of ours, not of a data file. */
export function columnOf(codebook: Codebook, name: string): Column {
  const column = codebook.columns.find((c) => c.name === name);
  if (!column) throw new Error(`the codebook has no column ${name}`);
  return column;
}

/** Where in the order of answers a code stands, the first counting 1; undefined for a code that is none of them. */
export function rankOf(column: Column, code: string): number | undefined {
  const index = (column.answers ?? []).findIndex((answer) => answer.code === code);
  return index < 0 ? undefined : index + 1;
}

function checkColumn(path: string, column: Column, { missingCodes }: Codebook): void {
  const { name, type, answers, missing } = column;
  if (name === "place") throw faulty(path, "no column may be called place, which is where a respondent's row stands");
  if ((type === "choice" || type === "ordered") !== (answers !== undefined)) throw faulty(path, `column ${name} is of type ${type} but ${answers ? "lists" : "lacks"} answers`);
  if (type === "whole number" && !(column.least! <= column.most!)) throw faulty(path, `column ${name} lacks its least and most values`);
  refuseRepeated(path, `code of ${name}`, [...(answers ?? []).map(({ code }) => code), ...missing]);
  for (const code of missing) {
    if (!missingCodes.some((known) => known.code === code)) throw faulty(path, `column ${name} has the missing code ${code}, which missingCodes lacks`);
  }
}

function refuseRepeated(path: string, what: string, names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw faulty(path, `${what} ${JSON.stringify(twice)} stands twice`);
}

const faulty = (path: string, found: string): BadInput => new BadInput({ file: path }, found, undefined, "Mend the codebook.");
