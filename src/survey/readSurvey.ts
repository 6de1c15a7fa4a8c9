import { basename } from "node:path";
import { BadInput, type Place } from "../badInput";
import { said } from "../faults/said";
import { asSeen } from "../io/cellText";
import { openTables, refuseRagged, type TableOptions } from "../io/openTable";
import { type ColumnNotes, type CsvRow, type DataTable, refuseNoRows } from "../io/table";
import { cellCode, remedyFor } from "./cellCode";
import { columnOf, type Codebook, type Column } from "./codebook";
import { locateColumns, type Located } from "./locateColumns";
import { mappingFor, type Mapping } from "./mapping";
import { Misfits } from "./misfits";
import { readMapping } from "./readMapping";
import type { Respondent, Survey } from "./respondent";
import { saysSynthetic } from "./saysSynthetic";

/** What to read by: the codebook, and how the files differ from it (a mapping, or the path of a mapping file). */
export interface HowToRead extends TableOptions {
  /** An id that stands twice is refused, unless somebody wants to look at such rows. */
  readonly sameIds?: "keep" | undefined;
  readonly codebook: Codebook;
  readonly mapping?: Mapping | string | undefined;
}

/**
 * Reads raw survey files and stacks them, every answer checked against the codebook.
 *
 * Files are CSV, Excel, SPSS, Stata or Parquet (see `openTables`); columns in any order, called by the codebook's names, labels or
 * questions in either language, answers by its codes or labels; spaces around a value do not count.
 *
 * @param files  paths of one or several files, which may hold a wave each
 * @throws {BadInput} the first thing wrong with a file, with its row (file line, header = 1), column and value; all columns and
 *   answers that the codebook does not know, in one list
 */
export function readSurvey(files: readonly string[], { codebook, mapping, sameIds, ...format }: HowToRead): Survey {
  if (files.length === 0) throw new BadInput({ file: "raw survey" }, "no file was given", "one or several data files", "Name the files to read.");
  const map = typeof mapping === "string" ? readMapping(mapping, codebook) : mapping;
  const misfits = new Misfits();
  const missing = new Map<string, Map<string, number>>();
  const read = openTables(files, format).map((table) => readOne(table, codebook, map && mappingFor(map, table.file), misfits, missing));
  misfits.refuseAny();
  const respondents = read.flatMap((one) => one.respondents);
  if (sameIds !== "keep") refuseSameId(respondents);
  return {
    respondents,
    synthetic: respondents.some(({ source }) => saysSynthetic(source)),
    files,
    codebook,
    missing,
    notes: read.flatMap((one) => one.notes),
  };
}

function readOne(table: DataTable, codebook: Codebook, mapping: Mapping | undefined, misfits: Misfits, missing: Map<string, Map<string, number>>): Pick<Survey, "respondents" | "notes"> {
  const { file, header } = table;
  refuseNoRows(table, "respondents");
  const before = misfits.list.length;
  const located = locateColumns(table, codebook, mapping, misfits);
  const ragged = table.rows.some(({ cells }) => cells.length !== header.cells.length);
  // Where a column is missing from the header alone, every row is too long, and the missing column is the thing to say.
  if (misfits.list.length === before) refuseRagged(table);
  else if (ragged) return { respondents: [], notes: [] };
  const given = givenWave(file, codebook, mapping);
  const cells = new CellReader(codebook, mapping, table.columns, misfits, missing);
  const respondents = table.rows.map((row) => readRow(row, { file, row: row.line }, codebook, located, cells, mapping, given));
  return { respondents, notes: [...located.notes, ...table.notes.map(({ en, zh }) => ({ en: `${file}: ${en}`, zh: `${file}：${zh}` }))] };
}

function readRow(row: CsvRow, place: Place, codebook: Codebook, { cellOf }: Located, cells: CellReader, mapping: Mapping | undefined, given: string | undefined): Respondent {
  const answers: Record<string, string | undefined> = {};
  for (const column of codebook.columns) {
    const cell = cellOf.get(column.name);
    if (cell !== undefined) answers[column.name] = cells.read(row.cells[cell] ?? "", column, cell, place);
  }
  if (!cellOf.has("id")) answers.id = String(row.line); // only a codebook whose id is optional lets a file without ids come so far
  if (given !== undefined) answers.wave = settleWave(answers.wave, given, place, mapping!);
  return Object.assign(answers, { place }) as unknown as Respondent;
}

