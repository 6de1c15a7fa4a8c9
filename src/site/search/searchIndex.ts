import MiniSearch from "minisearch";
import { SEARCH_FIELDS, type SearchEntry } from "../../searchWords";
import { scriptJson } from "../markup";
import type { SiteFile } from "../pageInMaking";
import { searchEntries, type SearchedPage } from "./searchEntries";

export const SEARCH_INDEX = "assets/search-index.js";

/** The index of the site's search, as a script that hands it to search.js: a page opened as a file may not fetch. */
export function searchIndex(pages: readonly SearchedPage[]): SiteFile {
  const index = new MiniSearch<SearchEntry>(SEARCH_FIELDS);
  index.addAll(searchEntries(pages));
  return { path: SEARCH_INDEX, content: `sojournSearchIndex(${scriptJson(index.toJSON()).text});\n` };
}
