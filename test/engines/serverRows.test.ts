import { expect, it } from "vitest";
import { serverRows } from "../../src/engines/serverRows";
import { bothLanguages } from "../io/bothLanguages";

it.each<[string | undefined, string | undefined, string]>([
  ["t", undefined, '"t"'], ["schema.t", undefined, '"schema"."t"'], ["a.b.c", undefined, '"a"."b"."c"'], ['"a.b".c', undefined, '"a.b"."c"'], ["select", undefined, '"select"'], [undefined, "SELECT 1 -- one", "(SELECT 1 -- one\n)"],
])("the table %s or SELECT %s stands after FROM as %s", (table, sql, rows) => expect(serverRows("postgres://h/d", table, sql)).toBe(rows));

it("neither, both, and what is no name are refused", () => {
  const refused = (table: string | undefined, sql: string | undefined) => bothLanguages(() => serverRows("postgres://h/d", table, sql));
  expect(refused("t", "SELECT 1")[0]).toBe("--table: a table and a SELECT are named (expected --table NAME or --sql, not both).");
  expect(refused(undefined, undefined)[0]).toBe('postgres://h/d: it says no table (expected --table NAME, or --sql "SELECT …"). A name that ends as a file to be written (.csv, .md) is asked for in --sql.');
  for (const none of ["", "a.", ".a", "a..b"]) {
    const [en, zh] = refused(none, undefined);
    expect(en).toBe(`--table: "${none}" is no name of a table (expected TABLE, or SCHEMA.TABLE).`);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
  }
});
