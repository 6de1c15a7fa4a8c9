/** The encodings a file may be read in. The first four are found by themselves; the others are read where they are named. */
export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "gb18030", "big5", "windows-1252", "shift_jis", "euc-jp", "euc-kr"] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** What people also call them, written as `plain` writes a name. */
const ALSO: Readonly<Record<string, Encoding>> = {
  utf8: "utf-8", utf16: "utf-16le", utf16le: "utf-16le", utf16be: "utf-16be", unicode: "utf-16le",
  gb18030: "gb18030", gbk: "gb18030", gb2312: "gb18030", cp936: "gb18030", ansi936: "gb18030", windows936: "gb18030", ms936: "gb18030", euccn: "gb18030",
  big5: "big5", big5hkscs: "big5", cp950: "big5", windows950: "big5", ms950: "big5",
  windows1252: "windows-1252", cp1252: "windows-1252", latin1: "windows-1252", iso88591: "windows-1252",
  shiftjis: "shift_jis", sjis: "shift_jis", cp932: "shift_jis", windows932: "shift_jis", windows31j: "shift_jis", ms932: "shift_jis", eucjp: "euc-jp", euckr: "euc-kr", cp949: "euc-kr", windows949: "euc-kr",
};

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The encoding a name stands for; undefined where it is none of ours. */
export const encodingNamed = (name: string): Encoding | undefined => (Object.hasOwn(ALSO, plain(name)) ? ALSO[plain(name)] : undefined);

/** Windows-1252's letters for the bytes 0x80 to 0x9f, the five that stand for nothing as U+FFFD; the others are those of Unicode. */
const WINDOWS_1252 = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

/** The bytes of a text in Windows-1252, where C1 control signs stand for bytes without a letter; undefined where it holds other characters. */
export function inWindows1252(text: string): Uint8Array | undefined {
  const codes = Array.from(text, (c) => {
    const place = c === "\uFFFD" ? -1 : WINDOWS_1252.indexOf(c);
    return place >= 0 ? 0x80 + place : c.codePointAt(0)!;
  });
  return codes.every((code) => code <= 0xff) ? Uint8Array.from(codes) : undefined;
}

/** Characters that a standard leaves to its users (GB18030's and Big5's rows for signs of one's own, Hong Kong's supplement), or to nobody. */
const NOBODYS = /[\p{Co}\p{Cn}]/u;

/**
 * The text of the bytes in one encoding, a byte-order mark dropped; undefined where they are no text of that encoding.
 *
 * Windows-1252 is read by a table of our own: some releases of Node take it for ISO-8859-1. Where a table of characters leaves
 * places to its users, Node gives signs that mean nothing and show as boxes; such bytes are no text.
 */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string | undefined {
  if (encoding === "windows-1252") {
    let text = "";
    for (let from = 0; from < bytes.length; from += 8192) text += String.fromCharCode(...bytes.subarray(from, from + 8192));
    const read = text.replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80]);
    return read.includes("\uFFFD") ? undefined : read;
  }
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\uFEFF/, "");
    return !encoding.startsWith("utf-") && NOBODYS.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** A text and the encoding it was read in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}
