import { BadInput } from "../badInput";
import { said, word } from "../faults/said";
import { beforeMisreading, betterReading } from "./betterReading";
import { decodeAs, type DecodedText, type Encoding, encodingNamed, ENCODINGS } from "./encodings";
import { mayBeGb18030 } from "./guessEncoding";
import { guessed, NAME_IT, notAllOf } from "./guessedText";
import { kindOfFile } from "./kindOfFile";
import { lineOf } from "./lineOf";
import { misreadAt } from "./lost";
import { otherEncoding } from "./otherEncodings";

/**
 * The text of a file: UTF-8, UTF-16 (by its mark, or where its zero bytes leave no doubt), GB18030 (which holds GBK and
 * GB2312) or Big5, a byte-order mark dropped. What is not certain is refused, never replaced. Runs in a browser as well.
 *
 * @param bytes     the file's bytes
 * @param name      how messages name the file
 * @param encoding  the encoding, where the reader names it: one of `ENCODINGS`, or a common name of one ("gbk", "latin1")
 * @throws {BadInput} bytes that are no text, that no encoding or more than one fits, that mix two, or that hold control characters;
 *   a text that some program had read in a wrong encoding before
 * @example decodeText(Uint8Array.of(0xb3, 0xa4, 0xb4, 0xba), "cities.csv") // { text: "长春", encoding: "gb18030" }
 */
export function decodeText(bytes: Uint8Array, name: string, encoding?: string): DecodedText {
  const decoded = decodeAnyText(bytes, name, encoding);
  const text = decoded.text.replace(/\x1a+$/, ""); // the end mark of old DOS programs
  refuseControl(text, name);
  refuseMisread(text, name);
  return { text, encoding: decoded.encoding };
}

/** The same for texts whose own format says which control characters may stand in them, as JSON's does. @throws {BadInput} */
export function decodeAnyText(bytes: Uint8Array, name: string, encoding?: string): DecodedText {
  if (bytes.length > LONGEST) throw new BadInput({ file: name }, "the text is larger than 512 MB", "a file that fits in memory", "Let a database read it: --from. Nothing was written.");
  const kind = kindOfFile(bytes);
  if (kind) throw new BadInput({ file: name }, said`this is ${word(kind)}`, "a text file", "Save its table as CSV (UTF-8), or copy it out of the file.");
  const other = otherEncoding(bytes);
  if (other) throw new BadInput({ file: name }, other.example === undefined ? said`it is ${other.name}` : said`it is ${other.name} (${JSON.stringify(other.example)})`, "UTF-8, UTF-16, GB18030 or Big5", "Save the file as UTF-8. Nothing was written.");
  return encoding === undefined ? found(bytes, name) : asNamed(bytes, name, encoding);
}

/** Characters that V8 holds in one text, and of a file in ASCII its bytes. */
const LONGEST = 2 ** 29 - 24;

/** What another program read in a wrong encoding and saved: no encoding that is named here brings it back. */
function refuseMisread(text: string, name: string): void {
  const before = beforeMisreading(text);
  if (before) throw misreadAt({ file: name, row: rowOf(text, text.indexOf(before.instead)) }, before);
}

const rowOf = (text: string, at: number): number => text.slice(0, at).split(/\r\n?|\n/).length;

function asNamed(bytes: Uint8Array, name: string, wanted: string): DecodedText {
  const encoding = encodingNamed(wanted);
  if (!encoding) throw new BadInput({ file: "--encoding" }, said`${JSON.stringify(wanted)} is not known`, ENCODINGS.join(", "));
  const marked = markedEncoding(bytes);
  if (marked && marked !== encoding) throw new BadInput({ file: name }, said`its byte-order mark says ${marked}, but ${wanted} was named`, "one encoding", "Leave --encoding out.");
  const text = decodeAs(bytes, encoding);
  const better = betterReading(bytes, encoding);
  if (better) throw new BadInput({ file: name }, said`its bytes are ${better.encoding} (${JSON.stringify(better.example)}), but ${wanted} was named (${JSON.stringify(better.instead)})`, better.encoding, "Leave --encoding out to have it found; if it is right all the same, save the file as UTF-8.");
  if (text === undefined) throw new BadInput({ file: name, row: notAllOf(bytes, encoding) }, said`its bytes are no ${encoding} text`, said`the encoding it was saved in, one of ${ENCODINGS.join(", ")}`, "Leave --encoding out to have it found.");
  return { text, encoding };
}

function found(bytes: Uint8Array, name: string): DecodedText {
  const sure = markedEncoding(bytes) ?? utf16WithoutMark(bytes);
  if (sure) {
    const text = decodeAs(bytes, sure);
    if (text === undefined) throw new BadInput({ file: name }, said`it begins as ${sure}, but not all of it is`, said`${sure} text`, "The file may be damaged or cut: save it anew.");
    return { text, encoding: sure };
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw new BadInput({ file: name, row: lineOf(bytes, zero) }, "a zero byte stands in it: this is a binary file, or UTF-16 without its mark", "a text file", NAME_IT);
  const text = decodeAs(bytes, "utf-8");
  if (text === undefined) return guessed(bytes, name);
  if (mayBeGb18030(bytes, text)) {
    const example = (read: string): string => JSON.stringify(read.replace(/^[\0-\x7f]+/, "").slice(0, 4));
    throw new BadInput({ file: name }, said`it may be UTF-8 (${example(text)}) or GB18030 (${example(decodeAs(bytes, "gb18030")!)}): too few characters tell`, "a text of which one is certain", NAME_IT);
  }
  return { text, encoding: "utf-8" };
}

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  const starts = (...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte);
  if (starts(0xef, 0xbb, 0xbf)) return "utf-8";
  if (starts(0xff, 0xfe) && !starts(0xff, 0xfe, 0, 0)) return "utf-16le";
  if (starts(0xfe, 0xff)) return "utf-16be";
  return starts(0x84, 0x31, 0x95, 0x33) ? "gb18030" : undefined;
}

/** UTF-16 without a mark, where one order of the bytes gives a text with line ends and the other gives none. */
function utf16WithoutMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length % 2 === 1 || bytes.subarray(0, 4096).filter((byte) => byte === 0).length < 4) return undefined;
  const fits = (["utf-16le", "utf-16be"] as const).filter((encoding) => {
    const text = decodeAs(bytes, encoding);
    return text !== undefined && /[\r\n]/.test(text) && !CONTROL.test(text) && !/[\p{Cn}\p{Co}]/u.test(text);
  });
  return fits.length === 1 ? fits[0] : undefined;
}

/** What no text holds: control characters but tab, line ends, vertical tab and form feed. */
const CONTROL = /[\0-\x08\x0e-\x1f\x7f-\x9f]/;

function refuseControl(text: string, name: string): void {
  const at = text.search(CONTROL);
  if (at < 0) return;
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  throw new BadInput({ file: name, row: rowOf(text, at) }, said`the control character U+${code} stands in it`, "text", "This may be a binary file; else take the character out.");
}
