import { BadInput } from "../badInput";
import { said, word } from "../faults/said";
import { decodeAs, type Encoding, encodingNamed, ENCODINGS } from "./encodings";
import { firstNotUtf8, firstUtf8Chinese, mayBeGb18030, readingsOf } from "./guessEncoding";
import { kindOfFile } from "./kindOfFile";

/** A text and the encoding it was read in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

const NAME_IT = "Save the file as UTF-8, or name its encoding with --encoding.";

/** A guess is taken where it is a hundred times likelier than the next one. */
const CERTAIN = Math.log(100);

/**
 * The text of a file: UTF-8, UTF-16 (by its mark, or where its zero bytes leave no doubt), GB18030 (which holds GBK and
 * GB2312) or Big5, a byte-order mark dropped. What is not certain is refused, never replaced. Runs in a browser as well.
 *
 * @param bytes     the file's bytes
 * @param name      how messages name the file
 * @param encoding  the encoding, where the reader names it: one of `ENCODINGS`, or a common name of one ("gbk", "latin1")
 * @throws {BadInput} bytes that are no text, that no encoding or more than one fits, that mix two, or that hold control characters
 * @example decodeText(Uint8Array.of(0xb3, 0xa4, 0xb4, 0xba), "cities.csv") // { text: "长春", encoding: "gb18030" }
 */
export function decodeText(bytes: Uint8Array, name: string, encoding?: string): DecodedText {
  const decoded = decodeAnyText(bytes, name, encoding);
  const text = decoded.text.replace(/\x1a+$/, ""); // the end mark of old DOS programs
  refuseControl(text, name);
  return { text, encoding: decoded.encoding };
}

/** The same for texts whose own format says which control characters may stand in them, as JSON's does. @throws {BadInput} */
export function decodeAnyText(bytes: Uint8Array, name: string, encoding?: string): DecodedText {
  const kind = kindOfFile(bytes);
  if (kind) throw new BadInput({ file: name }, said`this is ${word(kind)}`, "a text file", "Save its table as CSV (UTF-8), or copy it out of the file.");
  return encoding === undefined ? found(bytes, name) : asNamed(bytes, name, encoding);
}

function asNamed(bytes: Uint8Array, name: string, wanted: string): DecodedText {
  const encoding = encodingNamed(wanted);
  if (!encoding) throw new BadInput({ file: "--encoding" }, said`${JSON.stringify(wanted)} is not known`, ENCODINGS.join(", "));
  const marked = markedEncoding(bytes);
  if (marked && marked !== encoding) throw new BadInput({ file: name }, said`its byte-order mark says ${marked}, but ${wanted} was named`, "one encoding", "Leave --encoding out.");
  const text = decodeAs(bytes, encoding);
  if (text === undefined) throw new BadInput({ file: name }, said`its bytes are no ${encoding} text`, said`the encoding it was saved in, one of ${ENCODINGS.join(", ")}`, "Leave --encoding out to have it found.");
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

function guessed(bytes: Uint8Array, name: string): DecodedText {
  refuseCut(bytes, name);
  refuseMixed(bytes, name);
  const [best, second] = readingsOf(bytes);
  if (best?.encoding !== "gb18030" && best?.encoding !== "big5") refuseCutChinese(bytes, name);
  const line = lineOf(bytes, firstNotUtf8(bytes));
  if (best && best.logKnown < -CERTAIN) {
    throw new BadInput({ file: name, row: line }, said`these bytes are in an encoding that is not found here: read as ${best.encoding}, they are ${JSON.stringify(best.example)}`, "UTF-8, UTF-16, GB18030 or Big5", NAME_IT);
  }
  if (!best) throw new BadInput({ file: name, row: line }, "these bytes are neither UTF-8 nor GB18030 nor Big5", "a text file", NAME_IT);
  if (second && second.logOdds > -CERTAIN) {
    throw new BadInput({ file: name, row: line }, said`it is not UTF-8, and may be ${best.encoding} (${JSON.stringify(best.example)}) or ${second.encoding} (${JSON.stringify(second.example)})`, "a text of which one is certain", NAME_IT);
  }
  if (best.encoding !== "gb18030" && best.encoding !== "big5") {
    throw new BadInput({ file: name, row: line }, said`it is not UTF-8; it looks like ${best.encoding} (${JSON.stringify(best.example)})`, "UTF-8, UTF-16, GB18030 or Big5", said`If that is right, give --encoding ${best.encoding}; else save the file as UTF-8.`);
  }
  const text = decodeAs(bytes, best.encoding);
  if (text === undefined) throw new BadInput({ file: name, row: line }, said`most of it reads as ${best.encoding}, but not all of it`, "one encoding throughout", "The file may be damaged or put together from two: save it anew as UTF-8.");
  return { text, encoding: best.encoding };
}

function refuseCut(bytes: Uint8Array, name: string): void {
  const start = firstNotUtf8(bytes);
  if (start < bytes.length || bytes.subarray(0, -4).every((byte) => byte < 0x80)) return;
  throw new BadInput({ file: name, row: lineOf(bytes, bytes.length) }, "the file ends in the middle of a character", said`a whole ${"UTF-8"} file`, "It was cut: copy or save it anew.");
}

/** A file in GB18030 or Big5 whose last character is cut reads as neither, and so as something else. */
function refuseCutChinese(bytes: Uint8Array, name: string): void {
  for (const cut of [1, 2, 3]) {
    if ((bytes.at(-cut) ?? 0) < 0x80) continue; // a character's first byte is beyond ASCII, and what is left of a cut one begins with it
    const whole = bytes.subarray(0, -cut);
    const [best, second] = readingsOf(whole);
    const chinese = best?.encoding === "gb18030" || best?.encoding === "big5";
    if (!chinese || best.example === "" || !(second === undefined || second.logOdds <= -CERTAIN) || decodeAs(whole, best.encoding) === undefined) continue;
    throw new BadInput({ file: name, row: lineOf(bytes, bytes.length) }, "the file ends in the middle of a character", said`a whole ${best.encoding} file`, "It was cut: copy or save it anew.");
  }
}

/** Lines of a UTF-8 file pasted into a GB18030 one still decode as GB18030, to nonsense. */
function refuseMixed(bytes: Uint8Array, name: string): void {
  const utf8 = firstUtf8Chinese(bytes);
  if (utf8 < 0) return;
  const other = firstNotUtf8(bytes);
  const end = bytes.subarray(utf8).findIndex((byte) => byte < 0x80);
  const example = decodeAs(bytes.subarray(utf8, end < 0 ? undefined : utf8 + end), "utf-8")!.slice(0, 12);
  throw new BadInput({ file: name, row: lineOf(bytes, other) }, said`it mixes encodings: row ${lineOf(bytes, utf8)} holds UTF-8 (${JSON.stringify(example)}), this row does not`, "one encoding throughout", "Save the parts as UTF-8 before putting them together.");
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
  const row = text.slice(0, at).split(/\r\n?|\n/).length;
  throw new BadInput({ file: name, row }, said`the control character U+${code} stands in it`, "text", "This may be a binary file; else take the character out.");
}

/** The line of the file in which a byte stands, the first being 1. */
function lineOf(bytes: Uint8Array, place: number): number {
  let line = 1;
  for (let i = 0; i < place; i++) if (bytes[i] === 0x0a || (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a)) line++;
  return line;
}
