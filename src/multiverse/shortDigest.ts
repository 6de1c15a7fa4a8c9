import { createHash } from "node:crypto";

/**
 * The first bytes of what SHA-256 makes of a text and, after it, bytes: two hexadecimal digits each. A
 * slice of the whole would keep all of it in memory: of many universes that is more than everything else about them.
 *
 * @param size in bytes
 */
export function shortDigest(size: number, text: string, bytes: Uint8Array = new Uint8Array()): string {
  const first: Uint8Array = createHash("sha256").update(text).update(bytes).digest().subarray(0, size);
  return Array.from(first, (byte) => byte.toString(16).padStart(2, "0")).join(""); // not Buffer's own, which pages have not
}
