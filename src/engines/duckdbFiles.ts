import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { BadInput } from "../badInput";
import { said } from "../faults/said";

/** The files behind `--from`, all of one kind. */
export interface Files {
  readonly format: "parquet" | "csv";
  readonly paths: readonly string[];
}

const FORMATS = { parquet: /\.(parquet|pq)$/i, csv: /\.(csv|tsv)(\.gz|\.zst)?$/i } as const;

/**
 * Finds the files that a path, a folder (with what lies below it) or a glob means.
 * @param matching what a glob finds
 * @throws {BadInput} where there is none, or some are Parquet and some CSV
 */
export async function filesOf(pattern: string, matching: (glob: string) => Promise<readonly string[]>): Promise<Files> {
  const found = existsSync(pattern) ? (statSync(pattern).isDirectory() ? below(resolve(pattern)) : [resolve(pattern)]) : await matching(resolve(pattern));
  if (found.length === 0) throw new BadInput({ file: pattern }, /[*?[]/.test(pattern) ? "no file is called so" : "there is no such file or folder", "Parquet or CSV files", "Check the path. A glob stands in quotes, or the shell takes it apart.");
  const parquet = found.filter((path) => FORMATS.parquet.test(path));
  const csv = found.filter((path) => FORMATS.csv.test(path));
  if (parquet.length > 0 && csv.length > 0) throw new BadInput({ file: pattern }, said`there are Parquet files (${parquet.length}) and CSV files (${csv.length})`, "files of one kind", "Name one kind by a glob.");
  const paths = parquet.length > 0 ? parquet : csv;
  if (paths.length > 0) return { format: parquet.length > 0 ? "parquet" : "csv", paths: [...paths].sort() };
  throw new BadInput({ file: pattern }, "its name says no kind of file that is read here", ".parquet, .pq, .csv, .tsv, or one of the last two with .gz or .zst", "Other kinds are read without --from.");
}

/** Files below a folder that are not hidden, nor left over by a writer (_SUCCESS, _metadata). */
function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !/^[._]/.test(name)).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return below(path);
    return FORMATS.parquet.test(path) || FORMATS.csv.test(path) ? [path] : [];
  });
}
