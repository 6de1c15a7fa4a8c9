import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { numberText } from "./cellText";
import { noNotes, type DataTable } from "./table";

/**
 * A Parquet file as a table, all six codecs. Asynchronous, as its library is; `openTable` waits for it.
 *
 * @throws {BadInput} a damaged file, a column that holds lists or structures, a whole number beyond 2^53
 */
export async function readParquet(bytes: Uint8Array, file: string): Promise<DataTable> {
  const [{ parquetReadObjects, parquetMetadata }, { compressors }] = await Promise.all([import("hyparquet"), import("hyparquet-compressors")]);
  const buffer = bytes.slice().buffer;
  let names: string[];
  let records: Record<string, unknown>[];
  try {
    const metadata = parquetMetadata(buffer);
    const [root] = metadata.schema;
    if (Number(metadata.num_rows) > 20_000_000) throw new BadInput({ file }, said`the file has ${Number(metadata.num_rows)} rows, more than fit in memory here`, "at most 20,000,000", "Let a database read it: --from, which needs no memory for rows. Nothing was written.");
    names = metadata.schema.slice(1).filter(({ num_children: children }) => !children).map(({ name }) => name);
    if (names.length !== root.num_children) throw new BadInput({ file }, "a column holds lists or structures", "one value a cell", "Spread them over columns first. Nothing was written.");
    records = await parquetReadObjects({ file: buffer, compressors });
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput({ file }, said`the Parquet file cannot be read: ${(error as Error).message}`, undefined, "Write it once more, or export it as CSV. Nothing was written.");
  }
  const header = { line: 1, cells: names };
  return {
    file, format: "Parquet", header, columns: noNotes(header), notes: [],
    rows: records.map((record, i) => ({ line: i + 1, cells: names.map((name) => cellText(record[name], { file, row: i + 1, column: name })) })),
  };
}

function cellText(value: unknown, place: { file: string; row: number; column: string }): string {
  if (value === null || value === undefined) return "";
  switch (typeof value) {
    case "number": return numberText(value);
    case "string": return value.trim();
    case "boolean": return value ? "TRUE" : "FALSE";
    case "bigint": return String(value);
    default:
      if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, "").replace("T", " ").replace(/(\.000)?Z$/, "");
      throw new BadInput(place, "the cell holds a list or a structure", "one value", "Spread it over columns first. Nothing was written.");
  }
}
