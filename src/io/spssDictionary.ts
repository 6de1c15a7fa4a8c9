import type { ByteCursor } from "./byteCursor";

/** One entry of the dictionary; a string longer than eight bytes takes entries of its own that merely continue it. */
export interface Entry {
  /** Where in the dictionary it stands, the first counting 1: labels refer to it. */
  readonly index: number;
  readonly name: Uint8Array;
  /** 0 a number, else the bytes of a string. */
  readonly width: number;
  readonly label: Uint8Array;
  readonly format: number;
  /** User-missing values as they stand, eight bytes each; a range first where there is one. */
  readonly missing: readonly Uint8Array[];
  readonly missingRange: boolean;
}

/** Labels of values, and the entries they belong to. */
export interface LabelSet {
  readonly pairs: readonly { readonly value: Uint8Array; readonly label: Uint8Array }[];
  readonly entries: readonly number[];
}

/** An extension record, undecoded. */
export interface Extension {
  readonly subtype: number;
  readonly bytes: Uint8Array;
}

/** Everything before the cases, texts still as bytes: the encoding is known only at the end. */
export interface Dictionary {
  readonly compression: 0 | 1 | 2;
  readonly bias: number;
  /** As the header says; undefined where it does not know. */
  readonly cases: number | undefined;
  /** Eight-byte pieces that make up one case. */
  readonly pieces: number;
  readonly entries: readonly Entry[];
  readonly labelSets: readonly LabelSet[];
  readonly extensions: readonly Extension[];
  readonly littleEndian: boolean;
  readonly zlib: boolean;
}

const HEADER = { layout: 64, caseSize: 68, compression: 72, cases: 80, bias: 84, end: 176 };
const RECORD = { variable: 2, labels: 3, documents: 6, extension: 7, end: 999 };

/** Reads the header and the dictionary, and leaves the cursor at the first case. */
export function readDictionary(cursor: ByteCursor): Dictionary {
  const start = cursor.ascii(4, "the signature");
  cursor.seek(HEADER.layout, "the layout code");
  const layout = cursor.int32("the layout code");
  if (layout !== 2 && layout !== 3) {
    cursor.littleEndian = false;
    cursor.seek(HEADER.layout, "the layout code");
    const other = cursor.int32("the layout code");
    if (other !== 2 && other !== 3) throw cursor.damaged(`the layout code is ${layout}, and only 2 or 3 is known`);
  }
  cursor.seek(HEADER.compression, "the compression");
  const compression = cursor.int32("the compression");
  if (compression !== 0 && compression !== 1 && compression !== 2) throw cursor.damaged(`its compression is ${compression}, and only 0, 1 and 2 are known`);
  cursor.seek(HEADER.cases, "the number of cases");
  const cases = cursor.int32("the number of cases");
  const bias = cursor.double("the bias");
  cursor.seek(HEADER.end, "the dictionary");

  const entries: Entry[] = [];
  const labelSets: LabelSet[] = [];
  const extensions: Extension[] = [];
  let pieces = 0;
  for (;;) {
    const record = cursor.int32("a record of the dictionary");
    if (record === RECORD.end) break;
    if (record === RECORD.variable) {
      pieces += 1;
      const entry = readEntry(cursor, pieces);
      if (entry) entries.push(entry);
    } else if (record === RECORD.labels) labelSets.push(readLabels(cursor));
    else if (record === RECORD.documents) cursor.skip(cursor.uint32("the documents' lines") * 80, "the documents");
    else if (record === RECORD.extension) extensions.push(readExtension(cursor));
    else throw cursor.damaged(`a record of kind ${record}, which is none of the format's`);
  }
  cursor.int32("the end of the dictionary");
  const long = extensions.find(({ subtype }) => subtype === 16)?.bytes;
  return {
    compression, bias, pieces, entries, labelSets, extensions, littleEndian: cursor.littleEndian, zlib: start === "$FL3",
    cases: cases >= 0 ? cases : long && long.length >= 16 ? longCount(long, cursor) : undefined,
  };
}

function longCount(bytes: Uint8Array, { littleEndian }: ByteCursor): number | undefined {
  const count = Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigInt64(8, littleEndian));
  return count >= 0 ? count : undefined;
}

function readEntry(cursor: ByteCursor, index: number): Entry | undefined {
  const width = cursor.int32("a variable's type");
  const hasLabel = cursor.int32("whether a variable has a label");
  const missing = cursor.int32("a variable's missing values");
  const format = cursor.int32("a variable's format");
  cursor.skip(4, "a variable's write format");
  const name = cursor.take(8, "a variable's name");
  if (width < -1 || width > 255) throw cursor.damaged(`a variable's width is ${width}`);
  if (missing < -3 || missing > 3 || missing === -1) throw cursor.damaged(`a variable has ${missing} missing values`);
  let label: Uint8Array = new Uint8Array();
  if (hasLabel === 1) {
    const length = cursor.uint32("a label's length");
    label = cursor.take(length, "a variable's label");
    cursor.skip((4 - (length % 4)) % 4, "a variable's label");
  }
  const values = Array.from({ length: Math.abs(missing) }, () => cursor.take(8, "a missing value"));
  return width === -1 ? undefined : { index, name, width, label, format, missing: values, missingRange: missing < 0 };
}

function readLabels(cursor: ByteCursor): LabelSet {
  const count = cursor.uint32("the number of value labels");
  if (count > cursor.left / 16) throw cursor.damaged(`${count} value labels are announced`);
  const pairs = Array.from({ length: count }, () => {
    const value = cursor.take(8, "a labelled value");
    const length = cursor.uint8("a value label's length");
    const label = cursor.take(length, "a value label");
    cursor.skip((8 - ((length + 1) % 8)) % 8, "a value label");
    return { value, label };
  });
  if (cursor.int32("the variables of value labels") !== 4) throw cursor.damaged("value labels without the variables they belong to");
  const entries = cursor.uint32("the number of labelled variables");
  if (entries > cursor.left / 4) throw cursor.damaged(`${entries} labelled variables are announced`);
  return { pairs, entries: Array.from({ length: entries }, () => cursor.int32("a labelled variable")) };
}

function readExtension(cursor: ByteCursor): Extension {
  const subtype = cursor.int32("an extension's kind");
  const size = cursor.uint32("an extension's size");
  const count = cursor.uint32("an extension's count");
  return { subtype, bytes: cursor.take(size * count, `an extension of kind ${subtype}`) };
}
