import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { deserialize } from "node:v8";
import { BadInput } from "../badInput";
import { projectFolder } from "../projectFolder";
import type { DataTable } from "./table";

/**
 * A Parquet file as a table: waits for the library that reads it, which is asynchronous, in a process of its own.
 *
 * @throws {BadInput} as `readParquet`
 */
export function parquetTable(bytes: Uint8Array, file: string): DataTable {
  const script = join(projectFolder, "dist", "io", "parquetProcess.js");
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, file], { input: bytes, maxBuffer: 2 ** 31 - 1 });
  if (status !== 0) throw new Error(`reading ${file} failed: ${String(stderr).slice(0, 2000)}`);
  const answer = deserialize(stdout) as { table: DataTable } | { refused: { place: BadInput["place"]; found: string; expected?: string; remedy?: string } };
  if ("table" in answer) return answer.table;
  const { place, found, expected, remedy } = answer.refused;
  throw new BadInput(place, found, expected, remedy);
}
