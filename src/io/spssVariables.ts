import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { cutNotes, type DataFile, type DeclaredMissing, type Variable, type VariableKind } from "./dataFile";
import { fieldText, refuseOtherReading, utf8OrUnknown, type FieldText } from "./fieldText";
import type { RawColumn } from "./spssCases";
import type { Dictionary, Entry } from "./spssDictionary";
import { spssEncoding } from "./spssEncoding";

const EXTENSION = { longNames: 13, veryLong: 14, longLabels: 21, longMissing: 22 };
/** A very long string is cut into variables of 255 bytes; 252 of each count towards its width, 255 are used. */
const SEGMENT = { counted: 252, used: 255 };

/** Turns raw columns into variables: texts decoded, long names given back, segments of very long strings joined. */
export function spssVariables(dictionary: Dictionary, columns: readonly RawColumn[], rows: number, file: string, asked?: string): DataFile {
  const encoding = spssEncoding(dictionary, asked, () => utf8OrUnknown(allTexts(dictionary, columns, rows)), file);
  refuseOtherReading(encoding, allTexts(dictionary, columns, rows), file);
  const text = fieldText(encoding.name, file);
  const longNames = pairsOf(dictionary, EXTENSION.longNames, text, /\t/, "the long names");
  const widths = pairsOf(dictionary, EXTENSION.veryLong, text, /\0*\t/, "the very long strings");
  const labels = labelsByEntry(dictionary, text);
  const longer = longStringRecords(dictionary, text);

  const variables: Variable[] = [];
  for (let c = 0; c < dictionary.entries.length;) {
    const entry = dictionary.entries[c];
    const short = text.decode(entry.name, () => "the name of a variable");
    const name = longNames.get(short) ?? short;
    const width = Number(widths.get(short) ?? entry.width);
    const segments = width > 255 ? Math.ceil(width / SEGMENT.counted) : 1;
    if (c + segments > columns.length) throw new BadInput({ file, column: name }, said`a string of ${width} bytes lacks its parts`, undefined, "The file is damaged: export it once more. Nothing was written.");
    const column = columns[c];
    const values = column.kind === "number" ? column.values : textsOf(columns.slice(c, c + segments), width, rows, text, name);
    variables.push({
      name,
      label: text.decode(entry.label, () => `the label of ${name}`),
      kind: kindOf(entry),
      format: formatName(entry.format),
      values,
      labels: longer.labels.get(name) ?? longer.labels.get(short) ?? labels.get(entry.index) ?? new Map(),
      tags: new Map(),
      tagLabels: new Map(),
      missing: longer.missing.get(name) ?? longer.missing.get(short) ?? declaredMissing(entry, dictionary, text),
    });
    c += segments;
  }
  return {
    name: file, format: dictionary.zlib ? "SPSS .zsav" : "SPSS .sav", encoding, rows, variables,
    notes: cutNotes(text.cut()),
  };
}

function textsOf(segments: readonly RawColumn[], width: number, rows: number, text: FieldText, name: string): string[] {
  const parts = segments.map((segment) => {
    if (segment.kind === "text") return segment;
    throw new BadInput({ file: name }, "a part of a very long string is a number", undefined, "The file is damaged: export it once more. Nothing was written.");
  });
  let row = 0;
  const where = (): string => `row ${row + 1}, column ${name}:`;
  if (parts.length === 1) {
    const [{ bytes, width: size }] = parts;
    return Array.from({ length: rows }, (_, i) => text.decode(bytes.subarray(i * size, (row = i, (i + 1) * size)), where));
  }
  const whole = new Uint8Array(width);
  return Array.from({ length: rows }, (_, i) => {
    row = i;
    whole.fill(0x20);
    for (const [s, part] of parts.entries()) {
      const used = Math.min(SEGMENT.used, width - s * SEGMENT.used, part.width);
      if (used > 0) whole.set(part.bytes.subarray(i * part.width, i * part.width + used), s * SEGMENT.used);
    }
    return text.decode(whole, where);
  });
}

function* allTexts({ entries, labelSets }: Dictionary, columns: readonly RawColumn[], rows: number): Generator<Uint8Array> {
  for (const { name, label } of entries) yield* [name, label];
  for (const { pairs } of labelSets) for (const { label } of pairs) yield label;
  for (const column of columns) {
    if (column.kind === "text") for (let i = 0; i < rows; i++) yield column.bytes.subarray(i * column.width, (i + 1) * column.width);
  }
}

/** An extension that says NAME=VALUE several times over. */
function pairsOf({ extensions }: Dictionary, subtype: number, text: FieldText, between: RegExp, what: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const { bytes } of extensions.filter((extension) => extension.subtype === subtype)) {
    // Values may hold zero bytes (very long strings end so), at which fieldText would stop.
    const spaced = bytes.map((byte) => (byte === 0 ? 0x09 : byte));
    for (const pair of text.decode(spaced, () => what).split(between)) {
      const [name, value] = pair.split("=");
      if (value !== undefined) pairs.set(name.trim(), value.trim());
    }
  }
  return pairs;
}

