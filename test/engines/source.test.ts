import { expect, test } from "vitest";
import { refusalSaying } from "../../src/engines/duckdb";
import { nameOfAsked, sourceOf } from "../../src/engines/source";

test("a source is files, PostgreSQL or Trino, with the parts of its address", () => {
  expect(sourceOf("data/*.parquet")).toEqual({ kind: "files", pattern: "data/*.parquet" });
  expect(sourceOf("postgres://me@db.example:5433/my%20db")).toEqual({ kind: "postgres", host: "db.example", port: 5433, user: "me", path: ["my db"], secure: false });
  expect(sourceOf("trinos://t.example/lake/sfrc")).toEqual({ kind: "trino", host: "t.example", port: undefined, user: undefined, path: ["lake", "sfrc"], secure: true });
});

test("what is asked of a source is named by it, its table and --sql, without the statement", () => {
  expect([nameOfAsked({ from: "a.parquet" }), nameOfAsked({ from: "postgres://h/d", table: "t" }), nameOfAsked({ from: "postgres://h/d", sql: "SELECT 1" })]).toEqual(["a.parquet", "postgres://h/d t", "postgres://h/d --sql"]);
});

test("a password in the address is refused, and not repeated", () => {
  expect(() => sourceOf("postgres://me:geheim@db/x")).toThrow(/PGPASSWORD/);
  expect(() => sourceOf("postgres://me:geheim@db/x")).not.toThrow(/geheim/);
  expect(() => sourceOf("trino://me:geheim@db/x")).toThrow(/TRINO_PASSWORD/);
});

test.each([["mysql://h/d", /mysql:\/\/ is not read/], ["", /names nothing/], ["postgres://[", /not understood/], ["postgres://h/a%zz", /the address after postgres:\/\/ is not understood \(expected postgres:\/\/user@host:port\/name\)/], ["TRINO://%ff@h/a", /the address after trino:\/\/ is not understood/], ["postgres://h/d?sslmode=off", /question mark/]])("%s is refused", (from, words) => {
  expect(() => sourceOf(from)).toThrow(words);
});

test("what DuckDB says of a full disk names the folder to change, and what else it says the files and the query", () => {
  const full = refusalSaying("big.csv", 'IO Error: Could not write file "/tmp/x/held": No space left on device\n\nmore');
  expect(full.message).toContain('Could not write file "/tmp/x/held": No space left on device (expected room in the folder for temporary files, which TMPDIR names). Nothing was written.');
  expect(full.message).not.toContain("more");
  expect(refusalSaying("big.csv", "Binder Error: no such thing").message).toContain("(expected files and a query that it can read)");
  expect(refusalSaying("big.csv", "INTERRUPT Error: Interrupted!").message).toContain("the query was stopped");
});
