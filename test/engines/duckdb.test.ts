import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openFiles, refusalSaying } from "../../src/engines/duckdb";
import { bothLanguages } from "../io/bothLanguages";

type Chunk = unknown[][] | null;
/** A database that is none: what it was started with and told, and what it answers. */
const db = { started: [] as Record<string, string>[], said: [] as string[], answers: [] as [RegExp, Chunk[] | Error][], columns: [] as [string, string][] };

vi.mock("../../src/engines/drivers", () => ({ driver: () => {
  const run = async (sql: string) => {
    db.said.push(sql);
    const answer = db.answers.find(([asked]) => asked.test(sql))?.[1] ?? [];
    if (answer instanceof Error) throw answer;
    const chunks = [...answer];
    return {
      columnNames: () => db.columns.map(([name]) => name), columnTypes: () => db.columns.map(([, type]) => ({ toString: () => type })),
      fetchChunk: async () => {
        const columns = chunks.shift() ?? null;
        return columns && { rowCount: columns[0]?.length ?? 0, columnCount: columns.length, getColumnValues: (j: number) => columns[j] };
      },
    };
  };
  return { DuckDBInstance: { create: async (path: string, options: Record<string, string>) => {
    db.started.push({ path, ...options });
    return { connect: async () => ({ run, stream: run, interrupt: () => db.said.push("interrupt"), closeSync: () => db.said.push("close") }), closeSync: () => db.said.push("close all") };
  } } };
} }));

const folder = mkdtempSync(join(tmpdir(), "duckdb-"));
const [csv, other, parquet] = ["a.csv", "b.csv", "it's.parquet"].map((name) => join(folder, name));
for (const file of [csv, other, parquet]) writeFileSync(file, "");
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => Object.assign(db, { started: [], said: [], answers: [], columns: [["n", "BIGINT"], ["t", "VARCHAR"], ["l", "INTEGER[]"]] }));
const AS_IT_STANDS = `all_varchar = true, skip = 0, comment = '', quote = '"', escape = '"'`;
const sources = (): string[] => db.said.filter((sql) => sql.startsWith("CREATE VIEW"));
const spill = (): string => db.started[0].temp_directory;

