import { COMMON } from "./commonCharacters";
import { decodeAs, type Encoding } from "./encodings";

/**
 * How likely a character is in a text of one encoding: a class of characters, how many they are, and which share of
 * such texts they make up. The shares are rough on purpose; a guess has to win by far.
 */
interface CharacterClass {
  readonly holds: (character: string) => boolean;
  readonly share: number;
  readonly size: number;
}

const range = (from: number, to: number) => (c: string): boolean => c.codePointAt(0)! >= from && c.codePointAt(0)! <= to;
const among = (set: ReadonlySet<string>, share: number): CharacterClass => ({ holds: (c) => set.has(c), share, size: set.size });
const WIDE_SIGNS: CharacterClass = { holds: (c) => /[\u2010-\u2027\u2030\u3000-\u301f\uff01-\uff5e×±°·Α-ω]/u.test(c), share: 0.04, size: 200 };

const isHan = (c: string): boolean => /\p{Script=Han}/u.test(c);
const JAPANESE: readonly CharacterClass[] = [
  { holds: range(0x3041, 0x30fe), share: 0.6, size: 170 }, WIDE_SIGNS, among(COMMON.traditional, 0.25), { holds: isHan, share: 0.05, size: 6_000 },
];

/** The characters that an encoding writes with two bytes in the given ranges: the levels in which it lists the common ones first. */
function level(encoding: Encoding, leads: readonly [number, number], trails: readonly number[]): ReadonlySet<string> {
  const set = new Set<string>();
  for (let lead = leads[0]; lead <= leads[1]; lead++) {
    for (const trail of trails) {
      const character = decodeAs(Uint8Array.of(lead, trail), encoding);
      if (character && /^\p{Script=Han}$/u.test(character)) set.add(character);
    }
  }
  return set;
}

const bytes = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const HIGH = bytes(0xa1, 0xfe);
const BIG5_TRAILS = [...bytes(0x40, 0x7e), ...HIGH];

/** The readings that are weighed. Only the Chinese ones are ever taken; the others are there to be told from them, and named. */
const MODELS: Readonly<Record<string, () => readonly CharacterClass[]>> = {
  "gb18030": () => [
    among(COMMON.simplified, 0.57), among(level("gb18030", [0xb0, 0xd7], HIGH), 0.315), WIDE_SIGNS, among(COMMON.traditional, 0.04),
    among(level("gb18030", [0xd8, 0xf7], HIGH), 0.012), among(level("big5", [0xa4, 0xc6], BIG5_TRAILS), 0.02), { holds: isHan, share: 0.002, size: 20_000 },
  ],
  "big5": () => [
    among(COMMON.traditional, 0.6), among(level("big5", [0xa4, 0xc6], BIG5_TRAILS), 0.345), WIDE_SIGNS,
    among(level("big5", [0xc9, 0xf9], BIG5_TRAILS), 0.012),
  ],
  "windows-1252": () => [among(COMMON.latin, 0.92), { holds: range(0xa1, 0xff), share: 0.05, size: 95 }],
  "shift_jis": () => [...JAPANESE, { holds: range(0xff61, 0xff9f), share: 0.005, size: 63 }],
  "euc-jp": () => JAPANESE,
  "euc-kr": () => [
    among(COMMON.hangul, 0.75), { holds: range(0xac00, 0xd7a3), share: 0.2, size: 2_230 }, WIDE_SIGNS,
    { holds: isHan, share: 0.005, size: 4_888 },
  ],
};

const weighed = new Map<string, readonly CharacterClass[]>();

function classesOf(encoding: string): readonly CharacterClass[] {
  const known = weighed.get(encoding) ?? MODELS[encoding]();
  weighed.set(encoding, known);
  return known;
}

const ASCII = -Math.log(40);
/** Words in letters that the tables of East Asia have beside their characters: who writes some such letters writes the word in them. */
const ALPHABETS = [
  { word: /^[\0-\x7f]*[\u0401\u0410-\u0451]{2}[\0-\x7f\u0401\u0410-\u0451]*$/, letters: 66 },
  { word: /^[\0-\x7f]*[\u3041-\u30fe]{2}[\0-\x7f\u3041-\u30fe]*$/, letters: 170 },
  { word: /^\P{L}*[\uff61-\uff9f]{3,}\P{L}*$/u, letters: 63 },
];
const FOREIGN = Math.log(0.01);
const STRANGE = Math.log(1e-4 / 100_000);

function logProbability(word: string, encoding: string): number {
  let sum = 0;
  for (const character of word) {
    const found = character < "\x80" ? undefined : classesOf(encoding).find(({ holds }) => holds(character));
    sum += character < "\x80" ? ASCII : found ? Math.log(found.share / found.size) : STRANGE;
  }
  const own = encoding === "windows-1252" ? undefined : ALPHABETS.find(({ word: all }) => all.test(word));
  if (own) sum = Math.max(sum, FOREIGN + [...word].reduce((total, c) => total + (c < "\x80" ? ASCII : -Math.log(own.letters)), 0));
  return sum - BESIDE_SMALL_LETTERS * (word.match(/\p{Script=Han}(?=[a-z])|(?<=[a-z])\p{Script=Han}/gu)?.length ?? 0);
}

/** "m忠czyzna": one character in fifty stands at small Latin letters in Chinese; a Western letter beyond ASCII mostly does. */
const BESIDE_SMALL_LETTERS = Math.log(50);

const MOST_WORDS = 400;

/**
 * The different words with bytes beyond ASCII, as they stand in the file. Each counts once: a word that stands there a
 * thousand times tells no more of the encoding than once.
 */
