import { decodeAs, type Encoding, inWindows1252 } from "./encodings";
import { firstUtf8Word, readingsOf } from "./guessEncoding";
import { COMMON } from "./commonCharacters";

/** What bytes say in an encoding that fits them far better than the one they were said to be in. */
export interface BetterReading {
  readonly encoding: Encoding;
  /** A word in that encoding, and in the one that was said. */
  readonly example: string;
  readonly instead: string;
}

/** Somebody has named the encoding: another one is believed only where it is a million times likelier. */
const CERTAIN = Math.log(1e6);
/** Two letters of one word that are rare in the West ("¿¿", "ŠŽ") are some common character of East Asia. */
const FEWEST = 4;

/** Whether bytes that somebody calls texts of one encoding, in which they are `text`, are plainly texts of another; undefined where they may be what they are called. */
export function betterReading(bytes: Uint8Array, said: Encoding, text = decodeAs(bytes, said)): BetterReading | undefined {
  if (text === undefined) return undefined;
  if (said !== "utf-8" && isPlainlyUtf8(bytes, said)) return { encoding: "utf-8", example: firstWord(decodeAs(bytes, "utf-8")!), instead: firstWord(text) };
  if (said.startsWith("utf-")) return undefined;
  const readings = readingsOf(bytes);
  const own = readings.find(({ encoding }) => encoding === said);
  const [best] = readings;
  if (own === undefined || own.logOdds > -CERTAIN || best.logKnown < 0 || bytes.filter((byte) => byte >= 0x80).length < FEWEST) return undefined;
  return { encoding: best.encoding, example: best.example, instead: own.example };
}

/** The first word with a letter beyond ASCII, else the first. */
function firstWord(text: string): string {
  const found = /[^\0-\x7f]+[\w-]*/.exec(text);
  return (found ? before(text, found.index) + found[0] : /\S*/.exec(text)![0]).slice(0, 20);
}

/** The letters of ASCII with which a word begins that goes on at `place`; a few, for a text may be one word of megabytes. */
const before = (text: string, place: number): string => /[\w-]*$/.exec(text.slice(Math.max(0, place - 20), place))![0];

function isPlainlyUtf8(bytes: Uint8Array, said: Encoding): boolean {
  const text = bytes.includes(0) ? undefined : decodeAs(bytes, "utf-8");
  if (text === undefined) return false;
  if (said.startsWith("utf-16")) return true; // in which no line ends without a zero byte
  const words = [...new Set(text.match(/[^\0-\x7f]+/g))];
  return firstUtf8Word(bytes) >= 0 || words.length >= 3 || (said === "windows-1252" && words.length > 0 && [...words.join("")].every((c) => COMMON.latin.has(c)));
}

/**
 * U+FFFD stands for bytes that some program could not read: which, nobody can tell any more. Its own bytes, read in GB18030 (of two)
 * or Windows-1252, are the others.
 */
export const LOST = /\uFFFD|\u951f\u65a4\u62f7|ï¿½/;

/**
 * What a text was before some program read its bytes in a wrong encoding and saved the result ("é•¿æ˜¥" for 长春,
 * "Ã©" for é); undefined where it is what it says.
 */
export function beforeMisreading(text: string): BetterReading | undefined {
  const words = new Set<string>();
  let looked = 0;
  for (const found of text.matchAll(/[^\0-\x7f]+[\w-]*/g)) {
    if (!LOST.test(found[0])) words.add(before(text, found.index) + found[0]); // of a word that lost characters nothing can be told
    if (words.size >= MOST_WORDS || ++looked >= MOST_LOOKED_AT) break;
  }
  if (words.size === 0) return undefined;
  const all = [...words].join("\n");
  const western = inWindows1252(all);
  if (western) return betterReading(western, "windows-1252", all);
  const runs = [...new Set([...words].flatMap((word) => word.match(/[^\0-\x7f]+/g)!))];
  const characters = [...runs.join("")];
  if (2 * characters.filter((c) => COMMON.simplified.has(c)).length > characters.length) return undefined;
  const earlier = runs.map((run) => ({ instead: run, bytes: inGbk(run) })).filter(({ bytes }) => bytes !== undefined && firstUtf8Word(bytes) === 0);
  if (earlier.length < 2 || 2 * earlier.length < runs.length) return undefined;
  return { encoding: "utf-8", example: decodeAs(earlier[0].bytes!, "utf-8")!, instead: earlier[0].instead };
}

/** So many different words tell; in a large file they soon repeat. */
const MOST_WORDS = 400;
const MOST_LOOKED_AT = 100_000;

let gbk: ReadonlyMap<string, readonly [number, number]> | undefined;

/** The bytes of a text in GBK; undefined where it holds other characters. */
function inGbk(text: string): Uint8Array | undefined {
  gbk ??= new Map(pairs().flatMap((pair) => {
    const c = decodeAs(Uint8Array.from(pair), "gb18030");
    return c === undefined ? [] : [[c, pair] as const];
  }));
  const codes = [...text].map((c) => gbk!.get(c));
  return codes.includes(undefined) ? undefined : Uint8Array.from((codes as [number, number][]).flat());
}

const pairs = (): [number, number][] => Array.from({ length: 126 * 191 }, (_, i): [number, number] => [0x81 + Math.floor(i / 191), 0x40 + (i % 191)]);
