import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { ByteCursor } from "./byteCursor";
import type { Dictionary } from "./spssDictionary";

/** The raw content of one dictionary entry over all cases. */
export type RawColumn = { readonly kind: "number"; readonly values: Float64Array } | { readonly kind: "text"; readonly width: number; readonly bytes: Uint8Array };

/** SPSS writes "no value" as the most negative number. */
const SYSTEM_MISSING = -Number.MAX_VALUE;
const FIRST_ROOM = 1024;

/**
 * Reads all cases into columns.
 *
 * Room grows with the cases that are there, never with what the header claims, so that memory is bounded by the file's size.
 *
 * @throws {BadInput} a file that ends within a case, or holds another number of cases than it says
 */
export function readCases(cursor: ByteCursor, dictionary: Dictionary): { columns: RawColumn[]; rows: number } {
  const table = new GrowingTable(dictionary, cursor);
  if (dictionary.pieces === 0) return { columns: [], rows: 0 };
  if (dictionary.compression === 0) readPlain(cursor, table);
  else {
    const unpack = new Unpacker(dictionary, table, cursor);
    if (dictionary.compression === 2) inflateBlocks(cursor, (bytes) => unpack.feed(bytes));
    else unpack.feed(cursor.take(cursor.left, "the cases"));
  }
  if (table.piece !== 0) throw cursor.damaged(`it ends within case ${table.rows + 1}`);
  if (dictionary.cases !== undefined && dictionary.cases !== table.rows) {
    throw new BadInput({ file: cursor.file }, said`the header speaks of ${dictionary.cases} cases, and the file holds ${table.rows}`, "as many cases as the header says", "The file was cut or damaged: copy or export it once more. Nothing was written.");
  }
  return { columns: table.columns(), rows: table.rows };
}

/** Where a piece of eight bytes goes: to a number, or to a stretch of a string. */
interface Slot {
  readonly column: number;
  readonly offset: number;
  readonly length: number;
}

class GrowingTable {
  rows = 0;
  piece = 0;
  readonly slots: Slot[] = [];
  readonly numbers: (Float64Array | undefined)[] = [];
  readonly texts: (Uint8Array | undefined)[] = [];
  readonly widths: number[];
  private room = 0;

  constructor({ entries, pieces }: Dictionary, cursor: ByteCursor) {
    this.widths = entries.map(({ width }) => width);
    for (const [column, { width, index }] of entries.entries()) {
      if (index - 1 !== this.slots.length) throw cursor.damaged("the parts of a string do not follow it in the dictionary");
      const parts = width === 0 ? 1 : Math.ceil(width / 8);
      for (let p = 0; p < parts; p++) this.slots.push({ column, offset: p * 8, length: width === 0 ? 0 : Math.min(8, width - p * 8) });
    }
    if (this.slots.length !== pieces) throw cursor.damaged("the parts of a string do not follow it in the dictionary");
  }

  /** Makes room for one more case. */
  private grow(): void {
    this.room = Math.max(FIRST_ROOM, this.room * 2);
    for (const [column, width] of this.widths.entries()) {
      if (width === 0) this.numbers[column] = grown(this.numbers[column], new Float64Array(this.room));
      else this.texts[column] = grown(this.texts[column], new Uint8Array(this.room * width));
    }
  }

  number(value: number): void {
    if (this.piece === 0 && this.rows === this.room) this.grow();
    this.numbers[this.slots[this.piece].column]![this.rows] = value === SYSTEM_MISSING ? NaN : value;
    this.next();
  }

  text(bytes: Uint8Array, at: number): void {
    if (this.piece === 0 && this.rows === this.room) this.grow();
    const { column, offset, length } = this.slots[this.piece];
    const target = this.texts[column]!;
    const start = this.rows * this.widths[column] + offset;
    for (let i = 0; i < length; i++) target[start + i] = bytes[at + i];
    this.next();
  }

  isText(): boolean {
    return this.slots[this.piece].length > 0;
  }

  private next(): void {
    this.piece += 1;
    if (this.piece < this.slots.length) return;
    this.piece = 0;
    this.rows += 1;
  }

  columns(): RawColumn[] {
    return this.widths.map((width, column) => width === 0
      ? { kind: "number", values: (this.numbers[column] ?? new Float64Array()).subarray(0, this.rows) }
      : { kind: "text", width, bytes: (this.texts[column] ?? new Uint8Array()).subarray(0, this.rows * width) });
  }
}

function grown<Values extends Float64Array | Uint8Array>(old: Values | undefined, room: Values): Values {
  if (old) room.set(old);
  return room;
}

