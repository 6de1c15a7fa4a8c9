import type { ByteCursor } from "./byteCursor";
import { typeSize, type StataLayout, type StataType } from "./stataLayout";

/** A column's raw content: numbers with their tags, texts as bytes, or references to long texts. */
export type StataColumn =
  | { readonly kind: "number"; readonly values: Float64Array; readonly tags: ReadonlyMap<number, string> }
  | { readonly kind: "text"; readonly width: number; readonly bytes: Uint8Array }
  | { readonly kind: "long"; readonly keys: readonly string[] };

/** The columns as they stand in the data section, and where it ends. */
export interface StataData {
  readonly columns: readonly StataColumn[];
  readonly end: number;
}

/** @throws {BadInput} where the file is shorter than its header says: room is taken for rows that are there, never for a claim */
export function readStataData(cursor: ByteCursor, { dataAt, rows, types, version }: StataLayout): StataData {
  const sizes = types.map(typeSize);
  const rowSize = sizes.reduce((sum, size) => sum + size, 0);
  cursor.seek(dataAt, "the data");
  if (rowSize * rows > cursor.left || (rowSize === 0 && rows > 0)) throw cursor.damaged(`${rows} observations of ${rowSize} bytes are announced, and ${cursor.left} bytes are left`);
  let offset = dataAt;
  const columns = types.map((type, c) => {
    const column = readColumn(cursor, type, offset, rowSize, rows, version);
    offset += sizes[c];
    return column;
  });
  return { columns, end: dataAt + rowSize * rows };
}

function readColumn({ view, bytes, littleEndian }: ByteCursor, type: StataType, start: number, step: number, rows: number, version: number): StataColumn {
  if (typeof type === "object") {
    const { width } = type;
    const all = new Uint8Array(rows * width);
    for (let i = 0, at = start; i < rows; i++, at += step) all.set(bytes.subarray(at, at + width), i * width);
    return { kind: "text", width, bytes: all };
  }
  if (type === "strL") return { kind: "long", keys: Array.from({ length: rows }, (_, i) => reference(view, start + i * step, littleEndian, version)) };
  const values = new Float64Array(rows);
  const tags = new Map<number, string>();
  const read = READERS[type];
  const missing = version < 113 ? OLD_MISSING[type] : MISSING[type];
  for (let i = 0, at = start; i < rows; i++, at += step) {
    const value = read(view, at, littleEndian);
    const tag = missing(value);
    if (tag === undefined) values[i] = value;
    else {
      values[i] = NaN;
      if (tag !== "") tags.set(i, tag);
    }
  }
  return { kind: "number", values, tags };
}

/** Variable and observation of a long text: four and four bytes in 117, two and six in 118, three and five in 119. */
function reference(view: DataView, at: number, littleEndian: boolean, version: number): string {
  const variableBytes = version === 117 ? 4 : version === 118 ? 2 : 3;
  const whole = view.getBigUint64(at, littleEndian);
  const bits = BigInt(variableBytes * 8);
  const variable = littleEndian ? whole & ((1n << bits) - 1n) : whole >> (64n - bits);
  const observation = littleEndian ? whole >> bits : whole & ((1n << (64n - bits)) - 1n);
  return `${variable},${observation}`;
}

type Numeric = Exclude<StataType, object | "strL">;

const READERS: Readonly<Record<Numeric, (view: DataView, at: number, littleEndian: boolean) => number>> = {
  byte: (view, at) => view.getInt8(at),
  int: (view, at, little) => view.getInt16(at, little),
  long: (view, at, little) => view.getInt32(at, little),
  float: (view, at, little) => view.getFloat32(at, little),
  double: (view, at, little) => view.getFloat64(at, little),
};

const letter = (k: number): string => (k === 0 ? "" : String.fromCharCode(96 + k));

/** The tag of a value: undefined for a number, "" for ".", else "a" to "z". */
type MissingOf = (value: number) => string | undefined;

const MISSING: Readonly<Record<Numeric, MissingOf>> = {
  byte: (value) => (value > 100 ? letter(value - 101) : undefined),
  int: (value) => (value > 32_740 ? letter(value - 32_741) : undefined),
  long: (value) => (value > 2_147_483_620 ? letter(value - 2_147_483_621) : undefined),
  float: (value) => (value >= 2 ** 127 || Number.isNaN(value) ? letter(Math.round((value / 2 ** 127 - 1) * 2 ** 12)) : undefined),
  double: (value) => (value >= 2 ** 1023 || Number.isNaN(value) ? letter(Math.round((value / 2 ** 1023 - 1) * 2 ** 12)) : undefined),
};

/** Before format 113 there was one missing value, the largest of each type. */
const OLD_MISSING: Readonly<Record<Numeric, MissingOf>> = {
  byte: (value) => (value === 127 ? "" : undefined),
  int: (value) => (value === 32_767 ? "" : undefined),
  long: (value) => (value === 2_147_483_647 ? "" : undefined),
  float: (value) => (value >= 2 ** 127 || Number.isNaN(value) ? "" : undefined),
  double: (value) => (value >= 2 ** 1023 || Number.isNaN(value) ? "" : undefined),
};
