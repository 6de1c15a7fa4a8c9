import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { Engine } from "../engines/engine";
import { S } from "../engines/patternsSql";
import { readRow } from "../engines/steps/answers";
import { noNotes, type DataTable } from "../io/table";
import { cellCode, remedyFor } from "../survey/cellCode";
import { type Codebook, columnOf } from "../survey/codebook";
import { locateColumns } from "../survey/locateColumns";
import type { Mapping } from "../survey/mapping";
import { Misfits } from "../survey/misfits";
import { rawSql } from "./rawSql";

/** A column of the survey in a source: its cells in SQL, and what each text that occurs there means. */
export interface AnsweredColumn {
  readonly raw: string;
  /** The text of a cell → the codebook's code; a text that means "no answer" is left out. */
  readonly codes: ReadonlyMap<string, string>;
}

/** A survey in a source. */
export interface SourceAnswers {
  /** Column of the codebook → where it is answered; one that the source lacks is left out. */
  readonly columns: ReadonlyMap<string, AnsweredColumn>;
  /** The survey year that the mapping gives to all rows. */
  readonly wave: string | undefined;
  readonly rows: number;
  /** Whether any row says that it is synthetic. */
  readonly synthetic: boolean;
}

/** More different answers than any questionnaire has. */
const MOST_ANSWERS = 100_000;

/**
 * Finds the codebook's columns in a source, and what every answer that occurs there means, by the words and the mapping that
 * hold for a file. One query tells all answers; ids, where there are any, are looked through for one that stands twice.
 *
 * @throws {BadInput} all columns and answers that the codebook does not know, in one list; an id that stands twice; a mapping
 *   that speaks of single files
 */
export async function readAnswers(engine: Engine, codebook: Codebook, mapping?: Mapping): Promise<SourceAnswers> {
  refuseByFile(mapping);
  const misfits = new Misfits();
  const header = { line: 1, cells: asSpelt(engine, codebook, mapping) };
  const table: DataTable = { file: engine.name, format: "", header, rows: [], columns: noNotes(header), notes: [] };
  const id = codebook.columns.find(({ type }) => type === "id")!.name;
  // Ids are compared and go nowhere: rows without them are as good.
  const { cellOf } = locateColumns(table, { ...codebook, columns: codebook.columns.map((column) => (column.name === id ? { ...column, optional: true } : column)) }, mapping, misfits);
  const there = codebook.columns.flatMap(({ name }) => (cellOf.has(name) ? [[name, engine.columns[cellOf.get(name)!]] as const] : []));
  const raw = new Map(there.map(([name, column]) => [name, rawSql(engine.name, column, engine.dialect)] as const));
  const rows = await readSize(engine);
  const answered = [...raw].filter(([name]) => !["id", "label"].includes(columnOf(codebook, name).type));
  const columns = new Map(answered.map(([name, sql]) => [name, { raw: sql, codes: new Map<string, string>() }] as const));
  for (const { name, cell, count } of await occurring(engine, answered)) {
    const column = columnOf(codebook, name);
    const words = { codebook, mapping, notes: undefined };
    const code = misfits.collect(() => cellCode(cell.trim(), column, words, (found, expected) => new BadInput({ file: engine.name, column: name }, found, expected, remedyFor(column))), name, cell, count);
    if (code !== undefined) columns.get(name)!.codes.set(cell, code);
  }
  misfits.refuseAny("Correct them in --sql, or map them (--mapping). Nothing was written.");
  const wave = typeof mapping?.wave === "string" && !mapping.columns.has("wave") ? mapping.wave : undefined;
  const other = wave === undefined ? undefined : [...(columns.get("wave")?.codes.values() ?? [])].find((code) => code !== wave);
  if (other !== undefined) throw new BadInput({ file: engine.name, column: "wave" }, said`${JSON.stringify(other)} contradicts the wave ${wave!} of ${mapping!.file}`, "one wave", `Correct "wave" in the mapping, or map the column (then it wins). Nothing was written.`);
  const ids = raw.get(id);
  if (ids !== undefined) await refuseSameId(engine, ids, id);
  const source = raw.get("source");
  return { columns, wave, rows, synthetic: source !== undefined && (await anySynthetic(engine, source)) };
}

/**
 * The source's names, spelt as codebook and mapping spell them: an engine may have folded stayIntention to stayintention. A name
 * that stands there as it is asked for is that column, whatever others are called.
 *
 * @throws {BadInput} a name that, but for capitals, two columns have
 */
