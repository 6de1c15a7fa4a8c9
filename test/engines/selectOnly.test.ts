import { describe, expect, test } from "vitest";
import { selectOnly } from "../../src/engines/selectOnly";

describe("a statement of --sql", () => {
  test.each([
    ["SELECT * FROM t", "SELECT * FROM t"],
    [" select 1 ;; ", "select 1"],
    ["WITH a AS (SELECT 1) SELECT * FROM a -- done", "WITH a AS (SELECT 1) SELECT * FROM a"],
    ["(SELECT 1) UNION ALL (SELECT 2)", "(SELECT 1) UNION ALL (SELECT 2)"],
    [`SELECT "drop", 'delete; --' AS x, $$ ; update $$, E'\\'; drop' FROM "insert"`, `SELECT "drop", 'delete; --' AS x, $$ ; update $$, E'\\'; drop' FROM "insert"`],
    ["SELECT replace(a, 'x', 'y'), 年龄 FROM t /* ; drop */", "SELECT replace(a, 'x', 'y'), 年龄 FROM t"],
    ["SELECT dblink, set_config FROM query('SELECT 1') WHERE lo_exported(2) > 'pg_notify(1)'", "SELECT dblink, set_config FROM query('SELECT 1') WHERE lo_exported(2) > 'pg_notify(1)'"],
    [`SELECT (drop, x), ';', '(', ")" FROM t`, `SELECT (drop, x), ';', '(', ")" FROM t`],
    ["SELECT a key, substring(a FROM 1 FOR 2) FROM t", "SELECT a key, substring(a FROM 1 FOR 2) FROM t"],
    [`SELECT a & "b", u & 'b', u | "b", e"\\" FROM t`, `SELECT a & "b", u & 'b', u | "b", e"\\" FROM t`],
    ["SELECT date'\\', 'it''s' FROM t", "SELECT date'\\', 'it''s' FROM t"],
    ["SELECT (replace(a, 'x', 'y')) FROM t", "SELECT (replace(a, 'x', 'y')) FROM t"],
    ["SELECT 1/**/ FROM t", "SELECT 1/**/ FROM t"], ["SELECT 2*/*c*/3", "SELECT 2*/*c*/3"], ["SELECT 1 --\n FROM t", "SELECT 1 --\n FROM t"],
  ])("that only reads is taken: %s", (sql, kept) => expect(selectOnly(sql)).toBe(kept));

  test.each([
    ["DROP TABLE t", /begins with DROP/], ["insert into t values (1)", /begins with INSERT/], ["", /empty/], ["-- only words", /empty/],
    ["SELECT 1; DELETE FROM t", /more than one/], ["WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a", /DELETE, which writes/],
    ["WITH a AS (SELECT 1) UPDATE t SET x = 1", /UPDATE, which writes/], ["WITH a AS MATERIALIZED (/* x */ insert into t select 1) select 1", /INSERT, which writes/],
    ["SELECT * INTO new FROM t", /INTO/], ["SELECT * FROM t FOR UPDATE", /FOR UPDATE/], ["SELECT 1) AS s; (SELECT 2", /bracket closes/],
    ["SELECT (1", /bracket is not closed/], ["SELECT 1\0", /NUL byte/], ["(", /begins with \( /], ["7", /begins with 7/], ["SELECT 'a", /quote is not closed/], ["SELECT $a$ b", /quote is not closed/], ["SELECT 1 /* a", /comment is not closed/],
    ["SELECT 1 /* a /* b */ ; DROP TABLE t */", /within a comment/], ["SELECT 1 /*/* b */", /within a comment/], ["SELECT 1 /*/", /comment is not closed/], ["SELECT 1/**/;SELECT 2", /more than one/], ["SELECT 'a';'", /quote is not closed|more than one/], ['SELECT u&"a""b"(1)', /written by U&/], ['SELECT "pg_""x", "dblink"(1)', /calls dblink,/], ["COPY t TO 'x'", /begins with COPY/], ["EXPLAIN ANALYZE DELETE FROM t", /begins with EXPLAIN/], ["(DROP TABLE t)", /begins with \( DROP/],
    ["SELECT dblink_exec('dbname=x', 'DELETE FROM t')", /calls dblink_exec, which does more than read/], ['SELECT public."dblink" /* x */ (\'a\')', /calls dblink,/], ["SELECT PG_Terminate_Backend(pid) FROM pg_stat_activity", /calls PG_Terminate_Backend/],
    ["SELECT lo_export(1, '/tmp/x')", /lo_export/], ["SELECT query_to_xml('SELECT dblink(1)', true, true, '')", /query_to_xml/], ["SELECT * FROM TABLE(lake.system.query(query => 'DELETE FROM t'))", /calls query,/], ['SELECT U&"dblink\\005fexec"(1)', /written by U&/],
  ])("that may write is refused before it is sent: %s", (sql, words) => expect(() => selectOnly(sql)).toThrow(words));

  // What PostgreSQL, Trino and DuckDB have beside SELECT that changes rows, tables, files or the session.
  test.each(("INSERT UPDATE DELETE MERGE REPLACE TRUNCATE DROP ALTER CREATE COPY CALL GRANT REVOKE SET RESET ATTACH DETACH INSTALL LOAD PRAGMA EXECUTE PREPARE VACUUM ANALYZE LOCK DO EXPORT IMPORT USE CHECKPOINT "
    + "BEGIN START COMMIT ROLLBACK").split(" "))("that holds %s at the beginning of a bracket, or after one, is refused by that word", (word) => {
    expect(() => selectOnly(`SELECT * FROM (${word} t x)`)).toThrow(`it holds ${word}, which writes`);
    expect(() => selectOnly(`WITH a AS (SELECT 1) ${word.toLowerCase()} t x`)).toThrow(`it holds ${word}, which writes`);
    expect(() => selectOnly(`${word} t`)).toThrow(`begins with ${word}`);
    // A column of that name, and a function.
    expect(selectOnly(`SELECT a.${word}, (${word}(a)) FROM a`)).toBe(`SELECT a.${word}, (${word}(a)) FROM a`);
  });

  test.each(["UPDATE", "SHARE", "NO KEY UPDATE", "KEY SHARE"])("that locks rows FOR %s is refused", (lock) => expect(() => selectOnly(`SELECT * FROM t FOR ${lock}`)).toThrow(/locks rows/));
});
