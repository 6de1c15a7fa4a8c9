import { readFileSync, statSync, type Stats } from "node:fs";
import { BadInput } from "../badInput";
import { said, word } from "../faults/said";
import { type JsonFile, parseJson } from "./json";
import type { DecodedText } from "./encodings";
import { decodeAnyText, decodeText } from "./text";

const CHECK = "Check the path. Nothing was written.";
const WHY: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file", ENOTDIR: "there is no such file", EACCES: "this file may not be read", EPERM: "this file may not be read",
  ELOOP: "its links lead in a circle", ENAMETOOLONG: "this name is too long for a file", EMFILE: "too many files are open", EIO: "the disk cannot read it",
  ERR_FS_FILE_TOO_LARGE: "the file is larger than 2 GB", ERR_INVALID_ARG_VALUE: "this is no name of a file",
};

/**
 * The bytes of a file. Pipes and devices are refused: what stands in them can be read once only, and perhaps never ends.
 *
 * @param named  how messages name it
 * @throws {BadInput} no such file, a folder, a pipe or device, a file that may not be read
 */
export function readBytes(path: string, named = path): Uint8Array {
  refuseOtherThanFile(system(() => statSync(path), named, "looked at"), named);
  return system(() => readFileSync(path), named, "read");
}

/** A file's text, see `decodeText`. @throws {BadInput} */
export const readText = (path: string, { encoding, named = path }: { readonly encoding?: string | undefined; readonly named?: string } = {}): DecodedText =>
  decodeText(readBytes(path, named), named, encoding);

/** The JSON in a file, with the places of its values. @throws {BadInput} what cannot be read, decoded or parsed */
export function readJsonFile(path: string, named = path): JsonFile & Pick<DecodedText, "encoding"> {
  const { text, encoding } = decodeAnyText(readBytes(path, named), named);
  return { ...parseJson(text, named), encoding };
}

/** The JSON in a file. @throws {BadInput} what cannot be read, decoded or parsed */
export const readJson = (path: string, named = path): unknown => readJsonFile(path, named).value;

/** Standard input's bytes, to its end. @throws {BadInput} where it is closed or cannot be read */
export const readStandardInput = (named = "standard input"): Uint8Array => system(() => readFileSync(0), named, "read");

function refuseOtherThanFile(stats: Stats, file: string): void {
  if (stats.isFile()) return;
  const kind = stats.isDirectory() ? "a folder" : stats.isFIFO() ? "a pipe" : stats.isSocket() ? "a socket" : "a device";
  throw new BadInput({ file }, said`this is ${word(kind)}, not a file`, "a file", stats.isDirectory() ? CHECK : "Save what it gives in a file, and name that. Nothing was written.");
}

function system<T>(call: () => T, file: string, done: string): T {
  try {
    return call();
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new BadInput({ file }, Object.hasOwn(WHY, code) ? WHY[code] : said`it could not be ${done}: ${code || message}`, undefined, CHECK);
  }
}
