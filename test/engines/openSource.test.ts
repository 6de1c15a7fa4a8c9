import { expect, test, vi } from "vitest";
import { openSource } from "../../src/engines/openSource";

// Which driver is asked for says which engine it is; none of them is started.
vi.mock("../../src/engines/drivers", () => ({ driver: (kind: string) => { throw new Error(`driver of ${kind}`); } }));

test.each([["postgres://h/d", "postgres"], ["postgresql://h/d", "postgres"], ["trino://h/c/s", "trino"], ["trinos://h/c/s", "trino"], ["rows/*.parquet", "files"]])("%s is read by the driver of %s", async (from, kind) => {
  await expect(openSource(from.includes("://") ? { from, table: "t" } : { from })).rejects.toThrow(`driver of ${kind}`);
});

test("a statement that writes is refused before anything is opened, and what is of files is refused of a server", async () => {
  await expect(openSource({ from: "postgres://h/d", sql: "DROP TABLE t" })).rejects.toThrow(/begins with DROP/);
  for (const [format, option] of [[{ separator: ";" }, "--separator"], [{ encoding: "utf-8" }, "--encoding"], [{ sheet: "1" }, "--sheet"]] as const) {
    await expect(openSource({ from: "trino://h/c/s", table: "t" }, format)).rejects.toThrow(option);
  }
});
