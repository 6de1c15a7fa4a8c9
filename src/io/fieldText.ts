import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { betterReading } from "./betterReading";
import type { DataFile } from "./dataFile";
import { decodeAs, encodingNamed } from "./encodings";

/** Decodes the texts of a data file that are padded to a width or end with a zero byte. */
export interface FieldText {
  readonly encoding: string;
  /**
   * @param bytes  the field; what follows a zero byte is dropped, and blanks at the end
   * @param most   how many bytes of text it has room for, where a zero byte has to end it
   */
  decode(bytes: Uint8Array, where: () => string, most?: number): string;
  /** How many texts were cut within a character by the program that wrote them; the part of a character is left out. */
  readonly cut: () => number;
}

const MOST_REMEMBERED = 20_000;

/**
 * @param encoding  a name that `--encoding` takes ("cp936"), or that the Encoding standard knows ("koi8-r")
 * @param file      for messages
 * @throws {BadInput} an encoding that nobody knows, a text that is not of that encoding
 */
export function fieldText(encoding: string, file: string): FieldText {
  const decodeBytes = decoderOf(encoding, file);
  const remembered = new Map<string, string>(); // answers repeat: the same bytes are decoded once
  let cut = 0;

  const withoutCutCharacter = (field: Uint8Array): string | undefined => {
    try {
      const text = fatalDecoder(encodingNamed(encoding) ?? encoding, file).decode(field, { stream: true }); // it waits for the rest of a character, and refuses what begins none
      return NO_TEXT.test(text) ? undefined : text;
    } catch {
      return undefined;
    }
  };
  const decodeWhole = (bytes: Uint8Array, full: boolean, where: () => string): string => {
    const whole = decodeBytes(bytes);
    if (whole !== undefined) return whole;
    // A text that fills its width may have been cut within its last character by the program that wrote it.
    const text = full ? withoutCutCharacter(bytes) : undefined;
    if (text === undefined) throw new BadInput({ file }, said`${where()} is not ${encoding}: ${hex(bytes)}`, "the encoding that the file was written in", "Name it with --encoding (gb18030, big5, utf-8, windows-1252 …). Nothing was written.");
    cut += 1;
    return text;
  };

  return {
    encoding,
    cut: () => cut,
    decode(field, where, most = field.length) {
      const bytes = trimmed(field);
      if (bytes.length === 0) return "";
      const full = bytes.length >= most;
      if (bytes.length > 64) return decodeWhole(bytes, full, where);
      let key = "";
      let plain = true;
      for (const byte of bytes) {
        key += String.fromCharCode(byte);
        if (byte >= 0x80) plain = false;
      }
      if (plain) return key;
      const known = remembered.get(key);
      if (known !== undefined) return known;
      const before = cut;
      const text = decodeWhole(bytes, full, where);
      if (cut === before && remembered.size < MOST_REMEMBERED) remembered.set(key, text);
      return text;
    },
  };
}

/** The encoding of bytes that nobody has named: UTF-8 where all are UTF-8 (ASCII is), undefined where some are not. */
export function utf8OrUnknown(fields: Iterable<Uint8Array>): "utf-8" | undefined {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (const field of fields) {
    try {
      decoder.decode(trimmed(field));
    } catch {
      return undefined;
    }
  }
  return "utf-8";
}

/** What TextDecoder gives for bytes that an old encoding leaves without a character. */
const NO_TEXT = /[\x80-\x9f\p{Co}\p{Cn}]/u;

/** Reads by our own tables where the encoding is one of ours (a program may call GB18030 "CP936"), else as the Encoding standard does. */
function decoderOf(encoding: string, file: string): (bytes: Uint8Array) => string | undefined {
  const ours = encodingNamed(encoding);
  if (ours !== undefined && ours !== "utf-8") return (bytes) => decodeAs(bytes, ours);
  const decoder = fatalDecoder(encoding, file);
  return (bytes) => {
    try {
      const text = decoder.decode(bytes);
      return ours === undefined && NO_TEXT.test(text) ? undefined : text;
    } catch {
      return undefined;
    }
  };
}

function fatalDecoder(encoding: string, file: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch {
    throw new BadInput({ file }, said`the encoding ${JSON.stringify(encoding)} is not known here`, "a name such as utf-8, gb18030, big5, shift_jis or windows-1252", "Name it with --encoding. Nothing was written.");
  }
}

const MOST_WEIGHED = 1 << 20;

/** @throws {BadInput} texts that are plainly in another encoding than the one that was named, by the file or by whoever asks */
export function refuseOtherReading({ name, from }: DataFile["encoding"], fields: Iterable<Uint8Array>, file: string): void {
  const ours = encodingNamed(name);
  if (ours === undefined || ours === "utf-8" || from === "the bytes") return;
  const lines: Uint8Array[] = [];
  let size = 0;
  for (const field of fields) {
    const text = trimmed(field);
    if (!text.some((byte) => byte >= 0x80)) continue;
    lines.push(text, NEW_LINE);
    if ((size += text.length + 1) > MOST_WEIGHED) break;
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const line of lines) {
    all.set(line, at);
    at += line.length;
  }
  const better = betterReading(all, ours);
  if (!better) return;
  throw new BadInput({ file }, from === "asked"
    ? said`its texts are ${better.encoding} (${JSON.stringify(better.example)}), but ${name} was named (${JSON.stringify(better.instead)})`
    : said`its texts are ${better.encoding} (${JSON.stringify(better.example)}), but the file says ${name} (${JSON.stringify(better.instead)})`, better.encoding, said`Name it: --encoding ${better.encoding}. Nothing was written.`);
}

const NEW_LINE = Uint8Array.of(0x0a);

/** Up to the first zero byte, blanks at the end dropped. */
function trimmed(field: Uint8Array): Uint8Array {
  const zero = field.indexOf(0);
  let end = zero < 0 ? field.length : zero;
  while (end > 0 && field[end - 1] === 0x20) end -= 1;
  return end === field.length ? field : field.subarray(0, end);
}

const hex = (bytes: Uint8Array): string => [...bytes.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ") + (bytes.length > 12 ? " …" : "");