function labelsByEntry({ labelSets, entries, littleEndian }: Dictionary, text: FieldText): Map<number, ReadonlyMap<number | string, string>> {
  const found = new Map<number, ReadonlyMap<number | string, string>>();
  const byIndex = new Map(entries.map((entry) => [entry.index, entry]));
  for (const { pairs, entries: indices } of labelSets) {
    for (const index of indices) {
      const entry = byIndex.get(index);
      if (!entry) continue;
      const where = (): string => `a value label of ${text.decode(entry.name, () => "a name")}`;
      found.set(index, new Map(pairs.map(({ value, label }) => [entry.width === 0 ? doubleOf(value, littleEndian) : text.decode(value.subarray(0, Math.min(8, entry.width)), where), text.decode(label, where)])));
    }
  }
  return found;
}

function declaredMissing({ missing, missingRange, width }: Entry, { littleEndian }: Dictionary, text: FieldText): DeclaredMissing {
  if (width > 0) return { values: missing.map((value) => text.decode(value, () => "a missing value")) };
  const numbers = missing.map((value) => doubleOf(value, littleEndian));
  // LOWEST and HIGHEST are written as the ends of what a double can hold.
  const end = (value: number): number => (Math.abs(value) > 1.797e308 ? Math.sign(value) * Infinity : value);
  return missingRange ? { range: [end(numbers[0]), end(numbers[1])], values: numbers.slice(2) } : { values: numbers };
}

/** Labels and missing values of strings longer than eight bytes, which have records of their own. */
function longStringRecords({ extensions, littleEndian }: Dictionary, text: FieldText) {
  const labels = new Map<string, ReadonlyMap<string, string>>();
  const missing = new Map<string, DeclaredMissing>();
  for (const { subtype, bytes } of extensions) {
    if (subtype !== EXTENSION.longLabels && subtype !== EXTENSION.longMissing) continue;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    const size = (): number => (at += 4) <= bytes.length ? view.getUint32(at - 4, littleEndian) : 0;
    const piece = (length: number): Uint8Array => bytes.subarray(at, (at += length));
    while (at + 4 <= bytes.length) {
      const name = text.decode(piece(size()), () => "the name of a long string");
      if (subtype === EXTENSION.longLabels) {
        size(); // the variable's width
        const count = Math.min(size(), bytes.length);
        const pairs = new Map<string, string>();
        for (let i = 0; i < count && at < bytes.length; i++) {
          const value = text.decode(piece(size()), () => `a labelled value of ${name}`);
          pairs.set(value, text.decode(piece(size()), () => `a value label of ${name}`));
        }
        labels.set(name, pairs);
      } else {
        const count = piece(1)[0] ?? 0;
        const length = size();
        missing.set(name, { values: Array.from({ length: count }, () => text.decode(piece(length), () => `a missing value of ${name}`)) });
      }
    }
  }
  return { labels, missing };
}

const doubleOf = (bytes: Uint8Array, littleEndian: boolean): number => new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, littleEndian);

// Format types whose numbers are seconds since 14 October 1582 (dates, datetimes) or seconds (times).
const DATES = new Set([20, 23, 24, 28, 29, 30, 38, 39]);
const TIMES = new Set([21, 25, 40]);
const DATETIMES = new Set([22, 41]);

function kindOf({ width, format }: Entry): VariableKind {
  if (width > 0) return "text";
  const type = (format >> 16) & 0xff;
  return DATES.has(type) ? "date" : DATETIMES.has(type) ? "datetime" : TIMES.has(type) ? "time" : "number";
}

const FORMAT_NAMES: Readonly<Record<number, string>> = { 1: "A", 2: "AHEX", 3: "COMMA", 4: "DOLLAR", 5: "F", 6: "IB", 7: "PIBHEX", 8: "P", 9: "PIB", 10: "PK", 11: "RB", 12: "RBHEX", 15: "Z", 16: "N", 17: "E", 20: "DATE", 21: "TIME", 22: "DATETIME", 23: "ADATE", 24: "JDATE", 25: "DTIME", 26: "WKDAY", 27: "MONTH", 28: "MOYR", 29: "QYR", 30: "WKYR", 31: "PCT", 32: "DOT", 33: "CCA", 34: "CCB", 35: "CCC", 36: "CCD", 37: "CCE", 38: "EDATE", 39: "SDATE", 40: "MTIME", 41: "YMDHMS" };

function formatName(format: number): string {
  const name = FORMAT_NAMES[(format >> 16) & 0xff] ?? "F";
  const decimals = format & 0xff;
  return `${name}${(format >> 8) & 0xff}${decimals > 0 ? `.${decimals}` : ""}`;
}
