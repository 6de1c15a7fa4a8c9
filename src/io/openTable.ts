import { gunzipSync } from "node:zlib";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { checkShapes, readCsv } from "./csv";
import type { CsvOptions } from "./csvOptions";
import { dataFileTable } from "./dataFileTable";
import { readExcel } from "./excel";
import { readBytes } from "./file";
import { type FileFormat, formatOf } from "./fileFormat";
import { refuseMisread, withLostMarked } from "./lost";
import { parquetTable } from "./parquetTable";
import { readSpss } from "./spss";
import { readStata } from "./stata";
import { noNotes, type DataTable } from "./table";
import { decodeText } from "./text";

/** What may be said of a data file where it does not say it itself. */
export type TableOptions = Pick<CsvOptions, "encoding" | "separator" | "sheet">;

/**
 * Opens a data file, told by its content rather than its name: CSV or TSV, SPSS (.sav, .zsav), Stata (.dta), Excel (.xlsx),
 * Parquet, and any of these compressed with gzip.
 *
 * @returns its cells as text; rows of a CSV may still be too short or too long (`refuseRagged`)
 * @throws {BadInput} a kind of file that is not read here, with the way out; a damaged file; a text of another encoding
 */
export const openTable = (path: string, options: TableOptions = {}): DataTable => openTables([path], options)[0];

/** Opens several, to be read together: of the options each file takes what its kind knows, and one that none takes is refused. */
export function openTables(paths: readonly string[], options: TableOptions = {}): DataTable[] {
  const taken = new Set<TableOption>();
  const tables = paths.map((path) => tableOfBytes(readBytes(path), path, options, taken));
  for (const [option, { idle, remedy }] of Object.entries(IDLE) as [TableOption, (typeof IDLE)[TableOption]][]) {
    if (options[option] !== undefined && !taken.has(option)) throw new BadInput({ file: paths[0] }, idle, undefined, remedy);
  }
  return tables;
}

type TableOption = keyof TableOptions;

/** Which kinds of file an option says something of. */
const TAKES: Readonly<Record<FileFormat, readonly TableOption[]>> = { gzip: [], text: ["encoding", "separator"], spss: ["encoding"], stata: ["encoding"], excel: ["sheet"], parquet: [] };

const IDLE: Readonly<Record<TableOption, { readonly idle: string; readonly remedy: string }>> = {
  sheet: { idle: "--sheet names a sheet, and this is no Excel workbook", remedy: "Leave --sheet out. Nothing was written." },
  separator: { idle: "--separator is of text files, and this is none", remedy: "Leave --separator out. Nothing was written." },
  encoding: { idle: "--encoding is of files that do not say theirs, and this one does", remedy: "Leave --encoding out. Nothing was written." },
};

function tableOfBytes(bytes: Uint8Array, file: string, options: TableOptions, taken: Set<TableOption>): DataTable {
  const { encoding, separator, sheet } = options;
  const format = formatOf(bytes, file);
  for (const option of TAKES[format]) taken.add(option);
  switch (format) {
    case "gzip": return tableOfBytes(unzipped(bytes, file), file, options, taken);
    case "spss": return withLostMarked(refuseMisread(dataFileTable(readSpss(bytes, file, { encoding }))));
    case "stata": return withLostMarked(refuseMisread(dataFileTable(readStata(bytes, file, { encoding }))));
    case "excel": return withLostMarked(refuseMisread(readExcel(bytes, file, sheet)));
    case "parquet": return withLostMarked(refuseMisread(parquetTable(bytes, file)));
    case "text": {
      const csv = readCsv(decodeText(bytes, file, encoding).text, file, separator);
      return withLostMarked({ file, format: "CSV", header: csv.header, rows: csv.rows, columns: noNotes(csv.header), notes: [] });
    }
  }
}

/** @throws {BadInput} a row of a CSV that has more or fewer cells than its header */
export function refuseRagged({ format, file, header, rows }: DataTable): void {
  if (format === "CSV") checkShapes({ file, separator: ",", header, rows });
}

/** Gzip can pack a thousandfold: what would not fit in memory is refused. */
const MOST_UNZIPPED = 2 ** 31 - 1;

function unzipped(bytes: Uint8Array, file: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_UNZIPPED });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") throw new BadInput({ file }, "the compressed file holds more than 2 GB", "a file that fits in memory", "Unpack it and let a database read it: --from. Nothing was written.");
    throw new BadInput({ file }, said`the gzip file is damaged (${message})`, undefined, "Compress it once more. Nothing was written.");
  }
}
