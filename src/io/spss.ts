import type { DataFile } from "./dataFile";
import { ByteCursor } from "./byteCursor";
import { readDictionary } from "./spssDictionary";
import { readCases } from "./spssCases";
import { spssVariables } from "./spssVariables";

/** What may be said of a file that does not say it itself. */
export interface DataFileOptions {
  /** The encoding of its texts, where the file declares none, or a wrong one. */
  readonly encoding?: string | undefined;
}

/**
 * Reads an SPSS system file: uncompressed, byte-compressed, or .zsav.
 *
 * @param bytes  the whole file
 * @param file   its name, for messages
 * @returns      its variables in the order of the file, very long strings joined, user-missing values as they stand
 * @throws {BadInput} a damaged file, a number of cases other than the header's, a text that is not of the encoding
 *
 * Source: the format as PSPP's developers describe it ("System File Format").
 */
export function readSpss(bytes: Uint8Array, file: string, { encoding }: DataFileOptions = {}): DataFile {
  const cursor = new ByteCursor(bytes, file);
  const dictionary = readDictionary(cursor);
  const { columns, rows } = readCases(cursor, dictionary);
  return spssVariables(dictionary, columns, rows, file, encoding);
}
