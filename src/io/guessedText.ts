import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { decodeAs, type DecodedText, type Encoding } from "./encodings";
import { firstNotUtf8, firstUtf8Word, readingsOf, strayWords } from "./guessEncoding";
import { lineOf } from "./lineOf";

export const NAME_IT = "Save the file as UTF-8, or name its encoding with --encoding.";

/** A guess is taken where it is a hundred times likelier than the next one. */
const CERTAIN = Math.log(100);

/**
 * The text of bytes that are not UTF-8, as GB18030 or Big5 where one of them is certain.
 *
 * @throws {BadInput} where none is, with what they may be
 */
export function guessed(bytes: Uint8Array, name: string): DecodedText {
  refuseCut(bytes, name);
  refuseMixed(bytes, name);
  const [best, ...others] = readingsOf(bytes);
  const second = others.find(({ logOdds, encoding }) => logOdds > -CERTAIN && decodeAs(bytes, encoding) !== decodeAs(bytes, best.encoding)); // GB18030 and EUC-JP write Russian alike
  if (best?.encoding !== "gb18030" && best?.encoding !== "big5") refuseCutChinese(bytes, name);
  const sure = best !== undefined && second === undefined && best.logKnown >= -CERTAIN && (best.encoding === "gb18030" || best.encoding === "big5");
  refuseUsersSigns(bytes, name, sure ? 3 : 1);
  const line = lineOf(bytes, firstNotUtf8(bytes));
  if (best && best.logKnown < -CERTAIN) {
    throw new BadInput({ file: name, row: line }, said`these bytes are in an encoding that is not found here: read as ${best.encoding}, they are ${JSON.stringify(best.example)}`, "UTF-8, UTF-16, GB18030 or Big5", NAME_IT);
  }
  if (!best) throw new BadInput({ file: name, row: line }, "these bytes are neither UTF-8 nor GB18030 nor Big5", "a text file", NAME_IT);
  if (second) {
    throw new BadInput({ file: name, row: line }, said`it is not UTF-8, and may be ${best.encoding} (${JSON.stringify(best.example)}) or ${second.encoding} (${JSON.stringify(second.example)})`, "a text of which one is certain", NAME_IT);
  }
  if (best.encoding !== "gb18030" && best.encoding !== "big5") {
    throw new BadInput({ file: name, row: line }, said`it is not UTF-8; it looks like ${best.encoding} (${JSON.stringify(best.example)})`, "UTF-8, UTF-16, GB18030 or Big5", said`If that is right, give --encoding ${best.encoding}; else save the file as UTF-8.`);
  }
  refuseStray(bytes, name, best.encoding);
  const text = decodeAs(bytes, best.encoding);
  if (text === undefined) throw new BadInput({ file: name, row: notAllOf(bytes, best.encoding) }, said`most of it reads as ${best.encoding}, but not all of it`, "one encoding throughout", "The file may be damaged or put together from two: save it anew as UTF-8.");
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
  const utf8 = firstUtf8Word(bytes);
  if (utf8 < 0) return;
  const other = firstNotUtf8(bytes);
  const end = bytes.subarray(utf8).findIndex((byte) => byte < 0x80);
  const example = decodeAs(bytes.subarray(utf8, end < 0 ? undefined : utf8 + end), "utf-8")!.slice(0, 12);
  throw new BadInput({ file: name, row: lineOf(bytes, other) }, said`it mixes encodings: row ${lineOf(bytes, utf8)} holds UTF-8 (${JSON.stringify(example)}), this row does not`, "one encoding throughout", "Save the parts as UTF-8 before putting them together.");
}

/** Lines of GB18030 pasted into a file in Big5, or the other way: both decode, to nonsense. */
function refuseStray(bytes: Uint8Array, name: string, encoding: "gb18030" | "big5"): void {
  const [stray] = strayWords(bytes, encoding);
  if (stray) throw new BadInput({ file: name, row: lineOf(bytes, stray.place) }, said`most of it reads as ${encoding}, but this row as ${stray.encoding} (${JSON.stringify(stray.example)})`, "one encoding throughout", "Save the parts as UTF-8 before putting them together.");
}

/** A rare name in a sign of somebody's own, or of Hong Kong's supplement, among plain GB18030 or Big5. */
function refuseUsersSigns(bytes: Uint8Array, name: string, rowsBefore: number): void {
  for (const encoding of ["gb18030", "big5"] as const) {
    const place = placeNotOf(bytes, encoding);
    if (!place || lineOf(bytes, place) <= rowsBefore) continue; // one word or two may be common in both
    const [best, second] = readingsOf(bytes.subarray(0, place));
    if (best?.encoding !== encoding || best.example === "" || best.logKnown < -CERTAIN || (second && second.logOdds > -CERTAIN)) continue;
    throw new BadInput({ file: name, row: lineOf(bytes, place) }, said`the rows before read as ${encoding}, but this one holds bytes that are none of its characters`, "one encoding throughout, and characters that it has (Big5 as Windows has it, without Hong Kong's supplement)", "Save the file as UTF-8 from the program that shows its characters right. Nothing was written.");
  }
}

/** The first line that is no text of an encoding; undefined where all are. In none of these encodings does a line's end stand within a character. */
export const notAllOf = (bytes: Uint8Array, encoding: Encoding): number | undefined => {
  const place = placeNotOf(bytes, encoding);
  return place === undefined ? undefined : lineOf(bytes, place);
};

function placeNotOf(bytes: Uint8Array, encoding: Encoding): number | undefined {
  if (encoding.startsWith("utf-16") || decodeAs(bytes, encoding) !== undefined) return undefined; // a million lines one by one take seconds
  for (let from = 0, to = 0; to <= bytes.length; to++) {
    if (to < bytes.length && bytes[to] !== 0x0a && bytes[to] !== 0x0d) continue;
    if (decodeAs(bytes.subarray(from, to), encoding) === undefined) return from;
    from = to + 1;
  }
  return undefined;
}
