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
  const from = first <= BEFORE ? 0 : first - BEFORE;
  const part = text.slice(from, from + LENGTH);
  const shown = `${from > 0 ? "…" : ""}${part}${from + LENGTH < text.length ? "…" : ""}`;
  if (!hits) return [{ text: shown, hit: false }];
  return shown.split(new RegExp(`(${hits.source})`, "giu")).map((piece, i) => ({ text: piece, hit: i % 2 === 1 })).filter((piece) => piece.text !== "");
}

/** The question's own runs first, so that a whole Chinese word is marked as one; then its parts. */
function pattern(query: string): RegExp | undefined {
  const words = [...query.split(/\s+/), ...queryTokensOf(query)].filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return undefined;
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|"), "iu");
}
