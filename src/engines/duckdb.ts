import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { CsvOptions } from "../io/csvOptions";
import { driver } from "./drivers";
import { filesOf } from "./duckdbFiles";
import { refuseTwiceInFiles, refuseTwiceInSelect } from "./duckdbNames";
import type { Batch, ColumnKind, Engine, Raw, SourceColumn } from "./engine";
import { quotedName, quotedText } from "./sqlText";

/** What we use of @duckdb/node-api, which is not among this package's own dependencies. */
interface DuckDb {
  readonly DuckDBInstance: { create(path: string, options: Record<string, string>): Promise<{ connect(): Promise<Connection>; closeSync(): void }> };
}
interface Connection {
  run(sql: string): Promise<Result>;
  stream(sql: string): Promise<Result>;
  interrupt(): void;
  closeSync(): void;
}
interface Result {
  columnNames(): string[];
  columnTypes(): readonly { toString(): string }[];
  fetchChunk(): Promise<{ readonly rowCount: number; readonly columnCount: number; getColumnValues(column: number): Raw[] } | null>;
}

/** Of its own memory; what does not fit goes to a folder that is removed. */
const MEMORY = "1GB";
/** What is freed goes back to the system at once: kept for later, it lay beside the patterns when they were handed over (80 MB at 10⁹ rows). */
const GIVEN_BACK = { allocator_flush_threshold: "1MB", allocator_bulk_deallocation_flush_threshold: "1MB", allocator_background_threads: "true" };

/** The database, a file in the private folder, of rows that are kept for several queries; and their table. */
const HELD = quotedName("held rows");
const HELD_ROWS = `${HELD}.${quotedName("rows")}`;

/** Of CSV: no line is left out for how it looks, cells are texts, quoted as everywhere here. */
const AS_IT_STANDS = `all_varchar = true, skip = 0, comment = '', quote = '"', escape = '"'`;

/** The name by which files are asked for in --sql where --table gives none. */
const ROWS = "data";

/**
 * Opens Parquet or CSV files by DuckDB, embedded. It may read these files and nothing else, and write nothing.
 * CSV cells stay texts, read by the rules of every other command.
 *
 * @throws {BadInput} where a file is missing, damaged, or the driver is not installed
 */
