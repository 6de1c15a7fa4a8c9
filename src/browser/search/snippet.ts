import { queryTokensOf } from "../../searchWords";

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

/** The whole question first, so that it is marked as one where it stands so; then its words, then their parts. */
function pattern(query: string): RegExp | undefined {
  const words = [query.trim(), ...query.split(/\s+/), ...queryTokensOf(query)].filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return undefined;
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replace(/\s+/g, "\\s+")).join("|"), "iu");
}
