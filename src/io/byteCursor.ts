import { BadInput } from "../badInput";
import { said } from "../faults/said";

/**
 * Reads numbers and stretches of bytes one after the other, and refuses, with the place, to read past the end: a damaged file
 * can then neither crash its reader nor make it take memory for what is not there.
 */
export class ByteCursor {
  readonly view: DataView;
  at = 0;

  constructor(
    readonly bytes: Uint8Array,
    readonly file: string,
    public littleEndian = true,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  /** Moves to a place in the file. */
  seek(offset: number, what: string): void {
    if (!(Number.isSafeInteger(offset) && offset >= 0 && offset <= this.bytes.length)) throw this.damaged(`${what} is said to stand at byte ${offset}, and the file has ${this.bytes.length}`);
    this.at = offset;
  }

  take(length: number, what: string): Uint8Array {
    this.need(length, what);
    const piece = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return piece;
  }

  skip(length: number, what: string): void {
    this.need(length, what);
    this.at += length;
  }

  uint8(what: string): number {
    this.need(1, what);
    return this.view.getUint8(this.at++);
  }

  uint16(what: string): number {
    this.need(2, what);
    const value = this.view.getUint16(this.at, this.littleEndian);
    this.at += 2;
    return value;
  }

  int32(what: string): number {
    this.need(4, what);
    const value = this.view.getInt32(this.at, this.littleEndian);
    this.at += 4;
    return value;
  }

  uint32(what: string): number {
    return this.int32(what) >>> 0;
  }

  /** A whole number of eight bytes; one beyond 2^53 is no size of anything, and so a sign of damage. */
  uint64(what: string): number {
    this.need(8, what);
    const value = this.view.getBigUint64(this.at, this.littleEndian);
    this.at += 8;
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw this.damaged(`${what} is ${value}`);
    return Number(value);
  }

  double(what: string): number {
    this.need(8, what);
    const value = this.view.getFloat64(this.at, this.littleEndian);
    this.at += 8;
    return value;
  }

  /** Text of ASCII letters that the format itself writes, such as a tag. */
  ascii(length: number, what: string): string {
    return String.fromCharCode(...this.take(length, what));
  }

  /** The refusal of a file whose bytes contradict its format, here. */
  damaged(found: string): BadInput {
    return new BadInput({ file: this.file }, said`the file is damaged at byte ${this.at}: ${found}`, undefined, "Copy or export it once more. Nothing was written.");
  }

  private need(length: number, what: string): void {
    if (!(length >= 0) || length > this.left) throw this.damaged(`it ends within ${what}`);
  }
}
