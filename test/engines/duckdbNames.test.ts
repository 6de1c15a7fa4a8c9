import { describe, expect, it } from "vitest";
import { refuseTwiceInFiles, refuseTwiceInSelect } from "../../src/engines/duckdbNames";

const TWICE = "the column is named twice, or another differs from it in capital letters only (expected distinct names).";

describe("two columns of one name", () => {
  const asked: string[] = [];
  const inFiles = async (names: string[], own: Record<string, string[]>, format: "csv" | "parquet" = "csv") => {
    asked.length = 0;
    await refuseTwiceInFiles(names, { format, paths: Object.keys(own) }, "delim = ','", async (sql) => (asked.push(sql), Object.entries(own).find(([path]) => sql.includes(`'${path}'`))![1]));
  };

  it("are looked for where the engine has numbered one, in each file", async () => {
    await inFiles(["a", "b", "c_x", "_1"], { "f.csv": ["a", "a"] });
    expect(asked).toEqual([]);
    await inFiles(["A", "a_1", "q_2"], { "f.csv": ["A", "a_1", "q_2"], "g.csv": ["A", " a_1"] });
    expect(asked).toEqual(["f.csv", "g.csv"].map((path) => `SELECT unnest(list_value(*COLUMNS(*))) FROM (SELECT * FROM read_csv('${path}', header = false, delim = ',') LIMIT 1)`));
    await inFiles(["a", "a_1"], { "f.parquet": ["a", "a_1"] }, "parquet");
    expect(asked).toEqual(["SELECT name FROM parquet_schema('f.parquet')"]);
  });

  it("are refused by their name and file, whatever their capitals and blanks", async () => {
    await expect(inFiles(["a", "a_1", "b", "b_1", "c", "c_12"], { "f.csv": ["a", "a_1", "b", "b", "c", "C "] })).rejects.toThrow(`f.csv, column b: ${TWICE}`);
    await expect(inFiles(["a", "b", "A_1"], { "f.csv": ["a", "b", "a_1"], "g.csv": [" A", "b", "a"] })).rejects.toThrow(`g.csv, column A: ${TWICE}`);
    await expect(inFiles(["a", "a_1"], { "f.csv": ["a_1", "A_1", "b"] })).resolves.toBeUndefined();
  });

  it("of a SELECT are refused, too", async () => {
    const inSelect = (names: string[]) => refuseTwiceInSelect("SELECT 1 --x", async (sql) => (expect(sql).toBe("SELECT column_name FROM (DESCRIBE SELECT 1 --x\n)"), names));
    await expect(inSelect(["a", "b", "ab"])).resolves.toBeUndefined();
    await expect(inSelect(["a", "b", "B", "A"])).rejects.toThrow(`--sql, column B: ${TWICE}`);
  });
});
