import { BadInput } from "../badInput";
import { said } from "../faults/said";

/** Decodes the texts of a data file that are padded to a width or end with a zero byte. */
export interface FieldText {
  readonly encoding: string;
  /** @param bytes  the field; what follows a zero byte is dropped where `zero` is asked for, blanks at the end always */
  decode(bytes: Uint8Array, where: () => string): string;
  /** How many texts were cut within a character by the program that wrote them; the part of a character is left out. */
  readonly cut: () => number;
}

const MOST_REMEMBERED = 20_000;

/**
 * @param encoding  a name that the Encoding standard knows, such as "utf-8" or "gb18030"
 * @param file      for messages
 * @throws {BadInput} an encoding that nobody knows, a text that is not of that encoding
 */
export function fieldText(encoding: string, file: string): FieldText {
  const decoder = fatalDecoder(encoding, file);
  const remembered = new Map<string, string>(); // answers repeat: the same bytes are decoded once
  let cut = 0;

  const withoutCutCharacter = (field: Uint8Array): string | undefined => {
    try {
      return fatalDecoder(encoding, file).decode(field, { stream: true }); // it waits for the rest of a character, and refuses what begins none
    } catch {
      return undefined;
    }
  };
  const decodeWhole = (bytes: Uint8Array, full: boolean, where: () => string): string => {
    try {
      return decoder.decode(bytes);
    } catch {
      // A text that fills its width may have been cut within its last character by the program that wrote it.
      const text = full ? withoutCutCharacter(bytes) : undefined;
      if (text !== undefined) {
        cut += 1;
        return text;
      }
      throw new BadInput({ file }, said`${where()} is not ${encoding}: ${hex(bytes)}`, "the encoding that the file was written in", "Name it with --encoding (gb18030, big5, utf-8, windows-1252 …). Nothing was written.");
    }
  };

  return {
    encoding,
    cut: () => cut,
    decode(field, where) {
      const bytes = trimmed(field);
      if (bytes.length === 0) return "";
      if (bytes.length > 64) return decodeWhole(bytes, bytes.length === field.length, where);
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
      const text = decodeWhole(bytes, bytes.length === field.length, where);
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

function fatalDecoder(encoding: string, file: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch {
    throw new BadInput({ file }, said`the encoding ${JSON.stringify(encoding)} is not known here`, "a name such as utf-8, gb18030, big5, shift_jis or windows-1252", "Name it with --encoding. Nothing was written.");
  }
}

/** Up to the first zero byte, blanks at the end dropped. */
function trimmed(field: Uint8Array): Uint8Array {
  const zero = field.indexOf(0);
  let end = zero < 0 ? field.length : zero;
  while (end > 0 && field[end - 1] === 0x20) end -= 1;
  return end === field.length ? field : field.subarray(0, end);
}

const hex = (bytes: Uint8Array): string => [...bytes.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ") + (bytes.length > 12 ? " …" : "");
