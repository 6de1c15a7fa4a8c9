import { createHash } from "node:crypto";

/**
 * The first digits of what SHA-256 makes of a text and, after it, bytes. A slice of the whole would keep all of it in memory: of
 * many universes that is more than everything else about them.
 *
 * @param length of hexadecimal digits, an even number
 */
export function shortDigest(length: number, text: string, bytes: Uint8Array = new Uint8Array()): string {
  return createHash("sha256").update(text).update(bytes).digest().toString("hex", 0, length / 2);
}
