import { BadInput } from "../badInput";
import { quotedText } from "./sqlText";
import type { Files } from "./duckdbFiles";

/** The first column of an answer, as texts. */
type Ask = (sql: string) => Promise<readonly string[]>;

const twice = (file: string, column: string): BadInput => new BadInput({ file, column }, "the column is named twice, or another differs from it in capital letters only", "distinct names");

/**
 * DuckDB calls the second of two columns of one name name_1, and which is meant would be chance.
 *
 * @param reader how a CSV file is read, but for its header
 * @throws {BadInput} where a file has such columns
 */
export async function refuseTwiceInFiles(names: readonly string[], { format, paths }: Files, reader: string, ask: Ask): Promise<void> {
  const lower = names.map((name) => name.toLowerCase());
  const suspects = names.flatMap((name) => {
    const [, before] = /^(.*)_\d+$/s.exec(name) ?? [];
    return before !== undefined && lower.includes(before.toLowerCase()) ? [{ name, before }] : [];
  });
  if (suspects.length === 0) return;
  for (const path of paths) {
    const file = quotedText(path);
    const own = await ask(format === "parquet" ? `SELECT name FROM parquet_schema(${file})` : `SELECT unnest(list_value(*COLUMNS(*))) FROM (SELECT * FROM read_csv(${file}, header = false, ${reader}) LIMIT 1)`);
    const folded = own.map((name) => name.trim().toLowerCase());
    const found = suspects.find(({ before }) => folded.filter((name) => name === before.toLowerCase()).length > 1);
    if (found) throw twice(path, found.before);
  }
}

/** @throws {BadInput} where a SELECT gives two columns of one name */
export async function refuseTwiceInSelect(sql: string, ask: Ask): Promise<void> {
  const lower = new Set<string>();
  for (const name of await ask(`SELECT column_name FROM (DESCRIBE ${sql}\n)`)) {
    if (lower.has(name.toLowerCase())) throw twice("--sql", name);
    lower.add(name.toLowerCase());
  }
}
