import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { ByteCursor } from "./byteCursor";
import type { DataFile } from "./dataFile";
import type { DataFileOptions } from "./spss";
import { readStataData } from "./stataData";
import { readTaggedLayout, readPlainLayout, type StataLayout } from "./stataLayout";
import { stataVariables } from "./stataVariables";

/** Formats that a true file was tried with. */
const TAGGED = new Map([["117", 117], ["118", 118], ["119", 119]]);
const PLAIN = new Set([108, 110, 113, 114, 115]);

/**
 * Reads a Stata data file of format 108, 110, 113–115 or 117–119 (Stata 6 to 19).
 *
 * @param bytes  the whole file
 * @param file   its name, for messages
 * @returns      its variables in the order of the file; .a–.z stay apart from "."
 * @throws {BadInput} another format, a damaged file, a text that is not of the encoding
 *
 * Source: Stata's own description of the format (`help dta`, `help dta_115` …).
 */
export function readStata(bytes: Uint8Array, file: string, { encoding }: DataFileOptions = {}): DataFile {
  const cursor = new ByteCursor(bytes, file);
  const layout = layoutOf(cursor);
  const data = readStataData(cursor, layout);
  return stataVariables(cursor, layout, data, encoding);
}

function layoutOf(cursor: ByteCursor): StataLayout {
  const first = cursor.bytes[0];
  if (first === 0x3c) {
    cursor.take("<stata_dta><header><release>".length, "the header");
    const release = cursor.ascii(3, "the release");
    const version = TAGGED.get(release);
    if (version === undefined) throw unknownFormat(cursor.file, release);
    return readTaggedLayout(cursor, version);
  }
  if (!PLAIN.has(first)) throw unknownFormat(cursor.file, String(first));
  cursor.skip(1, "the format");
  return readPlainLayout(cursor, first);
}

const unknownFormat = (file: string, version: string): BadInput =>
  new BadInput({ file }, said`Stata format ${version} is not read here`, "108, 110, 113–115 or 117–119", "Save it once more from Stata (save, or saveold), or export it as CSV. Nothing was written.");