function asSpelt({ name: file, columns }: Engine, codebook: Codebook, mapping?: Mapping): string[] {
  const names = columns.map(({ name }) => name);
  const wanted = [...(mapping?.columns.values() ?? []), ...codebook.columns.map(({ name }) => name).filter((name) => !mapping?.columns.has(name))];
  const spelt = [...names];
  for (const name of wanted.filter((one) => !names.includes(one))) {
    const folded = names.filter((one) => one.toLowerCase() === name.toLowerCase() && !wanted.includes(one));
    if (folded.length > 1) throw new BadInput({ file, column: name }, said`${folded.join(", ")} differ from it in capital letters only`, "one column of that name", "Rename the others in --sql, or name the right one in the mapping.");
    if (folded.length === 1) spelt[names.indexOf(folded[0])] = name;
  }
  return spelt;
}

function refuseByFile(mapping: Mapping | undefined): void {
  if (mapping === undefined || (mapping.files.size === 0 && !(mapping.wave instanceof Map))) return;
  throw new BadInput({ file: mapping.file }, mapping.files.size > 0 ? "files says what is otherwise in single files, and --from reads one table" : "wave is told file by file, and --from reads one table", "one mapping of all rows", "Bring the rows to one form in --sql, with a column that tells the wave.");
}

async function readSize(engine: Engine): Promise<number> {
  const [rows] = await readRow(engine, `SELECT CAST(count(*) AS ${engine.dialect.double}) AS n FROM ${engine.rows} AS ${S}`);
  if (rows === 0) throw new BadInput({ file: engine.name }, "there are no rows", "at least one row");
  return rows;
}

interface Occurring {
  readonly name: string;
  readonly cell: string;
  readonly count: number;
}

/** Every text that occurs in each column, and how often: one query, its groups told apart by which columns they leave out. */
async function occurring(engine: Engine, columns: readonly (readonly [name: string, sql: string])[]): Promise<Occurring[]> {
  const r = columns.map((_, j) => `r${j}`);
  const cells = columns.map(([, sql], j) => `${sql} AS r${j}`).join(", ");
  const counted = `SELECT GROUPING(${r.join(", ")}) AS g, ${r.join(", ")}, CAST(count(*) AS ${engine.dialect.double}) AS n FROM (SELECT ${cells} FROM ${engine.rows} AS ${S}) AS c GROUP BY GROUPING SETS (${r.map((name) => `(${name})`).join(", ")}) LIMIT ${MOST_ANSWERS + 1}`;
  const all = 2 ** columns.length - 1;
  const found: Occurring[] = [];
  for await (const batch of engine.query(counted)) {
    batch[0].forEach((grouping, i) => {
      const j = columns.length - 1 - Math.log2(all - Number(grouping)); // the first column is the highest bit
      const cell = batch[j + 1][i];
      if (cell !== null) found.push({ name: columns[j][0], cell: String(cell), count: Number(batch[columns.length + 1][i]) });
    });
    if (found.length > MOST_ANSWERS) throw new BadInput({ file: engine.name }, said`the columns of answers hold more than ${MOST_ANSWERS} different texts`, "a table of raw answers");
  }
  return found;
}

async function refuseSameId(engine: Engine, ids: string, column: string): Promise<void> {
  const twice = `SELECT id, CAST(n AS ${engine.dialect.double}) AS n FROM (SELECT ${ids} AS id, count(*) AS n FROM ${engine.rows} AS ${S} GROUP BY 1) AS i WHERE n > 1 OR id IS NULL OR TRIM(id) = '' ORDER BY id LIMIT 1`;
  for await (const [[id], [n]] of engine.query(twice)) {
    if (id === null || String(id).trim() === "") throw new BadInput({ file: engine.name, column }, said`the id is empty in ${Number(n)} rows`, "a name that no other respondent has", "Fill it, or leave the column out in --sql: ids are not needed here.");
    throw new BadInput({ file: engine.name, column }, said`${JSON.stringify(id)} is the id of ${Number(n)} rows`, "an id to stand once", "Delete the others in --sql, or leave the column out there: ids are not needed here.");
  }
}

async function anySynthetic(engine: Engine, source: string): Promise<boolean> {
  const [found] = await readRow(engine, `SELECT max(CASE WHEN lower(TRIM(${source})) = 'synthetic' THEN 1 ELSE 0 END) AS found FROM ${engine.rows} AS ${S}`);
  return found === 1;
}

