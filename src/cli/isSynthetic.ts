import type { CsvOptions } from "../io/csvOptions";
import { readTable } from "../models/data/table";
import { saysSynthetic } from "../survey/saysSynthetic";

/** Whether a file of rows was made from the synthetic survey: by its `source` column, or by ids that begin SYN-. */
export function isSynthetic(file: string, format: CsvOptions): boolean {
  const { columns, rows } = readTable(file, format);
  const [source, id] = [columns.indexOf("source"), columns.indexOf("id")];
  return rows.some((row) => saysSynthetic(row[source]) || (id >= 0 && row[id].startsWith("SYN-")));
}
