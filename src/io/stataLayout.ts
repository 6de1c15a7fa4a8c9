import type { ByteCursor } from "./byteCursor";

/** How a column is stored: a number of some size, a text of a fixed width, or a reference to a long text (strL). */
export type StataType = "byte" | "int" | "long" | "float" | "double" | "strL" | { readonly width: number };

/** A file's shape, texts still as bytes. */
export interface StataLayout {
  readonly version: number;
  readonly rows: number;
  readonly types: readonly StataType[];
  readonly names: readonly Uint8Array[];
  readonly formats: readonly Uint8Array[];
  readonly labelNames: readonly Uint8Array[];
  readonly labels: readonly Uint8Array[];
  /** Where the data begin, and, in tagged files, the long texts and the value labels. */
  readonly dataAt: number;
  readonly longTextsAt: number | undefined;
  readonly valueLabelsAt: number | undefined;
  /** Bytes of a value label's name in the value-label tables. */
  readonly labelNameWidth: number;
}

/** Widths of the dictionary's fields: names, formats, names of value labels, variable labels. */
interface Widths {
  readonly name: number;
  readonly format: number;
  readonly labelName: number;
  readonly label: number;
}

export const typeSize = (type: StataType): number =>
  typeof type === "object" ? type.width : { byte: 1, int: 2, long: 4, float: 4, double: 8, strL: 8 }[type];

/** Formats 117–119: sections between tags, their places in a map. The cursor stands after the release. */
export function readTaggedLayout(cursor: ByteCursor, version: number): StataLayout {
  expectTag(cursor, "</release><byteorder>");
  const order = cursor.ascii(3, "the byte order");
  if (order !== "LSF" && order !== "MSF") throw cursor.damaged(`the byte order is ${JSON.stringify(order)}`);
  cursor.littleEndian = order === "LSF";
  expectTag(cursor, "</byteorder><K>");
  const count = version === 119 ? cursor.uint32("the number of variables") : cursor.uint16("the number of variables");
  expectTag(cursor, "</K><N>");
  const rows = version === 117 ? cursor.uint32("the number of observations") : cursor.uint64("the number of observations");
  expectTag(cursor, "</N><label>");
  cursor.skip(version === 117 ? cursor.uint8("the data label") : cursor.uint16("the data label"), "the data label");
  expectTag(cursor, "</label><timestamp>");
  cursor.skip(cursor.uint8("the time stamp"), "the time stamp");
  expectTag(cursor, "</timestamp></header><map>");
  const map = Array.from({ length: 14 }, () => cursor.uint64("the map"));
  expectTag(cursor, "</map>");
  const at = { types: map[2], names: map[3], formats: map[5], labelNames: map[6], labels: map[7], data: map[9], longTexts: map[10], valueLabels: map[11] };
  const widths: Widths = version === 117 ? { name: 33, format: 49, labelName: 33, label: 81 } : { name: 129, format: 57, labelName: 129, label: 321 };
  if (count * (2 + widths.name + widths.format + widths.labelName + widths.label) > cursor.bytes.length) throw cursor.damaged(`${count} variables are announced`);

  const section = (offset: number, tag: string): void => {
    cursor.seek(offset, `<${tag}>`);
    expectTag(cursor, `<${tag}>`);
  };
  section(at.types, "variable_types");
  const types = Array.from({ length: count }, () => taggedType(cursor));
  const fields = (offset: number, tag: string, width: number): Uint8Array[] => {
    section(offset, tag);
    return Array.from({ length: count }, () => cursor.take(width, tag));
  };
  const names = fields(at.names, "varnames", widths.name);
  const formats = fields(at.formats, "formats", widths.format);
  const labelNames = fields(at.labelNames, "value_label_names", widths.labelName);
  const labels = fields(at.labels, "variable_labels", widths.label);
  section(at.data, "data");
  return { version, rows, types, names, formats, labelNames, labels, dataAt: cursor.at, longTextsAt: at.longTexts, valueLabelsAt: at.valueLabels, labelNameWidth: widths.labelName };
}

function expectTag(cursor: ByteCursor, tag: string): void {
  const found = cursor.ascii(tag.length, tag);
  if (found !== tag) throw cursor.damaged(`${JSON.stringify(found.slice(0, 30))} stands where ${tag} must stand`);
}

function taggedType(cursor: ByteCursor): StataType {
  const code = cursor.uint16("a variable's type");
  if (code >= 1 && code <= 2045) return { width: code };
  switch (code) {
    case 32768: return "strL";
    case 65526: return "double";
    case 65527: return "float";
    case 65528: return "long";
    case 65529: return "int";
    case 65530: return "byte";
    default: throw cursor.damaged(`a variable's type is ${code}`);
  }
}

/** Formats 108–115: fields one after the other. The cursor stands after the format's number. */
export function readPlainLayout(cursor: ByteCursor, version: number): StataLayout {
  const order = cursor.uint8("the byte order");
  if (order !== 1 && order !== 2) throw cursor.damaged(`the byte order is ${order}`);
  cursor.littleEndian = order === 2;
  cursor.skip(2, "the header");
  const count = cursor.uint16("the number of variables");
  const rows = cursor.uint32("the number of observations");
  cursor.skip(81 + 18, "the header");
  const widths: Widths = { name: version < 110 ? 9 : 33, format: version < 114 ? 12 : 49, labelName: version < 110 ? 9 : 33, label: 81 };
  if (count * (1 + widths.name + widths.format + widths.labelName + widths.label) > cursor.bytes.length) throw cursor.damaged(`${count} variables are announced`);
  const types = Array.from({ length: count }, () => plainType(cursor, version));
  const fields = (what: string, width: number): Uint8Array[] => Array.from({ length: count }, () => cursor.take(width, what));
  const names = fields("the names", widths.name);
  cursor.skip(2 * (count + 1), "the sort order");
  const formats = fields("the formats", widths.format);
  const labelNames = fields("the names of value labels", widths.labelName);
  const labels = fields("the labels of variables", widths.label);
  for (;;) {
    const kind = cursor.uint8("a characteristic");
    const length = version < 110 ? cursor.uint16("a characteristic") : cursor.uint32("a characteristic");
    if (kind === 0 && length === 0) break;
    cursor.skip(length, "a characteristic");
  }
  return { version, rows, types, names, formats, labelNames, labels, dataAt: cursor.at, longTextsAt: undefined, valueLabelsAt: undefined, labelNameWidth: widths.labelName };
}

function plainType(cursor: ByteCursor, version: number): StataType {
  const code = cursor.uint8("a variable's type");
  if (version < 111) {
    const letter = new Map<string, StataType>([["b", "byte"], ["i", "int"], ["l", "long"], ["f", "float"], ["d", "double"]]).get(String.fromCharCode(code));
    if (letter !== undefined) return letter;
    if (code > 0x7f) return { width: code - 0x7f };
  } else {
    if (code >= 1 && code <= 244) return { width: code };
    const known = new Map<number, StataType>([[251, "byte"], [252, "int"], [253, "long"], [254, "float"], [255, "double"]]).get(code);
    if (known !== undefined) return known;
  }
  throw cursor.damaged(`a variable's type is ${code}`);
}
