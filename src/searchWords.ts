import type { Language } from "./bilingual";

/** A piece of the site that a search can find: a section of prose, a table's caption, a figure's words. */
export interface SearchEntry {
  readonly id: number;
  /** From the site's root, with the anchor: `zh/05-h3-support-networks.html#rule`. */
  readonly address: string;
  readonly language: Language;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

/** What the index is written with and must be read with. */
export const SEARCH_FIELDS = {
  fields: ["page", "heading", "text"],
  storeFields: ["address", "language", "page", "heading", "text"],
  tokenize: tokensOf,
};

const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** What a text is found by: its Latin words and numbers, and of Chinese, which is written without spaces, every one and two characters. */
export function tokensOf(text: string): string[] {
  return runsIn(text).flatMap((run) => (isChinese(run) ? [...run, ...pairsOf(run)] : [run]));
}

/** What a question asks for: as above, but of two or more Chinese characters only the pairs, since each character alone is everywhere. */
export function queryTokensOf(text: string): string[] {
  return runsIn(text).flatMap((run) => (isChinese(run) && [...run].length > 1 ? pairsOf(run) : [run]));
}

export const isChinese = (text: string): boolean => /^\p{Script=Han}/u.test(text);

const runsIn = (text: string): string[] => text.normalize("NFKC").toLowerCase().match(RUNS) ?? [];

const pairsOf = (run: string): string[] => {
  const characters = [...run];
  return characters.slice(1).map((character, i) => characters[i] + character);
};
