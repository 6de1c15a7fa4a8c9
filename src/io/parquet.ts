import type { FileMetaData, SchemaElement } from "hyparquet";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { dateText, numberText } from "./cellText";
import { noNotes, type DataTable } from "./table";

/**
 * A Parquet file as a table, all six codecs. Asynchronous, as its library is; `openTable` waits for it. Decimals keep all
 * their digits, moments their fractions of a second, both in UTC; times of day are seconds, as in SPSS.
 *
 * @throws {BadInput} a damaged file, a column that holds lists or structures, a cell of bytes that are no text
 */
export async function readParquet(bytes: Uint8Array, file: string): Promise<DataTable> {
  const [{ parquetReadObjects, parquetMetadata }, { compressors }] = await Promise.all([import("hyparquet"), import("hyparquet-compressors")]);
  const { buffer } = new Uint8Array(bytes); // a copy: small Buffers of Node stand side by side in one
  let columns: Column[];
  let records: Record<string, unknown>[];
  try {
    const metadata = parquetMetadata(buffer);
    if (Number(metadata.num_rows) > 20_000_000) throw new BadInput({ file }, said`the file has ${Number(metadata.num_rows)} rows, more than fit in memory here`, "at most 20,000,000", "Let a database read it: --from, which needs no memory for rows. Nothing was written.");
    columns = columnsOf(metadata, file);
    records = await parquetReadObjects({ file: buffer, metadata, compressors, parsers: PARSERS, utf8: false });
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput({ file }, said`the Parquet file cannot be read: ${(error as Error).message}`, undefined, "Write it once more, or export it as CSV. Nothing was written.");
  }
  const header = { line: 1, cells: columns.map(({ name }) => name) };
  const cells = columns.map(({ name, text, days }) => {
    const texts = records.map((record, i) => text(record[name], { file, row: i + 1, column: name }));
    return days && texts.every((moment) => moment === "" || moment.endsWith(MIDNIGHT)) ? texts.map((moment) => moment.slice(0, -MIDNIGHT.length)) : texts;
  });
  return { file, format: "Parquet", header, columns: noNotes(header), notes: [], rows: records.map((_, i) => ({ line: i + 1, cells: cells.map((column) => column[i]) })) };
}

interface Column {
  readonly name: string;
  readonly text: (value: unknown, place: Place) => string;
  /** Moments, which are days where all of them are midnights (as pandas stores days). */
  readonly days: boolean;
}

interface Place { readonly file: string; readonly row: number; readonly column: string }

const MIDNIGHT = " 00:00:00";

/** @throws {BadInput} a column that holds lists or structures */
function columnsOf({ schema }: FileMetaData, file: string): Column[] {
  return schema.slice(1).map((element) => {
    const { name, num_children: children, repetition_type: repetition } = element;
    if (children || repetition === "REPEATED") throw new BadInput({ file, column: name }, "the column holds lists or structures", "one value a cell", "Spread them over columns first. Nothing was written.");
    return { name, text: textOf(element), days: isMoment(element) };
  });
}

const isMoment = ({ type, converted_type: converted, logical_type: logical }: SchemaElement): boolean =>
  type === "INT96" || logical?.type === "TIMESTAMP" || converted === "TIMESTAMP_MILLIS" || converted === "TIMESTAMP_MICROS";

/** What the library would round (decimals, fractions of milliseconds) or make of bytes that are no text, it gives as it is. */
function textOf(element: SchemaElement): Column["text"] {
  const { converted_type: converted, logical_type: logical, scale = 0 } = element;
  if (converted === "DECIMAL" || logical?.type === "DECIMAL") {
    delete element.converted_type;
    delete element.logical_type;
    return (value, place) => (value === null || value === undefined ? "" : decimalText(value, scale, place));
  }
  const unit = logical?.type === "TIME" ? { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 }[logical.unit] : converted === "TIME_MILLIS" ? 1e3 : converted === "TIME_MICROS" ? 1e6 : undefined;
  return unit === undefined ? cellText : (value, place) => (typeof value === "number" || typeof value === "bigint" ? numberText(Number(value) / unit) : cellText(value, place));
}

function cellText(value: unknown, place: Place): string {
  if (value === null || value === undefined) return "";
  switch (typeof value) {
    case "number": return numberText(value);
    case "string": return value.trim();
    case "boolean": return value ? "TRUE" : "FALSE";
    case "bigint": return String(value);
    default:
      if (value instanceof Uint8Array) return decoded(value, place).trim();
      throw new BadInput(place, "the cell holds a list or a structure", "one value", "Spread it over columns first. Nothing was written.");
  }
}

/** The digits as they are, without zeros behind: −1250 of scale 2 is −12.5. */
function decimalText(value: unknown, scale: number, place: Place): string {
  const whole = value instanceof Uint8Array ? signed(value) : typeof value === "number" || typeof value === "bigint" ? BigInt(value) : undefined;
  if (whole === undefined) return cellText(value, place);
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, "0");
  const cut = digits.length - scale;
  const fraction = digits.slice(cut).replace(/0+$/, "");
  return `${whole < 0n ? "-" : ""}${digits.slice(0, cut)}${fraction && "."}${fraction}`;
}

/** A whole number of any length, the highest byte first. */
const signed = (bytes: Uint8Array): bigint => BigInt.asIntN(8 * bytes.length, bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n));

const decoder = new TextDecoder("utf-8", { fatal: true });

/** @throws {BadInput} bytes that are no UTF-8 */
function decoded(bytes: Uint8Array, place: Place): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new BadInput(place, "the cell holds bytes, not a text", "a text or a number", "Leave the column out, or write it as text. Nothing was written.");
  }
}

const PARSERS = {
  dateFromDays: (days: number) => dayText(days),
  timestampFromMilliseconds: (count: bigint) => momentText(count, 3),
  timestampFromMicroseconds: (count: bigint) => momentText(count, 6),
  timestampFromNanoseconds: (count: bigint) => momentText(count, 9),
  stringFromBytes: (bytes: Uint8Array) => bytes, // decoded where the row and column are known
};

/** A day that no calendar has stays the number it is, as does a moment. */
const dayText = (days: number): string => dateText(days * 86_400_000, "date") ?? numberText(days);

function momentText(count: bigint, digits: number): string {
  const second = 10n ** BigInt(digits);
  const fraction = ((count % second) + second) % second;
  const seconds = (count - fraction) / second;
  const text = dateText(Number(seconds) * 1000, "datetime");
  return text === undefined ? String(count) : fraction === 0n ? text : `${text}.${String(fraction).padStart(digits, "0").replace(/(000)+$/, "")}`;
}
