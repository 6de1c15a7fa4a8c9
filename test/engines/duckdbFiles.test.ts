import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { filesOf } from "../../src/engines/duckdbFiles";

const folder = mkdtempSync(join(tmpdir(), "duckdb-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]) => join(folder, ...names);
function put(name: string): string {
  mkdirSync(join(at(name), ".."), { recursive: true });
  writeFileSync(at(name), "");
  return at(name);
}
for (const name of ["rows/b.csv", "rows/a.CSV", "rows/deep/c.tsv.gz", "rows/deep/d.csv.zst", "rows/_temporary/e.csv", "rows/.f.csv", "rows/_SUCCESS", "rows/notes.txt", "rows/g.csv.zip", "both/a.csv", "both/b.csv", "both/c.parquet", "pq/b.pq", "pq/a.parquet", "none/x.txt"]) put(name);

const globbed: string[] = [];
const found = (pattern: string, matches: readonly string[] = []) => filesOf(pattern, async (glob) => (globbed.push(glob), matches));

it("a folder means the files below it, none that is hidden or left over by a writer", async () => {
  expect(await found(at("rows"))).toEqual({ format: "csv", paths: [at("rows/a.CSV"), at("rows/b.csv"), at("rows/deep/c.tsv.gz"), at("rows/deep/d.csv.zst")] });
  expect(await found(at("pq"))).toEqual({ format: "parquet", paths: [at("pq/a.parquet"), at("pq/b.pq")] });
  expect(globbed).toEqual([]);
});

it("a file means itself, whatever it begins with; a glob what the engine finds, in order", async () => {
  expect(await found(at("rows/.f.csv"))).toEqual({ format: "csv", paths: [at("rows/.f.csv")] });
  expect(await found(at("*.pq"), [at("z.pq"), at("y.pq"), at("readme.txt")])).toEqual({ format: "parquet", paths: [at("y.pq"), at("z.pq")] });
  expect(globbed).toEqual([at("*.pq")]);
});

it("nothing, two kinds, and a kind that is not read are refused", async () => {
  const expected = "(expected Parquet or CSV files). Check the path. A glob stands in quotes, or the shell takes it apart.";
  await expect(found(at("no.csv"))).rejects.toThrow(`${at("no.csv")}: there is no such file or folder ${expected}`);
  for (const glob of ["*.csv", "?.csv", "[ab].csv"]) await expect(found(at(glob))).rejects.toThrow(`${at(glob)}: no file is called so ${expected}`);
  await expect(found(at("both"))).rejects.toThrow(`${at("both")}: there are Parquet files (1) and CSV files (2) (expected files of one kind). Name one kind by a glob.`);
  await expect(found(at("none/x.txt"))).rejects.toThrow(`${at("none/x.txt")}: its name says no kind of file that is read here (expected .parquet, .pq, .csv, .tsv, or one of the last two with .gz or .zst). Other kinds are read without --from.`);
});
