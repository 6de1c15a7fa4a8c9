import { readFileSync } from "node:fs";
import { BadInput } from "../badInput";

const SAVE_AS_CSV = "Save the table as CSV (UTF-8) and give that file. Nothing was written.";

/**
 * The text of a file: UTF-8 with or without a byte-order mark, or else GB18030 (which holds GBK and GB2312).
 *
 * @throws {BadInput} no such file, a folder, or a file that is not text
 */
export function readText(path: string): string {
  return decodeText(readBytes(path), path);
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const why = { ENOENT: "there is no such file", EISDIR: "this is a folder, not a file", EACCES: "this file may not be read" };
    const found = why[(error as NodeJS.ErrnoException).code as keyof typeof why] ?? (error as Error).message;
    throw new BadInput({ file: path }, found, undefined, "Check the path. Nothing was written.");
  }
}

/**
 * UTF-8 first, since random GB18030 bytes are hardly ever valid UTF-8 while any UTF-8 may pass for GB18030.
 *
 * @throws {BadInput} bytes that are neither, or that hold control characters no text has
 */
export function decodeText(bytes: Uint8Array, path: string): string {
  const kind = kindOfBinary(bytes);
  if (kind) throw new BadInput({ file: path }, kind, "a text file", SAVE_AS_CSV);
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\uFEFF/, "");
    } catch (error) {
      if (error instanceof RangeError) throw new BadInput({ file: path }, `this file is not UTF-8, and this Node.js cannot decode ${encoding}`, "UTF-8", SAVE_AS_CSV);
    }
  }
  throw new BadInput({ file: path }, "this file is neither UTF-8 nor GB18030 text", "a text file", SAVE_AS_CSV);
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ["PK\u0003\u0004", "this is an Excel workbook or another zip file, not CSV"],
  ["\u00d0\u00cf\u0011\u00e0", "this is an old Excel workbook, not CSV"],
  ["$FL2", "this is an SPSS file, not CSV"],
  ["$FL3", "this is an SPSS file, not CSV"],
  ["<stata_dta>", "this is a Stata file, not CSV"],
  ["\u00ff\u00fe", "this file is in UTF-16"],
  ["\u00fe\u00ff", "this file is in UTF-16"],
];

/** What the file is if it is not text, told from its first bytes or from control characters; else undefined. */
function kindOfBinary(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known) return known[1];
  return bytes.some(isControl) ? "this is a binary file, not CSV" : undefined;
}

/** Below a space and not tab, line feed, vertical tab, form feed, carriage return or Ctrl-Z (an old end-of-file mark). */
const isControl = (byte: number): boolean => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a;
