import { COMMON } from "./commonCharacters";
import { decodeAs } from "./encodings";

/** An encoding that is known and not read, and some of the text in it where that can be shown. */
export interface OtherEncoding {
  readonly name: string;
  readonly example?: string;
}

/**
 * The name of an encoding that pretends to be another: UTF-32, whose bytes are those of UTF-16 with zeros between, and those that
 * write every character in ASCII (HZ, UTF-7, ISO-2022), so that a file in one of them passes for a text of strange words.
 */
export function otherEncoding(bytes: Uint8Array): OtherEncoding | undefined {
  if (isUtf32(bytes, true) || isUtf32(bytes, false)) return { name: "UTF-32" };
  for (let i = 0; i < bytes.length; i++) if (bytes[i] >= 0x80) return undefined;
  const text = decodeAs(bytes, "utf-8")!;
  const escape = /\x1b\$(?:\)C|\)[AG]|\([CD]|[@AB])|\x1b\([JI]/.exec(text)?.[0];
  if (escape !== undefined) return { name: escape.endsWith("C") ? "ISO-2022-KR" : /[AG]$/.test(escape) && escape.includes(")") ? "ISO-2022-CN" : "ISO-2022-JP" };
  return hz(text) ?? utf7(text);
}

const TRIED = 4096;
/** Beyond the third plane nothing is written; two signs of UTF-16, the second a tab or a line end, look like what would stand there. */
const LAST_WRITTEN = 0x3ffff;

function isUtf32(bytes: Uint8Array, littleEndian: boolean): boolean {
  if (bytes.length < 8 || bytes.length % 4 !== 0) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, TRIED));
  for (let at = 0; at < view.byteLength; at += 4) {
    const code = view.getUint32(at, littleEndian);
    if (code === 0 || code > LAST_WRITTEN) return false;
  }
  return true;
}

/** Chinese between ~{ and ~}: the bytes of GB2312 without their highest bits. */
function hz(text: string): OtherEncoding | undefined {
  const read = [...text.matchAll(/~\{((?:[\x21-\x77][\x21-\x7e])+)~\}/g)].map(([, pairs]) => decodeAs(Uint8Array.from(pairs, (c) => c.charCodeAt(0) | 0x80), "gb18030"));
  return read.some((word) => word !== undefined && [...word].some((c) => COMMON.simplified.has(c))) ? { name: "HZ", example: read[0] ?? "" } : undefined;
}

/** Characters between + and -, as base 64 of UTF-16; all of them have to be such as texts consist of. "phone+internet" gives three rare ones. */
function utf7(text: string): OtherEncoding | undefined {
  let example: string | undefined;
  const characters = new Set<string>();
  for (const [, digits] of text.matchAll(/\+([A-Za-z0-9+/]+)/g)) {
    const read = digits.length > LONGEST_RUN ? undefined : fromBase64(digits); // a picture in a notebook
    if (read === undefined || ![...read].every(isCommon)) return undefined; // 1e+05: the first such says that it is none
    example ??= read;
    for (const c of read) characters.add(c);
  }
  const rare = [...characters].filter((c) => /[\p{Script=Han}\p{Script=Hangul}]/u.test(c) && ![COMMON.simplified, COMMON.traditional, COMMON.hangul].some((set) => set.has(c)));
  return characters.size >= 3 && 2 * rare.length <= characters.size ? { name: "UTF-7", example: example! } : undefined;
}

/** Digits for so many characters without a blank, a comma or a line end between them: no text goes on so long. */
const LONGEST_RUN = 10_000;

const BASE_64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function fromBase64(digits: string): string | undefined {
  const bits = [...digits].map((digit) => BASE_64.indexOf(digit).toString(2).padStart(6, "0")).join("");
  const units = bits.match(/.{16}/g) ?? [];
  const rest = bits.slice(16 * units.length);
  if (units.length === 0 || rest.length >= 6 || rest.includes("1")) return undefined;
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 2)));
}

const isCommon = (c: string): boolean => COMMON.simplified.has(c) || COMMON.traditional.has(c) || COMMON.hangul.has(c) || COMMON.latin.has(c) || /[\p{Script=Han}\p{Script=Hangul}\u00a0-\u017f\u0391-\u045f\u2010-\u2027\u20ac\u3001-\u30fe\uff01-\uff5e]/u.test(c);
