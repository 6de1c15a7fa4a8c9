import { ONE_MEANING, queryTokensOf } from "../../../searchWords";

/** A piece of text, and whether it is what was asked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

const BEFORE = 30;
const LENGTH = 130;

/** The part of a text around the first thing asked for, with all that was asked for marked. */
export function snippet(text: string, query: string): Piece[] {
  const hits = pattern(query);
  const first = hits ? text.search(hits) : -1;
  const from = first <= BEFORE ? 0 : wordStart(text, first - BEFORE, first);
  const part = text.slice(from, from + LENGTH);
  const shown = `${from > 0 ? "…" : ""}${part}${from + LENGTH < text.length ? "…" : ""}`;
  if (!hits) return [{ text: shown, hit: false }];
  return shown.split(new RegExp(`(${hits.source})`, "giu")).map((piece, i) => ({ text: piece, hit: i % 2 === 1 })).filter((piece) => piece.text !== "");
}

/** The beginning of the next word, where one begins before the hit: Chinese may be cut anywhere, English may not. */
function wordStart(text: string, from: number, hit: number): number {
  const space = text.slice(from, hit).search(/\s\S/);
  return /[A-Za-z]{2}/.test(text.slice(from - 1, from + 1)) && space >= 0 ? from + space + 1 : from;
}

/** The whole question first, so that it is marked as one where it stands so; then its words, other words for them, and their parts. */
function pattern(query: string): RegExp | undefined {
  const asked = [query.trim(), ...query.split(/\s+/)];
  const words = [...asked, ...asked.flatMap(otherWordsFor), ...queryTokensOf(query)].filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return undefined;
  return new RegExp(words.map((word) => literally(word).replace(/\s+/g, "\\s+")).join("|"), "iu");
}

/** 年龄² for 年龄平方: the word with each of its other writings. */
const otherWordsFor = (word: string): string[] =>
  ONE_MEANING.flatMap((writings) => writings.map((writing) => writing.trim()).filter((writing) => word.includes(writing))
    .flatMap((found) => writings.map((other) => word.replace(found, other))));

/** Only what has a meaning in a pattern with flag `u` may stand behind a backslash there; a hyphen may not. */
const literally = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
