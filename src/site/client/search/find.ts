import MiniSearch from "minisearch";
import type { Language } from "../../../bilingual";
import { queryTokensOf, isChinese, SEARCH_FIELDS, type SearchEntry } from "../../../searchWords";

export type SearchIndex = MiniSearch<SearchEntry>;

/** The index as it lies on the site. */
export const readIndex = (json: Parameters<typeof MiniSearch.loadJS>[0]): SearchIndex => MiniSearch.loadJS<SearchEntry>(json, SEARCH_FIELDS);

/** Longer words may be mistyped by a letter in five; Chinese and short ones must be right. */
const LONG_ENOUGH = 5;

/** What is found for a question, the reader's own edition first; every word must be there; any may be unfinished. */
export function find(index: SearchIndex, query: string, language: Language): SearchEntry[] {
  const found = index.search(query, {
    tokenize: queryTokensOf,
    combineWith: "AND",
    prefix: (term) => !isChinese(term),
    fuzzy: (term) => (!isChinese(term) && term.length >= LONG_ENOUGH ? 0.2 : false),
    boost: { heading: 3, page: 1.5 },
  });
  const entries = found as unknown as SearchEntry[];
  return [...entries.filter((entry) => entry.language === language), ...entries.filter((entry) => entry.language !== language)];
}