function readPlain(cursor: ByteCursor, table: GrowingTable): void {
  const { view, bytes, littleEndian } = cursor;
  const end = cursor.at + Math.floor(cursor.left / 8) * 8;
  for (let at = cursor.at; at < end; at += 8) {
    if (table.isText()) table.text(bytes, at);
    else table.number(view.getFloat64(at, littleEndian));
  }
  cursor.at = end;
  if (cursor.left > 0) throw cursor.damaged(`${cursor.left} bytes are left over after the last case`);
}

const CODE = { padding: 0, end: 252, plain: 253, blanks: 254, missing: 255 };
const BLANKS = new Uint8Array(8).fill(0x20);

/**
 * Undoes byte compression: eight codes, then the pieces that codes 253 announce. Bytes may come in stretches that end anywhere,
 * so what a stretch leaves unread is kept for the next.
 */
class Unpacker {
  private rest: Uint8Array = new Uint8Array();
  private readonly codes = new Uint8Array(8);
  private nextCode = 8;
  private ended = false;

  constructor(private readonly dictionary: Dictionary, private readonly table: GrowingTable, private readonly cursor: ByteCursor) {}

  feed(stretch: Uint8Array): void {
    if (this.ended) return;
    const bytes = this.rest.length === 0 ? stretch : joined(this.rest, stretch);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { bias, littleEndian } = this.dictionary;
    let at = 0;
    for (;;) {
      if (this.nextCode === 8) {
        if (at + 8 > bytes.length) break;
        this.codes.set(bytes.subarray(at, at + 8));
        at += 8;
        this.nextCode = 0;
      }
      const code = this.codes[this.nextCode];
      if (code === CODE.plain && at + 8 > bytes.length) break;
      this.nextCode += 1;
      if (code === CODE.padding) continue;
      if (code === CODE.end) {
        this.ended = true;
        break;
      }
      if (code === CODE.plain) {
        if (this.table.isText()) this.table.text(bytes, at);
        else this.table.number(view.getFloat64(at, littleEndian));
        at += 8;
      } else if (this.table.isText() !== (code === CODE.blanks)) {
        throw this.cursor.damaged(`case ${this.table.rows + 1} holds ${this.table.isText() ? "a number where a text" : "blanks where a number"} must stand`);
      } else if (code === CODE.blanks) this.table.text(BLANKS, 0);
      else this.table.number(code === CODE.missing ? SYSTEM_MISSING : code - bias);
    }
    this.rest = bytes.slice(at);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Inflates the blocks of a .zsav one by one; each may be no larger than its entry in the file's own list says. */
function inflateBlocks(cursor: ByteCursor, feed: (bytes: Uint8Array) => void): void {
  cursor.uint64("the place of the compressed part");
  const trailerAt = cursor.uint64("the place of the block list");
  cursor.uint64("the length of the block list");
  cursor.seek(trailerAt, "the block list");
  cursor.skip(20, "the block list"); // bias, a zero, the usual block size
  const count = cursor.uint32("the number of blocks");
  if (count > cursor.left / 24) throw cursor.damaged(`${count} blocks are announced`);
  const blocks = Array.from({ length: count }, () => {
    cursor.skip(8, "a block's place before compression");
    return { at: cursor.uint64("a block's place"), size: cursor.uint32("a block's size"), packed: cursor.uint32("a block's packed size") };
  });
  for (const [i, { at, size, packed }] of blocks.entries()) {
    cursor.seek(at, `block ${i + 1}`);
    const bytes = cursor.take(packed, `block ${i + 1}`);
    feed(inflated(bytes, size, cursor, i + 1));
  }
}

/** One zlib stream of a known size. (Two bytes of header and four of checksum surround the deflated part.) */
function inflated(bytes: Uint8Array, size: number, cursor: ByteCursor, block: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded where a .zsav comes
    const { Inflate } = require("fflate") as typeof import("fflate");
    const inflate = new Inflate((part) => {
      length += part.length;
      if (length > size) throw cursor.damaged(`block ${block} is larger than the ${size} bytes that it announces`);
      parts.push(part);
    });
    inflate.push(bytes.subarray(2, Math.max(2, bytes.length - 4)), true);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw cursor.damaged(`block ${block} cannot be decompressed (${(error as Error).message})`);
  }
  if (length !== size) throw cursor.damaged(`block ${block} has ${length} bytes and announces ${size}`);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  const told = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(bytes.length - 4);
  if (adler32(whole) !== told) throw cursor.damaged(`block ${block} is not what its checksum says`);
  return whole;
}

/** The checksum that ends a zlib stream (RFC 1950). */
function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let i = 0; i < bytes.length;) {
    for (const end = Math.min(i + 3800, bytes.length); i < end; i++) b += a += bytes[i]; // 3,800 steps stay below 2^32
    a %= 65_521;
    b %= 65_521;
  }
  return ((b << 16) | a) >>> 0;
}