describe("files by DuckDB", () => {
  it("are opened alone, in memory, with a folder that goes when it is closed", async () => {
    const engine = await openFiles(csv, {});
    expect(db.started).toEqual([{
      path: ":memory:", memory_limit: "1GB", temp_directory: expect.stringMatching(/sojourn-spill-/), autoinstall_known_extensions: "false", autoload_known_extensions: "false",
      enable_external_file_cache: "false", preserve_insertion_order: "false", allocator_flush_threshold: "1MB", allocator_bulk_deallocation_flush_threshold: "1MB", allocator_background_threads: "true",
    }]);
    expect(db.said).toEqual([
      "SET TimeZone = 'UTC'", `SET allowed_paths = ['${csv}', '${spill()}/held', '${spill()}/held.wal']`, `CREATE VIEW "data" AS SELECT * FROM read_csv(['${csv}'], union_by_name = true, header = true, ${AS_IT_STANDS})`,
      "SET enable_external_access = false", "SET lock_configuration = true", 'SELECT column_name FROM (DESCRIBE "data")', 'SELECT * FROM "data" LIMIT 0',
    ]);
    expect([engine.name, engine.rows, engine.dialect.double]).toEqual([csv, '"data"', "DOUBLE"]);
    expect(engine.columns).toEqual([["n", "integer", "BIGINT"], ["t", "text", "VARCHAR"], ["l", "other", "INTEGER[]"]].map(([name, kind, type]) => ({ name, kind, type })));
    expect((["decimal", "text", "integer", "double"] as const).map((kind) => engine.dialect.given("x", kind))).toEqual(["CAST(x AS VARCHAR)", "CAST(x AS VARCHAR)", "x", "x"]);
    writeFileSync(join(spill(), "held"), "rows");
    const ending = process.listenerCount("exit");
    await engine.cancel();
    await engine.close();
    expect(db.said.slice(-3)).toEqual(["interrupt", "close", "close all"]);
    expect([existsSync(spill()), process.listenerCount("exit")]).toEqual([false, ending - 1]);
  });

  it("are Parquet or CSV, several by a glob, by the separator and the name asked for", async () => {
    await openFiles(parquet, { table: 'my "t"' });
    db.answers = [[/glob/, [[[other]], [[csv]], null]]];
    await openFiles(join(folder, "*.csv"), { separator: ";", encoding: "UTF-8" });
    expect(db.said).toContain(`SELECT file FROM glob('${join(folder, "*.csv")}')`);
    expect(sources()).toEqual([
      `CREATE VIEW "my ""t""" AS SELECT * FROM read_parquet(['${parquet.replace("'", "''")}'], union_by_name = true)`,
      `CREATE VIEW "data" AS SELECT * FROM read_csv(['${csv}', '${other}'], union_by_name = true, header = true, ${AS_IT_STANDS}, delim = ';')`,
    ]);
    db.answers = [];
    await expect(openFiles(join(folder, "*.tsv"), {})).rejects.toThrow("no file is called so");
  });

  it("of a SELECT have its columns, each name once", async () => {
    const engine = await openFiles(csv, { sql: "SELECT 1 -- one" });
    expect(engine.rows).toBe("(SELECT 1 -- one\n)");
    expect(db.said.at(-1)).toBe("SELECT * FROM (SELECT 1 -- one\n) LIMIT 0");
    db.answers = [[/DESCRIBE SELECT 1/, [[["a", "b"]], [["A"]]]]];
    await expect(openFiles(csv, { sql: "SELECT 1" })).rejects.toThrow("--sql, column A: the column is named twice");
    expect(db.said.slice(-2)).toEqual(["close", "close all"]);
    db.answers = [[/DESCRIBE "data"/, [[["a", "a_1"]]]], [/header = false/, [[["a", "a"]]]]];
    await expect(openFiles(csv, {})).rejects.toThrow(`${csv}, column a: the column is named twice`);
    expect(existsSync(db.started.at(-1)!.temp_directory)).toBe(false);
  });

  it("give answers chunk by chunk, until there is none or an empty one", async () => {
    const engine = await openFiles(csv, {});
    const all = async (chunks: Chunk[]) => { db.answers = [[/^SELECT n/, chunks]]; const found = []; for await (const batch of engine.query("SELECT n, t")) found.push(batch); return found; };
    expect(await all([[[1n], ["a"]], [[2n, 3n], ["b", null]]])).toEqual([[[1n], ["a"]], [[2n, 3n], ["b", null]]]);
    expect(await all([[[1n], ["a"]], [[], []], [[9n], ["z"]]])).toEqual([[[1n], ["a"]]]);
    expect(await all([])).toEqual([]);
    db.answers = [[/^SELECT n/, new Error("Conversion Error: no\n  number\n\nLINE 1")]];
    await expect(engine.query("SELECT n")[Symbol.asyncIterator]().next()).rejects.toThrow(`${csv}: DuckDB says: Conversion Error: no number (expected files and a query that it can read). Nothing was written.`);
  });

  it("keep rows for several queries in the folder of its own", async () => {
    const engine = await openFiles(csv, {});
    db.said.length = 0;
    expect(await engine.hold!("SELECT 1")).toBe('"held rows"."rows"');
    expect(db.said).toEqual([`ATTACH IF NOT EXISTS '${spill()}/held' AS "held rows"`, 'CREATE OR REPLACE TABLE "held rows"."rows" AS SELECT 1']);
    db.answers = [[/REPLACE/, new Error("INTERRUPT Error: x")]];
    await expect(engine.hold!("SELECT 1")).rejects.toThrow(`${csv}: the query was stopped`);
  });

  it("refuse what is of workbooks, and other encodings, before anything is opened", async () => {
    const refused = async (format: object) => { const thrown: unknown = await openFiles(csv, format).catch((one: unknown) => one); return bothLanguages(() => { throw thrown; }); };
    expect(await refused({ sheet: "1" })).toEqual(["--sheet: it names a sheet of a workbook, and --from reads Parquet and CSV. Leave --sheet out.", expect.stringMatching(/^--sheet：[\u4e00-\u9fff]/)]);
    for (const encoding of ["gb18030", "latin1", "xutf8", "utf-16"]) expect(await refused({ encoding })).toEqual([`--encoding: --from reads UTF-8 only, not ${encoding} (expected files in UTF-8). Convert the files first.`, expect.stringMatching(/^--encoding：/)]);
    expect(db.started).toEqual([]);
    for (const encoding of ["utf8", "UTF-8", "utf-8-sig"]) await (await openFiles(csv, { encoding })).close();
  });

  it("tell the beginning of a long message, in one line", () => {
    expect(refusalSaying("f", `${"x".repeat(598)}\n  yz`).message).toBe(`f: DuckDB says: ${"x".repeat(598)} y (expected files and a query that it can read). Nothing was written.`);
  });
});
