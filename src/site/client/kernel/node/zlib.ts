import { Gunzip } from "fflate";
import { absent } from "./absent";

/**
 * Of `node:zlib` what reads a compressed data file.
 *
 * @throws {Error} (with Node's code) more than the most; a damaged file
 */
export function gunzipSync(bytes: Uint8Array, { maxOutputLength = Infinity } = {}): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const gunzip = new Gunzip((part, last) => {
    length += part.length;
    ended = last;
    if (length > maxOutputLength) throw Object.assign(new Error("larger than the most"), { code: "ERR_BUFFER_TOO_LARGE" });
    parts.push(part.slice());
  });
  gunzip.push(bytes, true);
  // The end of a file tells the length (modulo 2^32) that it should have.
  const told = bytes.length < 18 ? -1 : new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(bytes.length - 4, true);
  if (!ended || told !== length % 2 ** 32) throw new Error("unexpected end of file");
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
export { absent as crc32, absent as deflateSync };
export default {};
