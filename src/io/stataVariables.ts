import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { ByteCursor } from "./byteCursor";
import { cutNotes, type DataFile, type Variable, type VariableKind } from "./dataFile";
import { fieldText, refuseOtherReading, utf8OrUnknown, type FieldText } from "./fieldText";
import type { StataColumn, StataData } from "./stataData";
import type { StataLayout } from "./stataLayout";

/** A table of value labels, its texts decoded. */
interface LabelTable {
  readonly labels: ReadonlyMap<number, string>;
  readonly tagLabels: ReadonlyMap<string, string>;
}

/** Decodes names, labels and texts of the columns. */
export function stataVariables(cursor: ByteCursor, layout: StataLayout, data: StataData, asked?: string): DataFile {
  const longTexts = readLongTexts(cursor, layout);
  const tables = readLabelTables(cursor, layout, data.end);
  const encoding = encodingOf(cursor.file, layout, data, longTexts, tables, asked);
  const text = fieldText(encoding.name, cursor.file);
  const field = (bytes: Uint8Array, where: () => string): string => text.decode(bytes, where, bytes.length - 1); // a zero byte ends it
  const labelTables = new Map(tables.map((table) => [field(table.name, () => "the name of value labels"), labelTable(table, text)]));
  const variables = data.columns.map((column, c): Variable => {
    const name = field(layout.names[c], () => `the name of variable ${c + 1}`);
    const format = text.decode(layout.formats[c], () => `the format of ${name}`);
    const table = labelTables.get(field(layout.labelNames[c], () => `the value labels of ${name}`));
    return {
      name, format,
      label: field(layout.labels[c], () => `the label of ${name}`),
      kind: kindOf(column, format),
      values: column.kind === "number" ? column.values : textsOf(column, longTexts, text, name, cursor.file),
      labels: table?.labels ?? new Map(),
      tags: column.kind === "number" ? column.tags : new Map(),
      tagLabels: table?.tagLabels ?? new Map(),
      missing: { values: [] },
    };
  });
  return {
    name: cursor.file, format: `Stata .dta ${layout.version}`, encoding, rows: layout.rows, variables,
    notes: cutNotes(text.cut()),
  };
}

function encodingOf(file: string, layout: StataLayout, { columns }: StataData, longTexts: ReadonlyMap<string, LongText>, tables: readonly RawLabelTable[], asked: string | undefined): DataFile["encoding"] {
  if (asked === undefined && layout.version >= 118) return { name: "utf-8", from: "the format" };
  const texts = function* (): Generator<Uint8Array> {
    yield* layout.names;
    yield* layout.labels;
    for (const { texts: labels } of tables) yield* labels.map(({ text }) => text);
    for (const column of columns) if (column.kind === "text") for (let i = 0; i < layout.rows; i++) yield column.bytes.subarray(i * column.width, (i + 1) * column.width);
    for (const { bytes } of longTexts.values()) yield bytes;
  };
  if (asked !== undefined) {
    const encoding = { name: asked, from: "asked" } as const;
    refuseOtherReading(encoding, texts(), file);
    return encoding;
  }
  if (utf8OrUnknown(texts()) !== undefined) return { name: "utf-8", from: "the bytes" };
  throw new BadInput({ file }, said`a file of Stata format ${layout.version} does not say in which encoding its texts are, and they are not UTF-8`, "an encoding", "Name it: --encoding gb18030 (Chinese Windows), big5 (Taiwan, Hong Kong), windows-1252 (Western). Nothing was written.");
}

function textsOf(column: Exclude<StataColumn, { kind: "number" }>, longTexts: ReadonlyMap<string, LongText>, text: FieldText, name: string, file: string): string[] {
  if (column.kind === "text") {
    const { bytes, width } = column;
    return Array.from({ length: bytes.length / width }, (_, i) => text.decode(bytes.subarray(i * width, (i + 1) * width), () => `row ${i + 1}, column ${name}:`));
  }
  return column.keys.map((key, i) => {
    if (key === "0,0") return "";
    const found = longTexts.get(key);
    if (!found) throw new BadInput({ file, row: i + 1, column: name }, "a long text is missing from the file", undefined, "The file is damaged: save it once more. Nothing was written.");
    if (found.binary) throw new BadInput({ file, row: i + 1, column: name }, "a cell holds binary content, not a text", undefined, said`Drop ${name} before saving. Nothing was written.`);
    return text.decode(found.bytes, () => `row ${i + 1}, column ${name}:`);
  });
}