function wordsOf(text: Uint8Array): Uint8Array[] {
  const words = new Map<string, Uint8Array>();
  let start = 0;
  let high = false;
  for (let i = 0; i <= text.length && words.size < MOST_WORDS; i++) {
    const byte = text[i] ?? 0x20;
    if (byte >= 0x80) high = true;
    if (byte >= 0x40 || (byte >= 0x30 && byte <= 0x39)) continue; // may be the second half of a character
    if (high) words.set(text.subarray(start, i).join(), text.subarray(start, i));
    start = i + 1;
    high = false;
  }
  return [...words.values()];
}

/**
 * How likely bytes are in an encoding that is not known here (a DOS or Macintosh page, Cyrillic, Thai …): each beyond ASCII by
 * itself, one of some hundreds. Letters of such a page read in GB18030 or Big5 are characters that nobody writes, and lose to it.
 */
const UNKNOWN = -Math.log(270);
const logUnknown = (word: Uint8Array): number => word.reduce((sum, byte) => sum + (byte < 0x80 ? ASCII : UNKNOWN), 0);

/** A reading of the bytes: which encoding, a word read in it, and by how many times it is likelier than the next one. */
export interface Reading {
  readonly encoding: Encoding;
  readonly example: string;
  readonly logOdds: number;
  /** The logarithm of its odds against an encoding that is not known here. */
  readonly logKnown: number;
}

/**
 * The encodings in which bytes that are not UTF-8 may be read, the likeliest first, each with the logarithm of its odds
 * against the likeliest (0 for itself).
 */
export function readingsOf(text: Uint8Array): Reading[] {
  const words = wordsOf(text);
  const unknown = words.reduce((total, word) => total + logUnknown(word), 0);
  const readings = Object.keys(MODELS).flatMap((encoding) => {
    const read = words.map((word) => decodeAs(word, encoding as Encoding));
    if (read.includes(undefined)) return [];
    const sum = (read as string[]).reduce((total, word) => total + logProbability(word, encoding), 0);
    return [{ encoding: encoding as Encoding, example: (read[0] ?? "").slice(0, 20), logOdds: sum, logKnown: sum - unknown }];
  }).sort((a, b) => b.logOdds - a.logOdds);
  return readings.map((reading) => ({ ...reading, logOdds: reading.logOdds - readings[0].logOdds }));
}

/** A word that a text of another encoding would hold, with its place in the bytes. */
export interface StrayWord {
  readonly place: number;
  readonly encoding: Encoding;
  readonly example: string;
}

/** A word in the wrong encoding is a thousand times likelier in its own. */
const STRAY = Math.log(1000);

/** Of a text in GB18030 or Big5 the words that are far likelier in the other of the two; none where a rare character may explain them. */
export function strayWords(text: Uint8Array, encoding: "gb18030" | "big5"): StrayWord[] {
  const other = encoding === "big5" ? "gb18030" : "big5";
  const words = wordsOf(text);
  const stray = words.flatMap((word): StrayWord[] => {
    const [own, theirs] = [decodeAs(word, encoding), decodeAs(word, other)];
    if (theirs === undefined || (own !== undefined && logProbability(theirs, other) - logProbability(own, encoding) < STRAY)) return [];
    return [{ place: word.byteOffset - text.byteOffset, encoding: other, example: theirs.slice(0, 20) }];
  });
  return stray.length >= 3 && stray.length * 10 >= words.length ? stray : [];
}

/** Whether bytes that pass for UTF-8 are as likely GB18030: a few letters, none of western Europe or Greece, that read there as common Chinese. */
export function mayBeGb18030(text: Uint8Array, asUtf8: string): boolean {
  if (/[^\0-\x7f\u0100-\u036f\u0400-\u07ff]/u.test(asUtf8)) return false;
  const beyond = new Set<string>();
  for (const [character] of asUtf8.matchAll(/[^\0-\x7f]/gu)) if (beyond.add(character).size > 3) return false;
  if (beyond.size === 0) return false;
  return wordsOf(text).every((word) => [...(decodeAs(word, "gb18030") ?? "?")].every((c) => c < "\x80" ? /[\w.]/.test(c) : isCommon(c)));
}

const isCommon = (character: string): boolean => COMMON.simplified.has(character) || COMMON.traditional.has(character) || classesOf("gb18030")[1].holds(character);

/**
 * The first stretch of bytes beyond ASCII that reads as common Chinese (or a word of Cyrillic letters) in UTF-8, as its place; -1 where none does. In a
 * file that is not UTF-8 as a whole, such a stretch says that two encodings were pasted together: written in GB18030, one
 * is UTF-8 by chance in less than a stretch in ten million.
 */
export function firstUtf8Word(text: Uint8Array): number {
  for (let i = 0; i < text.length; i++) {
    if (text[i] < 0x80) continue;
    let end = i;
    while (text[end] >= 0x80) end++;
    if (end - i >= 3 && text[i] >= 0xe3 && text[i] <= 0xe9) {
      const read = decodeAs(text.subarray(i, end), "utf-8");
      if (read && [...read].some(isCommon) && [...read].every((c) => isCommon(c) || WIDE_SIGNS.holds(c))) return i;
    }
    // 小学校 in GB18030 is three letters of UTF-8; five are a word.
    if (end - i >= 10 && /^[\u0410-\u0451]+$/.test(decodeAs(text.subarray(i, end), "utf-8") ?? "")) return i;
    i = end;
  }
  return -1;
}

/** The place of the byte by which it can no longer be UTF-8; its length where it can. */
export function firstNotUtf8(text: Uint8Array): number {
  let low = 0; // the longest beginning that decodes, by halving; a character cut by the end of a beginning is no fault
  let high = text.length;
  const decodes = (end: number): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(text.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
