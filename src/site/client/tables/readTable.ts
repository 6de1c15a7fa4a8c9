import type { Language } from "../../../bilingual";
import { TableReader } from "../../../display/reader/tableReader";
import type { Table } from "../../../display/table";
import type { Languages } from "../../../display/words";
import { frameTables } from "../../tables";
import { linkPlaces } from "../../trace/linkPlaces";
import { WORDS } from "../../words";
import { loadScript } from "../loadScript";

const KEY = "sojourn-table-language";

/**
 * A table of the page with its tools.
 *
 * @param written  the table as the page brought it; without it, it is written
 * @param traced   the printed numbers whose trace the site has
 * @param word     where the maker of Word files lies
 */
export function readTable(table: Table, language: Language, { written, traced, word }: { written: HTMLElement | undefined; traced: ReadonlySet<string>; word: string }): readonly HTMLElement[] {
  const chosen = remembered(language);
  return new TableReader(table, {
    language, languages: chosen,
    rememberLanguages: (languages) => remember(language, languages),
    dress: (place) => {
      frameTables(place, WORDS.wideTable[language]);
      linkPlaces(place, traced, language);
      place.querySelector<HTMLElement>(".table-frame")!.tabIndex = 0;
    },
    word: async (seen, languages) => {
      if (!window.sojournWord) await loadScript(word);
      return window.sojournWord!(seen, languages);
    },
  }, chosen === language ? written : undefined).nodes;
}

/** What the reader last chose on pages of this language: it is the page's own until then. */
function remembered(language: Language): Languages {
  try {
    const chosen = localStorage.getItem(`${KEY}-${language}`);
    return chosen === "en" || chosen === "zh" || chosen === "both" ? chosen : language;
  } catch {
    return language;
  }
}

function remember(language: Language, languages: Languages): void {
  try {
    localStorage.setItem(`${KEY}-${language}`, languages);
  } catch {
    // storage is shut: the choice holds for this table
  }
}
