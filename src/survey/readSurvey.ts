import { basename } from "node:path";
import { BadInput, type Place } from "../badInput";
import { checkAnswer } from "./checkAnswer";
import { columnOf, type Codebook, type Column } from "./codebook";
import { checkShapes, csvRows, type CsvRow } from "./csvRows";
import { locateColumns, type Located } from "./locateColumns";
import { readMapping, type Mapping } from "./mapping";
import { readText } from "./readText";
import type { Respondent, Survey } from "./respondent";

/** What to read by: the codebook, and how the files differ from it (a mapping, or the path of a mapping file). */
export interface HowToRead {
  readonly codebook: Codebook;
  readonly mapping?: Mapping | string;
}

/**
 * Reads raw survey files and stacks them, every answer checked against the codebook.
 *
 * Files are CSV in UTF-8 or GB18030, columns in any order; spaces around a value do not count.
 *
 * @param files  paths of one or several files, which may hold a wave each
 * @throws {BadInput} the first thing wrong, with its file, row (file line, header = 1), column and value
 */
export function readSurvey(files: readonly string[], { codebook, mapping }: HowToRead): Survey {
  if (files.length === 0) throw new BadInput({ file: "raw survey" }, "no file was given", "one or several CSV files", "Name the files to read.");
  const map = typeof mapping === "string" ? readMapping(mapping, codebook) : mapping;
  const read = files.map((file) => readOne(file, codebook, map));
  const respondents = read.flatMap((one) => one.respondents);
  refuseSameId(respondents);
  return {
    respondents,
    synthetic: respondents.some(({ source }) => source?.toLowerCase() === "synthetic"),
    files,
    codebook,
    notes: read.flatMap((one) => one.notes),
  };
}

function readOne(file: string, codebook: Codebook, mapping: Mapping | undefined): Pick<Survey, "respondents" | "notes"> {
  const table = csvRows(readText(file), file);
  const located = locateColumns(table.header, codebook, mapping, file);
  checkShapes(table, file);
  const given = givenWave(file, codebook, mapping);
  const respondents = table.rows.map((row) => readRow(row, { file, row: row.line }, codebook, located, mapping, given));
  return { respondents, notes: located.notes };
}

function readRow(row: CsvRow, place: Place, codebook: Codebook, { cellOf }: Located, mapping: Mapping | undefined, given: string | undefined): Respondent {
  const answers: Record<string, string | undefined> = {};
  for (const column of codebook.columns) {
    const cell = cellOf.get(column.name);
    if (cell !== undefined) answers[column.name] = readCell(row.cells[cell], column, place, mapping);
  }
  if (!cellOf.has("id")) answers.id = String(row.line); // only a codebook whose id is optional lets a file without ids come so far
  if (given !== undefined) answers.wave = settleWave(answers.wave, given, place, mapping!);
  return Object.assign(answers, { place }) as unknown as Respondent;
}

function readCell(cell: string, column: Column, place: Place, mapping: Mapping | undefined): string | undefined {
  const refuse = (found: string, expected: string) =>
    new BadInput({ ...place, column: column.name }, found, expected, column.type === "id" ? "Correct it. Nothing was written." : "Correct it or map it. Nothing was written.");
  return checkAnswer(mapping ? translate(cell, column, mapping) : cell, column, refuse);
}

/** The extract's value in our words: "" where the mapping calls it missing. */
function translate(cell: string, { name, type }: Column, { values, missing }: Mapping): string {
  if (type === "id") return cell;
  if (missing.everywhere.has(cell) || missing.within.get(name)?.has(cell)) return "";
  return values.get(name)?.get(cell) ?? cell;
}

/** The wave that the mapping gives to a whole file; undefined where its rows tell their own. */
function givenWave(file: string, codebook: Codebook, mapping: Mapping | undefined): string | undefined {
  if (mapping?.wave === undefined || mapping.columns.has("wave")) return undefined;
  if (typeof mapping.wave === "string") return mapping.wave;
  const wave = mapping.wave.get(file) ?? mapping.wave.get(basename(file));
  if (wave !== undefined) return wave;
  const waves = columnOf(codebook, "wave").answers!.map(({ code }) => code).join(", ");
  throw new BadInput({ file: mapping.file }, `wave says nothing of ${JSON.stringify(basename(file))}`, `one of ${waves} for every file that is read`, `Add it under "wave", or map the column that tells it. Nothing was written.`);
}

/** A column called `wave` that nobody mapped must not be overruled in silence. */
function settleWave(own: string | undefined, given: string, place: Place, mapping: Mapping): string {
  if (own === undefined || own === given) return given;
  throw new BadInput({ ...place, column: "wave" }, `${JSON.stringify(own)} contradicts the wave ${given} of ${mapping.file}`, "one wave", `Correct "wave" in the mapping, or map the column (then it wins). Nothing was written.`);
}

function refuseSameId(respondents: readonly Respondent[]): void {
  const first = new Map<string, Place>();
  for (const { id, place } of respondents) {
    const before = first.get(id);
    if (before) {
      const where = before.file === place.file ? `row ${before.row}` : `${before.file}, row ${before.row}`;
      throw new BadInput({ ...place, column: "id" }, `${JSON.stringify(id)} is already the id of ${where}`, "an id to stand once", "Delete one of the two or give it another id. Nothing was written.");
    }
    first.set(id, place);
  }
}
