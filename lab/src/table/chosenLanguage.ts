import type { Language } from "../../../src/bilingual";
import type { Languages } from "../../../src/display/words";

const KEY = "sojourn:table-language";

/** The languages a reader last chose for tables in documents of a language; the document's own where nobody has chosen. */
export function chosenLanguage(spoken: Language): Languages {
  const chosen = stored(spoken);
  return chosen === "en" || chosen === "zh" || chosen === "both" ? chosen : spoken;
}

export function rememberLanguage(chosen: Languages, spoken: Language): void {
  try {
    localStorage.setItem(`${KEY}:${spoken}`, chosen);
  } catch {
    // a page without storage forgets
  }
}

function stored(spoken: Language): string | null {
  try {
    return localStorage.getItem(`${KEY}:${spoken}`);
  } catch {
    return null;
  }
}