export async function openFiles(pattern: string, { table = ROWS, sql, ...format }: { readonly table?: string | undefined; readonly sql?: string | undefined } & CsvOptions): Promise<Engine> {
  if (format.sheet !== undefined) throw new BadInput({ file: "--sheet" }, "it names a sheet of a workbook, and --from reads Parquet and CSV", undefined, "Leave --sheet out.");
  if (format.encoding !== undefined && !/^utf-?8/i.test(format.encoding)) throw new BadInput({ file: "--encoding" }, said`--from reads UTF-8 only, not ${format.encoding}`, "files in UTF-8", "Convert the files first.");
  const { DuckDBInstance } = driver<DuckDb>("files");
  const temporary = mkdtempSync(join(tmpdir(), "sojourn-spill-"));
  const remove = (): void => rmSync(temporary, { recursive: true, force: true });
  process.once("exit", remove); // where the process ends before the query does
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: MEMORY, temp_directory: temporary, autoinstall_known_extensions: "false", autoload_known_extensions: "false",
    enable_external_file_cache: "false", preserve_insertion_order: "false", ...GIVEN_BACK,
  });
  const connection = await instance.connect();
  const close = async (): Promise<void> => {
    connection.closeSync();
    instance.closeSync();
    remove();
    process.off("exit", remove);
  };
  const query = async function* (text: string): AsyncIterable<Batch> {
    const result = await told(pattern, connection.stream(text));
    for (;;) {
      const chunk = await told(pattern, result.fetchChunk());
      if (chunk === null || chunk.rowCount === 0) return;
      yield Array.from({ length: chunk.columnCount }, (_, j) => chunk.getColumnValues(j));
    }
  };
  try {
    await connection.run("SET TimeZone = 'UTC'");
    const texts = async (text: string): Promise<string[]> => (await all(query(text)))[0]?.map(String) ?? [];
    const files = await filesOf(pattern, (glob) => texts(`SELECT file FROM glob(${quotedText(glob)})`));
    const list = `[${files.paths.map(quotedText).join(", ")}]`;
    const csv = `${AS_IT_STANDS}${format.separator === undefined ? "" : `, delim = ${quotedText(format.separator)}`}`;
    const reader = files.format === "parquet" ? `read_parquet(${list}, union_by_name = true)`
      : `read_csv(${list}, union_by_name = true, header = true, ${csv})`;
    const kept = join(temporary, "held");
    await connection.run(`SET allowed_paths = [${[...files.paths, kept, `${kept}.wal`].map(quotedText).join(", ")}]`);
    await told(pattern, connection.run(`CREATE VIEW ${quotedName(table)} AS SELECT * FROM ${reader}`));
    await connection.run("SET enable_external_access = false");
    await connection.run("SET lock_configuration = true");
    await refuseTwiceInFiles(await texts(`SELECT column_name FROM (DESCRIBE ${quotedName(table)})`), files, csv, texts);
    if (sql !== undefined) await refuseTwiceInSelect(sql, texts);
    const rows = sql === undefined ? quotedName(table) : `(${sql}\n)`;
    const described = await told(pattern, connection.run(`SELECT * FROM ${rows} LIMIT 0`));
    const types = described.columnTypes().map(String);
    const columns = described.columnNames().map((name, j): SourceColumn => ({ name, kind: kindOfDuckDb(types[j]), type: types[j] }));
    const hold = async (select: string): Promise<string> => {
      await told(pattern, connection.run(`ATTACH IF NOT EXISTS ${quotedText(kept)} AS ${HELD}`));
      await told(pattern, connection.run(`CREATE OR REPLACE TABLE ${HELD_ROWS} AS ${select}`));
      return HELD_ROWS;
    };
    return { name: pattern, dialect: { double: "DOUBLE", given }, rows, columns, query, hold, close, cancel: async () => connection.interrupt() };
  } catch (error) {
    await close();
    throw error;
  }
}

/** All of a short answer, column by column. */
async function all(batches: AsyncIterable<Batch>): Promise<Raw[][]> {
  const columns: Raw[][] = [];
  for await (const batch of batches) batch.forEach((cells, j) => (columns[j] ??= []).push(...cells));
  return columns;
}

const given = (expression: string, kind: ColumnKind): string => (kind === "decimal" || kind === "text" ? `CAST(${expression} AS VARCHAR)` : expression);

export function kindOfDuckDb(type: string): ColumnKind {
  if (/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/.test(type)) return "integer";
  if (/^(DECIMAL|BIGNUM|VARINT)/.test(type) && !type.endsWith("]")) return "decimal";
  if (type === "DOUBLE") return "double";
  if (type === "FLOAT") return "real";
  if (type === "BOOLEAN") return "boolean";
  if (/^(VARCHAR|UUID|ENUM\(.*\))$/s.test(type)) return "text";
  if (/^(DATE|TIME|TIMESTAMP|INTERVAL)/.test(type) && !type.endsWith("]")) return "date";
  return "other";
}

async function told<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof BadInput ? error : refusalSaying(file, (error as Error).message);
  }
}

/** What the engine says, as a refusal of the input. */
export function refusalSaying(file: string, message: string): BadInput {
  const words = message.split("\n\n")[0].replace(/\s*\n\s*/g, " ");
  if (/^INTERRUPT/.test(words)) return new BadInput({ file }, "the query was stopped");
  const expected = /no space left on device/i.test(words) ? "room in the folder for temporary files, which TMPDIR names" : "files and a query that it can read";
  return new BadInput({ file }, said`DuckDB says: ${words.slice(0, 600)}`, expected, "Nothing was written.");
}