/** Turns cells into the codebook's codes; what a cell of a column means is asked once a value. */
class CellReader {
  private readonly known = new Map<Column, Map<string, { readonly code: string | undefined }>>();

  constructor(private readonly codebook: Codebook, private readonly mapping: Mapping | undefined, private readonly notes: readonly ColumnNotes[], private readonly misfits: Misfits, private readonly missing: Map<string, Map<string, number>>) {}

  read(cell: string, column: Column, j: number, place: Place): string | undefined {
    if (column.type === "id" || column.type === "label") return this.misfits.collect(() => this.checked(cell, column, j, place), column.name, cell);
    let codes = this.known.get(column);
    if (!codes) this.known.set(column, (codes = new Map<string, { readonly code: string | undefined }>()));
    const known = codes.get(cell);
    if (known) return this.count(known.code, cell, column, j);
    let understood = false;
    const code = this.misfits.collect(() => {
      const answer = this.checked(cell, column, j, place);
      understood = true;
      return answer;
    }, column.name, cell);
    if (!understood) return undefined; // a misfit is asked again, and so counted
    codes.set(cell, { code });
    return this.count(code, cell, column, j);
  }

  /** Counts why there is no answer, and passes the answer on. */
  private count(code: string | undefined, cell: string, { name }: Column, j: number): string | undefined {
    if (code !== undefined) return code;
    const kind = cell === "" ? "" : this.notes[j]?.labels.get(cell) ?? cell;
    const kinds = this.missing.get(name) ?? new Map<string, number>();
    this.missing.set(name, kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
    return undefined;
  }

  private checked(cell: string, column: Column, j: number, place: Place): string | undefined {
    const words = { codebook: this.codebook, mapping: this.mapping, notes: this.notes[j] };
    return cellCode(cell, column, words, (found, expected) => new BadInput({ ...place, column: column.name }, found, expected, remedyFor(column)));
  }
}

/** The wave that the mapping gives to a whole file; undefined where its rows tell their own. */
function givenWave(file: string, codebook: Codebook, mapping: Mapping | undefined): string | undefined {
  if (mapping?.wave === undefined || mapping.columns.has("wave")) return undefined;
  if (typeof mapping.wave === "string") return mapping.wave;
  const wave = mapping.wave.get(file) ?? mapping.wave.get(basename(file));
  if (wave !== undefined) return wave;
  const waves = columnOf(codebook, "wave").answers!.map(({ code }) => code).join(", ");
  throw new BadInput({ file: mapping.file }, said`wave says nothing of ${JSON.stringify(basename(file))}`, said`one of ${waves} for every file that is read`, `Add it under "wave", or map the column that tells it. Nothing was written.`);
}

/** A column called `wave` that nobody mapped must not be overruled in silence. */
function settleWave(own: string | undefined, given: string, place: Place, mapping: Mapping): string {
  if (own === undefined || own === given) return given;
  throw new BadInput({ ...place, column: "wave" }, said`${JSON.stringify(own)} contradicts the wave ${given} of ${mapping.file}`, "one wave", `Correct "wave" in the mapping, or map the column (then it wins). Nothing was written.`);
}

/** By what is seen of an id: a person copied by way of some program is the same. */
function refuseSameId(respondents: readonly Respondent[]): void {
  const first = new Map<string, Place>();
  for (const { id, place } of respondents) {
    const seen = asSeen(id);
    const before = first.get(seen);
    if (before) {
      const where = before.file === place.file ? `row ${before.row}` : `${before.file}, row ${before.row}`;
      throw new BadInput({ ...place, column: "id" }, said`${JSON.stringify(id)} is already the id of ${where}`, "an id to stand once", "Delete one of the two or give it another id. Nothing was written.");
    }
    first.set(seen, place);
  }
}