interface LongText {
  readonly binary: boolean;
  readonly bytes: Uint8Array;
}

function readLongTexts(cursor: ByteCursor, { longTextsAt, version }: StataLayout): Map<string, LongText> {
  const found = new Map<string, LongText>();
  if (longTextsAt === undefined) return found;
  cursor.seek(longTextsAt, "<strls>");
  cursor.skip("<strls>".length, "<strls>");
  while (cursor.left >= 3 && cursor.bytes[cursor.at] === 0x47) {
    cursor.skip(3, "a long text"); // GSO
    const variable = cursor.uint32("a long text");
    const observation = version === 117 ? cursor.uint32("a long text") : cursor.uint64("a long text");
    const kind = cursor.uint8("a long text");
    const length = cursor.uint32("a long text's length");
    found.set(`${variable},${observation}`, { binary: kind === 129, bytes: cursor.take(length, "a long text") });
  }
  return found;
}

interface RawLabelTable {
  readonly name: Uint8Array;
  readonly texts: readonly { readonly value: number; readonly text: Uint8Array }[];
}

function readLabelTables(cursor: ByteCursor, { valueLabelsAt, labelNameWidth, version }: StataLayout, dataEnd: number): RawLabelTable[] {
  const tagged = valueLabelsAt !== undefined;
  cursor.seek(tagged ? valueLabelsAt : dataEnd, "the value labels");
  if (tagged) cursor.skip("<value_labels>".length, "the value labels");
  const tables: RawLabelTable[] = [];
  while (tagged ? cursor.left >= 5 && cursor.bytes[cursor.at + 1] === 0x6c : cursor.left > 0) {
    if (tagged) cursor.skip("<lbl>".length, "a table of value labels");
    const length = cursor.uint32("a table of value labels");
    const name = cursor.take(labelNameWidth, "the name of value labels");
    cursor.skip(3, "a table of value labels");
    const end = cursor.at + length;
    const count = cursor.uint32("the number of value labels");
    const size = cursor.uint32("the texts of value labels");
    if (count * 8 + size > cursor.left) throw cursor.damaged(`${count} value labels are announced`);
    const offsets = Array.from({ length: count }, () => cursor.uint32("a value label"));
    const values = Array.from({ length: count }, () => cursor.int32("a labelled value"));
    const texts = cursor.take(size, "the texts of value labels");
    tables.push({ name, texts: offsets.map((offset, i) => ({ value: values[i], text: texts.subarray(Math.min(offset, size)) })) });
    cursor.seek(Math.max(end, cursor.at), "a table of value labels");
    if (tagged) cursor.skip("</lbl>".length, "a table of value labels");
    if (version < 108) break;
  }
  return tables;
}

const FIRST_TAG = 2_147_483_621; // "." as a long; .a is the next

/** Bytes to which old Statas cut value labels; later ones to 244 or 32,000. */
const SHORTEST_CUT_LABEL = 80;

function labelTable({ texts }: RawLabelTable, text: FieldText): LabelTable {
  const labels = new Map<number, string>();
  const tagLabels = new Map<string, string>();
  for (const { value, text: bytes } of texts) {
    const label = text.decode(bytes, () => "a value label", SHORTEST_CUT_LABEL);
    if (value > FIRST_TAG) tagLabels.set(String.fromCharCode(96 + value - FIRST_TAG), label);
    else labels.set(value, label);
  }
  return { labels, tagLabels };
}

/** Stata counts days, and milliseconds, from 1 January 1960; weeks, months, quarters and years stay numbers. */
function kindOf(column: StataColumn, format: string): VariableKind {
  if (column.kind !== "number") return "text";
  if (/^%-?t?d/.test(format) && !/^%-?\d/.test(format)) return "date";
  return /^%-?t[cC]/.test(format) ? "datetime" : "number";
}
