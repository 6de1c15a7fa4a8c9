import { Gunzip } from "fflate";
import { absent } from "./absent";

/** A file is unpacked piece by piece: fflate finds a file's further parts only so, and copies what is left of a piece for each. */
const PIECE = 2 ** 14;

/** Of each byte what it changes in the remainder by the polynomial of gzip (RFC 1952, section 8). */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? 0xedb88320 ^ (byte >>> 1) : byte >>> 1;
  return byte;
});

/**
 * Of `node:zlib` what reads a compressed data file, also one of several parts.
 *
 * @throws {Error} (with Node's code) more than the most; a damaged file
 */
export function gunzipSync(bytes: Uint8Array, { maxOutputLength = Infinity } = {}): Uint8Array {
  const pieces: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let length = 0;
  let part = { length: 0, remainder: -1 };
  const gunzip = new Gunzip((piece) => {
    length += piece.length;
    if (length > maxOutputLength) throw Object.assign(new Error("larger than the most"), { code: "ERR_BUFFER_TOO_LARGE" });
    part.length += piece.length;
    for (const byte of piece) part.remainder = (part.remainder >>> 8) ^ REMAINDERS[(part.remainder ^ byte) & 255];
    pieces.push(piece);
  });
  // A part's last eight bytes tell the checksum and the length (modulo 2^32) that it should have.
  const check = (end: number): void => {
    if (end < 18) throw new Error("unexpected end of file");
    if (view.getUint32(end - 8, true) !== ~part.remainder >>> 0) throw new Error("incorrect data check");
    if (view.getUint32(end - 4, true) !== part.length >>> 0) throw new Error("incorrect length check");
  };
  gunzip.onmember = (start) => {
    check(start);
    part = { length: 0, remainder: -1 };
  };
  for (let at = 0; at < bytes.length; at += PIECE) gunzip.push(bytes.subarray(at, at + PIECE));
  gunzip.push(new Uint8Array(), true);
  check(bytes.length);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
export { absent as crc32, absent as deflateSync };
export default {};
