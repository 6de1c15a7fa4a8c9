import type { Bilingual } from "../bilingual";
import { BadInput } from "../badInput";
import { said, type Text } from "../faults/said";
import { readJsonFile } from "../io/file";
import { misfitOf } from "../io/jsonForm";
import { found, keysOf } from "../io/jsonPointer";
import { CODEBOOK_FORM } from "./codebookForm";

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
 * Reads a codebook. Of a column `missing` (none), `paperSection`, `key` and `optional` (no) may be left out.
 *
 * @throws {BadInput} where the file cannot be read, a field is not of its form (with row and column), or it contradicts itself
 */
export function readCodebook(path: string): Codebook {
  const { value, placeOf } = readJsonFile(path);
  const misfit = misfitOf(value, CODEBOOK_FORM);
  if (misfit) throw new BadInput({ ...placeOf(misfit.pointer), file: path }, found(wayOf(misfit.pointer, value), misfit.found), misfit.expected, "docs/study.md tells the form. Mend the codebook.");
  const { missingCodes, columns } = value as { missingCodes: Answer[]; columns: (Omit<Column, keyof typeof LEFT_OUT> & Partial<Column>)[] };
  const codebook: Codebook = { missingCodes, columns: columns.map((column) => ({ ...column, missing: column.missing ?? LEFT_OUT.missing, paperSection: column.paperSection ?? LEFT_OUT.paperSection, key: column.key ?? LEFT_OUT.key, optional: column.optional ?? LEFT_OUT.optional })) };
  refuseRepeated(path, "column", codebook.columns.map(({ name }) => name));
  if (codebook.columns.filter(({ type }) => type === "id").length !== 1) throw faulty(path, "not exactly one column has the type id");
  for (const column of codebook.columns) checkColumn(path, column, codebook);
  return codebook;
}

const LEFT_OUT = { missing: [], paperSection: "", key: false, optional: false } as const;

/** `column age, question › zh`: columns by their names, everything else by its key. */
function wayOf(pointer: string, codebook: unknown): string {
  const [list, i, ...rest] = keysOf(pointer);
  const name = list === "columns" && i !== undefined ? (codebook as { columns: ({ name?: unknown } | null)[] }).columns[Number(i)]?.name : undefined;
  const start = typeof name === "string" && name !== "" ? [`column ${name}`] : [list, i].filter((part) => part !== undefined);
  return [start.join(" › "), rest.join(" › ")].filter((part) => part !== "").join(", ");
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

function checkColumn(path: string, column: Column, { missingCodes, columns }: Codebook): void {
  const names = columns.map((one) => one.name);
  const { name, type, answers, missing, oneSuffices } = column;
  if (name === "place") throw faulty(path, "no column may be called place, which is where a respondent's row stands");
  if ((type === "choice" || type === "ordered") !== (answers !== undefined)) throw faulty(path, said`column ${name} is of type ${type} but ${answers ? "lists" : "lacks"} answers`);
  if (type === "whole number" && !(column.least !== undefined && column.most !== undefined && column.least <= column.most)) throw faulty(path, said`column ${name} lacks its least and most values`);
  refuseRepeated(path, `code of ${name}`, [...(answers ?? []).map(({ code }) => code), ...missing]);
  const stranger = oneSuffices?.find((other) => !names.includes(other));
  if (stranger !== undefined) throw faulty(path, said`column ${name}: oneSuffices names ${JSON.stringify(stranger)}, which is no column`);
  for (const code of missing) {
    if (!missingCodes.some((known) => known.code === code)) throw faulty(path, said`column ${name} has the missing code ${code}, which missingCodes lacks`);
  }
}

function refuseRepeated(path: string, what: string, names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw faulty(path, said`${what} ${JSON.stringify(twice)} stands twice`);
}

const faulty = (path: string, what: Text): BadInput => new BadInput({ file: path }, what, undefined, "Mend the codebook.");
