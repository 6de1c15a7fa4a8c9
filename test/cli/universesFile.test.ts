import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, it } from "vitest";
import { universesFile } from "../../src/cli/universesFile";
import type { Outcome } from "../../src/multiverse/fitUniverses";
import { folder } from "../survey/rawFile";

const here = folder();
const universe = (i: number): Outcome => ({ id: `u${i}`, paper: false, options: {}, model: "M", group: "g", outcome: "y", term: "x", n: i, sample: "s", likelihood: "l", sign: 1, status: "fitted", estimate: i / 2, standardError: 1, p: 0.5, stars: "" }) as Outcome;
const places = new Map();
/** What stands there once all is done: the last ten ids in their order, and of Parquet how many rows each group has. */
async function written(out: string, parts: readonly number[]) {
  const file = await universesFile(out, { synthetic: true, decisions: [] });
  let made = 0;
  for (const n of parts) file.write(Array.from({ length: n }, () => universe(made++)), { places });
  expect(existsSync(out)).toBe(false);
  file.commit();
  if (out.endsWith(".csv")) return { ids: readFileSync(out, "utf8").trimEnd().split("\n").slice(1).map((line) => line.split(",")[1]), groups: [] };
  const bytes = readFileSync(out);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const groups = parquetMetadata(buffer).row_groups.map(({ num_rows: n }) => Number(n));
  const rows = await parquetReadObjects({ file: buffer, columns: ["id", "place"], rowStart: Math.max(0, made - 10) });
  return { ids: rows.map(({ id, place }) => { expect(place).toBeNull(); return id as string; }), groups };
}
const ids = (n: number) => Array.from({ length: n }, (_, i) => `u${i}`);

it.each<[string, number[], number[]]>([["a.csv", [3, 0, 2], []], ["b.parquet", [3, 0, 2], [5]], ["e.csv", [], []]])("%s: universes in parts of %j are there in their order", async (name, parts, groups) => {
  expect(await written(join(here.path, name), parts)).toEqual({ ids: ids(parts.reduce((sum, n) => sum + n, 0)).slice(-10), groups });
});

it("what is abandoned leaves nothing", async () => {
  const out = join(here.path, "never.csv");
  const file = await universesFile(out, { synthetic: false, decisions: [] });
  file.write([universe(1)], { places });
  file.abandon();
  expect(existsSync(out)).toBe(false);
});
