import { BadInput } from "../../../badInput";
import { readParquet } from "../../../io/parquet";
import type { DataTable } from "../../../io/table";

const ahead = new WeakMap<Uint8Array, DataTable | Error>();

/** Reads a Parquet file when it comes, since its library answers later than a cell can wait; other files are left. */
export async function readAhead(path: string, content: string | Uint8Array | undefined): Promise<void> {
  if (!(content instanceof Uint8Array) || String.fromCharCode(...content.subarray(0, 4)) !== "PAR1") return;
  ahead.set(content, await readParquet(content, path).catch((error: unknown) => error as Error));
}

/** In place of a process of its own: what was read when the file came. */
export function parquetTable(bytes: Uint8Array, file: string): DataTable {
  const found = ahead.get(bytes);
  if (!found) throw new BadInput({ file }, "a Parquet file within a gzip file is not read in a page", "the Parquet file itself, which is compressed already", "Unpack it. Nothing was written.");
  if (found instanceof Error) throw found;
  return { ...found, file };
}
